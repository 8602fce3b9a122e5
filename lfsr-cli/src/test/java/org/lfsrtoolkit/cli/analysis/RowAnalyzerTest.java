package org.lfsrtoolkit.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.RowError;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

class RowAnalyzerTest {

    private static final InputRow ROW =
            new InputRow("f.csv", 3, "3", 0, ShiftRegister.of(FiniteFields.of(2), 1, 1, 0, 0), null);

    private static final RowAnalyzer.Algebra NO_ALGEBRA = (map, options, control) -> {
        throw new AssertionError("the exact engine was called");
    };
    private static final RowAnalyzer.Walk NO_WALK = (map, options, control) -> {
        throw new AssertionError("the mapping engine was called");
    };

    private static RowResult analyze(Method method, RowAnalyzer.Algebra algebra, RowAnalyzer.Walk walk) {
        RowAnalyzer.Options options = new RowAnalyzer.Options(
                method, BigInteger.TEN.pow(6), ExactOptions.defaults(), MappingOptions.defaults(), null);
        return new RowAnalyzer(options, algebra, walk).analyze(ROW, RunControl.unlimited(), null);
    }

    private static RowAnalyzer.Walk finding(Map<Integer, Integer> cycles, int... transients) {
        Map<BigInteger, BigInteger> counts = new java.util.HashMap<>();
        cycles.forEach((length, count) -> counts.put(BigInteger.valueOf(length), BigInteger.valueOf(count)));
        CycleStructure structure = CycleStructure.of(counts);
        List<BigInteger> levels = new java.util.ArrayList<>(List.of(structure.states()));
        for (int level : transients) {
            levels.add(BigInteger.valueOf(level));
        }
        return (map, options, control) -> new MappingResult(
                new StateSpaceStructure(structure, levels),
                true,
                SchedulerMetrics.none(Strategy.HYBRID),
                "fixed",
                0,
                0);
    }

    @Test
    void enumerateDoesNotCallTheAlgebra() {
        assertThat(analyze(Method.ENUMERATE, NO_ALGEBRA, StateSpaceMapper::map).ran())
                .isEqualTo(Method.ENUMERATE);
    }

    @Test
    void exactWalksNothing() {
        assertThat(analyze(Method.EXACT, ExactCycleEngine::analyze, NO_WALK).ran())
                .isEqualTo(Method.EXACT);
    }

    @Test
    void differenceIsAMismatchThatNamesTheFacts() {
        RowResult result = analyze(Method.VERIFY, ExactCycleEngine::analyze, finding(Map.of(1, 1, 5, 3)));

        assertThat(result.verified()).isFalse();
        assertThat(result.complete()).isFalse();
        assertThat(result.error().code()).isEqualTo(RowError.Code.MISMATCH);
        assertThat(result.error().message())
                .startsWith("f.csv:3: ")
                .contains("cycleStructure = {1:1, 15:1} by algebra, {1:1, 5:3} by walking")
                .contains("cycles = 2 by algebra, 4 by walking")
                .doesNotContain("height", "levels", "; states");
    }

    @Test
    void differenceInTransientStatesIsSeen() {
        RowResult result = analyze(Method.VERIFY, ExactCycleEngine::analyze, finding(Map.of(1, 1, 14, 1), 1));

        assertThat(result.error().message()).contains("height", "levels", "periodicStates", "transientStates");
    }

    @Test
    void limitOfTheWalkKeepsTheAlgebra() {
        RowResult result = analyze(Method.VERIFY, ExactCycleEngine::analyze, (map, options, control) -> {
            throw new LimitExceededException(LimitExceededException.Limit.MEMORY, "memory = 1, expected 2");
        });

        assertThat(result.error()).isEqualTo(new RowError(RowError.Code.LIMIT, "f.csv:3: memory = 1, expected 2"));
        assertThat(result.ran()).isEqualTo(Method.EXACT);
        assertThat(result.verified()).isNull();
        assertThat(result.complete()).isFalse();
        assertThat(result.cycleStructure()).hasToString("{1:1, 15:1}");
    }

    @Test
    void exhaustedHeapIsALimit() {
        RowResult result = analyze(
                Method.EXACT,
                (map, options, control) -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                NO_WALK);

        assertThat(result.error().code()).isEqualTo(RowError.Code.LIMIT);
    }

    @Test
    void defectIsAnInternalErrorOfTheRow() {
        RowResult result = analyze(
                Method.EXACT,
                (map, options, control) -> {
                    throw new IllegalStateException("broken\ninvariant");
                },
                NO_WALK);

        assertThat(result.error().code()).isEqualTo(RowError.Code.INTERNAL);
        assertThat(result.error().message()).contains("broken invariant").doesNotContain("\n");
        assertThat(result.isAnswered()).isFalse();
    }

    @Test
    void cancellationIsPassedOn() {
        assertThatThrownBy(() -> analyze(
                        Method.EXACT,
                        (map, options, control) -> {
                            throw new CancellationException();
                        },
                        NO_WALK))
                .isInstanceOf(CancellationException.class);
    }
}
