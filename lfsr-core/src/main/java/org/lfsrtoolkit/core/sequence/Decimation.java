package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The decimation t ↦ s(step·t) of a register's output: every step-th symbol.
 *
 * <p>It satisfies the recurrence of the characteristic polynomial of x^step acting on F_q[x]/(f), so its linear complexity is
 * at most d; the recurrence is found by Berlekamp–Massey from 2d terms. A constant adds one to d: f·(x − 1) takes the place
 * of f. Decimating an m-sequence by a step prime to its
 * period gives an m-sequence again.
 *
 * <p>Cost: O(d²·log step) at most for the power of x, 2d products modulo f, and one Berlekamp–Massey run on 2d terms.
 * Memory: O(d). Threads: stateless. Source: [Golomb1982]; [LidlNiederreiter1997, ch. 8].
 */
public final class Decimation {

    private Decimation() {}

    /**
     * The first {@code count} symbols s(0), s(step), s(2·step), ….
     *
     * @param register with or without a constant
     * @param step ≥ 1, of any size
     * @throws IllegalArgumentException if step &lt; 1 or the state does not fit the register
     */
    public static long[] symbols(ShiftRegister register, long[] state, BigInteger step, int count) {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step = " + step + ", expected at least 1");
        }
        SequenceStart start = SequenceStart.of(register, state, BigInteger.ZERO);
        FiniteField field = register.field();
        int d = start.register().length();
        PolynomialModulus modulus = PolynomialModulus.of(start.register().characteristicPolynomial());
        Polynomial stride = modulus.powerOfX(step);
        Polynomial power = modulus.reduce(Polynomial.one(field));
        long[] symbols = new long[count];
        for (int t = 0; t < count; t++) {
            symbols[t] = field.dot(Arrays.copyOf(power.coefficients(), d), 0, start.state(), 0, d);
            power = modulus.multiply(power, stride);
        }
        return symbols;
    }

    /** The shortest recurrence of the decimated sequence. */
    public static ShortestRecurrence recurrence(ShiftRegister register, long[] state, BigInteger step) {
        int terms = 2 * (register.length() + (register.isLinear() ? 0 : 1));
        return LinearComplexity.recurrenceOf(register.field(), symbols(register, state, step, terms));
    }
}
