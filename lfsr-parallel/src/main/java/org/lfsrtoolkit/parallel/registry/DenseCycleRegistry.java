package org.lfsrtoolkit.parallel.registry;

import java.util.concurrent.atomic.LongAdder;

/**
 * Registry of leaders 0..points − 1, one bit each.
 *
 * <p>Memory: points / 8 bytes, see {@link #bytesFor}. A claim that is lost costs a read; one that is won, an atomic OR.
 */
public final class DenseCycleRegistry implements CycleRegistry {

    private final VisitedBitmap claimed;
    private final LongAdder won = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /**
     * @param points number of possible leaders, 0..{@link VisitedBitmap#MAX_STATES}
     * @throws IllegalArgumentException for other numbers
     */
    public DenseCycleRegistry(long points) {
        claimed = new VisitedBitmap(points);
    }

    /** Bytes that a registry of so many points takes. */
    public static long bytesFor(long points) {
        return VisitedBitmap.bytesFor(points);
    }

    @Override
    public boolean claim(long leader) {
        boolean first = claimed.markAtomic(leader);
        (first ? won : lost).increment();
        return first;
    }

    @Override
    public boolean isClaimed(long leader) {
        return claimed.isMarkedAcquire(leader);
    }

    @Override
    public long claims() {
        return won.sum();
    }

    @Override
    public long lostClaims() {
        return lost.sum();
    }

    @Override
    public long bytes() {
        return claimed.bytes();
    }
}
