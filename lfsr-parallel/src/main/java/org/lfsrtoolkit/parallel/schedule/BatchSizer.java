package org.lfsrtoolkit.parallel.schedule;

/**
 * How many items a worker takes next: so many that a batch takes about the target time, by what the last ones took.
 *
 * <p>Growth is at most eightfold a step, so that one cheap batch does not carry far (64-fold while the next batch would
 * still take 1/{@value #FLOOR} of the target: tiny jobs are done in few batches); shrinking is quick, for a size that
 * turns out too small (the thread had lost its processor, say) is back after two or three batches. A worker that moves to
 * another region, whose items it does not know, starts there with 1/{@value #FLOOR} of its size. Towards the end of a
 * range batches taper, to 1/{@value #TAPER} of what is left but not below 1/{@value #FLOOR} of the ordinary size: what
 * remains can then still be shared.
 *
 * <p>A fixed size, where given, is kept as it is. Not thread-safe: one for each worker.
 */
final class BatchSizer {

    /**
     * A batch of the caller alone is at most 1/{@value} of what is left while batches take no time: what cheap items cost
     * says nothing about the others, and a batch of all the rest could not be shared any more.
     */
    static final int MOST_ALONE = 16;

    /** What took that long is taken for an example: the next batch may be twice as large, for large ones are quicker. */
    static final long TRUSTED_NANOS = 20_000;

    /** So many items are not taken for a small job because the first of them cost nothing. */
    static final long MANY_ITEMS = 1L << 16;

    static final int TAPER = 4;
    static final int FLOOR = 16;
    private static final double GROWTH = 8;
    private static final double FAST_GROWTH = 64;
    private static final double SHRINK = 1.0 / 64;

    private final long fixed;
    private final double targetNanos;
    private double size;
    /** Whether the size comes from a batch that was run. */
    private boolean measured;

    /**
     * A sizer that has seen nothing. It starts at the fixed size if that is not 0; otherwise with 1/{@value #FLOOR} of the
     * target, by what an item is expected to cost, and with one item if that is not known.
     *
     * @param expectedItemNanos 0 if not known
     */
    BatchSizer(long fixed, long targetNanos, double expectedItemNanos) {
        this.fixed = fixed;
        this.targetNanos = targetNanos;
        this.size = expectedItemNanos > 0 ? Math.max(1, targetNanos / FLOOR / expectedItemNanos) : 1;
    }

    /** A sizer for another worker, in another region. */
    BatchSizer copy() {
        BatchSizer copy = new BatchSizer(fixed, (long) targetNanos, 0);
        copy.size = size;
        if (measured) {
            copy.moved();
        }
        return copy;
    }

    /** Learns that the next batch is from another region, where items may cost more. */
    void moved() {
        size = Math.max(1, size / FLOOR);
    }

    /** Items to take now from a range that nobody else takes from, with {@code left} ≥ 1; 1..left. */
    long next(long left) {
        return Math.min(left, fixed > 0 ? fixed : (long) size);
    }

    /** Items to take now from a range with {@code left} ≥ 1, of which each of {@code sharers} takes; 1..left. */
    long next(long left, int sharers) {
        if (fixed > 0) {
            return Math.min(fixed, left);
        }
        double tapered = Math.max(size / FLOOR, (double) left / ((long) TAPER * sharers));
        return Math.max(1, Math.min(left, (long) Math.min(size, tapered)));
    }

    /**
     * Items to take now, with {@code left} ≥ 1, by a worker that is alone but might be joined by others; 1..left.
     *
     * @param lastItems items of the last batch, 0 before the first
     * @param lastNanos what it took
     */
    long nextAlone(long left, long lastItems, double lastNanos) {
        long wanted = next(left);
        if (fixed > 0) {
            return wanted;
        }
        double most = 2.0 * lastItems;
        if (lastNanos < TRUSTED_NANOS) {
            most = left >= MANY_ITEMS ? 0 : TRUSTED_NANOS * lastItems / Math.max(1, lastNanos);
        }
        return Math.max(1, Math.min(wanted, Math.max(left / MOST_ALONE, (long) most)));
    }

    /** Learns that {@code items} ≥ 1 took {@code nanos}. */
    void ran(long items, long nanos) {
        measured = true;
        double targets = targetNanos / Math.max(1, nanos);
        double fitting = items * targets;
        double growth = Math.max(GROWTH, Math.min(FAST_GROWTH, targets / FLOOR));
        // A batch cut short by the end of its range says little about growth: grow from what was measured.
        size = Math.max(1, Math.min(Math.max(fitting, size * SHRINK), Math.max(size, items * growth)));
    }
}
