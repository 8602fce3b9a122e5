package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntegerMathTest {

    @Test
    void arithmeticFunctionsAgreeWithTheirDefinitions() {
        for (int n = 1; n <= 2000; n++) {
            int m = n;
            assertThat(IntegerMath.divisors(n))
                    .containsExactly(
                            IntStream.rangeClosed(1, n).filter(d -> m % d == 0).toArray());
            assertThat(IntegerMath.eulerPhi(n)).isEqualTo((int) IntStream.rangeClosed(1, n)
                    .filter(a -> IntegerMath.gcd(a, m) == 1)
                    .count());
            assertThat(IntegerMath.primeDivisors(n))
                    .containsExactly(IntStream.rangeClosed(2, n)
                            .filter(d -> m % d == 0 && Primality.isPrime((long) d))
                            .toArray());
            assertThat(Arrays.stream(IntegerMath.divisors(n))
                            .map(IntegerMath::moebius)
                            .sum())
                    .isEqualTo(n == 1 ? 1 : 0);
        }
        assertThat(IntegerMath.divisors(Integer.MAX_VALUE)).containsExactly(1, Integer.MAX_VALUE);
    }

    @Test
    void jacobiSymbolIsEulersCriterionForPrimesAndMultiplicative() {
        Random random = new Random(3);
        for (int p : new int[] {3, 5, 7, 11, 101, 997, 65537}) {
            for (int i = 0; i < 50; i++) {
                int a = random.nextInt(3 * p) - p;
                int power = BigInteger.valueOf(a)
                        .modPow(BigInteger.valueOf((p - 1) / 2), BigInteger.valueOf(p))
                        .intValue();
                int expected = power == p - 1 ? -1 : power;
                assertThat(IntegerMath.jacobi(a, (long) p)).isEqualTo(expected);
                BigInteger large =
                        BigInteger.valueOf(p).multiply(BigInteger.TWO.pow(89).subtract(BigInteger.ONE));
                assertThat(IntegerMath.jacobi(BigInteger.valueOf(a), large))
                        .isEqualTo(expected
                                * IntegerMath.jacobi(
                                        BigInteger.valueOf(a),
                                        BigInteger.TWO.pow(89).subtract(BigInteger.ONE)));
            }
        }
        assertThatThrownBy(() -> IntegerMath.jacobi(3, 4L)).hasMessage("n = 4, expected an odd positive number");
    }

    @Test
    void rootsAreFloors() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            long n = random.nextLong() >>> 1 + random.nextInt(60);
            int e = 1 + random.nextInt(64);
            BigInteger root = BigInteger.valueOf(IntegerMath.floorRoot(n, e));
            BigInteger value = BigInteger.valueOf(n);
            assertThat(root.pow(e)).isLessThanOrEqualTo(value);
            assertThat(root.add(BigInteger.ONE).pow(e)).isGreaterThan(value);
            assertThat(IntegerMath.floorRoot(value, e)).isEqualTo(root);
            BigInteger large = new BigInteger(1 + random.nextInt(300), random);
            BigInteger largeRoot = IntegerMath.floorRoot(large, e);
            assertThat(largeRoot.pow(e)).isLessThanOrEqualTo(large);
            assertThat(largeRoot.add(BigInteger.ONE).pow(e)).isGreaterThan(large);
        }
        assertThat(IntegerMath.floorRoot(Long.MAX_VALUE, 2)).isEqualTo(3037000499L);
    }

    @Test
    void logarithmsBracketTheNumber() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            long b = 2 + random.nextInt(1000);
            BigInteger n = new BigInteger(200, random).add(BigInteger.ONE);
            int e = IntegerMath.floorLog(n, b);
            BigInteger base = BigInteger.valueOf(b);
            assertThat(base.pow(e)).isLessThanOrEqualTo(n);
            assertThat(base.pow(e + 1)).isGreaterThan(n);
            assertThat(IntegerMath.ceilLog(n, b)).isEqualTo(base.pow(e).equals(n) ? e : e + 1);
        }
        assertThat(IntegerMath.ceilLog(BigInteger.valueOf(81), 3)).isEqualTo(4);
        assertThat(IntegerMath.floorLog(BigInteger.ONE, 2)).isZero();
    }

    @Test
    void cyclotomicValuesMultiplyToPowersMinusOne() {
        for (long b : new long[] {2, 3, 10, 65537}) {
            for (int n = 1; n <= 120; n++) {
                BigInteger product = BigInteger.ONE;
                for (int d : IntegerMath.divisors(n)) {
                    product = product.multiply(IntegerMath.cyclotomicValue(d, b));
                }
                assertThat(product).isEqualTo(BigInteger.valueOf(b).pow(n).subtract(BigInteger.ONE));
            }
        }
    }
}
