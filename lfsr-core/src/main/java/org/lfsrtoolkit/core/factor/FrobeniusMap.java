package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.LinearCombinations;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The Frobenius map h ↦ h^q on F_q[x]/(f), for applying it many times.
 *
 * <p>Over GF(2) that is one squaring. Else it is computed by repeated squaring, or, when enough applications are expected to
 * pay for it, as the linear map that it is: Σ h_i x^i ↦ Σ h_i x^(qi), by {@link LinearCombinations} over GF(p), p &lt; 2^31, and by
 * one inner product for each coefficient of the result over other fields.
 *
 * <p>Cost of an application, n = deg f: O(log q) multiplications modulo f, or n² field multiplications with the matrix, which
 * takes n³ of them to make (for small q, n short reductions) and n² words to keep; it is not made above
 * {@value #MATRIX_WORDS_LIMIT} words. Threads: immutable once made.
 */
final class FrobeniusMap {

    /**
     * For fewer elements q of an extension field, h^q takes so few products that n inner products are no faster; seen at
     * q = 3, n = 256.
     */
    private static final long SMALLEST_FOR_MATRIX = 16;

    private static final long MATRIX_WORDS_LIMIT = 1L << 20;

    private final PolynomialModulus modulus;
    /** columns[j][i] is the coefficient of x^j in x^(qi) mod f; empty when the map is not applied by inner products. */
    private final long[][] columns;
    /** Combines the x^(qi) mod f, where that is the method. */
    private final @Nullable LinearCombinations images;

    private FrobeniusMap(PolynomialModulus modulus, long[][] columns, @Nullable LinearCombinations images) {
        this.modulus = modulus;
        this.columns = columns;
        this.images = images;
    }

    /** The map modulo f, applied by powers: for a few applications. */
    static FrobeniusMap byPowers(PolynomialModulus modulus) {
        return new FrobeniusMap(modulus, new long[0][], null);
    }

    /** The map modulo f as combinations of the x^(qi) mod f, over a field that {@link LinearCombinations} supports. */
    static FrobeniusMap byCombinations(PolynomialModulus modulus, RunControl control) {
        return new FrobeniusMap(modulus, new long[0][], images(modulus, control));
    }

    /** The map modulo f, made for about the given number of applications. */
    static FrobeniusMap of(PolynomialModulus modulus, int expectedApplications, RunControl control) {
        FiniteField field = modulus.modulus().field();
        long n = modulus.modulus().degree();
        if (LinearCombinations.supports(field)) {
            return combinationsPay(field, n, expectedApplications)
                    ? byCombinations(modulus, control)
                    : byPowers(modulus);
        }
        if (field.cardinality() < SMALLEST_FOR_MATRIX || n * n > MATRIX_WORDS_LIMIT) {
            return byPowers(modulus);
        }
        // In field multiplications; a product modulo f is counted as 4n².
        double square = (double) n * n;
        double power = 4 * square * (64 - Long.numberOfLeadingZeros(field.cardinality() - 1));
        double making = (isShort(field, n) ? field.cardinality() : n) * square + power;
        boolean pays = making + expectedApplications * square < expectedApplications * power;
        return pays ? new FrobeniusMap(modulus, matrix(modulus, control), null) : byPowers(modulus);
    }

    /** Compares measured times, in microseconds on the machine of the benchmark pages. */
    private static boolean combinationsPay(FiniteField field, long n, int applications) {
        long q = field.cardinality();
        int limbs = q < 1L << 25 ? 1 : 2;
        if ((q == 3 ? n * n / 32 : n * n * limbs) > MATRIX_WORDS_LIMIT) {
            return false;
        }
        double product = n * (q < 32 ? 0.03 : 0.075 * limbs);
        double power = q == 3 ? 2 * product : 1.4 * product * (63 - Long.numberOfLeadingZeros(q));
        double pass = n * (q == 3 ? 0.02e-3 : 0.08e-3 * limbs);
        double overhead = 0.5 + 0.005 * n;
        double making = n * (Math.min(q, n) * pass + overhead) + (isShort(field, n) ? 0 : power);
        return making + applications * (n * pass + overhead) < applications * power;
    }

    /** Whether x^q is shorter than f, so that multiplying by it needs no product. */
    private static boolean isShort(FiniteField field, long n) {
        return field.cardinality() < n;
    }

    private static LinearCombinations images(PolynomialModulus modulus, RunControl control) {
        FiniteField field = modulus.modulus().field();
        int n = modulus.modulus().degree();
        boolean isShort = isShort(field, n);
        int q = isShort ? (int) field.cardinality() : n;
        // x^(n+j) for j < q, to fold what a shift by q takes out at the top, or x^(q+j) for j < n
        List<Polynomial> next = new ArrayList<>(q);
        next.add(
                isShort
                        ? modulus.reduce(Polynomial.monomial(field, 1, n))
                        : modulus.frobenius(modulus.reduce(Polynomial.x(field))));
        while (next.size() < q) {
            next.add(modulus.timesX(next.get(next.size() - 1)));
        }
        LinearCombinations step = LinearCombinations.of(next, n);
        List<Polynomial> images = new ArrayList<>(n);
        Polynomial power = Polynomial.one(field);
        for (int i = 0; i < n; i++) {
            control.check();
            images.add(power);
            power = isShort
                    ? power.low(n - q).shiftUp(q).plus(step.combine(power.shiftDown(n - q)))
                    : step.combine(power);
        }
        return LinearCombinations.of(images, n);
    }

    private static long[][] matrix(PolynomialModulus modulus, RunControl control) {
        FiniteField field = modulus.modulus().field();
        int n = modulus.modulus().degree();
        long q = field.cardinality();
        long[][] columns = new long[n][n];
        if (isShort(field, n)) {
            Polynomial power = Polynomial.one(field);
            for (int i = 0; i < n; i++) {
                control.check();
                long[] row = power.coefficients();
                for (int j = 0; j < row.length; j++) {
                    columns[j][i] = row[j];
                }
                power = modulus.reduce(power.shiftUp((int) q));
            }
            return columns;
        }
        // Multiplication by x^q mod f is linear too: inner products with its n rows x^(q+i), which are shifts.
        long[][] byStep = new long[n][n];
        Polynomial shifted = modulus.frobenius(modulus.reduce(Polynomial.x(field)));
        for (int i = 0; i < n; i++) {
            long[] row = shifted.coefficients();
            for (int j = 0; j < row.length; j++) {
                byStep[j][i] = row[j];
            }
            shifted = modulus.timesX(shifted);
        }
        long[] power = new long[n];
        power[0] = 1;
        for (int i = 0; i < n; i++) {
            control.check();
            long[] next = new long[n];
            for (int j = 0; j < n; j++) {
                columns[j][i] = power[j];
                next[j] = field.dot(power, 0, byStep[j], 0, n);
            }
            power = next;
        }
        return columns;
    }

    /** h^q mod f. */
    Polynomial apply(Polynomial h) {
        LinearCombinations combinations = images;
        if (combinations != null) {
            return combinations.combine(modulus.reduce(h));
        }
        if (columns.length == 0) {
            return modulus.frobenius(h);
        }
        FiniteField field = h.field();
        long[] coefficients = modulus.reduce(h).coefficients();
        long[] image = new long[columns.length];
        for (int j = 0; j < image.length; j++) {
            image[j] = field.dot(coefficients, 0, columns[j], 0, coefficients.length);
        }
        return Polynomial.of(field, image);
    }

    /** Whether the map is applied by powers, so that it costs nothing to make it anew for another modulus. */
    boolean isByPowers() {
        return columns.length == 0 && images == null;
    }

    /** The modulus f. */
    PolynomialModulus modulus() {
        return modulus;
    }
}
