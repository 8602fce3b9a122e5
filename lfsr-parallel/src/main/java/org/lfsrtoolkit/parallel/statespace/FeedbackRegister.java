package org.lfsrtoolkit.parallel.statespace;

import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.lfsrtoolkit.core.progress.LimitExceededException;

/**
 * A shift register over q symbols with any feedback function, linear or not: the state with index Σ s_j·q^j goes to
 * (s_1, …, s_{d−1}, nextSymbol).
 *
 * <p>Worked number: q = 2, d = 3 and nextSymbol(i) = (i mod 2) is the pure cycling register with cycles 0, 1 → 4 → 2,
 * 3 → 5 → 6 and 7.
 */
public final class FeedbackRegister implements StateMap {

    private final int symbols;
    private final int length;
    private final boolean bijection;
    private final LongUnaryOperator nextSymbol;
    private final long size;
    private final long top;

    /**
     * @param symbols q, at least 2
     * @param length d, at least 1, with q^d below 2^63
     * @param bijection whether the feedback makes the map a permutation: for fixed s_1, …, s_{d−1} the new symbol is a
     *     permutation of s_0. <em>Not checked</em> before the walk.
     * @param nextSymbol the new symbol, 0..q−1, by the index of the state
     * @throws LimitExceededException if q^d is 2^63 or more
     */
    public FeedbackRegister(int symbols, int length, boolean bijection, LongUnaryOperator nextSymbol) {
        if (symbols < 2) {
            throw new IllegalArgumentException("symbols = " + symbols + ", expected at least 2");
        }
        if (length < 1) {
            throw new IllegalArgumentException("length = " + length + ", expected at least 1");
        }
        this.symbols = symbols;
        this.length = length;
        this.bijection = bijection;
        this.nextSymbol = Objects.requireNonNull(nextSymbol);
        this.size = StateCounts.power(symbols, length);
        this.top = size / symbols;
    }

    @Override
    public long next(long index) {
        return index / symbols + nextSymbol.applyAsLong(index) * top;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isBijection() {
        return bijection;
    }

    /** q. */
    public int symbols() {
        return symbols;
    }

    /** d. */
    public int length() {
        return length;
    }

    @Override
    public String name() {
        return "register with any feedback, " + length + " stages over " + symbols + " symbols";
    }
}
