package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;

/** Products modulo f with kept transforms, against division by definition. */
class SpectralReducerTest {

    private static long[] padded(Polynomial a, int n) {
        return Arrays.copyOf(a.coefficients(), n);
    }

    private static Polynomial largest(FiniteField field, int degree) {
        long[] coefficients = new long[degree + 1];
        Arrays.fill(coefficients, field.characteristic() / 2);
        return Polynomial.of(field, coefficients);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 101, 65_537, 2_147_483_647L, (1L << 48) - 59, (1L << 61) - 1, (1L << 62) - 57})
    void productsAgreeWithDivision(long p) {
        FiniteField field = FiniteField.unchecked(p);
        DenseKernel kernel = new DenseKernel(field);
        Random random = new Random(91);
        // N = n and N > n for the cyclic product of quotient and modulus
        for (int n : new int[] {2, 3, 31, 64, 65, 96, 128, 129, 192, 200}) {
            Polynomial f = (n % 3 == 0 ? largest(field, n) : SchoolbookPolynomials.random(field, n, random)).monic();
            long[] inverse =
                    Polynomial.monomial(field, 1, 2 * n - 1).quotient(f).coefficients();
            SpectralReducer reducer =
                    new SpectralReducer(new FloatingConvolution(field), kernel, f.coefficients(), inverse);
            for (int i = 0; i < 3; i++) {
                Polynomial a = i == 0 ? largest(field, n - 1) : SchoolbookPolynomials.random(field, n - 1, random);
                Polynomial b = SchoolbookPolynomials.random(field, random.nextInt(n), random);
                Polynomial c = SchoolbookPolynomials.times(a, b);
                assertThat(reducer.multiply(a.coefficients(), b.coefficients()))
                        .isEqualTo(padded(SchoolbookPolynomials.remainder(c, f), n));
                assertThat(reducer.multiply(a.data(), a.data()))
                        .isEqualTo(padded(SchoolbookPolynomials.remainder(SchoolbookPolynomials.times(a, a), f), n));
                Polynomial d = SchoolbookPolynomials.random(field, 2 * n - 1, random);
                assertThat(reducer.reduce(d.coefficients()))
                        .isEqualTo(padded(SchoolbookPolynomials.remainder(d, f), n));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 31, 101, 65_537, 2_147_483_647L, (1L << 61) - 1})
    void modulusAboveTheLimitAgreesWithDivision(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(92);
        int n = new PrimeMultiplication(field).newtonThreshold() + 1;
        Polynomial f = SchoolbookPolynomials.random(field, n, random).monic();
        PolynomialModulus modulus = PolynomialModulus.of(f);
        for (int degree : new int[] {0, n / 3, n / 2, n / 2 + 2, n - 1}) {
            Polynomial a = SchoolbookPolynomials.random(field, n - 1, random);
            Polynomial b = SchoolbookPolynomials.random(field, degree, random);
            Polynomial product = SchoolbookPolynomials.times(a, b);
            assertThat(modulus.multiply(a, b)).isEqualTo(SchoolbookPolynomials.remainder(product, f));
            assertThat(modulus.reduce(product.shiftUp(degree)))
                    .isEqualTo(SchoolbookPolynomials.remainder(product.shiftUp(degree), f));
            assertThat(modulus.square(b))
                    .isEqualTo(SchoolbookPolynomials.remainder(SchoolbookPolynomials.times(b, b), f));
        }
    }
}
