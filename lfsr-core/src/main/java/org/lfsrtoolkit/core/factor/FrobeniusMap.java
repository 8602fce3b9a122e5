package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
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
 * takes n products modulo f to make (for small q, n short reductions) and n² words to keep; it is not made above
 * {@value #MATRIX_WORDS_LIMIT} words. Threads: immutable once made.
 */
final class FrobeniusMap {

    private static final long MATRIX_WORDS_LIMIT = 1L << 22;

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
        if (field.isBinary() || n * n > MATRIX_WORDS_LIMIT) {
            return byPowers(modulus);
        }
        // In field multiplications; a product modulo f is counted as 2n².
        double product = 2.0 * n * n;
        double power = product * (64 - Long.numberOfLeadingZeros(field.cardinality()));
        double making = field.cardinality() < n ? (double) field.cardinality() * n * n : n * product + power;
        boolean pays = making + expectedApplications * (double) (n * n) < expectedApplications * power;
        return pays ? new FrobeniusMap(modulus, matrix(modulus, control)) : byPowers(modulus);
    }

    private static long[][] matrix(PolynomialModulus modulus, RunControl control) {
        FiniteField field = modulus.modulus().field();
        int n = modulus.modulus().degree();
        long q = field.cardinality();
        Polynomial step = q < n ? Polynomial.monomial(field, 1, (int) q) : modulus.powerOfX(BigInteger.valueOf(q));
        long[][] columns = new long[n][n];
        Polynomial power = Polynomial.one(field);
        for (int i = 0; i < n; i++) {
            control.check();
            for (int j = power.degree(); j >= 0; j--) {
                columns[j][i] = power.coefficient(j);
            }
            power = q < n ? modulus.reduce(power.shiftUp((int) q)) : modulus.multiply(power, step);
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
