package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * f(A) with about 2·√(deg f) products of matrices: f is cut into pieces of degree below s ≈ √(deg f), each piece is a
 * combination of A^0..A^(s−1), and the pieces are joined by Horner's rule in A^s.
 *
 * <p>Memory: s + 2 matrices. Threads: stateless. Source: [PatersonStockmeyer1973].
 */
final class PatersonStockmeyer {

    private PatersonStockmeyer() {}

    static Matrix evaluate(Polynomial f, Matrix a, RunControl control) {
        FiniteField field = a.field();
        int n = a.rowCount();
        int degree = f.degree();
        if (degree < 1) {
            return Matrix.identity(field, n).times(f.coefficient(0));
        }
        int step = Math.max(1, (int) Math.ceil(Math.sqrt(degree)));
        Matrix[] powers = new Matrix[step + 1];
        powers[0] = Matrix.identity(field, n);
        for (int i = 1; i <= step; i++) {
            powers[i] = i == 1 ? a : powers[i - 1].times(a, control);
        }
        Matrix result = Matrix.zero(field, n, n);
        for (int piece = degree / step; piece >= 0; piece--) {
            if (!result.isZero()) {
                result = result.times(powers[step], control);
            }
            control.check();
            for (int i = 0; i < step; i++) {
                long c = f.coefficient(piece * step + i);
                if (c != 0) {
                    result = result.plus(c == 1 ? powers[i] : powers[i].times(c));
                }
            }
        }
        return result;
    }
}
