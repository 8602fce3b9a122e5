package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import java.util.Arrays;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The output bits of a register over GF(2), many words an operation, from any jump.
 *
 * <p>f(x)^(2^m) = f(x^(2^m)) annihilates the sequence too. With 2^m = 64·λ every tap is a whole number of words away:
 * W(i + λd) = XOR of W(i + λj) over the taps j, and λ words are computed at once by loops that the compiler turns into
 * vector instructions.
 *
 * <p>Cost: one word operation a tap and 64 bits. Memory: 64·λ·(d + B) bits, λ = {@value #LAG} words and B ≥ 1 blocks kept to
 * move the window rarely. Threads: not safe, one instance a reader. Source: [Golomb1982]; the lagged form as in
 * {@link SymbolSequence}.
 */
public final class BinarySequence {

    private static final int LAG = 64;

    private final int[] taps;
    private final int degree;
    /** Words of the sequence from the present block on: λd of them are always valid. */
    private final long[] window;
    /** Where the present block begins in the window. */
    private int base;
    /** Words of the present block that were handed out. */
    private int taken;

    private BinarySequence(SymbolSequence symbols) {
        this.taps = symbols.taps();
        this.degree = symbols.degree();
        int history = Math.multiplyExact(LAG, degree);
        this.window = new long[history + LAG * Math.max(64, degree)];
        long[] bits = new long[64];
        for (int i = 0; i < history; i++) {
            symbols.next(bits, 0, 64);
            long word = 0;
            for (int b = 0; b < 64; b++) {
                word |= bits[b] << b;
            }
            window[i] = word;
        }
    }

    /**
     * The sequence that begins with a state of the register.
     *
     * @throws IllegalArgumentException if the register is not over GF(2) or the state does not fit it
     */
    public static BinarySequence of(ShiftRegister register, long... state) {
        requireBinary(register);
        return new BinarySequence(SymbolSequence.of(register, state));
    }

    /** The sequence from term {@code jump} ≥ 0 on. */
    public static BinarySequence from(ShiftRegister register, long[] state, BigInteger jump) {
        requireBinary(register);
        return new BinarySequence(SymbolSequence.from(register, state, jump));
    }

    private static void requireBinary(ShiftRegister register) {
        if (!register.field().isBinary()) {
            throw new IllegalArgumentException("field = " + register.field() + ", expected GF(2)");
        }
    }

    /** Writes the next {@code count} words to {@code target[from…]}; the first bit is the lowest of a word. */
    public void next(long[] target, int from, int count) {
        int written = 0;
        while (written < count) {
            int words = Math.min(LAG - taken, count - written);
            System.arraycopy(window, base + taken, target, from + written, words);
            taken += words;
            written += words;
            if (taken == LAG) {
                advance();
            }
        }
    }

    private void advance() {
        int history = LAG * degree;
        int end = base + history;
        if (end == window.length) {
            System.arraycopy(window, base, window, 0, history);
            base = 0;
            end = history;
        }
        long[] w = window;
        int[] positions = taps;
        if (positions.length == 0) {
            Arrays.fill(w, end, end + LAG, 0);
        } else {
            System.arraycopy(w, base + LAG * positions[0], w, end, LAG);
            // Four taps a pass: the block is loaded and stored a quarter as often.
            int i = 1;
            for (; i + 3 < positions.length; i += 4) {
                xorFour(
                        w,
                        end,
                        base + LAG * positions[i],
                        base + LAG * positions[i + 1],
                        base + LAG * positions[i + 2],
                        base + LAG * positions[i + 3]);
            }
            for (; i < positions.length; i++) {
                int source = base + LAG * positions[i];
                for (int k = 0; k < LAG; k++) {
                    w[end + k] ^= w[source + k];
                }
            }
        }
        base += LAG;
        taken = 0;
    }

    private static void xorFour(long[] w, int target, int a, int b, int c, int d) {
        for (int k = 0; k < LAG; k++) {
            w[target + k] ^= w[a + k] ^ w[b + k] ^ w[c + k] ^ w[d + k];
        }
    }
}
