package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

class SharedWordTest {

    private static final int[][] SHAPES = {
        {1, 1, 1}, {3, 5, 2}, {9, 8, 40}, {16, 16, 16}, {17, 64, 9}, {40, 33, 30}, {2, 128, 3}
    };

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 13, 101, 1009, 4093})
    void productAgreesWithThePlainTwin(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        for (int[] s : SHAPES) {
            if (!SharedWordProduct.serves(p, s[1])) {
                continue;
            }
            Matrix a = Matrix.random(field, s[0], s[1], random);
            Matrix b = Matrix.random(field, s[1], s[2], random);
            long[][] product = SharedWordProduct.product(p, a.toRows(), b.toRows(), RunControl.unlimited());
            assertThat(Matrix.of(field, product)).isEqualTo(NaiveMatrices.times(a, b));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 13, 101, 1009, 4093})
    void largestSumsFit(long p) {
        int terms = 128;
        while (!SharedWordProduct.serves(p, terms)) {
            terms--;
        }
        long[] largest = new long[terms];
        Arrays.fill(largest, p - 1);
        long[][] left = new long[40][];
        Arrays.fill(left, largest);
        long[][] right = new long[terms][30];
        for (long[] row : right) {
            Arrays.fill(row, p - 1);
        }
        for (long[] row : SharedWordProduct.product(p, left, right, RunControl.unlimited())) {
            assertThat(row).containsOnly(terms % p);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 13, 101, 1009, 65521, 65537, 16777213, 16777259, 2147483647L})
    void rankAgreesWithThePlainTwin(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        for (int[] s : SHAPES) {
            for (int rank : new int[] {1, s[1] / 2, s[1] - 1, s[1]}) {
                if (rank == 0) {
                    continue;
                }
                Matrix thin = Matrix.random(field, s[0], rank, random);
                Matrix flat = Matrix.random(field, rank, s[1], random);
                Matrix a = NaiveMatrices.times(thin, flat);
                long[][] rows = a.toRows();
                assertThat(SharedWordElimination.serves(field, s[0], s[1])).isTrue();
                assertThat(SharedWordElimination.rank(field, s[1], RunControl.unlimited(), rows))
                        .isEqualTo(NaiveMatrices.rank(a));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 101, 65537, 16777213, 2147483647L})
    void rowsOfZerosAndRepeatedRowsAddNoRank(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        long[][] rows = new long[50][40];
        for (int i = 0; i < 50; i++) {
            if (i % 3 == 0 && i < 30) {
                rows[i] = Matrix.random(field, 1, 40, random).row(0);
            } else if (i % 3 == 1) {
                rows[i] = rows[i - 1].clone();
                field.scale(rows[i], 0, 40, p - 1);
            } else if (i % 3 == 2) {
                // one entry, the last columns first: pivots in no order
                rows[i][39 - i / 3] = 1 + random.nextLong(p - 1);
            }
        }
        assertThat(SharedWordElimination.rank(field, 40, RunControl.unlimited(), rows))
                .isEqualTo(NaiveMatrices.rank(Matrix.of(field, rows)))
                .isEqualTo(26);
    }
}
