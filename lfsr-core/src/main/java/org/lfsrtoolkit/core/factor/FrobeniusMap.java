package org.lfsrtoolkit.core.factor;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The Frobenius map h ↦ h^q on F_q[x]/(f), for applying it many times.
 *
 * <p>Over GF(2) that is one squaring. Else it is computed by repeated squaring, or, when enough applications are expected to
 * pay for it, as the linear map that it is: Σ h_i x^i ↦ Σ h_i x^(qi), one inner product for each coefficient of the result.
 *
 * <p>Cost of an application, n = deg f: O(log q) multiplications modulo f, or n² field multiplications with the matrix, which
 * takes n³ of them to make (for small q, n short reductions) and n² words to keep; it is not made above
 * {@value #MATRIX_WORDS_LIMIT} words. Threads: immutable once made.
 */
final class FrobeniusMap {

    /** For fewer elements q, h^q takes so few products that n inner products are no faster; seen at q = 3, n = 256. */
    private static final long SMALLEST_FOR_MATRIX = 16;

    private static final long MATRIX_WORDS_LIMIT = 1L << 20;

    private final PolynomialModulus modulus;
    /** columns[j][i] is the coefficient of x^j in x^(qi) mod f; empty when the map is applied by powers. */
    private final long[][] columns;

    private FrobeniusMap(PolynomialModulus modulus, long[][] columns) {
        this.modulus = modulus;
        this.columns = columns;
    }

    /** The map modulo f, applied by powers: for a few applications. */
    static FrobeniusMap byPowers(PolynomialModulus modulus) {
        return new FrobeniusMap(modulus, new long[0][]);
    }

    /** The map modulo f, made for about the given number of applications. */
    static FrobeniusMap of(PolynomialModulus modulus, int expectedApplications, RunControl control) {
        FiniteField field = modulus.modulus().field();
        long n = modulus.modulus().degree();
        if (field.cardinality() < SMALLEST_FOR_MATRIX || n * n > MATRIX_WORDS_LIMIT) {
            return byPowers(modulus);
        }
        // In field multiplications; a product modulo f is counted as 4n².
        double square = (double) n * n;
        double power = 4 * square * (64 - Long.numberOfLeadingZeros(field.cardinality() - 1));
        double making = (isShort(field, n) ? field.cardinality() : n) * square + power;
        boolean pays = making + expectedApplications * square < expectedApplications * power;
        return pays ? new FrobeniusMap(modulus, matrix(modulus, control)) : byPowers(modulus);
    }

    /** Whether x^q is shorter than f, so that multiplying by it needs no product. */
    private static boolean isShort(FiniteField field, long n) {
        return field.cardinality() < n;
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
        return columns.length == 0;
    }

    /** The modulus f. */
    PolynomialModulus modulus() {
        return modulus;
    }
}
