package org.lfsrtoolkit.parallel.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Prenecklaces in ascending order: the only states that can be least on their cycle under a nonsingular register.
 *
 * <p>Read a state newest symbol first, w_1 … w_d; it is a prenecklace if no suffix w_j … w_d is smaller than the prefix of
 * the same length. If one were, the state j − 1 clocks before, which begins with that suffix, would be smaller. The
 * successor strips the largest symbols from the end, raises the last one left, and repeats the result up to length d: the
 * step of Duval's algorithm [Duval1983], [FredricksenMaiorana1978].
 *
 * <p>States are packed, b bits a symbol, w_1 at the top. About 7 % of the states for two symbols and d = 28. Threads:
 * immutable.
 */
final class Prenecklaces {

    private final int symbolBits;
    private final int stateBits;
    private final long largestState;
    private final int @Nullable [] raised;

    /**
     * @param largestState the state all of whose symbols are the largest one
     * @param raised the packed symbol that follows each packed symbol; null if that is always the one plus 1
     */
    Prenecklaces(int symbolBits, int stateBits, long largestState, int @Nullable [] raised) {
        this.symbolBits = symbolBits;
        this.stateBits = stateBits;
        this.largestState = largestState;
        this.raised = raised;
    }

    /** Prenecklaces over all 2^b symbols of b bits. */
    static Prenecklaces ofAllSymbols(int symbolBits, int stateBits) {
        return new Prenecklaces(symbolBits, stateBits, (1L << stateBits) - 1, null);
    }

    /** Prenecklaces over the same symbols that are shorter by so many bits. */
    Prenecklaces shortened(int bits) {
        return new Prenecklaces(symbolBits, stateBits - bits, largestState >>> bits, raised);
    }

    /** The least prenecklace at or above a state; there always is one, as the largest state is. */
    long first(long state) {
        int symbols = stateBits / symbolBits;
        long mask = (1L << symbolBits) - 1;
        int period = 1;
        for (int i = 1; i < symbols; i++) {
            long symbol = state >>> (stateBits - (i + 1) * symbolBits) & mask;
            long earlier = state >>> (stateBits - (i + 1 - period) * symbolBits) & mask;
            if (symbol > earlier) {
                period = i + 1;
            } else if (symbol < earlier) {
                // The longest prefix that is one, continued with its period, is the next.
                return repeat(state >>> (stateBits - period * symbolBits), period * symbolBits);
            }
        }
        return state;
    }

    /** The next larger prenecklace; −1 after the largest. */
    long next(long state) {
        int largest = Long.numberOfTrailingZeros(state ^ largestState);
        if (symbolBits > 1) {
            largest -= largest % symbolBits;
        }
        if (largest >= stateBits) {
            return -1;
        }
        long prefix = state >>> largest;
        if (raised == null) {
            return repeat(prefix + 1, stateBits - largest);
        }
        long mask = (1L << symbolBits) - 1;
        return repeat((prefix & ~mask) | raised[(int) (prefix & mask)], stateBits - largest);
    }

    /** The word of that many bits, repeated from the top until the state is full. */
    private long repeat(long word, int bits) {
        // One repetition is the rule and costs no branch: a shift by all bits of the state leaves nothing.
        long state = word << (stateBits - bits);
        state |= state >>> bits;
        for (int have = 2 * bits; have < stateBits; have *= 2) {
            state |= state >>> have;
        }
        return state;
    }
}
