package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.field.TestFields;

class PolynomialTest {

    private static final String FIELDS = "org.lfsrtoolkit.core.polynomial.SchoolbookPolynomials#fields";
    private static final int[] DEGREES = {-1, 0, 1, 2, 7, 8, 11, 12, 17, 33, 63, 64, 65, 130};

    private static Polynomial random(FiniteField field, int degree, Random random) {
        return SchoolbookPolynomials.random(field, degree, random);
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void ringOperationsAgreeWithSchoolbook(FiniteField field) {
        Random random = new Random(31);
        for (int m : DEGREES) {
            for (int n : DEGREES) {
                Polynomial a = random(field, m, random);
                Polynomial b = random(field, n, random);
                assertThat(a.times(b)).isEqualTo(SchoolbookPolynomials.times(a, b));
                assertThat(a.plus(b)).isEqualTo(SchoolbookPolynomials.plus(a, b));
                assertThat(a.minus(b)).isEqualTo(SchoolbookPolynomials.plus(a, SchoolbookPolynomials.negate(b)));
                assertThat(a.degree()).isEqualTo(m);
            }
            Polynomial a = random(field, m, random);
            assertThat(a.square()).isEqualTo(SchoolbookPolynomials.times(a, a));
            assertThat(a.negate()).isEqualTo(SchoolbookPolynomials.negate(a));
            assertThat(a.minus(a).isZero()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void divisionLeavesASmallRemainder(FiniteField field) {
        Random random = new Random(32);
        for (int m : DEGREES) {
            for (int n : DEGREES) {
                if (n < 0) {
                    continue;
                }
                Polynomial a = random(field, m, random);
                Polynomial b = random(field, n, random);
                Polynomial.Division division = a.divide(b);
                assertThat(division.remainder()).isEqualTo(SchoolbookPolynomials.remainder(a, b));
                assertThat(division.quotient().times(b).plus(division.remainder()))
                        .isEqualTo(a);
                assertThat(a.times(b).quotient(b)).isEqualTo(a);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void gcdContainsTheCommonFactorAndIsCombined(FiniteField field) {
        Random random = new Random(33);
        for (int c : new int[] {-1, 0, 1, 5, 64}) {
            for (int m : new int[] {-1, 0, 1, 8, 63, 66}) {
                for (int n : new int[] {-1, 0, 2, 33, 64}) {
                    Polynomial common = random(field, c, random);
                    Polynomial a = random(field, m, random).times(common);
                    Polynomial b = random(field, n, random).times(common);
                    Polynomial g = a.gcd(b);
                    assertThat(g).isEqualTo(SchoolbookPolynomials.gcd(a, b));
                    Polynomial.Bezout bezout = a.extendedGcd(b);
                    assertThat(bezout.gcd()).isEqualTo(g);
                    assertThat(bezout.s().times(a).plus(bezout.t().times(b))).isEqualTo(g);
                    if (b.degree() > g.degree() && a.degree() > g.degree()) {
                        assertThat(bezout.s().degree()).isLessThan(b.degree() - g.degree());
                        assertThat(bezout.t().degree()).isLessThan(a.degree() - g.degree());
                    }
                    if (!a.isZero() && !b.isZero()) {
                        assertThat(a.lcm(b).times(g)).isEqualTo(a.times(b).monic());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void shiftsAndCutsMoveCoefficients(FiniteField field) {
        Random random = new Random(34);
        for (int n : DEGREES) {
            Polynomial a = random(field, n, random);
            long[] coefficients = a.coefficients();
            for (int count : new int[] {0, 1, 5, 63, 64, 65, 131, 200}) {
                assertThat(a.shiftUp(count).shiftDown(count)).isEqualTo(a);
                assertThat(a.shiftUp(count)).isEqualTo(a.times(Polynomial.monomial(field, 1, count)));
                assertThat(a.low(count)).isEqualTo(Polynomial.of(field, Arrays.copyOf(coefficients, count)));
                assertThat(a.shiftDown(count).shiftUp(count).plus(a.low(count))).isEqualTo(a);
            }
            assertThat(a.multiplicityOfX())
                    .isEqualTo(a.isZero() ? 0 : a.degree() - a.reciprocal().degree());
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void valuesAndDerivativesFollowTheRules(FiniteField field) {
        Random random = new Random(35);
        for (int n : DEGREES) {
            Polynomial a = random(field, n, random);
            Polynomial b = random(field, 20, random);
            for (long point : new long[] {0, 1, field.cardinality() - 1}) {
                assertThat(a.times(b).evaluate(point)).isEqualTo(field.multiply(a.evaluate(point), b.evaluate(point)));
                assertThat(a.remainder(Polynomial.of(field, field.negate(point), 1))
                                .coefficient(0))
                        .isEqualTo(a.evaluate(point));
            }
            assertThat(a.times(b).derivative())
                    .isEqualTo(a.derivative().times(b).plus(a.times(b.derivative())));
            assertThat(a.reciprocal().degree()).isEqualTo(a.isZero() ? -1 : a.degree() - a.multiplicityOfX());
            for (int i = 0; i <= n; i++) {
                assertThat(a.reciprocal().coefficient(n - i)).isEqualTo(a.coefficient(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void orderIsByDegreeThenFromTheHighestCoefficient(FiniteField field) {
        long largest = field.cardinality() - 1;
        Polynomial high = Polynomial.monomial(field, largest, 63).plus(Polynomial.monomial(field, 1, 3));
        Polynomial low = Polynomial.monomial(field, largest, 63).plus(Polynomial.monomial(field, largest, 2));
        assertThat(high).isGreaterThan(low);
        assertThat(low.plus(Polynomial.monomial(field, 1, 64))).isGreaterThan(high);
        assertThat(high).isEqualByComparingTo(high.plus(Polynomial.zero(field)));
    }

    @Test
    void binaryWordsAreTheCoefficients() {
        FiniteField field = TestFields.conway(2, 1);
        Polynomial a = Polynomial.ofBinaryWords(field, 0b1011, 1, 0);
        assertThat(a).isEqualTo(Polynomial.ofExponents(field, 64, 3, 1, 0));
        assertThat(a.binaryWords()).containsExactly(0b1011, 1);
        assertThat(a).hasToString("x^64 + x^3 + x + 1");
        assertThat(a.weight()).isEqualTo(4);
        assertThat(Polynomial.zero(field).binaryWords()).isEmpty();
        assertThatThrownBy(() -> Polynomial.ofBinaryWords(FiniteField.unchecked(3), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field = GF(3), expected GF(2)");
    }

    @Test
    void valuesAreNotSharedWithTheirArrays() {
        FiniteField field = TestFields.conway(2, 1);
        long[] words = {5};
        Polynomial a = Polynomial.ofBinaryWords(field, words);
        words[0] = 7;
        a.binaryWords()[0] = 9;
        a.coefficients()[1] = 1;
        assertThat(a).isEqualTo(Polynomial.of(field, 1, 0, 1));
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void randomPolynomialsHaveTheirDegree(FiniteField field) {
        Random random = new Random(36);
        for (int n : DEGREES) {
            assertThat(Polynomial.random(field, n, random).degree()).isEqualTo(n);
        }
        assertThatThrownBy(() -> Polynomial.random(field, -2, random)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void badInputIsRefused(FiniteField field) {
        assertThatThrownBy(() -> Polynomial.of(field, 0, field.cardinality()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("coefficient of x^1 = " + field.cardinality());
        assertThatThrownBy(() -> Polynomial.x(field).divide(Polynomial.zero(field)))
                .isInstanceOf(ArithmeticException.class);
    }
}
