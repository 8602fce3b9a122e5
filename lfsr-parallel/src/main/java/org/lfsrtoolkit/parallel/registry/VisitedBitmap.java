package org.lfsrtoolkit.parallel.registry;

import it.unimi.dsi.fastutil.BigArrays;
import it.unimi.dsi.fastutil.longs.LongBigArrays;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One bit a state, in three strengths.
 *
 * <table>
 * <caption>Marks</caption>
 * <tr><th>method</th><th>with other writers at once</th></tr>
 * <tr><td>{@link #mark}</td><td>plain read-modify-write: may <em>lose</em> marks that others make in the same word of 64
 *     at the same time, never invents one. A benign race: whoever misses a mark walks a little again</td></tr>
 * <tr><td>{@link #markOpaque}</td><td>the same, but each call really reads and writes memory, so that a mark that is not
 *     lost is seen by other threads in the end</td></tr>
 * <tr><td>{@link #markAtomic}</td><td>exact, and tells the one caller that set the bit</td></tr>
 * </table>
 *
 * <p>Plain and opaque marks can also wipe out an atomic mark made at the same time in the same word: use one strength in
 * one phase. Memory: {@link #bytesFor}, in segments of 2^27 words (fastutil big array), up to 2^38 states.
 */
public final class VisitedBitmap {

    /** Most states: 2^38, which take 32 GiB. */
    public static final long MAX_STATES = 1L << 38;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long states;
    private final long[][] segments;

    /**
     * All unmarked.
     *
     * @param states 0..{@link #MAX_STATES}
     */
    public VisitedBitmap(long states) {
        segments = LongBigArrays.newBigArray(words(states));
        this.states = states;
    }

    private static long words(long states) {
        if (states < 0 || states > MAX_STATES) {
            throw new IllegalArgumentException("states = " + states + ", expected 0.." + MAX_STATES);
        }
        return (states + 63) >>> 6;
    }

    /** Bytes that a bitmap of so many states takes; to be compared with the allowance before making one. */
    public static long bytesFor(long states) {
        long words = words(states);
        long arrays = (words + BigArrays.SEGMENT_SIZE - 1) / BigArrays.SEGMENT_SIZE;
        return 8 * words + 32 * (arrays + 1);
    }

    public long states() {
        return states;
    }

    public long bytes() {
        return bytesFor(states);
    }

    /** Marks a state by a plain write; see above. */
    public void mark(long state) {
        assert 0 <= state && state < states : "state = " + state + " of " + states;
        long word = state >>> 6;
        segments[BigArrays.segment(word)][BigArrays.displacement(word)] |= 1L << state;
    }

    /** Whether a state is marked, by a plain read. */
    public boolean isMarked(long state) {
        assert 0 <= state && state < states : "state = " + state + " of " + states;
        long word = state >>> 6;
        return (segments[BigArrays.segment(word)][BigArrays.displacement(word)] >>> state & 1) != 0;
    }

    /** Marks a state by an opaque read and write; see above. */
    public void markOpaque(long state) {
        assert 0 <= state && state < states : "state = " + state + " of " + states;
        long word = state >>> 6;
        long[] segment = segments[BigArrays.segment(word)];
        int at = BigArrays.displacement(word);
        WORDS.setOpaque(segment, at, (long) WORDS.getOpaque(segment, at) | 1L << state);
    }

    /** Whether a state is marked, by an opaque read. */
    public boolean isMarkedOpaque(long state) {
        assert 0 <= state && state < states : "state = " + state + " of " + states;
        long word = state >>> 6;
        return ((long) WORDS.getOpaque(segments[BigArrays.segment(word)], BigArrays.displacement(word)) >>> state & 1)
                != 0;
    }

    /**
     * Marks a state atomically. A state that is marked already costs a read only.
     *
     * @return true for the one caller that set the mark
     * @throws IllegalArgumentException if the state is out of range
     */
    public boolean markAtomic(long state) {
        check(state);
        long word = state >>> 6;
        long bit = 1L << state;
        long[] segment = segments[BigArrays.segment(word)];
        int at = BigArrays.displacement(word);
        return ((long) WORDS.getAcquire(segment, at) & bit) == 0
                && ((long) WORDS.getAndBitwiseOr(segment, at, bit) & bit) == 0;
    }

    /**
     * Whether a state is marked; if so, what its marker wrote before {@link #markAtomic} is visible.
     *
     * @throws IllegalArgumentException if the state is out of range
     */
    public boolean isMarkedAcquire(long state) {
        check(state);
        long word = state >>> 6;
        return ((long) WORDS.getAcquire(segments[BigArrays.segment(word)], BigArrays.displacement(word)) >>> state & 1)
                != 0;
    }

    private void check(long state) {
        if (state < 0 || state >= states) {
            throw new IllegalArgumentException("state = " + state + ", expected 0.." + (states - 1));
        }
    }

    /** Least unmarked state ≥ {@code from} and < {@code to}, or {@code to}; by plain reads, 64 states at a time. */
    public long nextUnmarked(long from, long to) {
        assert 0 <= from && to <= states : "range = " + from + ".." + to + " of " + states;
        if (from >= to) {
            return to;
        }
        long lastWord = (to - 1) >>> 6;
        long word = from >>> 6;
        long free = ~BigArrays.get(segments, word) & -1L << from;
        while (free == 0) {
            if (++word > lastWord) {
                return to;
            }
            free = ~BigArrays.get(segments, word);
        }
        return Math.min(to, (word << 6) + Long.numberOfTrailingZeros(free));
    }

    /** Marked states in {@code from}..{@code to} − 1, by plain reads; exact when nobody marks meanwhile. */
    public long count(long from, long to) {
        assert 0 <= from && to <= states : "range = " + from + ".." + to + " of " + states;
        if (from >= to) {
            return 0;
        }
        long firstWord = from >>> 6;
        long lastWord = (to - 1) >>> 6;
        long head = -1L << from;
        long tail = -1L >>> -to;
        if (firstWord == lastWord) {
            return Long.bitCount(BigArrays.get(segments, firstWord) & head & tail);
        }
        long count = Long.bitCount(BigArrays.get(segments, firstWord) & head)
                + Long.bitCount(BigArrays.get(segments, lastWord) & tail);
        for (long word = firstWord + 1; word < lastWord; word++) {
            count += Long.bitCount(BigArrays.get(segments, word));
        }
        return count;
    }

    /** Unmarks all states; nobody else may be at work on the bitmap. */
    public void clear() {
        for (long[] segment : segments) {
            java.util.Arrays.fill(segment, 0);
        }
    }

    /**
     * The words themselves, for kernels: state i is bit i mod 64 of word i / 64, and word w is at
     * {@code BigArrays.segment(w)}, {@code BigArrays.displacement(w)}. Not copied.
     */
    public long[][] words() {
        return segments;
    }
}
