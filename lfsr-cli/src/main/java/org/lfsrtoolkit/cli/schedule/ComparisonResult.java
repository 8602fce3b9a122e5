package org.lfsrtoolkit.cli.schedule;

import java.util.Comparator;
import java.util.List;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.schedule.Strategy;

/**
 * What a comparison found.
 *
 * @param id the row's name
 * @param map what was mapped
 * @param structure the answer, the same in every run
 * @param rounds timed runs of every setting
 * @param mapsPerRun maps in a row that each of them was, so that it took some milliseconds
 * @param summaries one a setting, in the order asked for
 * @param timelines one run with a timeline for each strategy, at its largest number of workers; empty unless asked for
 * @param predictions of settings that were simulated; empty unless asked for
 */
public record ComparisonResult(
        String id,
        AffineMap map,
        StateSpaceStructure structure,
        int rounds,
        int mapsPerRun,
        List<SettingSummary> summaries,
        List<MeasuredRun> timelines,
        List<MapSimulation.Prediction> predictions) {

    private static final double INDISTINCT = 0.98;

    public ComparisonResult {
        summaries = List.copyOf(summaries);
        timelines = List.copyOf(timelines);
        predictions = List.copyOf(predictions);
    }

    /** The setting with the highest median. */
    public SettingSummary fastest() {
        return summaries.stream()
                .max(Comparator.comparingDouble(SettingSummary::median))
                .orElseThrow();
    }

    /** Whether every setting, also those with more workers, left the whole map to one: there is nothing to choose. */
    public boolean isTooSmallToShare() {
        return summaries.stream().anyMatch(summary -> summary.setting().workers() > 1)
                && summaries.stream().allMatch(summary -> summary.workersSeen() <= 1);
    }

    /**
     * The setting to use: of those whose fastest run comes within 2 % of the median of the {@link #fastest()} setting, so
     * that the measurement does not tell them apart, the one with the fewest workers, then hybrid, then the one with the
     * higher median. Where the map {@link #isTooSmallToShare()}, hybrid, if it was among the settings.
     */
    public SettingSummary recommended() {
        double goal = isTooSmallToShare() ? 0 : fastest().median() * INDISTINCT;
        return summaries.stream()
                .filter(summary -> summary.fastest() >= goal)
                .min(Comparator.<SettingSummary>comparingInt(
                                summary -> summary.setting().workers())
                        .thenComparing(summary -> summary.setting().strategy() != Strategy.HYBRID)
                        .thenComparing(Comparator.comparingDouble(SettingSummary::median)
                                .reversed()))
                .orElseThrow();
    }

    /**
     * Median time of one map in the runs of a setting, in nanoseconds; NaN if it was not run, or had fewer processors than
     * workers, which a simulated setting never has.
     */
    public double comparableNanos(Setting setting) {
        if (setting.workers() > Runtime.getRuntime().availableProcessors()) {
            return Double.NaN;
        }
        return summaries.stream()
                .filter(summary -> summary.setting().equals(setting))
                .mapToDouble(summary -> map.stateCount().doubleValue() * 1e9 / summary.median())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Median speed of a setting over that of the best setting with one worker; NaN where there is none. */
    public double speedUp(SettingSummary summary) {
        return summary.median()
                / summaries.stream()
                        .filter(other -> other.setting().workers() == 1)
                        .mapToDouble(SettingSummary::median)
                        .max()
                        .orElse(Double.NaN);
    }
}
