package org.lfsrtoolkit.core.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.linear.FieldDecompositionSolver;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.matrix.Matrix;

class CommonsMathFieldTest {

    @ParameterizedTest
    @MethodSource({"org.lfsrtoolkit.core.field.TestFields#large", "org.lfsrtoolkit.core.field.TestFields#small"})
    void commonsMathInversesAndProductsAgreeWithOurMatrices(FiniteField field) {
        Random random = new Random(21);
        CommonsMathField adapter = new CommonsMathField(field);
        for (int n = 1; n <= 6; n++) {
            long[][] rows = new long[n][];
            for (int i = 0; i < n; i++) {
                rows[i] = random.longs(n)
                        .map(x -> Math.floorMod(x, field.cardinality()))
                        .toArray();
            }
            if (n == 4) {
                rows[3] = rows[0].clone();
            }
            Matrix ours = Matrix.of(field, rows);
            FieldMatrix<FiniteFieldElement> theirs = adapter.matrix(rows);
            FieldLUDecomposition<FiniteFieldElement> decomposition = new FieldLUDecomposition<>(theirs);
            FieldDecompositionSolver<FiniteFieldElement> solver = decomposition.getSolver();
            assertThat(solver.isNonSingular()).isEqualTo(ours.isInvertible());
            assertThat(decomposition.getDeterminant().code() != 0).isEqualTo(ours.isInvertible());
            assertThat(CommonsMathField.codes(theirs.multiply(theirs)))
                    .isDeepEqualTo(ours.times(ours).toRows());
            if (solver.isNonSingular()) {
                assertThat(CommonsMathField.codes(solver.getInverse()))
                        .isDeepEqualTo(ours.inverse().toRows());
            }
        }
    }

    @Test
    void determinantOfATriangularMatrixIsTheProductOfItsDiagonal() {
        FiniteField field = TestFields.aes();
        CommonsMathField adapter = new CommonsMathField(field);
        FieldMatrix<FiniteFieldElement> matrix = adapter.matrix(new long[][] {{0x57, 3, 9}, {0, 0x83, 7}, {0, 0, 1}});
        assertThat(new FieldLUDecomposition<>(matrix).getDeterminant()).isEqualTo(adapter.element(0xC1));
    }

    @Test
    void integerMultiplesAreRepeatedSums() {
        FiniteField field = TestFields.conway(3, 2);
        FiniteFieldElement a = FiniteFieldElement.of(field, 5);
        assertThat(a.multiply(2)).isEqualTo(a.add(a));
        assertThat(a.multiply(3)).isEqualTo(new CommonsMathField(field).getZero());
        assertThat(a.multiply(-1)).isEqualTo(a.negate());
    }

    @Test
    void badOperandsAreRefused() {
        FiniteFieldElement a = FiniteFieldElement.of(TestFields.conway(3, 2), 5);
        FiniteFieldElement b = FiniteFieldElement.of(FiniteField.unchecked(7), 5);
        assertThatThrownBy(() -> a.add(b)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> a.divide(a.subtract(a))).isInstanceOf(MathArithmeticException.class);
        assertThatThrownBy(() -> FiniteFieldElement.of(a.finiteField(), 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("element = 9, expected 0..8");
    }
}
