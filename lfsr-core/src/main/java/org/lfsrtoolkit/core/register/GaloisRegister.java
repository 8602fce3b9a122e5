package org.lfsrtoolkit.core.register;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;

/**
 * A shift register in Galois (one-to-many) configuration.
 *
 * <p>The cells P_0..P_{d−1} are the coefficients of the state's residue P(x) modulo f ({@link StateResidue}); one clock is
 * multiplication by x: with o = P_{d−1} leaving, P'_0 = c_0·o + c and P'_j = P_{j−1} + c_j·o. The symbol that leaves is the
 * sequence of the Fibonacci register in the corresponding state.
 *
 * <p>Example: over GF(2), c = (1, 1, 0, 0), cells (1, 0, 0, 1) give 1 and go to (1, 0, 0, 0).
 *
 * <p>Cost: O(d) operations for a clock. Memory: d elements. Threads: immutable.
 */
public final class GaloisRegister {

    private final ShiftRegister register;
    private final long[] coefficients;
    private final StateResidue residues;

    private GaloisRegister(ShiftRegister register) {
        this.register = register;
        this.coefficients = register.tapCoefficients();
        this.residues = StateResidue.of(register.characteristicPolynomial());
    }

    /** The Galois form of a register. */
    public static GaloisRegister of(ShiftRegister register) {
        return new GaloisRegister(register);
    }

    /** The Fibonacci form. */
    public ShiftRegister fibonacci() {
        return register;
    }

    /** d, the number of cells. */
    public int length() {
        return coefficients.length;
    }

    /** The symbol that leaves at the next clock: the last cell. */
    public long output(long[] cells) {
        return cells[coefficients.length - 1];
    }

    /** The cells one clock later. */
    public long[] next(long[] cells) {
        FiniteField field = register.field();
        int d = coefficients.length;
        long out = cells[d - 1];
        long[] after = new long[d];
        System.arraycopy(cells, 0, after, 1, d - 1);
        field.addScaled(after, 0, coefficients, 0, d, out);
        after[0] = field.add(after[0], register.constant());
        return after;
    }

    /**
     * The cells one clock earlier.
     *
     * @throws ArithmeticException if c_0 = 0
     */
    public long[] previous(long[] cells) {
        if (coefficients[0] == 0) {
            throw new ArithmeticException("c_0 = 0: a state of a singular register has no unique predecessor");
        }
        FiniteField field = register.field();
        int d = coefficients.length;
        long out = field.divide(field.subtract(cells[0], register.constant()), coefficients[0]);
        long[] before = new long[d];
        System.arraycopy(cells, 1, before, 0, d - 1);
        field.addScaled(before, 0, coefficients, 1, d - 1, field.negate(out));
        before[d - 1] = out;
        return before;
    }

    /** The cells that produce the same sequence as a state of the Fibonacci form. */
    public long[] fromFibonacci(long[] state) {
        long[] cells = new long[coefficients.length];
        long[] residue = residues.residue(state).coefficients();
        System.arraycopy(residue, 0, cells, 0, residue.length);
        return cells;
    }

    /** The state of the Fibonacci form that produces the same sequence as these cells. */
    public long[] toFibonacci(long[] cells) {
        return residues.state(org.lfsrtoolkit.core.polynomial.Polynomial.of(register.field(), cells));
    }

    /** The map of the cells: a matrix with ones above the diagonal and c_0..c_{d−1} in the last row. */
    public MatrixMap toMap() {
        int d = coefficients.length;
        long[][] rows = new long[d][d];
        for (int i = 0; i < d - 1; i++) {
            rows[i][i + 1] = 1;
        }
        rows[d - 1] = coefficients.clone();
        long[] constant = new long[d];
        constant[0] = register.constant();
        return MatrixMap.affine(Matrix.of(register.field(), rows), constant);
    }
}
