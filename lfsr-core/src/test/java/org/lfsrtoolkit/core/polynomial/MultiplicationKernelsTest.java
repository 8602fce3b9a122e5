package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.field.TestFields;

/** Each method of multiplication and division alone, at sizes on both sides of its limits, against the plain twin. */
class MultiplicationKernelsTest {

    private static long[] words(Random random, int n) {
        long[] words = random.longs(n).toArray();
        if (random.nextBoolean()) {
            Arrays.fill(words, -1);
        }
        return words;
    }

    private static long[] shiftAndAdd(long[] a, long[] b) {
        long[] product = new long[a.length + b.length];
        for (int i = 0; i < 64 * a.length; i++) {
            if ((a[i >> 6] >>> i & 1) != 0) {
                for (int j = 0; j < b.length; j++) {
                    product[(i >> 6) + j] ^= b[j] << i;
                    product[(i >> 6) + j + 1] ^= (i & 63) == 0 ? 0 : b[j] >>> -i;
                }
            }
        }
        return product;
    }

    @Test
    void binaryProductsAgreeWithShiftAndAdd() {
        Random random = new Random(51);
        for (int m = 1; m <= 26; m++) {
            for (int n = 1; n <= 26; n++) {
                long[] a = words(random, m);
                long[] b = words(random, n);
                assertThat(BinaryMultiplication.multiply(a, m, b, n)).isEqualTo(shiftAndAdd(a, b));
            }
            long[] a = words(random, m);
            assertThat(BinaryMultiplication.square(a, m)).isEqualTo(shiftAndAdd(a, a));
        }
        for (int n : new int[] {63, 64, 65, 100, 257}) {
            long[] a = words(random, n);
            long[] b = words(random, n + 7);
            assertThat(BinaryMultiplication.multiply(a, n, b, n + 7)).isEqualTo(shiftAndAdd(a, b));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void ternaryTransformsAgreeWithShiftAndAdd(int levels) {
        Random random = new Random(59 + levels);
        for (int m : new int[] {1, 2, 7, 40, 111, 301}) {
            for (int n : new int[] {1, 3, 40, 257}) {
                long[] a = words(random, m);
                long[] b = words(random, n);
                TernaryTransformMultiplication.Shape shape =
                        TernaryTransformMultiplication.Shape.of(64L * (m + n), levels);
                assertThat(TernaryTransformMultiplication.multiply(a, m, b, n, shape))
                        .as("%d and %d words, %s", m, n, shape)
                        .isEqualTo(shiftAndAdd(a, b));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 313, 640, 1000, 1563, 4000})
    void longBinaryProductsAgreeWithKaratsuba(int n) {
        Random random = new Random(60);
        for (int m : new int[] {1, 149, n / 2 + 1, n, 3 * n + 5, 20 * n}) {
            long[] a = words(random, n);
            long[] b = words(random, m);
            int longer = Math.max(m, n);
            long[] product = new long[2 * longer];
            new BinaryKaratsuba(longer).multiply(product, 0, Arrays.copyOf(a, longer), 0, Arrays.copyOf(b, longer), 0);
            assertThat(BinaryMultiplication.multiply(a, n, b, m)).isEqualTo(Arrays.copyOf(product, n + m));
        }
    }

    @Test
    void productOfMonomialsIsAMonomial() {
        int n = 20_000;
        long[] a = new long[n];
        long[] b = new long[n];
        a[n - 1] = 1L << 63;
        b[n - 2] = 1;
        long[] expected = new long[2 * n];
        expected[2 * n - 3] = 1L << 63;
        assertThat(BinaryMultiplication.multiply(a, n, b, n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 320, 1000, 2048})
    void binaryReducerGivesQuotientAndRemainder(int n) {
        FiniteField field = TestFields.conway(2, 1);
        Random random = new Random(52);
        Polynomial f = Polynomial.random(field, n, random);
        BinaryReducer reducer = new BinaryReducer(f.binaryWords());
        for (int i = 0; i < 20; i++) {
            Polynomial q = Polynomial.random(field, random.nextInt(2 * n), random);
            Polynomial r = Polynomial.random(field, random.nextInt(n + 1) - 1, random);
            long[] a = q.times(f).plus(r).binaryWords();
            assertThat(reducer.divide(a)).isDeepEqualTo(new long[][] {q.binaryWords(), r.binaryWords()});
            assertThat(reducer.remainder(a)).isEqualTo(r.binaryWords());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 500})
    void binaryBarrettDivisionAgreesWithTables(int n) {
        FiniteField field = TestFields.conway(2, 1);
        Random random = new Random(57);
        Polynomial f = Polynomial.random(field, n, random);
        BinaryReducer tables = new BinaryReducer(f.binaryWords());
        for (int m : new int[] {0, 1, n / 2, n}) {
            BarrettReducer barrett = new BarrettReducer(new BinaryKernel(field), f.binaryWords(), m);
            for (int degree = -1; degree < 4 * n; degree += 1 + n / 20) {
                long[] a = Polynomial.random(field, degree, random).binaryWords();
                assertThat(barrett.divide(a)).isDeepEqualTo(tables.divide(a));
            }
        }
    }

    @Test
    void divisionsByLargeDenseDivisorsMultiplyBack() {
        FiniteField field = TestFields.conway(2, 1);
        Random random = new Random(58);
        Polynomial f = Polynomial.random(field, 61_000, random);
        Polynomial q = Polynomial.random(field, 60_500, random);
        Polynomial r = Polynomial.random(field, 60_000, random);
        Polynomial.Division division = q.times(f).plus(r).divide(f);
        assertThat(division.quotient()).isEqualTo(q);
        assertThat(division.remainder()).isEqualTo(r);
        assertThat(PolynomialModulus.of(f).reduce(q.times(f).plus(r))).isEqualTo(r);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 257, 65_537, 1_000_003, 2_147_483_647L, (1L << 61) - 1, (1L << 62) - 57})
    void primeFieldMethodsAgree(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(53);
        for (int m : new int[] {1, 2, 16, 17, 32, 33, 64, 65, 100, 300}) {
            for (int n : new int[] {1, 3, 31, 33, 150, 301}) {
                Polynomial x = SchoolbookPolynomials.random(field, m - 1, random);
                Polynomial y = SchoolbookPolynomials.random(field, n - 1, random);
                long[] a = x.coefficients();
                long[] b = y.coefficients();
                long[] product = SchoolbookPolynomials.times(x, y).coefficients();
                assertThat(KaratsubaMultiplication.multiply(field, a, m, b, n)).isEqualTo(product);
                assertThat(TransformMultiplication.multiply(field, a, b)).isEqualTo(product);
                assertThat(new PrimeMultiplication(field).multiply(a, b)).isEqualTo(product);
                if (KroneckerMultiplication.slotBits(p, Math.min(m, n)) <= 60) {
                    assertThat(KroneckerMultiplication.multiply(field, a, b)).isEqualTo(product);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 65_537, 2_147_483_647L, (1L << 62) - 57})
    void largestCoefficientsDoNotOverflow(long p) {
        FiniteField field = FiniteField.unchecked(p);
        int n = 2000;
        long[] a = new long[n];
        Arrays.fill(a, p - 1);
        // (p − 1)² = 1: coefficient k of the square counts its terms
        long[] expected = new long[2 * n - 1];
        for (int k = 0; k < expected.length; k++) {
            expected[k] = field.fromInteger(Math.min(k + 1, 2 * n - 1 - k));
        }
        int trimmed = expected.length;
        while (expected[trimmed - 1] == 0) {
            trimmed--;
        }
        assertThat(trimmed).isEqualTo(expected.length);
        assertThat(KaratsubaMultiplication.multiply(field, a, n, a, n)).isEqualTo(expected);
        assertThat(TransformMultiplication.multiply(field, a, a)).isEqualTo(expected);
        assertThat(new PrimeMultiplication(field).multiply(a, a)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 1_000_003, (1L << 61) - 1})
    void newtonDivisionAgreesWithRows(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(54);
        DenseKernel kernel = new DenseKernel(field);
        for (int n : new int[] {1, 2, 59, 60, 61, 199, 200, 201, 450}) {
            for (int m : new int[] {1, 60, 61, 201, 449, 1000}) {
                Polynomial f = SchoolbookPolynomials.random(field, n, random).monic();
                Polynomial q = SchoolbookPolynomials.random(field, m - 1, random);
                Polynomial r = SchoolbookPolynomials.random(field, random.nextInt(n + 1) - 1, random);
                Polynomial a = q.times(f).plus(r);
                assertThat(kernel.divide(a.coefficients(), f.coefficients()))
                        .isDeepEqualTo(new long[][] {q.coefficients(), r.coefficients()});
                assertThat(new DenseReducer(kernel, f.coefficients(), n + 1).divide(a.coefficients()))
                        .isDeepEqualTo(new long[][] {q.coefficients(), r.coefficients()});
                assertThat(new DenseReducer(kernel, f.coefficients(), n + 1).reduce(a.coefficients()))
                        .isEqualTo(r.coefficients());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 101, 33_554_393, 33_554_467, 2_147_483_647L})
    void manyReductionsByOnePolynomialAgreeWithPlainRemainders(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(61);
        DenseKernel kernel = new DenseKernel(field);
        for (int n : new int[] {12, 13, 14, 50, 257}) {
            Polynomial f = SchoolbookPolynomials.random(field, n, random).monic();
            DenseReducer reducer = new DenseReducer(kernel, f.coefficients(), n + 1);
            for (int i = 0; i < 40; i++) {
                int degree = i < 20 ? 2 * n - 2 : random.nextInt(3 * n);
                long[] a = new long[degree + 1];
                Arrays.fill(a, p / 2 + i % 2);
                if (i % 3 == 0) {
                    a = SchoolbookPolynomials.random(field, degree, random).coefficients();
                }
                assertThat(reducer.reduce(a))
                        .isEqualTo(SchoolbookPolynomials.remainder(Polynomial.of(field, a), f)
                                .coefficients());
            }
            Polynomial x = SchoolbookPolynomials.random(field, n - 1, random);
            Polynomial y = SchoolbookPolynomials.random(field, n - 1, random);
            assertThat(reducer.multiply(x.coefficients(), y.coefficients()))
                    .isEqualTo(SchoolbookPolynomials.remainder(SchoolbookPolynomials.times(x, y), f)
                            .coefficients());
        }
    }

    @Test
    void powerSeriesInverseTimesSeriesIsOne() {
        Random random = new Random(55);
        for (FiniteField field :
                new FiniteField[] {FiniteField.unchecked(5), TestFields.conway(2, 1), TestFields.aes()}) {
            for (int precision = 1; precision < 70; precision++) {
                Polynomial a = SchoolbookPolynomials.random(field, 40, random)
                        .shiftUp(1)
                        .plus(Polynomial.monomial(field, field.cardinality() - 1, 0));
                Polynomial inverse = new Polynomial(a.kernel(), PowerSeriesInverse.of(a.kernel(), a.data(), precision));
                assertThat(inverse.times(a).low(precision)).isEqualTo(Polynomial.one(field));
            }
        }
    }

    @Test
    void middleRemaindersAreEuclidsAtEveryBase() {
        Random random = new Random(57);
        for (FiniteField field : new FiniteField[] {
            TestFields.conway(2, 1), FiniteField.unchecked(3), FiniteField.unchecked(1_000_003), TestFields.conway(3, 2)
        }) {
            for (int base : new int[] {2, 3, 8, 40, 500}) {
                for (int i = 0; i < 30; i++) {
                    Polynomial u = SchoolbookPolynomials.random(field, 1 + random.nextInt(300), random);
                    Polynomial v = SchoolbookPolynomials.random(field, random.nextInt(u.degree()), random);
                    Polynomial r0 = u;
                    Polynomial r1 = v;
                    while (2 * r1.degree() >= u.degree()) {
                        Polynomial r2 = SchoolbookPolynomials.remainder(r0, r1);
                        r0 = r1;
                        r1 = r2;
                    }
                    Polynomial[] middle = HalfGcd.middle(u, v, base);
                    assertThat(middle[0]).isEqualTo(r0);
                    assertThat(middle[2]).isEqualTo(r1);
                    assertThat(middle[1].times(v).minus(r0).remainder(u).isZero())
                            .isTrue();
                    assertThat(middle[3].times(v).minus(r1).remainder(u).isZero())
                            .isTrue();
                    assertThat(middle[3].degree()).isEqualTo(u.degree() - r0.degree());
                }
            }
        }
    }

    @Test
    void stepsOverGf2StopAtTheFirstRemainderBelowTheGivenDegree() {
        Random random = new Random(58);
        FiniteField field = TestFields.conway(2, 1);
        for (int i = 0; i < 500; i++) {
            Polynomial u = SchoolbookPolynomials.random(field, 1 + random.nextInt(400), random);
            Polynomial v = SchoolbookPolynomials.random(field, random.nextInt(u.degree()), random);
            int stop = random.nextInt(u.degree() + 1);
            Polynomial r0 = u;
            Polynomial r1 = v;
            while (r1.degree() >= stop) {
                Polynomial r2 = SchoolbookPolynomials.remainder(r0, r1);
                r0 = r1;
                r1 = r2;
            }
            Polynomial[] steps = Arrays.stream(BinaryGcd.steps(u.data(), v.data(), stop))
                    .map(data -> new Polynomial(u.kernel(), data))
                    .toArray(Polynomial[]::new);
            assertThat(steps[4]).isEqualTo(r0);
            assertThat(steps[5]).isEqualTo(r1);
            assertThat(steps[0].times(u).plus(steps[1].times(v))).isEqualTo(r0);
            assertThat(steps[2].times(u).plus(steps[3].times(v))).isEqualTo(r1);
        }
    }

    @Test
    void halfGcdAgreesWithEuclidAtEveryLimit() {
        Random random = new Random(56);
        for (FiniteField field : new FiniteField[] {
            TestFields.conway(2, 1), FiniteField.unchecked(3), FiniteField.unchecked(1_000_003), TestFields.conway(3, 2)
        }) {
            for (int limit : new int[] {2, 3, 8, 40}) {
                for (int i = 0; i < 30; i++) {
                    Polynomial common = SchoolbookPolynomials.random(field, random.nextInt(30) - 1, random);
                    Polynomial a = SchoolbookPolynomials.random(field, random.nextInt(120) - 1, random)
                            .times(common);
                    Polynomial b = SchoolbookPolynomials.random(field, random.nextInt(120) - 1, random)
                            .times(common);
                    Polynomial g = SchoolbookPolynomials.gcd(a, b);
                    assertThat(HalfGcd.gcd(a, b, limit, 1 + limit / 2).monic()).isEqualTo(g);
                    Polynomial[] combined = HalfGcd.gcdWithCofactor(a, b, limit, 1 + limit / 2);
                    assertThat(combined[0].monic()).isEqualTo(g);
                    if (!b.isZero()) {
                        assertThat(combined[0]
                                        .minus(combined[1].times(a))
                                        .remainder(b)
                                        .isZero())
                                .isTrue();
                        if (a.degree() > g.degree() && b.degree() > g.degree()) {
                            assertThat(combined[1].degree()).isLessThan(b.degree() - g.degree());
                        }
                    }
                }
            }
        }
    }
}
