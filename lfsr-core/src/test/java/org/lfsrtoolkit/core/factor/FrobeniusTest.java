package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.LinearCombinations;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/** The map h ↦ h^q and what is built on it, against plain powers; f is arbitrary, not irreducible. */
class FrobeniusTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @ParameterizedTest
    @CsvSource({
        "2, 1",
        "2, 70",
        "3, 1",
        "3, 40",
        "4, 17",
        "5, 3",
        "101, 130",
        "8, 20",
        "9, 20",
        "343, 12",
        "65537, 20",
        "2147483647, 9"
    })
    void everyWayToApplyAndCombineItAgreesWithPowers(long q, int n) {
        FiniteField field = SmallFields.field(q);
        SplittableRandom random = new SplittableRandom(q + n);
        Polynomial f = Polynomial.monomial(field, 1, n).plus(EqualDegreeFactorization.random(field, n, random));
        PolynomialModulus modulus = PolynomialModulus.of(f);
        Polynomial h = EqualDegreeFactorization.random(field, n, random);
        BigInteger size = BigInteger.valueOf(q);
        Polynomial expected = modulus.power(h, size);
        FrobeniusMap matrix = FrobeniusMap.of(modulus, 1_000_000, CONTROL);
        if (LinearCombinations.supports(field)) {
            FrobeniusMap combinations = FrobeniusMap.byCombinations(modulus, CONTROL);
            assertThat(combinations.isByPowers()).isFalse();
            assertThat(combinations.apply(h)).isEqualTo(expected);
            assertThat(combinations.apply(Polynomial.zero(field)).isZero()).isTrue();
        } else {
            assertThat(matrix.isByPowers()).isEqualTo(q < 16);
        }
        assertThat(matrix.apply(h)).isEqualTo(expected);
        assertThat(FrobeniusMap.byPowers(modulus).apply(h)).isEqualTo(expected);
        assertThat(matrix.apply(Polynomial.zero(field)).isZero()).isTrue();

        Polynomial x = Polynomial.x(field);
        Polynomial frobenius = modulus.power(x, size);
        assertThat(modulus.compose(h, frobenius)).isEqualTo(expected);
        Polynomial power = modulus.reduce(x);
        Polynomial term = modulus.reduce(h);
        Polynomial trace = Polynomial.zero(field);
        for (int i = 1; i <= 13; i++) {
            power = modulus.power(power, size);
            trace = trace.plus(term);
            term = modulus.power(term, size);
            assertThat(FrobeniusPowers.power(modulus, frobenius, i, CONTROL)).isEqualTo(power);
            assertThat(FrobeniusPowers.trace(modulus, frobenius, h, i, CONTROL)).isEqualTo(trace);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 60", "3, 30", "4, 20", "7, 24", "65537, 12"})
    void blockLengthDoesNotChangeTheParts(long q, int n) {
        FiniteField field = SmallFields.field(q);
        SplittableRandom random = new SplittableRandom(n);
        for (int round = 0; round < 10; round++) {
            Polynomial f = Polynomial.monomial(field, 1, n).plus(EqualDegreeFactorization.random(field, n, random));
            for (PolynomialFactor part : SquareFreeFactorization.of(f, CONTROL)) {
                var expected = DistinctDegreeFactorization.of(part.polynomial(), 1, CONTROL);
                for (int block : new int[] {2, 3, 5, 8, 100}) {
                    assertThat(DistinctDegreeFactorization.of(part.polynomial(), block, CONTROL))
                            .isEqualTo(expected);
                }
                assertThat(BabyStepGiantStepDegrees.of(part.polynomial(), CONTROL))
                        .isEqualTo(expected);
            }
        }
    }
}
