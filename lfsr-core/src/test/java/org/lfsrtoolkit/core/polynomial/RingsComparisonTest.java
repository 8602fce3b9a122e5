package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.FiniteField;
import cc.redberry.rings.poly.univar.UnivariateDivision;
import cc.redberry.rings.poly.univar.UnivariateGCD;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariatePolynomialZp64;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products, divisions and greatest common divisors at large degrees, against the Rings library. */
class RingsComparisonTest {

    private static final int[] DEGREES = {20, 129, 400, 1100, 2600};

    private static UnivariatePolynomialZp64 rings(Polynomial a) {
        return UnivariatePolynomialZp64.create(a.field().characteristic(), a.coefficients());
    }

    private static Polynomial ours(Polynomial like, UnivariatePolynomialZp64 a) {
        long[] coefficients = new long[a.degree() + 1];
        Arrays.setAll(coefficients, a::get);
        return Polynomial.of(like.field(), coefficients);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 101, 65_537, 2_147_483_647L, (1L << 61) - 1})
    void primeFieldsAgree(long p) {
        org.lfsrtoolkit.core.field.FiniteField field = org.lfsrtoolkit.core.field.FiniteField.unchecked(p);
        Random random = new Random(61);
        for (int n : DEGREES) {
            Polynomial common = Polynomial.random(field, n / 5, random);
            Polynomial a = Polynomial.random(field, n, random).times(common);
            Polynomial b = Polynomial.random(field, n - 7, random).times(common);
            UnivariatePolynomialZp64 x = rings(a);
            UnivariatePolynomialZp64 y = rings(b);
            assertThat(a.times(b)).isEqualTo(ours(a, x.clone().multiply(y)));
            assertThat(a.square()).isEqualTo(ours(a, x.clone().square()));
            UnivariatePolynomialZp64[] division =
                    UnivariateDivision.divideAndRemainder(x.clone().multiply(x), y, true);
            assertThat(a.square().quotient(b)).isEqualTo(ours(a, division[0]));
            assertThat(a.square().remainder(b)).isEqualTo(ours(a, division[1]));
            assertThat(PolynomialModulus.of(b).square(a)).isEqualTo(ours(a, division[1]));
            assertThat(a.gcd(b))
                    .isEqualTo(ours(a, UnivariateGCD.PolynomialGCD(x, y).monic()));
        }
    }

    private static UnivariatePolynomial<UnivariatePolynomialZp64> rings(
            FiniteField<UnivariatePolynomialZp64> ring, Polynomial a) {
        UnivariatePolynomialZp64[] coefficients = Arrays.stream(a.coefficients())
                .mapToObj(c -> UnivariatePolynomialZp64.create(
                        a.field().characteristic(), a.field().digits(c)))
                .toArray(UnivariatePolynomialZp64[]::new);
        return UnivariatePolynomial.create(ring, coefficients);
    }

    private static Polynomial ours(Polynomial like, UnivariatePolynomial<UnivariatePolynomialZp64> a) {
        long[] coefficients = new long[a.degree() + 1];
        for (int i = 0; i < coefficients.length; i++) {
            long[] digits = new long[a.get(i).degree() + 1];
            Arrays.setAll(digits, a.get(i)::get);
            coefficients[i] = like.field().fromDigits(digits);
        }
        return Polynomial.of(like.field(), coefficients);
    }

    @ParameterizedTest
    @MethodSource("org.lfsrtoolkit.core.polynomial.SchoolbookPolynomials#fields")
    void extensionFieldsAgree(org.lfsrtoolkit.core.field.FiniteField field) {
        if (field.isPrime()) {
            return;
        }
        FiniteField<UnivariatePolynomialZp64> ring =
                Rings.GF(UnivariatePolynomialZp64.create(field.characteristic(), field.modulus()));
        assertThat(ring.cardinality()).isEqualTo(new BigInteger(Long.toString(field.cardinality())));
        Random random = new Random(62);
        for (int n : new int[] {3, 30, 75}) {
            Polynomial common = Polynomial.random(field, 5, random);
            Polynomial a = Polynomial.random(field, n, random).times(common);
            Polynomial b = Polynomial.random(field, n - 2, random).times(common);
            UnivariatePolynomial<UnivariatePolynomialZp64> x = rings(ring, a);
            UnivariatePolynomial<UnivariatePolynomialZp64> y = rings(ring, b);
            UnivariatePolynomial<UnivariatePolynomialZp64> product = x.clone().multiply(y);
            assertThat(a.times(b)).isEqualTo(ours(a, product));
            assertThat(a.square().remainder(b))
                    .isEqualTo(ours(a, UnivariateDivision.remainder(x.clone().multiply(x), y, true)));
            assertThat(a.gcd(b))
                    .isEqualTo(ours(a, UnivariateGCD.PolynomialGCD(x, y).monic()));
        }
    }
}
