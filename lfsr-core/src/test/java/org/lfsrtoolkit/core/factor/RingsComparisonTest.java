package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cc.redberry.rings.Rings;
import cc.redberry.rings.poly.FiniteField;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.univar.UnivariateFactorization;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariatePolynomialZp64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/** Our factorizations against those of the Rings library, on random and on structured polynomials. */
class RingsComparisonTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11, 13, 257, 65537, 2147483647, 2147483629, 1000000007})
    void primeFields(long q) {
        compare(q, q < 100 ? 40 : 24);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 9, 16, 25, 27, 343})
    void extensionFields(long q) {
        compare(q, 14);
    }

    private static void compare(long q, int size) {
        org.lfsrtoolkit.core.field.FiniteField field = SmallFields.field(q);
        SplittableRandom random = new SplittableRandom(q * 31 + size);
        for (Polynomial f : inputs(field, size, random)) {
            assertThat(PolynomialFactorizer.factor(f, CONTROL).factors())
                    .as("%s over %s", f, field)
                    .isEqualTo(factorWithRings(f));
        }
    }

    private static List<Polynomial> inputs(
            org.lfsrtoolkit.core.field.FiniteField field, int size, SplittableRandom random) {
        int p = (int) Math.min(field.characteristic(), 1000);
        List<Polynomial> inputs = new ArrayList<>();
        Polynomial one = Polynomial.one(field);
        for (int round = 0; round < 6; round++) {
            Polynomial a = monic(field, size, random);
            Polynomial b = monic(field, 1 + random.nextInt(size / 2), random);
            Polynomial c = monic(field, 1 + random.nextInt(4), random);
            inputs.add(a);
            inputs.add(a.times(b).times(b));
            inputs.add(b.times(c.power(1 + random.nextInt(6))));
            if (p <= 13) {
                inputs.add(c.power(p).times(b)); // a p-th power among the factors
                inputs.add(b.power(p));
                inputs.add(c.power(p * p).times(c).shiftUp(random.nextInt(3)));
            }
            int n = 1 + random.nextInt(size);
            inputs.add(Polynomial.monomial(field, 1, n).minus(one)); // x^n − 1
            inputs.add(Polynomial.monomial(field, 1, n).plus(one));
            Polynomial equal = one; // many factors of one degree
            for (int i = 0; i < 8; i++) {
                equal = equal.times(PolynomialSearch.random(
                        field, 1 + round / 2, PolynomialSearch.Kind.IRREDUCIBLE, random.nextLong(), CONTROL));
            }
            inputs.add(equal);
        }
        if (field.cardinality() <= 27) { // x^q − x: every element is a root
            inputs.add(Polynomial.monomial(field, 1, (int) field.cardinality()).minus(Polynomial.x(field)));
        }
        return inputs;
    }

    private static Polynomial monic(org.lfsrtoolkit.core.field.FiniteField field, int degree, SplittableRandom random) {
        return Polynomial.monomial(field, 1, degree).plus(EqualDegreeFactorization.random(field, degree, random));
    }

    /** Powers of x are taken out first: Rings 2.5.8 gives x^n as one factor. */
    private static List<PolynomialFactor> factorWithRings(Polynomial given) {
        org.lfsrtoolkit.core.field.FiniteField field = given.field();
        int powerOfX = given.multiplicityOfX();
        Polynomial f = given.shiftDown(powerOfX);
        long p = field.characteristic();
        List<PolynomialFactor> factors = new ArrayList<>();
        if (field.isPrime()) {
            PolynomialFactorDecomposition<UnivariatePolynomialZp64> result =
                    UnivariateFactorization.Factor(UnivariatePolynomialZp64.create(p, f.coefficients()));
            for (int i = 0; i < result.size(); i++) {
                UnivariatePolynomialZp64 g = result.get(i);
                long[] coefficients = new long[g.degree() + 1];
                for (int j = 0; j < coefficients.length; j++) {
                    coefficients[j] = g.get(j);
                }
                add(factors, Polynomial.of(field, coefficients), result.getExponent(i));
            }
        } else {
            FiniteField<UnivariatePolynomialZp64> ring = Rings.GF(UnivariatePolynomialZp64.create(p, field.modulus()));
            UnivariatePolynomialZp64[] elements = new UnivariatePolynomialZp64[f.degree() + 1];
            for (int j = 0; j < elements.length; j++) {
                elements[j] = UnivariatePolynomialZp64.create(p, field.digits(f.coefficient(j)));
            }
            PolynomialFactorDecomposition<UnivariatePolynomial<UnivariatePolynomialZp64>> result =
                    UnivariateFactorization.Factor(UnivariatePolynomial.create(ring, elements));
            for (int i = 0; i < result.size(); i++) {
                UnivariatePolynomial<UnivariatePolynomialZp64> g = result.get(i);
                long[] coefficients = new long[g.degree() + 1];
                for (int j = 0; j < coefficients.length; j++) {
                    long[] digits = new long[field.extensionDegree()];
                    for (int t = 0; t < digits.length; t++) {
                        digits[t] = g.get(j).get(t);
                    }
                    coefficients[j] = field.fromDigits(digits);
                }
                add(factors, Polynomial.of(field, coefficients), result.getExponent(i));
            }
        }
        if (powerOfX > 0) {
            factors.add(new PolynomialFactor(Polynomial.x(field), powerOfX));
        }
        factors.sort(PolynomialFactor.ORDER);
        return factors;
    }

    private static void add(List<PolynomialFactor> factors, Polynomial g, int exponent) {
        if (g.degree() > 0) {
            factors.add(new PolynomialFactor(g.monic(), exponent));
        }
    }
}
