package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

/** Products and eliminations over GF(2) at the edges of words, strips, table shapes and vector loops. */
class BinaryEliminationTest {

    private static final FiniteField GF2 = FiniteFields.of(2);

    @ParameterizedTest
    @CsvSource({
        "7, 100, 100",
        "8, 64, 64",
        "9, 31, 65",
        "64, 33, 64",
        "40, 97, 127",
        "65, 128, 128",
        "33, 65, 256",
        "20, 40, 257",
        "30, 100, 704",
        "30, 95, 705",
        "511, 96, 769",
        "512, 97, 769",
        "513, 40, 833"
    })
    void productAgreesWithThePlainTwin(int rows, int inner, int columns) {
        SplittableRandom random = new SplittableRandom(rows + 1000L * columns);
        Matrix a = Matrix.random(GF2, rows, inner, random);
        Matrix b = Matrix.random(GF2, inner, columns, random);
        assertThat(a.times(b)).isEqualTo(NaiveMatrices.times(a, b));
        assertThat(ones(rows, inner).times(b)).isEqualTo(NaiveMatrices.times(ones(rows, inner), b));
    }

    private static Matrix ones(int rows, int columns) {
        long[][] entries = new long[rows][columns];
        for (long[] row : entries) {
            java.util.Arrays.fill(row, 1);
        }
        return Matrix.of(GF2, entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 191, 257, 511, 513, 800})
    void inverseIsTheOneThatMultipliesToTheIdentity(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Matrix a = Matrix.randomInvertible(GF2, n, random);
        assertThat(a.inverse().times(a)).isEqualTo(Matrix.identity(GF2, n));
        assertThat(a.times(a.inverse())).isEqualTo(Matrix.identity(GF2, n));
        Matrix reversal = reversal(n);
        assertThat(reversal.inverse()).isEqualTo(reversal);
        Matrix shift = Matrix.companion(GF2, firstOnly(n));
        assertThat(shift.inverse()).isEqualTo(shift.transpose());
    }

    private static long[] firstOnly(int n) {
        long[] c = new long[n];
        c[0] = 1;
        return c;
    }

    /** Ones on the other diagonal: every pivot is in the last row looked at. */
    private static Matrix reversal(int n) {
        long[][] rows = new long[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][n - 1 - i] = 1;
        }
        return Matrix.of(GF2, rows);
    }

    @ParameterizedTest
    @CsvSource({"64, 63", "65, 64", "128, 1", "130, 65", "200, 199", "520, 300"})
    void matrixOfLowerRankHasNoInverseAndItsRank(int n, int rank) {
        SplittableRandom random = new SplittableRandom(n);
        Matrix a = Matrix.randomInvertible(GF2, n, random);
        long[][] diagonal = new long[n][n];
        for (int i = 0; i < rank; i++) {
            diagonal[i][i] = 1;
        }
        Matrix b = a.times(Matrix.of(GF2, diagonal)).times(Matrix.randomInvertible(GF2, n, random));
        assertThat(b.rank()).isEqualTo(rank);
        assertThat(b.rowSpace().rowCount()).isEqualTo(rank);
        assertThat(b.nullSpace().rowCount()).isEqualTo(n - rank);
        assertThat(b.nullSpace().times(b).isZero()).isTrue();
        assertThatThrownBy(b::inverse).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"600, 70, 70", "70, 600, 70", "600, 130, 65", "513, 64, 64", "1, 300, 1", "300, 1, 1"})
    void rankOfOblongMatrices(int rows, int columns, int inner) {
        SplittableRandom random = new SplittableRandom(rows * 7L + columns);
        Matrix a = Matrix.random(GF2, rows, inner, random).times(Matrix.random(GF2, inner, columns, random));
        assertThat(a.rank()).isEqualTo(NaiveMatrices.rank(a));
        assertThat(a.transpose().rank()).isEqualTo(a.rank());
    }

    @Test
    void cancelledControlStopsEachOperation() {
        CancellationToken token = new CancellationToken();
        RunControl control = RunControl.unlimited().withCancellation(token);
        Matrix a = Matrix.randomInvertible(GF2, 900, new SplittableRandom(9));
        assertThat(a.times(a.inverse(control), control)).isEqualTo(Matrix.identity(GF2, 900));
        assertThat(a.rank(control)).isEqualTo(900);
        token.cancel();
        assertThatThrownBy(() -> a.times(a, control)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> a.rank(control)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> a.inverse(control)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> a.determinant(control)).isInstanceOf(CancellationException.class);
    }
}
