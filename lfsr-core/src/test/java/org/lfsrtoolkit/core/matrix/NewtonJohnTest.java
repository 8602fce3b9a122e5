package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

class NewtonJohnTest {

    private static final int[] SIDES = {1, 2, 7, 8, 9, 16, 17, 31, 33, 70};

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 16, 32, 64, 128, 256})
    void packedCodesAreUnpackedAndFoundAgain(long q) {
        FiniteField field = FiniteFields.of(q);
        CodeLanes lanes = new CodeLanes(field);
        SplittableRandom random = new SplittableRandom(q);
        for (int n : SIDES) {
            long[] codes = Matrix.random(field, 1, n, random).row(0);
            long[] words = lanes.pack(codes);
            assertThat(lanes.unpack(words, n)).isEqualTo(codes);
            long[] image = new long[words.length];
            lanes.timesGenerator(image, words, 0, words.length);
            long[] expected = codes.clone();
            field.scale(expected, 0, n, 2);
            assertThat(lanes.unpack(image, n)).isEqualTo(expected);
            int first = 0;
            while (first < n && codes[first] == 0) {
                first++;
            }
            assertThat(lanes.firstNonZero(words, 0)).isEqualTo(first == n ? -1 : first);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 16, 32, 64, 128, 256})
    void productAgreesWithThePlainTwin(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q + 1);
        for (int n : SIDES) {
            Matrix a = Matrix.random(field, n + 3, n, random);
            Matrix b = Matrix.random(field, n, 2 * n + 1, random);
            long[][] product = NewtonJohnProduct.product(field, a.toRows(), b.toRows(), RunControl.unlimited());
            assertThat(Matrix.of(field, product)).isEqualTo(NaiveMatrices.times(a, b));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 16, 32, 64, 128, 256})
    void inverseTimesMatrixIsIdentity(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q + 2);
        for (int n : SIDES) {
            Matrix a = Matrix.randomInvertible(field, n, random);
            assertThat(NaiveMatrices.times(a.inverse(), a)).isEqualTo(Matrix.identity(field, n));
            // a row that is a multiple of another one
            long[][] rows = a.toRows();
            if (n > 1) {
                rows[n - 1] = rows[0].clone();
                field.scale(rows[n - 1], 0, n, q - 1);
                assertThat(NewtonJohnElimination.inverse(field, RunControl.unlimited(), rows))
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 16, 32, 64, 128, 256})
    void rankOfAProductOfThinMatricesIsTheirCommonSide(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q + 3);
        for (int n : SIDES) {
            int r = (n + 1) / 2;
            long[][] thin = Matrix.random(field, n + 5, r, random).toRows();
            long[][] flat = Matrix.random(field, r, n, random).toRows();
            for (int i = 0; i < r; i++) {
                for (int j = 0; j <= i; j++) {
                    thin[i + 2][j] = i == j ? 1 : 0;
                    flat[i][j + n - r] = i == j ? 1 : 0;
                }
            }
            Matrix product = NaiveMatrices.times(Matrix.of(field, thin), Matrix.of(field, flat));
            assertThat(product.rank()).isEqualTo(r);
            assertThat(product.transpose().rank()).isEqualTo(r);
            assertThat(Matrix.zero(field, n, n + 1).rank()).isZero();
        }
    }
}
