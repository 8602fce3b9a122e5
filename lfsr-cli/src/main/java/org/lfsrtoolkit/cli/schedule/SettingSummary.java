package org.lfsrtoolkit.cli.schedule;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * The runs of one setting together.
 *
 * @param setting how they were scheduled
 * @param runs at least one, by round
 * @param slowest states a second, of the slowest run
 * @param median states a second
 * @param fastest states a second, of the fastest run
 */
public record SettingSummary(Setting setting, List<MeasuredRun> runs, double slowest, double median, double fastest) {

    static SettingSummary of(Setting setting, List<MeasuredRun> runs, BigInteger states) {
        double[] speeds = runs.stream()
                .mapToDouble(run -> states.doubleValue() * 1e9 / Math.max(1, run.elapsedNanos()))
                .sorted()
                .toArray();
        int n = speeds.length;
        double median = n % 2 == 1 ? speeds[n / 2] : (speeds[n / 2 - 1] + speeds[n / 2]) / 2;
        return new SettingSummary(setting, List.copyOf(runs), speeds[0], median, speeds[n - 1]);
    }

    /** (fastest − slowest) / median. */
    public double spread() {
        return (fastest - slowest) / median;
    }

    /** Mean over the runs of the part of the workers' time that was spent inside tasks. */
    public double utilisation() {
        return runs.stream()
                .mapToDouble(run -> run.metrics().utilisation())
                .average()
                .orElse(0);
    }

    /** Mean over the runs of (max − min)/mean of the workers' busy times. */
    public double timeImbalance() {
        return runs.stream()
                .mapToDouble(run -> run.metrics().timeImbalance())
                .average()
                .orElse(0);
    }

    /** Part of the time at work that went into claiming and stealing, mean over the runs. */
    public double schedulingShare() {
        return runs.stream()
                .mapToDouble(run -> run.metrics().schedulingShare())
                .average()
                .orElse(0);
    }

    /** Steals in a map, mean over the runs. */
    public double steals() {
        return runs.stream().mapToLong(run -> run.metrics().steals()).average().orElse(0);
    }

    /** The run whose time is the median, the slower one of two. */
    public MeasuredRun medianRun() {
        return runs.stream()
                .sorted(Comparator.comparingLong(MeasuredRun::elapsedNanos))
                .toList()
                .get(runs.size() / 2);
    }

    /** Most workers that ran a batch. */
    public int workersSeen() {
        return runs.stream()
                .mapToInt(run -> run.metrics().workersWithBatches())
                .max()
                .orElse(0);
    }
}
