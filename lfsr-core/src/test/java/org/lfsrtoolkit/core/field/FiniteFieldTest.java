package org.lfsrtoolkit.core.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiniteFieldTest {

    private static long random(Random random, long q) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> q - 1;
            default -> Math.floorMod(random.nextLong(), q);
        };
    }

    private static long[] randoms(Random random, long q, int count) {
        return random.longs(count).map(x -> random(random, q)).toArray();
    }

    @ParameterizedTest
    @MethodSource("org.lfsrtoolkit.core.field.TestFields#small")
    void smallFieldsAgreeWithSchoolbookOnAllPairs(FiniteField field) {
        SchoolbookField plain = new SchoolbookField(field);
        long q = field.cardinality();
        for (long a = 0; a < q; a++) {
            assertThat(field.negate(a)).isEqualTo(plain.negate(a));
            if (a != 0) {
                assertThat(plain.multiply(a, field.inverse(a))).isEqualTo(1);
            }
            for (long b = 0; b < q; b++) {
                assertThat(field.add(a, b)).isEqualTo(plain.add(a, b));
                assertThat(field.subtract(a, b)).isEqualTo(plain.add(a, plain.negate(b)));
                assertThat(field.multiply(a, b)).isEqualTo(plain.multiply(a, b));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.lfsrtoolkit.core.field.TestFields#small")
    void axiomsHoldForAllTriples(FiniteField field) {
        long q = field.cardinality();
        boolean holds = true;
        for (long a = 0; a < q; a++) {
            for (long b = 0; b < q; b++) {
                holds &= field.add(a, b) == field.add(b, a) && field.multiply(a, b) == field.multiply(b, a);
                for (long c = 0; c < q; c++) {
                    holds &= field.add(field.add(a, b), c) == field.add(a, field.add(b, c));
                    holds &= field.multiply(field.multiply(a, b), c) == field.multiply(a, field.multiply(b, c));
                    holds &=
                            field.multiply(a, field.add(b, c)) == field.add(field.multiply(a, b), field.multiply(a, c));
                }
            }
            holds &= field.add(a, 0) == a && field.multiply(a, 1) == a && field.add(a, field.negate(a)) == 0;
        }
        assertThat(holds).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.lfsrtoolkit.core.field.TestFields#large")
    void largeFieldsAgreeWithSchoolbook(FiniteField field) {
        SchoolbookField plain = new SchoolbookField(field);
        Random random = new Random(11);
        long q = field.cardinality();
        for (int i = 0; i < 400; i++) {
            long a = random(random, q);
            long b = random(random, q);
            assertThat(field.add(a, b)).isEqualTo(plain.add(a, b));
            assertThat(field.subtract(a, b)).isEqualTo(plain.add(a, plain.negate(b)));
            assertThat(field.negate(a)).isEqualTo(plain.negate(a));
            assertThat(field.multiply(a, b)).isEqualTo(plain.multiply(a, b));
            if (b != 0) {
                assertThat(plain.multiply(b, field.inverse(b))).isEqualTo(1);
                assertThat(plain.multiply(b, field.divide(a, b))).isEqualTo(a);
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"org.lfsrtoolkit.core.field.TestFields#large", "org.lfsrtoolkit.core.field.TestFields#small"})
    void bulkOperationsAgreeWithSingleOnes(FiniteField field) {
        SchoolbookField plain = new SchoolbookField(field);
        Random random = new Random(12);
        long q = field.cardinality();
        for (int count : new int[] {0, 1, 2, 3, 7, 23, 24, 40}) {
            long[] a = randoms(random, q, count + 3);
            long[] b = randoms(random, q, count + 3);
            long factor = count == 2 ? 0 : random(random, q);
            long[] sums = a.clone();
            long[] products = a.clone();
            field.addScaled(sums, 2, b, 1, count, factor);
            field.scale(products, 1, count, factor);
            long dot = 0;
            for (int i = 0; i < count; i++) {
                assertThat(sums[2 + i]).isEqualTo(plain.add(a[2 + i], plain.multiply(factor, b[1 + i])));
                assertThat(products[1 + i]).isEqualTo(plain.multiply(factor, a[1 + i]));
                dot = plain.add(dot, plain.multiply(a[2 + i], b[1 + i]));
            }
            assertThat(field.dot(a, 2, b, 1, count)).isEqualTo(dot);
            assertThat(sums[1]).isEqualTo(a[1]);
            assertThat(sums[count + 2 < sums.length ? count + 2 : 0])
                    .isEqualTo(a[count + 2 < a.length ? count + 2 : 0]);
            assertThat(products[0]).isEqualTo(a[0]);
            assertThat(products[count + 1]).isEqualTo(a[count + 1]);
        }
    }

    @ParameterizedTest
    @MethodSource("org.lfsrtoolkit.core.field.TestFields#large")
    void longSumsOfLargestElementsDoNotOverflow(FiniteField field) {
        long[] largest = new long[1000];
        java.util.Arrays.fill(largest, field.cardinality() - 1);
        long square = field.multiply(largest[0], largest[0]);
        assertThat(field.dot(largest, 0, largest, 0, 1000)).isEqualTo(field.multiply(field.fromInteger(1000), square));
    }

    @ParameterizedTest
    @MethodSource({"org.lfsrtoolkit.core.field.TestFields#large", "org.lfsrtoolkit.core.field.TestFields#small"})
    void powersAndRootsFitTogether(FiniteField field) {
        Random random = new Random(13);
        long q = field.cardinality();
        for (int i = 0; i < 20; i++) {
            long a = random(random, q);
            assertThat(field.power(a, 0)).isEqualTo(1);
            assertThat(field.power(a, 3)).isEqualTo(field.multiply(a, field.multiply(a, a)));
            assertThat(field.power(a, q)).isEqualTo(a);
            assertThat(field.power(field.pthRoot(a), field.characteristic())).isEqualTo(a);
            if (a != 0) {
                assertThat(field.power(a, q - 1)).isEqualTo(1);
                assertThat(field.power(a, BigInteger.valueOf(-1))).isEqualTo(field.inverse(a));
            }
        }
        assertThat(field.power(0, BigInteger.TEN)).isZero();
        assertThat(field.power(0, BigInteger.ZERO)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource({"org.lfsrtoolkit.core.field.TestFields#large", "org.lfsrtoolkit.core.field.TestFields#small"})
    void generatorIsARootOfTheModulus(FiniteField field) {
        if (field.isPrime()) {
            return;
        }
        long a = field.characteristic();
        long value = 0;
        long[] modulus = field.modulus();
        for (int i = modulus.length - 1; i >= 0; i--) {
            value = field.add(field.multiply(value, a), modulus[i]);
        }
        assertThat(value).isZero();
        assertThat(field.reduceDigits(modulus, 0, modulus.length)).isZero();
    }

    @ParameterizedTest
    @MethodSource({"org.lfsrtoolkit.core.field.TestFields#large", "org.lfsrtoolkit.core.field.TestFields#small"})
    void digitsOfAnyNumberReduceToTheirSumOfPowers(FiniteField field) {
        Random random = new Random(14);
        for (int count = 0; count < 2 * field.extensionDegree() + 3; count++) {
            long[] digits = random.longs(count + 2).map(x -> x & Long.MAX_VALUE).toArray();
            long expected = 0;
            long power = 1;
            long a = field.isPrime() ? 0 : field.characteristic();
            for (int i = 0; i < count; i++) {
                expected = field.add(expected, field.multiply(field.fromInteger(digits[1 + i]), power));
                power = field.multiply(power, a);
            }
            assertThat(field.reduceDigits(digits, 1, count)).isEqualTo(expected);
        }
    }

    @Test
    void elementsTwoAndThreeOfGf4AreNotZeroAndOne() {
        FiniteField field = FiniteField.unchecked(2, 1, 1, 1);
        assertThat(field.multiply(2, 2)).isEqualTo(3);
        assertThat(field.multiply(2, 3)).isEqualTo(1);
        assertThat(field.add(2, 3)).isEqualTo(1);
        assertThat(field.inverse(2)).isEqualTo(3);
    }

    @Test
    void aesFieldHasItsPublishedInverse() {
        FiniteField field = TestFields.aes();
        assertThat(field.inverse(0x53)).isEqualTo(0xCA);
        assertThat(field.multiply(0x57, 0x83)).isEqualTo(0xC1);
        assertThat(field.power(2, 51)).as("a has order 51").isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource({"org.lfsrtoolkit.core.field.TestFields#large", "org.lfsrtoolkit.core.field.TestFields#small"})
    void zeroHasNoInverse(FiniteField field) {
        assertThatThrownBy(() -> field.inverse(0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(field.toString());
        assertThatThrownBy(() -> field.divide(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void fieldsBeyondTheWordAreRefused() {
        assertThatThrownBy(() -> FiniteField.unchecked((1L << 62) + 135)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FiniteField.unchecked(2147483647L, 1, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void carrylessProductsAgreeWithShiftAndAdd() {
        Random random = new Random(15);
        for (int i = 0; i < 20_000; i++) {
            long a = random.nextLong() | (i % 3 == 0 ? -1L << random.nextInt(64) : 0);
            long b = random.nextLong() | (i % 5 < 2 ? -1L >>> random.nextInt(64) : 0);
            long low = 0;
            long high = 0;
            for (int j = 0; j < 64; j++) {
                if ((b >>> j & 1) != 0) {
                    low ^= a << j;
                    high ^= j == 0 ? 0 : a >>> (64 - j);
                }
            }
            assertThat(CarrylessMultiplication.low(a, b)).isEqualTo(low);
            assertThat(CarrylessMultiplication.high(a, b)).isEqualTo(high);
        }
    }
}
