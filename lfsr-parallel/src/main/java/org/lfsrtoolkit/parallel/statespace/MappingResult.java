package org.lfsrtoolkit.parallel.statespace;

import java.util.Objects;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;

/**
 * The answer of a mapping and what it cost.
 *
 * @param structure cycles, and states at each preperiod
 * @param complete whether the lengths found add up to the periodic states and these with the transient ones to all
 *     states. Always true in a result: a mapping that is stopped or meets a limit ends with an exception
 * @param metrics of all phases together
 * @param kernel what walked the states, in words
 * @param memoryBytes size of the tables taken, in bytes
 * @param anchors number of anchors the cycles were cut at
 */
public record MappingResult(
        StateSpaceStructure structure,
        boolean complete,
        SchedulerMetrics metrics,
        String kernel,
        long memoryBytes,
        long anchors) {

    public MappingResult {
        Objects.requireNonNull(structure);
        Objects.requireNonNull(metrics);
        Objects.requireNonNull(kernel);
    }
}
