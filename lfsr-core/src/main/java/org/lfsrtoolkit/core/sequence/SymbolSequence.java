package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The output symbols s(0), s(1), … of a register over GF(q), in blocks, from any jump.
 *
 * <p>f(x)^(q^m) = f(x^(q^m)) has the same coefficients as f, spread out, and annihilates the sequence too: with λ = q^m,
 * s(t + λd) = Σ c_j·s(t + λj). So λ symbols are computed at once by array operations that do not wait for each other. A
 * constant c ≠ 0 is covered by the recurrence (x − 1)·f.
 *
 * <p>Cost: one multiplication and addition a non-zero tap and symbol; set-up O(λ·d·taps). Memory: (λd + λ) elements, λ the
 * least power of q that is at least {@value #MIN_LAG} (1 for q larger than {@value #MAX_LAG}). Threads: not safe.
 * Source: [LidlNiederreiter1997, ch. 8].
 */
public final class SymbolSequence {

    private static final int MIN_LAG = 64;
    private static final int MAX_LAG = 4096;

    private final FiniteField field;
    private final int[] taps;
    private final long[] factors;
    private final int lag;
    /** The next λd symbols, then room for one block. */
    private final long[] window;
    /** Symbols of the window's first block that were handed out. */
    private int taken;

    private SymbolSequence(FiniteField field, long[] coefficients, long[] start) {
        this.field = field;
        int d = coefficients.length;
        int count = 0;
        int[] positions = new int[d];
        for (int j = 0; j < d; j++) {
            if (coefficients[j] != 0) {
                positions[count++] = j;
            }
        }
        this.taps = Arrays.copyOf(positions, count);
        this.factors = new long[count];
        for (int i = 0; i < count; i++) {
            factors[i] = coefficients[taps[i]];
        }
        long q = field.cardinality();
        int spread = 1;
        while (spread < MIN_LAG && q * spread <= MAX_LAG) {
            spread *= (int) q;
        }
        this.lag = spread;
        this.window = new long[Math.multiplyExact(spread, d + 1)];
        System.arraycopy(start, 0, window, 0, d);
        // The first λd symbols, with the lag growing as soon as enough symbols are there.
        int known = d;
        for (int small = 1; small < spread; small *= (int) q) {
            int next = (int) Math.min(spread, q * small);
            while (known < next * d) {
                int block = Math.min(small, next * d - known);
                extend(window, known - small * d, known, small, block);
                known += block;
            }
        }
    }

    /**
     * The sequence that begins with a state of the register.
     *
     * @param state s(0), …, s(d−1)
     * @throws IllegalArgumentException if the state has the wrong length or a symbol is no element of the field
     */
    public static SymbolSequence of(ShiftRegister register, long... state) {
        FiniteField field = register.field();
        int d = register.length();
        if (state.length != d) {
            throw new IllegalArgumentException("state has " + state.length + " symbols, expected " + d);
        }
        for (long symbol : state) {
            field.requireElement(symbol, "symbol of the state");
        }
        if (register.isLinear()) {
            return new SymbolSequence(field, register.tapCoefficients(), state);
        }
        Polynomial xMinusOne = Polynomial.of(field, field.negate(1), 1);
        ShiftRegister linear = ShiftRegister.withCharacteristicPolynomial(
                register.characteristicPolynomial().times(xMinusOne));
        long[] longer = Arrays.copyOf(state, d + 1);
        longer[d] = register.nextSymbol(state);
        return new SymbolSequence(field, linear.tapCoefficients(), longer);
    }

    /**
     * The sequence from term {@code jump} on, jump ≥ 0 of any size.
     *
     * @see #of
     */
    public static SymbolSequence from(ShiftRegister register, long[] state, BigInteger jump) {
        if (jump.signum() < 0) {
            throw new IllegalArgumentException("jump = " + jump + ", expected at least 0");
        }
        SymbolSequence atStart = of(register, state);
        int d = atStart.degree();
        long[] start = new long[2 * d - 1];
        atStart.next(start, 0, start.length);
        long[] coefficients = new long[d];
        for (int i = 0; i < atStart.taps.length; i++) {
            coefficients[atStart.taps[i]] = atStart.factors[i];
        }
        ShiftRegister linear = ShiftRegister.of(register.field(), coefficients);
        // x^jump mod f = Σ r_i x^i, so s(t + jump) = Σ r_i s(t + i).
        long[] remainder = Arrays.copyOf(
                PolynomialModulus.of(linear.characteristicPolynomial())
                        .powerOfX(jump)
                        .coefficients(),
                d);
        long[] moved = new long[d];
        for (int t = 0; t < d; t++) {
            moved[t] = register.field().dot(remainder, 0, start, t, d);
        }
        return new SymbolSequence(register.field(), coefficients, moved);
    }

    /** The length of the linear recurrence in use: d, or d + 1 for a register with a constant. */
    int degree() {
        return window.length / lag - 1;
    }

    /** The positions j with c_j ≠ 0 in that recurrence, ascending; not to be changed. */
    int[] taps() {
        return taps;
    }

    /** Writes the next {@code count} symbols to {@code target[from…]}. */
    public void next(long[] target, int from, int count) {
        int written = 0;
        while (written < count) {
            int block = Math.min(lag - taken, count - written);
            System.arraycopy(window, taken, target, from + written, block);
            taken += block;
            written += block;
            if (taken == lag) {
                advance();
            }
        }
    }

    private void advance() {
        int end = window.length - lag;
        extend(window, 0, end, lag, lag);
        System.arraycopy(window, lag, window, 0, end);
        taken = 0;
    }

    /** window[to + i] = Σ c_j · window[from + spread·j + i] for 0 ≤ i &lt; count ≤ spread. */
    private void extend(long[] symbols, int from, int to, int spread, int count) {
        Arrays.fill(symbols, to, to + count, 0);
        for (int i = 0; i < taps.length; i++) {
            field.addScaled(symbols, to, symbols, from + spread * taps[i], count, factors[i]);
        }
    }
}
