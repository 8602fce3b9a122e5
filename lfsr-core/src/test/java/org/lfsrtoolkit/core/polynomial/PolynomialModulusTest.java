package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.field.TestFields;

class PolynomialModulusTest {

    private static final String FIELDS = "org.lfsrtoolkit.core.polynomial.SchoolbookPolynomials#fields";

    private static Polynomial random(FiniteField field, int degree, Random random) {
        return SchoolbookPolynomials.random(field, degree, random);
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void residuesAgreeWithSchoolbookDivision(FiniteField field) {
        Random random = new Random(41);
        for (int n : new int[] {1, 2, 3, 31, 64, 65, 129}) {
            Polynomial sparse = Polynomial.monomial(field, 1, n)
                    .plus(Polynomial.monomial(field, field.cardinality() - 1, n / 3))
                    .plus(Polynomial.monomial(field, 1, 0));
            Polynomial power = Polynomial.monomial(field, 1, n);
            for (Polynomial f : new Polynomial[] {random(field, n, random), sparse, power}) {
                PolynomialModulus modulus = PolynomialModulus.of(f);
                // often enough for every table to be in use
                for (int i = 0; i < 20; i++) {
                    Polynomial a = random(field, random.nextInt(2 * n + 2) - 1, random);
                    Polynomial b = random(field, n - 1, random);
                    Polynomial reduced = SchoolbookPolynomials.remainder(a, f);
                    assertThat(modulus.reduce(a)).isEqualTo(reduced);
                    if (i % 10 == 0) {
                        assertThat(modulus.multiply(a, b))
                                .isEqualTo(SchoolbookPolynomials.remainder(SchoolbookPolynomials.times(reduced, b), f));
                        assertThat(modulus.square(a))
                                .isEqualTo(SchoolbookPolynomials.remainder(
                                        SchoolbookPolynomials.times(reduced, reduced), f));
                        assertThat(modulus.timesX(a)).isEqualTo(SchoolbookPolynomials.remainder(reduced.shiftUp(1), f));
                    }
                }
                Polynomial longer = random(field, 3 * n + 3, random);
                assertThat(modulus.reduce(longer)).isEqualTo(SchoolbookPolynomials.remainder(longer, f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void powersAreRepeatedProducts(FiniteField field) {
        Random random = new Random(42);
        for (int n : new int[] {1, 2, 5, 40}) {
            PolynomialModulus modulus = PolynomialModulus.of(random(field, n, random));
            Polynomial a = random(field, n - 1, random);
            Polynomial power = modulus.reduce(Polynomial.one(field));
            Polynomial powerOfX = power;
            for (int e = 0; e < 40; e++) {
                assertThat(modulus.power(a, BigInteger.valueOf(e))).isEqualTo(power);
                assertThat(modulus.powerOfX(BigInteger.valueOf(e))).isEqualTo(powerOfX);
                power = modulus.multiply(power, a);
                powerOfX = modulus.multiply(powerOfX, Polynomial.x(field));
            }
            BigInteger e = new BigInteger(300, random);
            BigInteger d = new BigInteger(90, random);
            assertThat(modulus.power(a, e.add(d)))
                    .isEqualTo(modulus.multiply(modulus.power(a, e), modulus.power(a, d)));
            assertThat(modulus.powerOfX(e.add(d)))
                    .isEqualTo(modulus.multiply(modulus.powerOfX(e), modulus.powerOfX(d)));
            assertThat(modulus.power(Polynomial.x(field), e)).isEqualTo(modulus.powerOfX(e));
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void frobeniusIsAdditiveAndFixesConstants(FiniteField field) {
        Random random = new Random(43);
        PolynomialModulus modulus = PolynomialModulus.of(random(field, 11, random));
        Polynomial a = random(field, 10, random);
        Polynomial b = random(field, 10, random);
        assertThat(modulus.frobenius(a.plus(b))).isEqualTo(modulus.frobenius(a).plus(modulus.frobenius(b)));
        assertThat(modulus.frobenius(a))
                .isEqualTo(modulus.compose(a, modulus.powerOfX(BigInteger.valueOf(field.cardinality()))));
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void compositionAgreesWithHorner(FiniteField field) {
        Random random = new Random(44);
        for (int n : new int[] {1, 3, 40}) {
            PolynomialModulus modulus = PolynomialModulus.of(random(field, n, random));
            Polynomial b = random(field, n + 3, random);
            for (int m : new int[] {-1, 0, 1, 2, 3, 4, 15, 16, 17, 50}) {
                Polynomial a = random(field, m, random);
                Polynomial value = Polynomial.zero(field);
                for (int i = m; i >= 0; i--) {
                    value = modulus.multiply(value, b).plus(Polynomial.of(field, a.coefficient(i)));
                }
                assertThat(modulus.compose(a, b)).isEqualTo(modulus.reduce(value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FIELDS)
    void inversesMultiplyToOne(FiniteField field) {
        Random random = new Random(45);
        for (int n : new int[] {1, 2, 40, 65}) {
            Polynomial f = random(field, n, random);
            PolynomialModulus modulus = PolynomialModulus.of(f);
            for (int i = 0; i < 5; i++) {
                Polynomial a = random(field, n + i, random);
                if (a.gcd(f).isOne()) {
                    assertThat(modulus.multiply(a, modulus.inverse(a))).isEqualTo(Polynomial.one(field));
                    assertThat(modulus.power(a, BigInteger.valueOf(-3)))
                            .isEqualTo(modulus.power(modulus.inverse(a), BigInteger.valueOf(3)));
                } else {
                    assertThatThrownBy(() -> modulus.inverse(a)).isInstanceOf(ArithmeticException.class);
                }
            }
        }
    }

    @Test
    void mersenneTrinomialOfDegree127HasItsOrder() {
        FiniteField field = TestFields.conway(2, 1);
        PolynomialModulus modulus = PolynomialModulus.of(Polynomial.ofExponents(field, 127, 1, 0));
        BigInteger order = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
        assertThat(modulus.powerOfX(order).isOne()).isTrue();
        assertThat(modulus.powerOfX(BigInteger.ONE.negate())).isEqualTo(modulus.inverse(Polynomial.x(field)));
    }

    @Test
    void constantModulusIsRefused() {
        assertThatThrownBy(() -> PolynomialModulus.of(Polynomial.one(FiniteField.unchecked(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("modulus = 1");
    }
}
