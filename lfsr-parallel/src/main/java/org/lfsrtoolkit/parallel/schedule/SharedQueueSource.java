package org.lfsrtoolkit.parallel.schedule;

/** One shared counter; a claim moves it on by a batch, with one compare-and-set. */
final class SharedQueueSource implements WorkSource {

    private final RangeRun run;
    private final long to;
    private final int workers;
    private final PaddedLongs next = new PaddedLongs(1);

    SharedQueueSource(RangeRun run, long from, long to, int workers) {
        this.run = run;
        this.to = to;
        this.workers = workers;
        next.set(0, from);
    }

    @Override
    public boolean next(RunWorker worker) {
        while (!run.isStopped()) {
            long from = next.get(0);
            if (from >= to) {
                return false;
            }
            long left = to - from;
            long end = from + worker.batchFor(left, workers);
            if (next.compareAndSet(0, from, end)) {
                worker.assign(from, end);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isElastic() {
        return true;
    }

    @Override
    public long itemsLeft() {
        return to - next.get(0);
    }
}
