package org.lfsrtoolkit.parallel.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened when: batches and steals in order of their start.
 *
 * <p>Bounded: a run keeps at most {@link SchedulerOptions#timelineCap()} events, shared evenly among its workers; what
 * a worker does after its share is full is counted, not kept.
 *
 * @param events by start, then worker
 * @param dropped events that were not kept
 * @param jobs what is known of the runs, by {@link Event#run}; may be shorter than there are runs
 */
public record Timeline(List<Event> events, long dropped, List<Job> jobs) {

    /** No events. */
    public static final Timeline EMPTY = new Timeline(List.of(), 0);

    /**
     * What the scheduler was told of a run.
     *
     * @param expectedItemNanos what an item was expected to cost; 0 if that was not known
     * @param dealt whether items that are shared are dealt out, see {@link RangeTask#dealsOut()}
     */
    public record Job(double expectedItemNanos, boolean dealt) {

        /** Nothing. */
        public static final Job UNKNOWN = new Job(0, false);
    }

    /** What an event was. */
    public enum Kind {
        /** A batch was run. */
        BATCH,
        /** A range was stolen. */
        STEAL
    }

    /**
     * One event.
     *
     * @param worker who
     * @param startNanos since the start of the run
     * @param endNanos since the start of the run
     * @param from first item of the batch or the stolen range
     * @param to one past its last item
     * @param kind batch or steal
     * @param victim whom it was stolen from, −1 for a batch
     * @param run number of the run, from 0, where several were made one after the other
     */
    public record Event(
            int worker, long startNanos, long endNanos, long from, long to, Kind kind, int victim, int run) {}

    public Timeline {
        events = List.copyOf(events);
        jobs = List.copyOf(jobs);
    }

    /** A timeline of runs of which nothing is known. */
    public Timeline(List<Event> events, long dropped) {
        this(events, dropped, List.of());
    }

    /** Whether nothing was recorded. */
    public boolean isEmpty() {
        return events.isEmpty() && dropped == 0;
    }

    /** This timeline and a later one, whose times are moved on by {@code shiftNanos} and whose runs are numbered on. */
    public Timeline followedBy(Timeline later, long shiftNanos) {
        if (later.isEmpty()) {
            return this;
        }
        List<Event> all = new ArrayList<>(events.size() + later.events.size());
        all.addAll(events);
        int runs = events.isEmpty() ? 0 : events.get(events.size() - 1).run() + 1;
        for (Event e : later.events) {
            all.add(new Event(
                    e.worker,
                    e.startNanos + shiftNanos,
                    e.endNanos + shiftNanos,
                    e.from,
                    e.to,
                    e.kind,
                    e.victim,
                    e.run + runs));
        }
        List<Job> allJobs = new ArrayList<>(jobs.subList(0, Math.min(runs, jobs.size())));
        while (allJobs.size() < runs) {
            allJobs.add(Job.UNKNOWN);
        }
        allJobs.addAll(later.jobs);
        return new Timeline(all, dropped + later.dropped, allJobs);
    }
}
