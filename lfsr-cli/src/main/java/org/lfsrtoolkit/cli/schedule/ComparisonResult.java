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
 * @param summaries one a setting, in the order asked for
 * @param timelines one run with a timeline for each strategy, at its largest number of workers; empty unless asked for
 */
public record ComparisonResult(
        String id,
        AffineMap map,
        StateSpaceStructure structure,
        int rounds,
        List<SettingSummary> summaries,
        List<MeasuredRun> timelines) {

    public ComparisonResult {
        summaries = List.copyOf(summaries);
        timelines = List.copyOf(timelines);
    }

    /** The setting with the highest median. */
    public SettingSummary fastest() {
        return summaries.stream()
                .max(Comparator.comparingDouble(SettingSummary::median))
                .orElseThrow();
    }

    /**
     * The setting to use: of those whose fastest run reaches the median of the {@link #fastest()} setting, so that the
     * measurement does not tell them apart, the one with the fewest workers, then hybrid, then the one with the higher
     * median.
     */
    public SettingSummary recommended() {
        double goal = fastest().median();
        return summaries.stream()
                .filter(summary -> summary.fastest() >= goal)
                .min(Comparator.<SettingSummary>comparingInt(
                                summary -> summary.setting().workers())
                        .thenComparing(summary -> summary.setting().strategy() != Strategy.HYBRID)
                        .thenComparing(Comparator.comparingDouble(SettingSummary::median)
                                .reversed()))
                .orElseThrow();
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
