package org.lfsrtoolkit.parallel.schedule;

import java.util.Objects;
import org.lfsrtoolkit.core.progress.RunControl;

/** The scheduler behind every {@link Strategy}: checks the arguments and makes a {@link RangeRun} for each call. */
final class RangeScheduler implements Scheduler {

    private static final long MAX_ITEMS = 1L << 62;

    private final SchedulerOptions options;
    private final WorkerPermits permits;

    RangeScheduler(SchedulerOptions options) {
        this(options, WorkerPermits.SHARED);
    }

    RangeScheduler(SchedulerOptions options, WorkerPermits permits) {
        this.options = Objects.requireNonNull(options, "options");
        this.permits = permits;
    }

    @Override
    public SchedulerMetrics run(long from, long to, RangeTask task, RunControl control, double expectedItemNanos) {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(control, "control");
        if (from > to || to - from < 0 || to - from > MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "range = " + from + ".." + to + ", expected from <= to and at most 2^62 items");
        }
        if (!(expectedItemNanos >= 0 && expectedItemNanos < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "expectedItemNanos = " + expectedItemNanos + ", expected 0 (not known) or more");
        }
        return new RangeRun(options, permits, from, to, task, control, expectedItemNanos).execute();
    }
}
