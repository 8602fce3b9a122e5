package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.factor.PolynomialSearch.Kind;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/** Sizes beyond brute force, checked by multiplying out and by testing the factors. */
class LargeFactorizationTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @ParameterizedTest
    @CsvSource({
        "2, 521",
        "2, 1023",
        "2, 1500",
        "3, 200",
        "4, 120",
        "16, 60",
        "9, 80",
        "101, 100",
        "343, 40",
        "2147483647, 60",
        "2305843009213693951, 30"
    })
    void randomPolynomialsComeApartIntoIrreducibleOnes(long q, int degree) {
        FiniteField field = SmallFields.field(q);
        SplittableRandom random = new SplittableRandom(degree);
        for (int round = 0; round < 3; round++) {
            check(Polynomial.monomial(field, 1, degree).plus(EqualDegreeFactorization.random(field, degree, random)));
        }
    }

    private static PolynomialFactorization check(Polynomial f) {
        PolynomialFactorization factorization = PolynomialFactorizer.factor(f, CONTROL);
        assertThat(factorization.expand()).isEqualTo(f);
        assertThat(factorization.factors())
                .isSortedAccordingTo(PolynomialFactor.ORDER)
                .allMatch(factor -> RabinIrreducibility.isIrreducible(factor.polynomial(), CONTROL));
        return factorization;
    }

    /** The factors of x^n − 1 over GF(q), gcd(n, q) = 1, are as many as the cycles of j ↦ qj modulo n, of their lengths. */
    @ParameterizedTest
    @CsvSource({"2, 1023", "2, 2047", "3, 728", "4, 255", "5, 624", "8, 511", "9, 80", "2147483647, 60", "2, 1001"})
    void binomialHasAFactorForEachCyclotomicCoset(long q, int n) {
        FiniteField field = SmallFields.field(q);
        Polynomial f = Polynomial.monomial(field, 1, n).minus(Polynomial.one(field));
        int[] degrees = check(f).factors().stream()
                .mapToInt(factor -> factor.polynomial().degree())
                .sorted()
                .toArray();
        boolean[] seen = new boolean[n];
        int[] expected = java.util.stream.IntStream.range(0, n)
                .map(start -> {
                    int length = 0;
                    for (long j = start; !seen[(int) j]; j = j * (q % n) % n) {
                        seen[(int) j] = true;
                        length++;
                    }
                    return length;
                })
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        assertThat(degrees).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 300", "2, 1, 2000", "3, 4, 243", "4, 3, 100", "7, 3, 98", "9, 2, 81", "2147483647, 2, 60"})
    void highMultiplicitiesAreCounted(long q, int degree, int exponent) {
        FiniteField field = SmallFields.field(q);
        Polynomial g = PolynomialSearch.random(field, degree, Kind.PRIMITIVE, 3, CONTROL);
        Polynomial h = PolynomialSearch.random(field, degree + 1, Kind.IRREDUCIBLE, 4, CONTROL);
        Polynomial f = g.power(exponent).times(h).shiftUp(3);
        assertThat(PolynomialFactorizer.factor(f, CONTROL).factors())
                .containsExactlyInAnyOrder(
                        new PolynomialFactor(Polynomial.x(field), 3),
                        new PolynomialFactor(g, exponent),
                        new PolynomialFactor(h, 1));
    }

    @Test
    void productsOfManyFactorsOfOneLargeDegreeComeApart() {
        for (long q : new long[] {2, 4, 3, 25, 65537}) {
            FiniteField field = SmallFields.field(q);
            Polynomial product = Polynomial.one(field);
            for (int i = 0; i < 5; i++) {
                product = product.times(PolynomialSearch.random(field, 17, Kind.IRREDUCIBLE, i, CONTROL));
            }
            assertThat(check(product).factors()).hasSize(5);
            assertThat(EqualDegreeFactorization.of(product, 17, CONTROL)).hasSize(5);
        }
    }

    @Test
    void mersenneTrinomialsAreIrreducibleAndPrimitive() {
        FiniteField field = SmallFields.field(2);
        for (int[] exponents : new int[][] {{127, 1}, {521, 32}, {607, 105}, {1279, 216}, {2281, 715}}) {
            Polynomial f = Polynomial.monomial(field, 1, exponents[0])
                    .plus(Polynomial.monomial(field, 1, exponents[1]))
                    .plus(Polynomial.one(field));
            assertThat(RabinIrreducibility.isIrreducible(f, CONTROL)).isTrue();
            assertThat(PolynomialFactorizer.factor(f, CONTROL).isIrreducible()).isTrue();
            assertThat(RabinIrreducibility.isIrreducible(f.plus(Polynomial.monomial(field, 1, 2)), CONTROL))
                    .isFalse();
        }
    }

    @Test
    void cancellationAndDeadlineStopTheWork() {
        FiniteField field = SmallFields.field(2147483647L);
        Polynomial f = Polynomial.monomial(field, 1, 300)
                .plus(EqualDegreeFactorization.random(field, 300, new SplittableRandom(1)));
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> PolynomialFactorizer.factor(f, CONTROL.withCancellation(token)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> RabinIrreducibility.isIrreducible(f, CONTROL.withBudget(Duration.ZERO)))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> PolynomialOrder.of(f, CONTROL.withBudget(Duration.ZERO)))
                .isInstanceOf(LimitExceededException.class);
        assertThat(PolynomialCounts.irreducible(2147483647L, 2))
                .isEqualTo(BigInteger.valueOf(2147483647L).multiply(BigInteger.valueOf(1073741823L)));
    }
}
