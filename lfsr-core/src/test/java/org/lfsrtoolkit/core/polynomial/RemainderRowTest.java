package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.field.TestFields;

/** Euclid's algorithm in each kind of row, against the plain twin. */
class RemainderRowTest {

    private static final Random RANDOM = new Random(71);

    /** Random, with many zeros, or with largest coefficients only. */
    private static Polynomial random(FiniteField field, int degree) {
        if (RANDOM.nextInt(4) != 0) {
            return SchoolbookPolynomials.random(field, degree, RANDOM);
        }
        long[] coefficients = new long[degree + 1];
        java.util.Arrays.fill(coefficients, field.cardinality() - 1);
        if (RANDOM.nextBoolean()) {
            for (int i = 0; i < degree; i++) {
                coefficients[i] = RANDOM.nextInt(3) != 0 ? 0 : coefficients[i];
            }
        }
        return Polynomial.of(field, coefficients);
    }

    private static Polynomial polynomial(FiniteField field, long[] coefficients) {
        assertThat(coefficients.length == 0 || coefficients[coefficients.length - 1] != 0)
                .isTrue();
        return Polynomial.of(field, coefficients);
    }

    private static RemainderRow row(int kind, FiniteField field, Polynomial a, int capacity) {
        RemainderRow row = kind == 0
                ? RemainderRow.ofZero(field, capacity)
                : kind == 1 && field.characteristic() < FloatingConvolution.LARGEST_DIRECT
                        ? new FloatingRow(field, capacity)
                        : new WordRow(field, capacity);
        row.load(a.coefficients());
        return row;
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                3,
                5,
                7,
                101,
                65_537,
                67_108_859,
                67_108_879,
                2_147_483_629L,
                2_147_483_647L,
                (1L << 48) - 59,
                (1L << 48) + 21,
                (1L << 61) - 1,
                (1L << 62) - 57
            })
    void quotientsAndRemaindersAgreeWithTheTwin(long p) {
        FiniteField field = FiniteField.unchecked(p);
        for (int i = 0; i < 200; i++) {
            Polynomial b = random(field, RANDOM.nextInt(140));
            Polynomial q = random(field, RANDOM.nextInt(i % 3 == 0 ? 140 : 4));
            Polynomial r = b.degree() == 0 ? Polynomial.zero(field) : random(field, RANDOM.nextInt(b.degree() + 1) - 1);
            Polynomial a = SchoolbookPolynomials.times(q, b).plus(r);
            for (int kind = 0; kind < 3; kind++) {
                RemainderRow dividend = row(kind, field, a, a.degree() + 1);
                RemainderRow divisor = row(kind, field, b, b.degree() + 1);
                assertThat(dividend.divideBy(divisor)).isEqualTo(q.coefficients());
                assertThat(dividend.coefficients()).isEqualTo(r.coefficients());
                RemainderRow back = row(kind, field, r, a.degree() + 1);
                back.subtractProduct(q.negate().coefficients(), divisor);
                assertThat(back.coefficients()).isEqualTo(a.coefficients());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 101, 65_537, 2_147_483_647L, (1L << 48) - 59, (1L << 61) - 1, (1L << 62) - 57})
    void greatestCommonDivisorsAndCofactorsAgreeWithTheTwin(long p) {
        FiniteField field = FiniteField.unchecked(p);
        for (int i = 0; i < 60; i++) {
            Polynomial common = random(field, RANDOM.nextInt(70) - 1);
            Polynomial a = random(field, RANDOM.nextInt(140)).times(common);
            Polynomial b = random(field, RANDOM.nextInt(140) - 1).times(common);
            Polynomial g = SchoolbookPolynomials.gcd(a, b);
            assertThat(polynomial(field, RemainderRow.gcd(field, a.coefficients(), b.coefficients()))
                            .monic())
                    .isEqualTo(g);
            long[][] result = RemainderRow.gcdWithCofactor(field, a.coefficients(), b.coefficients());
            Polynomial h = polynomial(field, result[0]);
            assertThat(h.monic()).isEqualTo(g);
            Polynomial rest = h.minus(polynomial(field, result[1]).times(a));
            assertThat(b.isZero() ? rest : rest.remainder(b)).isEqualTo(Polynomial.zero(field));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 65_537, 2_147_483_647L, (1L << 62) - 57})
    void matrixStopsAtTheFirstRemainderBelowTheGivenDegree(long p) {
        FiniteField field = FiniteField.unchecked(p);
        for (int i = 0; i < 60; i++) {
            Polynomial u = random(field, 1 + RANDOM.nextInt(150));
            Polynomial v = random(field, RANDOM.nextInt(u.degree()));
            int stop = RANDOM.nextInt(u.degree() + 1);
            Polynomial r0 = u;
            Polynomial r1 = v;
            while (r1.degree() >= stop) {
                Polynomial r2 = SchoolbookPolynomials.remainder(r0, r1);
                r0 = r1;
                r1 = r2;
            }
            long[][] m = RemainderRow.steps(field, u.coefficients(), v.coefficients(), stop);
            Polynomial a = polynomial(field, m[0]);
            Polynomial b = polynomial(field, m[1]);
            Polynomial c = polynomial(field, m[2]);
            Polynomial d = polynomial(field, m[3]);
            assertThat(a.times(u).plus(b.times(v))).isEqualTo(r0);
            assertThat(c.times(u).plus(d.times(v))).isEqualTo(r1);
            assertThat(polynomial(field, m[4])).isEqualTo(r0);
            assertThat(polynomial(field, m[5])).isEqualTo(r1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 101, 65_537, 2_147_483_647L, (1L << 61) - 1, (1L << 62) - 57})
    void halfGcdByTransformsAgreesWithDivisions(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Polynomial common = random(field, 40);
        Polynomial a = SchoolbookPolynomials.random(field, 1500, RANDOM).times(common);
        Polynomial b = SchoolbookPolynomials.random(field, 1480, RANDOM).times(common);
        Polynomial g = polynomial(field, RemainderRow.gcd(field, a.coefficients(), b.coefficients()))
                .monic();
        assertThat(HalfGcd.gcd(a, b, 300, 150).monic()).isEqualTo(g);
        Polynomial[] result = HalfGcd.gcdWithCofactor(a, b, 300, 150);
        assertThat(result[0].monic()).isEqualTo(g);
        assertThat(result[0].minus(result[1].times(a)).remainder(b)).isEqualTo(Polynomial.zero(field));
        Polynomial[] middle = HalfGcd.middle(a, b, 150);
        assertThat(middle[1].times(b).minus(middle[0]).remainder(a)).isEqualTo(Polynomial.zero(field));
        assertThat(middle[3].times(b).minus(middle[2]).remainder(a)).isEqualTo(Polynomial.zero(field));
        assertThat(middle[0].degree()).isGreaterThanOrEqualTo((a.degree() + 1) / 2);
        assertThat(middle[2].degree()).isLessThan((a.degree() + 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8})
    void rowsOverExtensionsOfGf2AgreeWithDivisions(int k) {
        FiniteField field = k == 8 ? TestFields.aes() : TestFields.conway(2, k);
        for (int n : new int[] {1, 2, 62, 63, 64, 65, 127, 128, 129, 200}) {
            Polynomial common = SchoolbookPolynomials.random(field, RANDOM.nextInt(5), RANDOM);
            Polynomial a = SchoolbookPolynomials.random(field, n, RANDOM).times(common);
            // gaps: quotients of degree 0 to 130
            Polynomial b = SchoolbookPolynomials.random(field, RANDOM.nextInt(n), RANDOM)
                    .times(common);
            Polynomial g = SchoolbookPolynomials.gcd(a, b);
            assertThat(polynomial(field, RemainderRow.gcd(field, b.coefficients(), a.coefficients()))
                            .monic())
                    .isEqualTo(g);
            long[][] combined = RemainderRow.gcdWithCofactor(field, a.coefficients(), b.coefficients());
            assertThat(polynomial(field, combined[0]).monic()).isEqualTo(g);
            assertThat(polynomial(field, combined[0])
                            .minus(polynomial(field, combined[1]).times(a))
                            .remainder(b)
                            .isZero())
                    .isTrue();
            int stop = RANDOM.nextInt(a.degree() + 1);
            Polynomial r0 = a;
            Polynomial r1 = b;
            while (r1.degree() >= stop) {
                Polynomial r2 = SchoolbookPolynomials.remainder(r0, r1);
                r0 = r1;
                r1 = r2;
            }
            long[][] m = RemainderRow.steps(field, a.coefficients(), b.coefficients(), stop);
            assertThat(polynomial(field, m[4])).isEqualTo(r0);
            assertThat(polynomial(field, m[5])).isEqualTo(r1);
            assertThat(polynomial(field, m[0])
                            .times(a)
                            .plus(polynomial(field, m[1]).times(b)))
                    .isEqualTo(r0);
            assertThat(polynomial(field, m[2])
                            .times(a)
                            .plus(polynomial(field, m[3]).times(b)))
                    .isEqualTo(r1);
        }
    }
}
