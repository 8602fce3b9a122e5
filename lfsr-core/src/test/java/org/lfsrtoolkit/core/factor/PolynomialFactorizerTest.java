package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

class PolynomialFactorizerTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @ParameterizedTest
    @CsvSource({"2, 11", "3, 7", "4, 5", "5, 4", "7, 4", "8, 3", "9, 3", "16, 3"})
    void everySmallPolynomialFactorsAsMultiplicationSays(long q, int maximalDegree) {
        SmallFields.factorizations(SmallFields.field(q), maximalDegree)
                .forEach((f, expected) -> assertThat(
                                PolynomialFactorizer.factor(f, CONTROL).factors())
                        .as("%s over GF(%s)", f, q)
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 7, 8, 9, 16, 27, 343, 65537, 2147483647})
    void productsOfRandomPowersComeApart(long q) {
        FiniteField field = SmallFields.field(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int round = 0; round < 20; round++) {
            List<Polynomial> parts = new ArrayList<>();
            Polynomial f = Polynomial.of(field, 1 + random.nextLong(q - 1));
            long unit = f.leadingCoefficient();
            for (int i = 0; i < 4; i++) {
                Polynomial g = EqualDegreeFactorization.random(field, 1 + random.nextInt(5), random);
                if (g.degree() >= 1) {
                    int e = 1 + random.nextInt(5);
                    f = f.times(g.monic().power(e));
                    parts.add(g.monic());
                }
            }
            PolynomialFactorization factorization = PolynomialFactorizer.factor(f, CONTROL);
            assertThat(factorization.expand()).as("%s over GF(%s)", f, q).isEqualTo(f);
            assertThat(factorization.unit()).isEqualTo(unit);
            assertThat(factorization.degree()).isEqualTo(f.degree());
            assertThat(factorization.factors())
                    .isSortedAccordingTo(PolynomialFactor.ORDER)
                    .allSatisfy(factor -> assertThat(RabinIrreducibility.isIrreducible(factor.polynomial(), CONTROL))
                            .isTrue());
        }
    }

    @Test
    void constantsHaveNoFactorsAndZeroIsRefused() {
        FiniteField field = SmallFields.field(7);
        PolynomialFactorization three = PolynomialFactorizer.factor(Polynomial.of(field, 3), CONTROL);
        assertThat(three.factors()).isEmpty();
        assertThat(three.unit()).isEqualTo(3);
        assertThat(three.expand()).isEqualTo(Polynomial.of(field, 3));
        assertThat(three.isIrreducible()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolynomialFactorizer.factor(Polynomial.zero(field), CONTROL));
    }
}
