package org.lfsrtoolkit.parallel.schedule;

/** Makes schedulers. */
public final class Schedulers {

    private Schedulers() {}

    /** A scheduler with these options. Holds no threads and needs no closing. */
    public static Scheduler create(SchedulerOptions options) {
        return new RangeScheduler(options);
    }
}
