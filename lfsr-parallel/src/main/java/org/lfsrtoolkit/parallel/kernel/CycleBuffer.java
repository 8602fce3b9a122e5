package org.lfsrtoolkit.parallel.kernel;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Cycles that one worker has found: counts by length, and, where a list is wanted, the pairs themselves.
 *
 * <p>Runs of equal lengths, the rule in maps with millions of cycles, cost one comparison a cycle. Not thread-safe.
 */
public final class CycleBuffer {

    private final boolean listed;
    private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
    private final LongArrayList pairs = new LongArrayList();
    private long runLength;
    private long runCount;
    private long states;

    /** @param listed whether the pairs are kept */
    public CycleBuffer(boolean listed) {
        this.listed = listed;
    }

    /** Notes a cycle. */
    public void add(long representative, long length) {
        if (length == runLength) {
            runCount++;
        } else {
            endRun();
            runLength = length;
            runCount = 1;
        }
        states += length;
        if (listed) {
            pairs.add(representative);
            pairs.add(length);
        }
    }

    private void endRun() {
        if (runCount != 0) {
            counts.addTo(runLength, runCount);
            runCount = 0;
        }
    }

    /** Sum of the lengths of all cycles noted. */
    public long states() {
        return states;
    }

    /** {length : count} of all cycles noted. */
    public Long2LongOpenHashMap counts() {
        endRun();
        return counts;
    }

    /** Representative, length, representative, length, … in the order noted; empty if not listed. */
    public LongArrayList pairs() {
        return pairs;
    }

    /** Forgets everything, but keeps the memory. */
    public void clear() {
        pairs.clear();
        counts.clear();
        runLength = 0;
        runCount = 0;
        states = 0;
    }
}
