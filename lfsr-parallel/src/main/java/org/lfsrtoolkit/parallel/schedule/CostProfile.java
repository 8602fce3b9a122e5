package org.lfsrtoolkit.parallel.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the items of a range cost, as measured: consecutive blocks of items, each with the time it took.
 *
 * <p>Within a block the cost is spread evenly. Immutable.
 */
public final class CostProfile {

    /** First item of each block, and one past the last. */
    private final long[] starts;
    /** Nanoseconds of all blocks before each one; one more for the total. */
    private final double[] before;

    private final Timeline.Job job;

    private CostProfile(long[] starts, double[] before, Timeline.Job job) {
        this.starts = starts;
        this.before = before;
        this.job = job;
    }

    /** This profile, of a run of which more is known. */
    public CostProfile withJob(Timeline.Job known) {
        return new CostProfile(starts, before, known);
    }

    /** What the scheduler is told of the run. */
    public Timeline.Job job() {
        return job;
    }

    /**
     * Blocks of equal size from item 0 on.
     *
     * @param itemsPerBlock at least 1
     * @param blockNanos time of each block, at least one entry, none negative
     */
    public static CostProfile ofBlocks(long itemsPerBlock, long[] blockNanos) {
        if (itemsPerBlock < 1) {
            throw new IllegalArgumentException("itemsPerBlock = " + itemsPerBlock + ", expected 1 or more");
        }
        if (blockNanos.length == 0) {
            throw new IllegalArgumentException("blockNanos is empty, expected at least one block");
        }
        long[] starts = new long[blockNanos.length + 1];
        double[] before = new double[blockNanos.length + 1];
        for (int i = 0; i < blockNanos.length; i++) {
            if (blockNanos[i] < 0) {
                throw new IllegalArgumentException("blockNanos[" + i + "] = " + blockNanos[i] + ", expected 0 or more");
            }
            starts[i + 1] = Math.multiplyExact(itemsPerBlock, i + 1L);
            before[i + 1] = before[i] + blockNanos[i];
        }
        return new CostProfile(starts, before, Timeline.Job.UNKNOWN);
    }

    /**
     * The batches of one recorded run.
     *
     * @throws IllegalArgumentException if it holds no batch, or does not hold every batch of a contiguous range
     */
    public static CostProfile of(Timeline timeline) {
        List<Timeline.Event> batches = timeline.events().stream()
                .filter(event -> event.kind() == Timeline.Kind.BATCH)
                .sorted(Comparator.comparingLong(Timeline.Event::from))
                .toList();
        if (batches.isEmpty() || timeline.dropped() > 0) {
            throw new IllegalArgumentException("timeline with " + batches.size() + " batches and " + timeline.dropped()
                    + " dropped events, expected every batch of a run");
        }
        long[] starts = new long[batches.size() + 1];
        double[] before = new double[batches.size() + 1];
        starts[0] = batches.get(0).from();
        for (int i = 0; i < batches.size(); i++) {
            Timeline.Event batch = batches.get(i);
            if (batch.from() != starts[i]) {
                throw new IllegalArgumentException("batch from item " + batch.from() + ", expected one from item "
                        + starts[i] + ": the timeline is not that of one run");
            }
            starts[i + 1] = batch.to();
            before[i + 1] = before[i] + (batch.endNanos() - batch.startNanos());
        }
        return new CostProfile(starts, before, jobOf(timeline, 0));
    }

    private static Timeline.Job jobOf(Timeline timeline, int run) {
        return run < timeline.jobs().size() ? timeline.jobs().get(run) : Timeline.Job.UNKNOWN;
    }

    /**
     * The batches of runs that were recorded one after the other: a profile for each run.
     *
     * @throws IllegalArgumentException if a batch is missing
     */
    public static List<CostProfile> ofRuns(Timeline timeline) {
        Map<Integer, List<Timeline.Event>> runs = new TreeMap<>();
        for (Timeline.Event event : timeline.events()) {
            runs.computeIfAbsent(event.run(), run -> new ArrayList<>()).add(event);
        }
        List<CostProfile> profiles = new ArrayList<>();
        runs.forEach((run, events) ->
                profiles.add(of(new Timeline(events, timeline.dropped())).withJob(jobOf(timeline, run))));
        return profiles;
    }

    /** This profile {@code copies} times, one after the other: the same mixture, more work. */
    public CostProfile repeated(int copies) {
        if (copies < 1) {
            throw new IllegalArgumentException("copies = " + copies + ", expected 1 or more");
        }
        int blocks = starts.length - 1;
        long[] moreStarts = new long[Math.multiplyExact(blocks, copies) + 1];
        double[] moreBefore = new double[moreStarts.length];
        moreStarts[0] = starts[0];
        for (int c = 0; c < copies; c++) {
            for (int i = 1; i <= blocks; i++) {
                moreStarts[c * blocks + i] = Math.addExact(starts[i], Math.multiplyExact(c, items()));
                moreBefore[c * blocks + i] = before[i] + c * totalNanos();
            }
        }
        return new CostProfile(moreStarts, moreBefore, job);
    }

    public long from() {
        return starts[0];
    }

    public long to() {
        return starts[starts.length - 1];
    }

    public long items() {
        return to() - from();
    }

    /** Time of all items on one worker, without any scheduling. */
    public double totalNanos() {
        return before[before.length - 1];
    }

    /** Time of the items {@code first}..{@code end} − 1. Cost: a binary search. */
    public double nanos(long first, long end) {
        return upTo(end) - upTo(first);
    }

    private double upTo(long item) {
        int at = Arrays.binarySearch(starts, item);
        if (at >= 0) {
            return before[at];
        }
        int block = -at - 2;
        if (block < 0 || block >= starts.length - 1) {
            throw new IllegalArgumentException("item = " + item + ", expected " + from() + ".." + to());
        }
        double part = (double) (item - starts[block]) / (starts[block + 1] - starts[block]);
        return before[block] + part * (before[block + 1] - before[block]);
    }
}
