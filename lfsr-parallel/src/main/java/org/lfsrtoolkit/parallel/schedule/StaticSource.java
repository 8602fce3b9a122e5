package org.lfsrtoolkit.parallel.schedule;

/**
 * One contiguous range a worker, cut into batches; nothing moves. Ranges whose helper never started are run by the
 * caller at the end, so that no run depends on a thread being given.
 */
final class StaticSource implements WorkSource {

    private final RangeRun run;
    private final UnitRange range;
    private final PackedRanges ranges;

    StaticSource(RangeRun run, UnitRange range, int workers) {
        this.run = run;
        this.range = range;
        this.ranges = new PackedRanges(workers);
        for (int i = 0; i < workers; i++) {
            ranges.publish(i, range.partStart(i, workers), range.partStart(i + 1, workers));
        }
    }

    @Override
    public boolean next(RunWorker worker) {
        if (run.isStopped()) {
            return false;
        }
        if (claim(worker, worker.index())) {
            return true;
        }
        if (worker.index() == 0) {
            for (int slot = 1; slot < ranges.slots(); slot++) {
                if (ranges.left(slot) > 0 && run.revoke(slot) && claim(worker, slot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean claim(RunWorker worker, int slot) {
        int left = ranges.left(slot);
        if (left == 0) {
            return false;
        }
        long items = range.item(PackedRanges.high(ranges.get(slot))) - range.item(PackedRanges.low(ranges.get(slot)));
        long claimed = ranges.claim(slot, range.unitsFor(worker.batchFor(items, 1)));
        worker.assign(range.item(PackedRanges.low(claimed)), range.item(PackedRanges.high(claimed)));
        return true;
    }

    @Override
    public boolean isElastic() {
        return false;
    }

    @Override
    public long itemsLeft() {
        long left = 0;
        for (int slot = 0; slot < ranges.slots(); slot++) {
            left += ranges.left(slot) * range.granule();
        }
        return left;
    }
}
