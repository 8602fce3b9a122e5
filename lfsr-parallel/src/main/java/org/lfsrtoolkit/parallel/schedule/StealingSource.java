package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Ranges of the workers' own, from whose backs idle workers steal halves: {@link Strategy#HYBRID} and
 * {@link Strategy#WORK_STEALING}.
 *
 * <p><b>Termination.</b> Each worker counts the units it has claimed in a cell of its own. Units are in a word, or
 * claimed, or on their way from one to the other in the hands of a worker that is awake. A worker that finds all words
 * empty leaves if the cells add up to all units (cells only grow, so the sum is never too large too early); otherwise
 * it spins a little, registers as sleeping, <em>looks again</em>, and parks. Whoever publishes a stolen range wakes one
 * sleeper; whoever leaves, early or not, wakes all. Nobody is forgotten: of all workers that wait, the last to register sees, in its
 * second look, the cells and words that the others wrote before they registered, and these add up.
 *
 * <p><b>Progress.</b> A thief claims its first batch out of what it stole before it publishes the rest, so each
 * successful steal leads to a batch; a failed one means that another worker claimed or stole.
 *
 * <p>Source: random victims [BlumofeLeiserson1999]; the packed range is our own, docs/decisions/0010.
 *
 * <pre>
 * field       written by                               read by        access
 * ranges      owner (claim, publish), thieves (CAS)    all            volatile, CAS
 * claimed[i]  worker i                                 all            volatile
 * sleepers    all                                      all            atomic
 * sleeping[i] worker i (its thread), wakers (null)     wakers         atomic
 * </pre>
 */
final class StealingSource implements WorkSource {

    /** Longest spin before parking: about the longest batch at the end of a range. */
    private static final long SPIN_NANOS = 150_000;

    private final RangeRun run;
    private final UnitRange range;
    private final boolean fullestVictim;
    private final PackedRanges ranges;
    private final PaddedLongs claimed;
    private final AtomicInteger sleepers = new AtomicInteger();
    private final AtomicReferenceArray<Thread> sleeping;
    private final long spinNanos;

    /**
     * @param slots most workers
     * @param parts workers that begin with a range of their own; 1 gives everything to worker 0
     * @param fullestVictim whether thieves look for the fullest victim, or start at a random one
     */
    StealingSource(RangeRun run, UnitRange range, int slots, int parts, boolean fullestVictim) {
        this.run = run;
        this.range = range;
        this.fullestVictim = fullestVictim;
        this.ranges = new PackedRanges(slots);
        this.claimed = new PaddedLongs(slots);
        this.sleeping = new AtomicReferenceArray<>(slots);
        // Spinning pays only while the one waited for runs on another processor.
        this.spinNanos = slots <= run.permits().processors() ? SPIN_NANOS : 0;
        for (int i = 0; i < parts; i++) {
            ranges.publish(i, range.partStart(i, parts), range.partStart(i + 1, parts));
        }
    }

    @Override
    public boolean next(RunWorker worker) {
        long since = 0;
        int step = 0;
        for (boolean waits = false; ; ) {
            if (run.isStopped()) {
                return false;
            }
            if (claimOwn(worker) || steal(worker)) {
                return true;
            }
            if (claimed.sum() == range.units()) {
                wakeAll();
                return false;
            }
            long now = spinNanos == 0 ? 0 : System.nanoTime();
            since = waits ? since : now;
            waits = now - since < spinNanos;
            if (waits) {
                Spinning.pause(step++);
            } else {
                sleep(worker);
            }
        }
    }

    private boolean claimOwn(RunWorker worker) {
        long word = ranges.get(worker.index());
        if (PackedRanges.size(word) == 0) {
            return false;
        }
        long units = ranges.claim(worker.index(), wanted(worker, word));
        if (units == PackedRanges.NOTHING) {
            return false;
        }
        take(worker, units);
        return true;
    }

    private boolean steal(RunWorker worker) {
        for (; ; ) {
            int victim = fullestVictim ? fullest() : anyVictim(worker);
            if (victim < 0) {
                return false;
            }
            long seen = ranges.get(victim);
            if (PackedRanges.size(seen) == 0) {
                continue;
            }
            long loot = ranges.stealHalf(victim, seen);
            if (loot == PackedRanges.NOTHING) {
                worker.countFailedSteal();
                continue;
            }
            int low = PackedRanges.low(loot);
            int high = PackedRanges.high(loot);
            worker.countSteal(range.item(low), range.item(high), victim);
            int cut = low + Math.min(wanted(worker, loot), high - low);
            take(worker, PackedRanges.pack(low, cut));
            if (cut < high) {
                ranges.publish(worker.index(), cut, high);
                wakeOne();
            }
            return true;
        }
    }

    private int wanted(RunWorker worker, long word) {
        long items = range.item(PackedRanges.high(word)) - range.item(PackedRanges.low(word));
        return range.unitsFor(worker.batchFor(items, 1));
    }

    private void take(RunWorker worker, long units) {
        claimed.addOwn(worker.index(), PackedRanges.size(units));
        worker.assign(range.item(PackedRanges.low(units)), range.item(PackedRanges.high(units)));
    }

    /** Slot with most units left, −1 if all are empty. */
    private int fullest() {
        int best = -1;
        int most = 0;
        for (int slot = 0; slot < ranges.slots(); slot++) {
            int left = ranges.left(slot);
            if (left > most) {
                most = left;
                best = slot;
            }
        }
        return best;
    }

    /** First slot that is not empty, from a random one on; −1 if all are. */
    private int anyVictim(RunWorker worker) {
        int slots = ranges.slots();
        int slot = worker.random(slots);
        for (int i = 0; i < slots; i++) {
            if (ranges.left(slot) > 0) {
                return slot;
            }
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return -1;
    }

    private boolean nothingToDo() {
        return fullest() < 0 && claimed.sum() != range.units() && !run.isStopped();
    }

    private void sleep(RunWorker worker) {
        int me = worker.index();
        Thread thread = Thread.currentThread();
        sleeping.set(me, thread);
        sleepers.incrementAndGet();
        if (nothingToDo()) {
            worker.parkWhile(() -> sleeping.get(me) == thread, this);
        }
        sleeping.set(me, null);
        sleepers.decrementAndGet();
    }

    private void wakeOne() {
        if (sleepers.get() == 0) {
            return;
        }
        for (int slot = 0; slot < sleeping.length(); slot++) {
            Thread thread = sleeping.get(slot);
            if (thread != null && sleeping.compareAndSet(slot, thread, null)) {
                LockSupport.unpark(thread);
                return;
            }
        }
    }

    @Override
    public void wakeAll() {
        if (sleepers.get() == 0) {
            return;
        }
        for (int slot = 0; slot < sleeping.length(); slot++) {
            Thread thread = sleeping.getAndSet(slot, null);
            if (thread != null) {
                LockSupport.unpark(thread);
            }
        }
    }

    @Override
    public boolean isElastic() {
        return true;
    }

    @Override
    public long itemsLeft() {
        return (range.units() - claimed.sum()) * range.granule();
    }
}
