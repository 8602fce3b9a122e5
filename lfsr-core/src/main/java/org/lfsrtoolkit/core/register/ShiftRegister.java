package org.lfsrtoolkit.core.register;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The linear feedback shift register s(t+d) = c_0·s(t) + … + c_{d−1}·s(t+d−1) + c over GF(q).
 *
 * <p>Its state is the row vector (s(t), …, s(t+d−1)). A constant c ≠ 0 gives an affine map ("complemented feedback"
 * over GF(2)). c_0 = 0 makes the map singular. Cost: O(d) operations for a clock
 * ({@link #next}). Memory: d elements. Threads: immutable.
 */
public final class ShiftRegister implements AffineMap {

    private final FiniteField field;
    private final long[] coefficients;
    private final long constant;

    private ShiftRegister(FiniteField field, long[] coefficients, long constant) {
        if (coefficients.length == 0) {
            throw new IllegalArgumentException("no coefficients, expected at least 1");
        }
        for (int i = 0; i < coefficients.length; i++) {
            if (!field.contains(coefficients[i])) {
                field.requireElement(coefficients[i], "coefficient c_" + i);
            }
        }
        this.field = field;
        this.coefficients = coefficients.clone();
        this.constant = field.requireElement(constant, "constant");
    }

    /**
     * The register with tap coefficients c_0..c_{d−1}.
     *
     * @throws IllegalArgumentException if there is none, or one is no element of the field
     */
    public static ShiftRegister of(FiniteField field, long... coefficients) {
        return new ShiftRegister(field, coefficients, 0);
    }

    /** The register with characteristic polynomial f = x^d − Σ c_j x^j, monic of degree d ≥ 1. */
    public static ShiftRegister withCharacteristicPolynomial(Polynomial f) {
        if (f.degree() < 1 || !f.isMonic()) {
            throw new IllegalArgumentException(
                    "characteristic polynomial = " + f + ", expected monic of degree at least 1");
        }
        long[] c = Arrays.copyOf(f.coefficients(), f.degree());
        for (int i = 0; i < c.length; i++) {
            c[i] = f.field().negate(c[i]);
        }
        return of(f.field(), c);
    }

    /** This register with c added to every new symbol. */
    public ShiftRegister withConstant(long c) {
        return new ShiftRegister(field, coefficients, c);
    }

    @Override
    public FiniteField field() {
        return field;
    }

    /** d, the number of stages. */
    public int length() {
        return coefficients.length;
    }

    @Override
    public int dimension() {
        return coefficients.length;
    }

    /** c_0..c_{d−1}. */
    public long[] tapCoefficients() {
        return coefficients.clone();
    }

    /** The constant added to every new symbol; 0 for a linear register. */
    public long constant() {
        return constant;
    }

    /** f = x^d − Σ c_j x^j. */
    public Polynomial characteristicPolynomial() {
        long[] f = Arrays.copyOf(coefficients, coefficients.length + 1);
        for (int i = 0; i < coefficients.length; i++) {
            f[i] = field.negate(f[i]);
        }
        f[coefficients.length] = 1;
        return Polynomial.of(field, f);
    }

    /** x^d f(1/x) = 1 − Σ c_j x^(d−j); its degree is below d when c_0 = 0. */
    public Polynomial connectionPolynomial() {
        return characteristicPolynomial().reciprocal();
    }

    @Override
    public Matrix matrix() {
        return Matrix.companion(field, coefficients);
    }

    @Override
    public long[] translation() {
        long[] b = new long[coefficients.length];
        b[b.length - 1] = constant;
        return b;
    }

    @Override
    public boolean isLinear() {
        return constant == 0;
    }

    @Override
    public boolean isNonsingular() {
        return coefficients[0] != 0;
    }

    @Override
    public ShiftRegister linearPart() {
        return constant == 0 ? this : of(field, coefficients);
    }

    /** s(t+d), the symbol that follows a state. */
    public long nextSymbol(long[] state) {
        return field.add(field.dot(coefficients, 0, state, 0, coefficients.length), constant);
    }

    @Override
    public long[] next(long[] state) {
        int d = coefficients.length;
        long[] image = new long[d];
        System.arraycopy(state, 1, image, 0, d - 1);
        image[d - 1] = nextSymbol(state);
        return image;
    }

    /**
     * The state before this one.
     *
     * @throws ArithmeticException if c_0 = 0
     */
    public long[] previous(long[] state) {
        int d = coefficients.length;
        if (coefficients[0] == 0) {
            throw new ArithmeticException("c_0 = 0: a state of a singular register has no unique predecessor");
        }
        long rest = field.subtract(state[d - 1], constant);
        rest = field.subtract(rest, field.dot(coefficients, 1, state, 0, d - 1));
        long[] before = new long[d];
        System.arraycopy(state, 0, before, 1, d - 1);
        before[0] = field.divide(rest, coefficients[0]);
        return before;
    }

    /**
     * The register that produces this register's sequences backward: its characteristic polynomial is the monic
     * reciprocal of f, and the state that corresponds to (s_0, …, s_{d−1}) is (s_{d−1}, …, s_0).
     *
     * @throws ArithmeticException if c_0 = 0
     */
    public ShiftRegister reciprocal() {
        if (coefficients[0] == 0) {
            throw new ArithmeticException("c_0 = 0: the sequences of a singular register have no recurrence backward");
        }
        int d = coefficients.length;
        long inverse = field.inverse(coefficients[0]);
        long[] backward = new long[d];
        backward[0] = inverse;
        for (int j = 1; j < d; j++) {
            backward[d - j] = field.negate(field.multiply(coefficients[j], inverse));
        }
        return new ShiftRegister(field, backward, field.negate(field.multiply(constant, inverse)));
    }

    /** The positions i with c_i ≠ 0, ascending. */
    public int[] tapPositions() {
        return java.util.stream.IntStream.range(0, coefficients.length)
                .filter(i -> coefficients[i] != 0)
                .toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShiftRegister register
                && register.constant == constant
                && Arrays.equals(register.coefficients, coefficients)
                && register.field.equals(field);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coefficients) * 31 + Long.hashCode(constant);
    }
}
