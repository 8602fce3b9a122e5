package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.CommonsMathField;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.field.FiniteFieldElement;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

class MatrixTest {

    private static final int[] SIDES = {1, 2, 7, 8, 9, 63, 64, 65, 130};

    @ParameterizedTest
    @ValueSource(
            longs = {2, 3, 4, 7, 8, 9, 32, 64, 81, 128, 256, 343, 3125, 10007, 65521, 2147483647L, 2305843009213693951L
            })
    void productAgreesWithThePlainTwin(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        int[][] shapes = {{1, 1, 1}, {3, 5, 2}, {1, 65, 9}, {17, 1, 64}, {20, 66, 65}, {33, 32, 31}};
        for (int[] s : shapes) {
            Matrix a = Matrix.random(field, s[0], s[1], random);
            Matrix b = Matrix.random(field, s[1], s[2], random);
            assertThat(a.times(b)).isEqualTo(NaiveMatrices.times(a, b));
            assertThat(a.transpose().transpose()).isEqualTo(a);
            assertThat(b.transpose().times(a.transpose())).isEqualTo(a.times(b).transpose());
            assertThat(a.leftMultiply(new long[s[0]])).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 7, 256, 343, 2147483647L})
    void inverseTimesMatrixIsIdentity(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int n : SIDES) {
            if (n > 9 && q > 2) {
                break;
            }
            Matrix a = Matrix.randomInvertible(field, n, random);
            assertThat(a.inverse().times(a)).isEqualTo(Matrix.identity(field, n));
            assertThat(a.determinant()).isNotZero();
            assertThat(a.power(BigInteger.valueOf(-3)).times(a).times(a).times(a))
                    .isEqualTo(Matrix.identity(field, n));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 8, 9, 16, 32, 101})
    void rankNullSpaceAndRowSpaceAddUp(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int round = 0; round < 60; round++) {
            int rows = 1 + random.nextInt(12);
            int columns = 1 + random.nextInt(12);
            int inner = 1 + random.nextInt(6);
            Matrix a = Matrix.random(field, rows, inner, random).times(Matrix.random(field, inner, columns, random));
            int rank = NaiveMatrices.rank(a);
            assertThat(a.rank()).isEqualTo(rank);
            assertThat(a.rowSpace().rowCount()).isEqualTo(rank);
            Matrix kernel = a.nullSpace();
            assertThat(kernel.rowCount()).isEqualTo(rows - rank);
            assertThat(kernel.rank()).isEqualTo(rows - rank);
            for (int i = 0; i < kernel.rowCount(); i++) {
                assertThat(a.leftMultiply(kernel.row(i))).containsOnly(0);
            }
            for (int i = 0; i < rows; i++) {
                assertThat(a.solve(a.row(i)))
                        .hasValueSatisfying(v -> assertThat(v).hasSize(rows));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 101})
    void solveFindsAPreimageExactlyWhenThereIsOne(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        int solvable = 0;
        for (int round = 0; round < 100; round++) {
            Matrix a = Matrix.random(field, 5, 3, random).times(Matrix.random(field, 3, 4, random));
            long[] b = random.longs(4, 0, q).toArray();
            long[][] rows = new long[6][];
            for (int i = 0; i < 5; i++) {
                rows[i] = a.row(i);
            }
            rows[5] = b;
            boolean expected = NaiveMatrices.rank(Matrix.of(field, rows)) == NaiveMatrices.rank(a);
            assertThat(a.solve(b).isPresent()).isEqualTo(expected);
            if (expected) {
                solvable++;
                assertThat(a.leftMultiply(a.solve(b).orElseThrow())).isEqualTo(b);
            }
        }
        assertThat(solvable).isBetween(1, 99);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 7, 343, 2147483647L})
    void determinantIsTheConstantTermOfTheCharacteristicPolynomialUpToSign(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int n = 1; n <= 8; n++) {
            Matrix a = Matrix.random(field, n, n, random);
            long constant = NaiveMatrices.characteristicPolynomial(a).coefficient(0);
            assertThat(a.determinant()).isEqualTo(n % 2 == 0 ? constant : field.negate(constant));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 101})
    void everyMatrixIsARootOfItsCharacteristicPolynomial(long q) {
        FiniteField field = FiniteFields.of(q);
        Matrix a = Matrix.random(field, 23, 23, new SplittableRandom(q));
        Polynomial f = NaiveMatrices.characteristicPolynomial(a);
        assertThat(Matrix.evaluate(f, a).isZero()).isTrue();
        Polynomial g = f.plus(Polynomial.of(field, 1, 0, 1));
        assertThat(Matrix.evaluate(g, a)).isEqualTo(NaiveMatrices.evaluate(g, a));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9, 101, 256, 2147483647L})
    void determinantAndInverseAgreeWithCommonsMath(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        CommonsMathField commons = new CommonsMathField(field);
        for (int n : new int[] {1, 2, 5, 17, 20}) {
            Matrix a = Matrix.random(field, n, n, random);
            FieldLUDecomposition<FiniteFieldElement> lu = new FieldLUDecomposition<>(commons.matrix(a.toRows()));
            assertThat(a.determinant()).isEqualTo(lu.getDeterminant().code());
            assertThat(a.isInvertible()).isEqualTo(lu.getSolver().isNonSingular());
            if (a.isInvertible()) {
                assertThat(a.inverse().toRows())
                        .isDeepEqualTo(CommonsMathField.codes(lu.getSolver().getInverse()));
            }
        }
    }

    @Test
    void augmentedMatrixActsAsTheAffineMap() {
        FiniteField field = FiniteFields.of(5);
        SplittableRandom random = new SplittableRandom(5);
        Matrix a = Matrix.random(field, 4, 4, random);
        long[] b = {1, 0, 4, 2};
        long[] image = Matrix.augmented(a, b).leftMultiply(new long[] {3, 1, 0, 2, 1});
        long[] expected = a.leftMultiply(new long[] {3, 1, 0, 2});
        for (int i = 0; i < 4; i++) {
            assertThat(image[i]).isEqualTo(field.add(expected[i], b[i]));
        }
        assertThat(image[4]).isEqualTo(1);
    }

    @Test
    void equalMatricesHaveEqualHashCodesAndOtherFieldsDiffer() {
        long[][] rows = {{1, 0}, {1, 1}};
        Matrix two = Matrix.of(FiniteFields.of(2), rows);
        assertThat(two)
                .isEqualTo(Matrix.of(FiniteFields.of(2), rows))
                .hasSameHashCodeAs(Matrix.of(FiniteFields.of(2), rows));
        assertThat(two).isNotEqualTo(Matrix.of(FiniteFields.of(3), rows)).isNotEqualTo(two.transpose());
        assertThat(two).hasToString("[1, 0]\n[1, 1]");
        assertThat(two.toRows()).isDeepEqualTo(rows);
    }

    @Test
    void badArgumentsAreNamed() {
        FiniteField field = FiniteFields.of(3);
        assertThatThrownBy(() -> Matrix.of(field, new long[][] {{0, 1}, {2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 has 1 entries, expected 2");
        assertThatThrownBy(() -> Matrix.of(field, new long[][] {{0, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry (0, 1) = 3, expected 0..2");
        assertThatThrownBy(() -> Matrix.zero(field, 2, 2).inverse())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("no inverse: the matrix is singular");
        assertThatThrownBy(() -> Matrix.zero(field, 2, 3).determinant()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Matrix.zero(field, 2, 3).times(Matrix.zero(field, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("product of 2 × 3 and 2 × 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 8, 9, 101, 2147483647L, 2305843009213693951L})
    void longOperationsStopWhenCancelled(long q) {
        FiniteField field = FiniteFields.of(q);
        Matrix a = Matrix.randomInvertible(field, 70, new SplittableRandom(q));
        CancellationToken token = new CancellationToken();
        token.cancel();
        RunControl control = RunControl.unlimited().withCancellation(token);
        Polynomial f = Polynomial.of(field, 1, 1, 0, 1, 1);
        List<ThrowingCallable> operations = List.of(
                () -> a.times(a, control),
                () -> a.power(BigInteger.TEN, control),
                () -> a.rank(control),
                () -> a.isInvertible(control),
                () -> a.inverse(control),
                () -> a.determinant(control),
                () -> a.rowSpace(control),
                () -> a.nullSpace(control),
                () -> a.solve(a.row(0), control),
                () -> a.ranksOfPowers(control),
                () -> a.isCyclic(control),
                () -> Matrix.evaluate(f, a, control));
        for (ThrowingCallable operation : operations) {
            assertThatThrownBy(operation).isInstanceOf(CancellationException.class);
        }
    }
}
