package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The output symbols s(0), s(1), … of a register over GF(q), in blocks, from any jump.
 *
 * <p>f(x)^(q^m) = f(x^(q^m)) has the same coefficients as f, spread out, and annihilates the sequence too: with λ = q^m,
 * s(t + λd) = Σ c_j·s(t + λj). So λ symbols are computed at once by array operations that do not wait for each other. Over
 * small fields (q ≤ 256 with p = 2 or 3, and primes to 13) these work on packed digits ({@link PackedRows}) or bytes
 * ({@link ByteRows}), on rows of up to 8192 symbols; over other primes sums are reduced once ({@link PrimeRows}, and
 * {@link PrimeRecurrence} for p &gt; {@value #MAX_LAG}). A constant c ≠ 0 is covered by the linear register of
 * {@link org.lfsrtoolkit.core.register.LinearEmbedding}.
 *
 * <p>Cost: at most one multiplication and addition a non-zero tap and symbol; set-up O(λ·d·taps). Memory: 2λd elements (over
 * a small field λd, a byte for each of the first 8192·d symbols until rows are wide, and then 5/4·8192·d packed ones), λ the
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
    private final int degree;
    /** From {@code base} on the next λd symbols, then room for blocks. */
    private final long[] window;

    private int base;
    /** Symbols of the block at {@code base} that were handed out; where others follow, of the first λd symbols. */
    private int taken;

    /** For small fields and primes what follows the first λd symbols; null for others. */
    private final @Nullable SymbolSource following;

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
        this.degree = d;
        boolean ownWindow = !PackedRows.supports(field) && !field.isPrime();
        // As many blocks as known symbols, so that these move rarely.
        this.window = new long[Math.multiplyExact(spread, ownWindow ? 2 * d : d)];
        System.arraycopy(start, 0, window, 0, d);
        // The first λd symbols, with the lag growing as soon as enough symbols are there.
        int known = d;
        for (int power = 1; power < spread; power *= (int) q) {
            int next = (int) Math.min(spread, q * power);
            while (known < next * d) {
                int block = Math.min(power, next * d - known);
                extend(window, known - power * d, known, power, block);
                known += block;
            }
        }
        this.following = ownWindow ? null : following(coefficients);
    }

    private SymbolSource following(long[] coefficients) {
        if (PackedRows.supports(field)) {
            return new PackedSequence(field, coefficients, lag, window);
        }
        long p = field.characteristic();
        return PrimeRows.serves(p)
                ? new PrimeRows(p, taps, factors, degree, lag, window)
                : new PrimeRecurrence(field, coefficients, taps, factors, window);
    }

    /**
     * The sequence that begins with a state of the register.
     *
     * @param state s(0), …, s(d−1)
     * @throws IllegalArgumentException if the state has the wrong length or a symbol is no element of the field
     */
    public static SymbolSequence of(ShiftRegister register, long... state) {
        return from(register, state, BigInteger.ZERO);
    }

    /**
     * The sequence from term {@code jump} on, jump ≥ 0 of any size.
     *
     * @see #of
     */
    public static SymbolSequence from(ShiftRegister register, long[] state, BigInteger jump) {
        SequenceStart start = SequenceStart.of(register, state, jump);
        return new SymbolSequence(register.field(), start.register().tapCoefficients(), start.state());
    }

    /**
     * Writes the next {@code count} symbols to {@code target[from…]}.
     *
     * @throws IndexOutOfBoundsException if the target has no such places
     */
    public void next(long[] target, int from, int count) {
        Objects.checkFromIndexSize(from, count, target.length);
        if (following != null) {
            int begin = Math.min(count, window.length - taken);
            System.arraycopy(window, taken, target, from, begin);
            taken += begin;
            following.next(target, from + begin, count - begin);
            return;
        }
        int written = 0;
        while (written < count) {
            int block = Math.min(lag - taken, count - written);
            System.arraycopy(window, base + taken, target, from + written, block);
            taken += block;
            written += block;
            if (taken == lag) {
                advance();
            }
        }
    }

    private void advance() {
        int history = lag * degree;
        if (base + history == window.length) {
            System.arraycopy(window, base, window, 0, history);
            base = 0;
        }
        extend(window, base, base + history, lag, lag);
        base += lag;
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
