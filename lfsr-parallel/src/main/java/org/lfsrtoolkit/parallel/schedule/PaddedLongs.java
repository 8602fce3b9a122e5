package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * An array of atomic {@code long}s, each 128 bytes from the next, so that no two of them share a cache line (nor the
 * pair of lines that the prefetcher takes together). Memory: 128 bytes an element.
 */
final class PaddedLongs {

    private static final int SHIFT = 4;

    private final AtomicLongArray cells;
    private final int length;

    PaddedLongs(int length) {
        this.length = length;
        // One stride more at either end keeps the array's own header and its neighbours away.
        this.cells = new AtomicLongArray((length + 2) << SHIFT);
    }

    int length() {
        return length;
    }

    long get(int i) {
        return cells.get((i + 1) << SHIFT);
    }

    /** Volatile write. */
    void set(int i, long value) {
        cells.set((i + 1) << SHIFT, value);
    }

    boolean compareAndSet(int i, long expected, long value) {
        return cells.compareAndSet((i + 1) << SHIFT, expected, value);
    }

    /** Adds to a cell that only the calling thread writes. */
    void addOwn(int i, long delta) {
        int at = (i + 1) << SHIFT;
        cells.set(at, cells.getPlain(at) + delta);
    }

    /** Sum of the cells, one read after the other: of monotone cells, at least the sum at the start of the call. */
    long sum() {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += get(i);
        }
        return sum;
    }
}
