package org.lfsrtoolkit.cli.analysis;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.RowError;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;

/**
 * What is known about one row.
 *
 * <p>The seven facts that both engines give are read through the accessors here, which take the exact engine's answer and,
 * where it has none, the walk's; null means not known.
 *
 * @param row the row
 * @param ran what ran to an end: exact, enumerate or verify; null if nothing did
 * @param exact the exact engine's answer, if it ran to an end
 * @param walked the mapping engine's answer, if it ran to an end
 * @param verified true: both ran and are equal; false: they differ; null: one ran
 * @param complete whether nothing is capped, unresolved, interrupted or in error
 * @param elapsedSeconds wall time of the analysis
 * @param metrics of the walk, if there was one
 * @param error why the row is not, or not fully, answered
 */
public record RowResult(
        InputRow row,
        @Nullable Method ran,
        @Nullable ExactAnalysis exact,
        @Nullable StateSpaceStructure walked,
        @Nullable Boolean verified,
        boolean complete,
        double elapsedSeconds,
        @Nullable SchedulerMetrics metrics,
        @Nullable RowError error) {

    /** A row without an answer. */
    static RowResult failed(InputRow row, RowError error, double elapsedSeconds) {
        return new RowResult(row, null, null, null, null, false, elapsedSeconds, null, error);
    }

    /** Whether either engine came to an answer. */
    public boolean isAnswered() {
        return exact != null || walked != null;
    }

    /** q^d. */
    public @Nullable BigInteger states() {
        return fact(ExactAnalysis::states, StateSpaceStructure::states);
    }

    public @Nullable CycleStructure cycleStructure() {
        return fact(ExactAnalysis::cycleStructure, StateSpaceStructure::cycles);
    }

    /** The number of cycles. */
    public @Nullable BigInteger cycles() {
        return fact(ExactAnalysis::cycles, structure -> structure.cycles().cycles());
    }

    public @Nullable BigInteger periodicStates() {
        return fact(ExactAnalysis::periodicStates, StateSpaceStructure::periodicStates);
    }

    public @Nullable BigInteger transientStates() {
        return fact(ExactAnalysis::transientStates, StateSpaceStructure::transientStates);
    }

    /** The longest preperiod. */
    public @Nullable Integer height() {
        return fact(ExactAnalysis::height, StateSpaceStructure::height);
    }

    /** The number of states of preperiod 0, 1, …, height. */
    public @Nullable List<BigInteger> levels() {
        return fact(ExactAnalysis::levels, StateSpaceStructure::levels);
    }

    private <T> @Nullable T fact(
            Function<ExactAnalysis, @Nullable T> fromAlgebra, Function<StateSpaceStructure, T> fromWalk) {
        T value = exact == null ? null : fromAlgebra.apply(exact);
        return value == null && walked != null ? fromWalk.apply(walked) : value;
    }
}
