package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The output bits of a register over GF(2), many words an operation, from any jump.
 *
 * <p>Rows of 2^m bits satisfy the recurrence of the register too (see {@link RowRecurrence}). So the sequence begins bit by
 * bit, goes on word by word as soon as d words are there, and then in ever wider rows, up to {@value #MAX_WIDTH} words.
 * Nothing is computed that is not handed out, but for the rest of a block, and short outputs never meet the wide rows. Few
 * taps are taken one by one ({@link TapRecurrence}), many through a convolution ({@link DenseRecurrence}).
 *
 * <p>Cost in the long run: a word operation a tap and 64 bits, or about d/6 word operations if that is less, d/13 at d = 2000.
 * The first 64·d bits cost min(taps, d/64) operations each, the next ones, as many as the memory holds, a few times
 * the final cost. Memory: 64·W·(d + d/8) bits for few taps, about 64·W·5d for many, W = {@value #MAX_WIDTH} or, where that
 * would take more than {@value #MEMORY_MEBIBYTES} MiB, a lower power of 4. Threads: not safe, one instance a reader.
 * Source: [Golomb1982] for sequences; see the classes named for the methods.
 */
public final class BinarySequence {

    private static final int MAX_WIDTH = 64;
    private static final int MIN_WIDTH = 4;
    private static final int MEMORY_MEBIBYTES = 32;

    private final int degree;
    private final int[] taps;
    /** Null if the taps are few. */
    private final @Nullable Polynomial dense;

    private final BitRecurrence bits;
    private final int lastWidth;
    /** The first {@code known} words of the sequence; no longer in use once rows of the last width are. */
    private long[] prefix;

    private int known;
    /** Words of the prefix that were handed out. */
    private int given;

    private @Nullable RowWindow window;
    /** Of a row in the window; 1 while there is none. */
    private int width = 1;

    private BinarySequence(SequenceStart start) {
        ShiftRegister register = start.register();
        this.degree = register.length();
        this.taps = register.tapPositions();
        this.dense = DenseRecurrence.pays(taps.length, degree) ? register.characteristicPolynomial() : null;
        this.bits = new BitRecurrence(taps, degree);
        int widest = MAX_WIDTH;
        while (widest > MIN_WIDTH && 8L * widest * history() > MEMORY_MEBIBYTES << 20) {
            widest /= 4;
        }
        this.lastWidth = widest;
        long[] state = start.state();
        this.prefix = new long[degree / 64 + 1];
        for (int t = 0; t < degree; t++) {
            prefix[t >>> 6] |= state[t] << t;
        }
        this.known = degree / 64;
    }

    /**
     * The sequence that begins with a state of the register.
     *
     * @throws IllegalArgumentException if the register is not over GF(2) or the state does not fit it
     */
    public static BinarySequence of(ShiftRegister register, long... state) {
        return from(register, state, BigInteger.ZERO);
    }

    /**
     * The sequence from term {@code jump} ≥ 0 on.
     *
     * @see #of
     */
    public static BinarySequence from(ShiftRegister register, long[] state, BigInteger jump) {
        if (!register.field().isBinary()) {
            throw new IllegalArgumentException("field = " + register.field() + ", expected GF(2)");
        }
        return new BinarySequence(SequenceStart.of(register, state, jump));
    }

    /**
     * Writes the next {@code count} words to {@code target[from…]}; the first bit is the lowest of a word.
     *
     * @throws IndexOutOfBoundsException if the target has no such places
     */
    public void next(long[] target, int from, int count) {
        Objects.checkFromIndexSize(from, count, target.length);
        int written = 0;
        while (written < count) {
            int wanted = count - written;
            if (given < known) {
                int words = Math.min(wanted, known - given);
                System.arraycopy(prefix, given, target, from + written, words);
                given += words;
                written += words;
            } else if (window != null && width == lastWidth) {
                window.next(target, from + written, wanted);
                written = count;
            } else {
                extend(wanted);
            }
        }
    }

    private int history() {
        return dense == null ? degree : DenseRecurrence.history(degree);
    }

    /** Makes the prefix longer, by {@code wanted} words at most, or the rows wider. */
    private void extend(int wanted) {
        if (known < degree) {
            reserve(known + 1);
            bits.complete(prefix, Math.max(64 * known, degree));
            known++;
            return;
        }
        int nextWidth = nextWidth();
        int goal = Math.multiplyExact(nextWidth, history());
        if (known == goal) {
            window = new RowWindow(
                    dense == null ? new TapRecurrence(taps, degree, nextWidth) : new DenseRecurrence(dense, nextWidth),
                    nextWidth,
                    prefix);
            width = nextWidth;
            if (width == lastWidth) {
                prefix = new long[0];
                known = 0;
                given = 0;
            }
            return;
        }
        int words = Math.min(wanted, goal - known);
        reserve(known + words);
        if (window == null) {
            extendByWords(words);
        } else {
            window.next(prefix, known, words);
        }
        known += words;
    }

    /** Few taps go from words to the widest rows at once; for many, the rows between are worth their set-up. */
    private int nextWidth() {
        return dense == null ? lastWidth : Math.min(lastWidth, 4 * width);
    }

    private void extendByWords(int words) {
        for (int n = known; n < known + words; n++) {
            long word = 0;
            for (int tap : taps) {
                word ^= prefix[n - degree + tap];
            }
            prefix[n] = word;
        }
    }

    private void reserve(int words) {
        if (words > prefix.length) {
            int most = Math.max(words, Math.multiplyExact(lastWidth, history()));
            prefix = Arrays.copyOf(prefix, (int) Math.min(most, Math.max(words, 2L * prefix.length)));
        }
    }
}
