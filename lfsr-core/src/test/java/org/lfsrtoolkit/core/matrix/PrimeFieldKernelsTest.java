package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

/** Products and eliminations over GF(p) against plain twins: late reductions, groups of four rows, blocks of rows. */
class PrimeFieldKernelsTest {

    private static final int[] SIDES = {15, 16, 17, 31, 32, 33, 65};

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 101, 4093, 10007, 10601, 65537, 2147483629L, 2147483647L, 2305843009213693951L})
    void productAgreesWithThePlainTwin(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        for (int n : SIDES) {
            Matrix a = Matrix.random(field, n / 3 + 1, n, random);
            Matrix b = Matrix.random(field, n, n / 2 + 1, random);
            assertThat(a.times(b)).isEqualTo(NaiveMatrices.times(a, b));
        }
        Matrix most = constant(field, 3, 150, p - 1);
        assertThat(most.times(constant(field, 150, 40, p - 1)))
                .isEqualTo(constant(field, 3, 40, field.fromInteger(150)));
        Matrix half = constant(field, 2, 131, (p + 1) / 2);
        assertThat(half.times(constant(field, 131, 70, 2))).isEqualTo(constant(field, 2, 70, field.fromInteger(131)));
    }

    private static Matrix constant(FiniteField field, int rows, int columns, long value) {
        long[][] entries = new long[rows][columns];
        for (long[] row : entries) {
            Arrays.fill(row, value);
        }
        return Matrix.of(field, entries);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 11, 9, 49, 343})
    void productOfManyRowsAgreesWithThePlainTwin(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        int[][] shapes = {{96, 19, 7}, {97, 20, 8}, {100, 21, 9}, {96, 61, 517}};
        for (int[] s : shapes) {
            Matrix a = Matrix.random(field, s[0], s[1], random);
            Matrix b = Matrix.random(field, s[1], s[2], random);
            assertThat(a.times(b)).isEqualTo(NaiveMatrices.times(a, b));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 11})
    void productWithManyTermsIsReducedInTime(long p) {
        FiniteField field = FiniteFields.of(p);
        int terms = 40_000;
        Matrix product = constant(field, 96, terms, p - 1).times(constant(field, terms, 2, p - 1));
        assertThat(product).isEqualTo(constant(field, 96, 2, field.fromInteger(terms)));
        // Half the values add differently: (p − 1)·1
        assertThat(constant(field, 96, terms, p - 1).times(constant(field, terms, 3, 1)))
                .isEqualTo(constant(field, 96, 3, field.fromInteger(-terms)));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 32, 128, 256, 512, 9, 343})
    void inverseAndRankOverExtensionFields(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int n : new int[] {1, 2, 15, 16, 33, 64, 129}) {
            Matrix a = Matrix.randomInvertible(field, n, random);
            assertThat(a.inverse().times(a)).isEqualTo(Matrix.identity(field, n));
            assertThat(a.rank()).isEqualTo(n);
            if (n > 2) {
                Matrix b = Matrix.random(field, n, n / 2, random).times(Matrix.random(field, n / 2, n, random));
                assertThat(b.rank()).isEqualTo(NaiveMatrices.rank(b));
                assertThatThrownBy(b::inverse).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 101, 10007, 65537, 2147483629L, 2147483647L, 2305843009213693951L})
    void inverseAndDeterminantAgreeWithThePlainTwin(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        for (int n : SIDES) {
            Matrix a = Matrix.random(field, n, n, random);
            assertThat(a.determinant()).isEqualTo(NaiveMatrices.determinant(a));
            Matrix b = Matrix.randomInvertible(field, n, random);
            assertThat(b.inverse().times(b)).isEqualTo(Matrix.identity(field, n));
            assertThat(b.rank()).isEqualTo(n);
        }
        // p − 1 everywhere but on the diagonal
        Matrix extreme = constant(field, 64, 64, p - 1).plus(Matrix.identity(field, 64));
        assertThat(extreme.determinant()).isEqualTo(NaiveMatrices.determinant(extreme));
        assertThat(extreme.isInvertible()).isEqualTo(extreme.determinant() != 0);
    }

    /** The largest and smallest of the primes whose residues are cut into pieces, and one beyond each. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                36028797018963971L,
                1152921504606846883L,
                2305843009213693951L,
                36028797018963913L,
                2305843009213693967L
            })
    void longRowsOfLargePrimesAgreeWithThePlainTwin(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        Matrix a = Matrix.random(field, 103, 103, random);
        assertThat(a.determinant()).isEqualTo(NaiveMatrices.determinant(a));
        assertThat(a.inverse().times(a)).isEqualTo(Matrix.identity(field, 103));
        Matrix left = Matrix.random(field, 5, 101, random);
        Matrix right = Matrix.random(field, 101, 7, random);
        assertThat(left.times(right)).isEqualTo(NaiveMatrices.times(left, right));
        Matrix b = Matrix.random(field, 110, 33, random).times(Matrix.random(field, 33, 105, random));
        assertThat(b.rank()).isEqualTo(33);
        assertReduced(b.rowSpace());
        assertThat(b.nullSpace().rowCount()).isEqualTo(77);
        assertThat(b.nullSpace().times(b).isZero()).isTrue();
        for (long extreme : new long[] {p - 1, p >> 1, (p >> 1) + 1, (1L << 54) - 1, p - (1L << 29)}) {
            Matrix row = constant(field, 2, 1001, extreme);
            Matrix square = constant(field, 1001, 2, extreme);
            assertThat(row.times(square).entry(1, 1))
                    .isEqualTo(field.multiply(field.fromInteger(1001), field.multiply(extreme, extreme)));
        }
        long[] c = random.longs(104, 0, p).toArray();
        Matrix hidden = MatrixGenerators.conjugated(Matrix.companion(field, c), random);
        for (int i = 0; i < 104; i++) {
            c[i] = field.negate(c[i]);
        }
        assertThat(CharacteristicPolynomial.of(hidden, RunControl.unlimited()))
                .isEqualTo(Polynomial.monomial(field, 1, 104).plus(Polynomial.of(field, c)));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 101, 10007, 65537, 2147483647L})
    void determinantOfAPermutationIsItsSign(long p) {
        FiniteField field = FiniteFields.of(p);
        for (int n : new int[] {16, 17, 33, 34}) {
            long[] c = new long[n];
            c[0] = 1;
            assertThat(Matrix.companion(field, c).determinant()).isEqualTo(n % 2 == 1 ? 1 : p - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 101, 10007, 65537, 2147483629L, 2147483647L, 2305843009213693951L})
    void deficientMatricesHaveTheirRankSpacesAndSolutions(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        int[][] shapes = {{40, 40, 39}, {33, 70, 20}, {70, 33, 33}, {100, 20, 7}, {65, 64, 32}, {16, 16, 1}};
        for (int[] s : shapes) {
            Matrix a = Matrix.random(field, s[0], s[2], random).times(Matrix.random(field, s[2], s[1], random));
            int rank = NaiveMatrices.rank(a);
            assertThat(a.rank()).isEqualTo(rank);
            Matrix basis = a.rowSpace();
            assertThat(basis.rowCount()).isEqualTo(rank);
            assertReduced(basis);
            Matrix kernel = a.nullSpace();
            assertThat(kernel.rowCount()).isEqualTo(s[0] - rank);
            assertThat(kernel.rank()).isEqualTo(s[0] - rank);
            assertThat(kernel.times(a).isZero()).isTrue();
            long[] image = a.leftMultiply(Matrix.random(field, 1, s[0], random).row(0));
            assertThat(a.leftMultiply(a.solve(image).orElseThrow())).isEqualTo(image);
            if (s[0] == s[1]) {
                assertThat(a.determinant()).isZero();
                assertThatThrownBy(a::inverse).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    private static void assertReduced(Matrix basis) {
        int last = -1;
        for (int i = 0; i < basis.rowCount(); i++) {
            int pivot = 0;
            while (basis.entry(i, pivot) == 0) {
                pivot++;
            }
            assertThat(pivot).isGreaterThan(last);
            last = pivot;
            for (int k = 0; k < basis.rowCount(); k++) {
                assertThat(basis.entry(k, pivot)).isEqualTo(k == i ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 101, 10007, 2147483647L})
    void hiddenRegistersKeepTheirPolynomials(long p) {
        FiniteField field = FiniteFields.of(p);
        SplittableRandom random = new SplittableRandom(p);
        for (int n : new int[] {16, 19, 50}) {
            long[] c = random.longs(n, 0, p).toArray();
            Matrix hidden = MatrixGenerators.conjugated(Matrix.companion(field, c), random);
            long[] f = new long[n + 1];
            for (int i = 0; i < n; i++) {
                f[i] = field.negate(c[i]);
            }
            f[n] = 1;
            assertThat(MinimalPolynomial.of(hidden, RunControl.unlimited())).isEqualTo(Polynomial.of(field, f));
            assertThat(CharacteristicPolynomial.of(hidden, RunControl.unlimited()))
                    .isEqualTo(Polynomial.of(field, f));
        }
    }

    @Test
    void cancelledControlStopsEachOperation() {
        CancellationToken token = new CancellationToken();
        RunControl control = RunControl.unlimited().withCancellation(token);
        token.cancel();
        for (long q : new long[] {3, 9, 256, 65537, 2305843009213693951L}) {
            Matrix a = Matrix.random(FiniteFields.of(q), 20, 20, new SplittableRandom(q));
            assertThatThrownBy(() -> a.times(a, control)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> a.rank(control)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> a.inverse(control)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> a.determinant(control)).isInstanceOf(CancellationException.class);
        }
    }
}
