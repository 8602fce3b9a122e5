package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

class PrimitivityTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @Test
    void theSmallestCasesAreRight() {
        FiniteField two = SmallFields.field(2);
        assertThat(Primitivity.isPrimitive(Polynomial.of(two, 1, 1), CONTROL)).contains(true);
        assertThat(Primitivity.isPrimitive(Polynomial.x(two), CONTROL)).contains(false);
        assertThat(Primitivity.isPrimitive(Polynomial.one(two), CONTROL)).contains(false);
        assertThat(Primitivity.isPrimitive(Polynomial.zero(two), CONTROL)).contains(false);
        FiniteField three = SmallFields.field(3);
        assertThat(Primitivity.isPrimitive(Polynomial.of(three, 1, 1), CONTROL)).contains(true);
        assertThat(Primitivity.isPrimitive(Polynomial.of(three, 2, 1), CONTROL)).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"2, 9", "3, 5", "4, 4", "5, 3", "7, 3", "8, 3", "9, 3"})
    void primitiveMeansOrderIsTheWholeGroup(long q, int maximalDegree) {
        FiniteField field = SmallFields.field(q);
        for (int degree = 1; degree <= maximalDegree; degree++) {
            BigInteger group = BigInteger.valueOf(q).pow(degree).subtract(BigInteger.ONE);
            SmallFields.monic(field, degree)
                    .filter(f -> f.coefficient(0) != 0)
                    .forEach(f -> assertThat(Primitivity.isPrimitive(f, CONTROL))
                            .as("%s over GF(%s)", f, q)
                            .contains(PolynomialOrder.of(f, CONTROL)
                                    .exact()
                                    .orElseThrow()
                                    .equals(group)));
        }
    }

    @Test
    void scalingKeepsPrimitivity() {
        Polynomial f = PolynomialSearch.first(SmallFields.field(7), 4, PolynomialSearch.Kind.PRIMITIVE, CONTROL);
        assertThat(Primitivity.isPrimitive(f.times(3), CONTROL)).contains(true);
        assertThat(Primitivity.isPrimitive(f.times(5), CONTROL)).contains(true);
    }
}
