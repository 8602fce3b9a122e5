package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/** The bit-packed kernels against plain loops, at word, table and strip edges. */
class BitKernelsTest {

    private static final FiniteField GF2 = FiniteFields.of(2);

    @ParameterizedTest
    @CsvSource({"70, 130, 600", "3, 8, 512", "3, 9, 513", "65, 64, 511", "1, 200, 1", "40, 63, 1100"})
    void productOfWideMatricesAgreesWithThePlainTwin(int rows, int inner, int columns) {
        SplittableRandom random = new SplittableRandom(rows + 1000L * columns);
        Matrix a = Matrix.random(GF2, rows, inner, random);
        Matrix b = Matrix.random(GF2, inner, columns, random);
        assertThat(a.times(b)).isEqualTo(NaiveMatrices.times(a, b));
    }

    @ParameterizedTest
    @CsvSource({"150, 700, 90", "700, 150, 20", "64, 64, 63", "129, 129, 129", "200, 201, 1"})
    void rowSpaceIsReducedAndSpansTheRows(int rows, int columns, int inner) {
        SplittableRandom random = new SplittableRandom(rows * 31L + columns);
        Matrix a = Matrix.random(GF2, rows, inner, random).times(Matrix.random(GF2, inner, columns, random));
        int rank = NaiveMatrices.rank(a);
        assertThat(a.rank()).isEqualTo(rank);
        Matrix basis = a.rowSpace();
        assertThat(basis.rowCount()).isEqualTo(rank);
        int last = -1;
        for (int i = 0; i < rank; i++) {
            int pivot = 0;
            while (basis.entry(i, pivot) == 0) {
                pivot++;
            }
            assertThat(pivot).isGreaterThan(last);
            last = pivot;
            int ones = 0;
            for (int k = 0; k < rank; k++) {
                ones += (int) basis.entry(k, pivot);
            }
            assertThat(ones).isEqualTo(1);
        }
        for (int i = 0; i < rows; i += 17) {
            assertThat(basis.solve(a.row(i))).isPresent();
        }
        Matrix kernel = a.nullSpace();
        assertThat(kernel.rowCount()).isEqualTo(rows - rank);
        if (kernel.rowCount() > 0) {
            assertThat(kernel.times(a).isZero()).isTrue();
        }
    }

    @Test
    void columnsWithoutPivotsAreSkipped() {
        SplittableRandom random = new SplittableRandom(7);
        long[][] rows = new long[90][300];
        for (long[] row : rows) {
            for (int j = 0; j < 300; j++) {
                row[j] = j % 3 == 0 || j > 260 ? 0 : j % 7 == 0 ? row[j - 1] : random.nextInt(2);
            }
        }
        Matrix a = Matrix.of(GF2, rows);
        assertThat(a.rank()).isEqualTo(NaiveMatrices.rank(a));
        assertThat(a.rowSpace().rank()).isEqualTo(a.rank());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 128, 513, 600})
    void transposeMovesEveryEntry(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Matrix a = Matrix.random(GF2, n, 70, random);
        Matrix t = a.transpose();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 70; j++) {
                assertThat(t.entry(j, i)).isEqualTo(a.entry(i, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {511, 512, 513, 640})
    void conjugateOfALongRegisterKeepsItsPolynomial(int n) {
        SplittableRandom random = new SplittableRandom(n);
        long[] c = random.longs(n, 0, 2).toArray();
        Matrix register = Matrix.companion(GF2, c);
        Matrix hidden = MatrixGenerators.conjugated(register, random);
        long[] f = java.util.Arrays.copyOf(c, n + 1);
        f[n] = 1;
        assertThat(CharacteristicPolynomial.of(hidden, RunControl.unlimited())).isEqualTo(Polynomial.of(GF2, f));
        assertThat(MinimalPolynomial.of(hidden, RunControl.unlimited())).isEqualTo(Polynomial.of(GF2, f));
        assertThat(CyclicVector.of(hidden, RunControl.unlimited())).isPresent();
    }
}
