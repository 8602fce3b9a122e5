package org.lfsrtoolkit.parallel.registry;

import it.unimi.dsi.fastutil.BigArrays;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongBigArrays;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;
import org.lfsrtoolkit.core.progress.LimitExceededException;

/**
 * Registry of arbitrary leaders 0..2^63 − 2 in an open-addressed hash table of fixed size.
 *
 * <p>A slot holds 0 (free) or leader + 1, and changes once, by compare-and-set; a search goes on linearly from the
 * leader's hash to the leader or a free slot, which it then tries to take. As nothing is ever removed or moved, two
 * claimants of one leader meet at the same slot.
 *
 * <p>Memory: the power of two that is at least 4/3 of the capacity, times 8 bytes ({@link #bytesFor}). It holds at least
 * {@code capacity} leaders; a claim beyond that is refused with {@link LimitExceededException} as soon as it is noticed,
 * when the table has got so full that searches are long.
 */
public final class HashedCycleRegistry implements CycleRegistry {

    /** Most leaders: 2^34, in a table of 2^35 slots (256 GiB). */
    public static final long MAX_CAPACITY = 1L << 34;

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);
    /** At load 3/4 a miss takes 8.5 probes on average; searches this long are rare before the table is too full. */
    private static final int LONG_SEARCH = 128;

    private final long capacity;
    private final long mask;
    private final long[][] slots;
    private final LongAdder won = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /**
     * @param capacity leaders that fit for certain, 1..{@link #MAX_CAPACITY}
     */
    public HashedCycleRegistry(long capacity) {
        long size = slotsFor(capacity);
        this.capacity = capacity;
        this.mask = size - 1;
        this.slots = LongBigArrays.newBigArray(size);
    }

    private static long slotsFor(long capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("capacity = " + capacity + ", expected 1.." + MAX_CAPACITY);
        }
        return HashCommon.nextPowerOfTwo(capacity + (capacity + 2) / 3);
    }

    /** Bytes that a registry of that capacity takes. */
    public static long bytesFor(long capacity) {
        long size = slotsFor(capacity);
        long arrays = (size + BigArrays.SEGMENT_SIZE - 1) / BigArrays.SEGMENT_SIZE;
        return 8 * size + 32 * (arrays + 1);
    }

    /**
     * {@inheritDoc}
     *
     * @throws LimitExceededException if there is no room for a new leader; the registry stays as it is
     */
    @Override
    public boolean claim(long leader) {
        long key = key(leader);
        long at = HashCommon.mix(leader) & mask;
        for (long probes = 0; probes <= mask; probes++) {
            long[] segment = slots[BigArrays.segment(at)];
            int displacement = BigArrays.displacement(at);
            long found = (long) SLOTS.getAcquire(segment, displacement);
            if (found == 0) {
                if (probes >= LONG_SEARCH && won.sum() >= capacity) {
                    break;
                }
                found = (long) SLOTS.compareAndExchange(segment, displacement, 0L, key);
                if (found == 0) {
                    won.increment();
                    return true;
                }
            }
            if (found == key) {
                lost.increment();
                return false;
            }
            at = at + 1 & mask;
        }
        throw new LimitExceededException(
                LimitExceededException.Limit.MEMORY,
                "cycle registry full: capacity = " + capacity + " leaders (" + bytes() + " bytes), more are needed");
    }

    @Override
    public boolean isClaimed(long leader) {
        long key = key(leader);
        long at = HashCommon.mix(leader) & mask;
        for (long probes = 0; probes <= mask; probes++) {
            long found = (long) SLOTS.getAcquire(slots[BigArrays.segment(at)], BigArrays.displacement(at));
            if (found == key) {
                return true;
            }
            if (found == 0) {
                return false;
            }
            at = at + 1 & mask;
        }
        return false;
    }

    private static long key(long leader) {
        if (leader < 0 || leader == Long.MAX_VALUE) {
            throw new IllegalArgumentException("leader = " + leader + ", expected 0.." + (Long.MAX_VALUE - 1));
        }
        return leader + 1;
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
        return bytesFor(capacity);
    }
}
