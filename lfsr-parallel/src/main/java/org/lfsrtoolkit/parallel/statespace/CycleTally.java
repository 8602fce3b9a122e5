package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lfsrtoolkit.core.cycle.CycleStructure;

/**
 * The multiset of cycle lengths found so far. Exact for up to 2^63 states: lengths are below that, counts and the number of
 * states may reach it and are kept as unsigned numbers. Not thread-safe.
 */
final class CycleTally {

    private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
    private long states;

    /** Adds cycles of one length. */
    void add(long length, long count) {
        counts.addTo(length, count);
        states += length * count;
    }

    /** Adds {length : count}. */
    void addAll(Long2LongOpenHashMap lengths) {
        lengths.long2LongEntrySet().fastForEach(entry -> add(entry.getLongKey(), entry.getLongValue()));
    }

    /** Σ length · count, unsigned. */
    long states() {
        return states;
    }

    /** {length : count}; not a copy. */
    Long2LongOpenHashMap counts() {
        return counts;
    }

    private static BigInteger unsigned(long number) {
        return number >= 0 ? BigInteger.valueOf(number) : new BigInteger(Long.toUnsignedString(number));
    }

    /** The structure. */
    CycleStructure structure() {
        Map<BigInteger, BigInteger> exact = new HashMap<>();
        counts.long2LongEntrySet()
                .fastForEach(
                        entry -> exact.put(BigInteger.valueOf(entry.getLongKey()), unsigned(entry.getLongValue())));
        return CycleStructure.of(exact);
    }
}
