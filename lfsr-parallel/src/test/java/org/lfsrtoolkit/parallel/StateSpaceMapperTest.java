package org.lfsrtoolkit.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.FeedbackRegister;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingOptions.Route;
import org.lfsrtoolkit.parallel.statespace.MappingResult;
import org.lfsrtoolkit.parallel.statespace.StateMap;

class StateSpaceMapperTest {

    private static ShiftRegister binary(int degree, int... taps) {
        long[] c = new long[degree];
        for (int tap : taps) {
            c[tap] = 1;
        }
        return ShiftRegister.of(FiniteFields.of(2), c);
    }

    private static MappingResult map(StateMap map, MappingOptions options) {
        return StateSpaceMapper.map(map, options, RunControl.unlimited());
    }

    @Test
    void transientStatesAreNoCycles() {
        MappingResult result = StateSpaceMapper.map(binary(4, 2, 3), MappingOptions.defaults(), RunControl.unlimited());
        assertThat(result.structure().cycles()).hasToString("{1:1, 3:1}");
        assertThat(result.structure().transientStates()).isEqualTo(12);
        assertThat(result.structure().height()).isEqualTo(2);
    }

    @Test
    void longCycleIsNotCut() {
        MappingResult result =
                StateSpaceMapper.map(binary(20, 0, 3), MappingOptions.defaults(), RunControl.unlimited());
        assertThat(result.structure().cycles()).hasToString("{1:1, 1048575:1}");
        assertThat(result.complete()).isTrue();
    }

    @Test
    void forcedMapHasEnoughAnchorsToShareOut() {
        SchedulerOptions two = SchedulerOptions.defaults().withWorkers(2);
        MappingOptions options = MappingOptions.defaults();
        ShiftRegister small = binary(14, 0, 1, 3, 5);
        assertThat(StateSpaceMapper.map(small, options.withScheduler(two), RunControl.unlimited())
                        .anchors())
                .isLessThan(10);
        assertThat(StateSpaceMapper.map(
                                small, options.withScheduler(two.withForceParallel(true)), RunControl.unlimited())
                        .anchors())
                .isEqualTo(128);
    }

    /** New symbol s(t) + s(t+1)·s(t+2) + (1 if s(t+1), …, s(t+d−1) are all 1): a permutation that is not linear. */
    @Test
    void nonlinearRegisterIsMappedLikeAnyFunction() {
        for (int d = 3; d <= 12; d++) {
            int length = d;
            LongUnaryOperator feedback = index ->
                    (index ^ (index >>> 1 & index >>> 2)) & 1 ^ (Long.bitCount(index >>> 1) == length - 1 ? 1 : 0);
            FeedbackRegister register = new FeedbackRegister(2, d, true, feedback);
            FeedbackRegister unsure = new FeedbackRegister(2, d, false, feedback);
            List<Long> first = new ArrayList<>();
            List<Long> second = new ArrayList<>();
            MappingResult sure =
                    map(register, MappingOptions.defaults().withCycleSink((r, l) -> first.add(r * 8191 + l)));
            MappingResult peeled =
                    map(unsure, MappingOptions.defaults().withCycleSink((r, l) -> second.add(r * 8191 + l)));
            assertThat(sure.structure()).isEqualTo(peeled.structure());
            assertThat(sure.structure().transientStates()).isZero();
            assertThat(first).isEqualTo(second).isNotEmpty();
        }
    }

    @Test
    void randomFunctionsHaveTheLevelsOfAPlainCount() {
        Random random = new Random(2);
        for (int size : new int[] {1, 2, 3, 10, 1000, 50_000}) {
            int[] next = random.ints(size, 0, size).toArray();
            int[] depth = new int[size];
            long[] periodic = {0};
            for (int start = 0; start < size; start++) {
                int slow = start;
                for (int i = 0; i < size && i < 3000; i++) {
                    slow = next[slow];
                }
                depth[slow] = 1;
            }
            for (int state = 0; state < size; state++) {
                periodic[0] += depth[state];
            }
            MappingResult result = map(
                    StateMap.of(size, false, index -> next[(int) index]),
                    MappingOptions.defaults()
                            .withScheduler(
                                    SchedulerOptions.defaults().withWorkers(4).withForceParallel(true)));
            assertThat(result.structure().states()).isEqualTo(size);
            assertThat(result.structure().periodicStates()).isEqualTo(periodic[0]);
        }
    }

    /** One path of 300 000 states into a fixed point: the walks must not be quadratic. */
    @Test
    void deepPathHasOneStateALevel() {
        int size = 300_000;
        MappingResult result =
                map(StateMap.of(size, false, index -> Math.max(0, index - 1)), MappingOptions.defaults());
        assertThat(result.structure().height()).isEqualTo(size - 1);
        assertThat(result.structure().cycles()).hasToString("{1:1}");
    }

    @Test
    void falseBijectionIsFoundOut() {
        StateMap liar = StateMap.of(100_000, true, index -> index / 2 + 7);
        assertThatThrownBy(() -> map(liar, MappingOptions.defaults())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void successorOutOfRangeIsNamed() {
        assertThatThrownBy(() -> map(StateMap.of(10, true, index -> index + 1), MappingOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("successor of state 9 = 10");
    }

    @Test
    void tooManyStatesAreRefusedWithWhatWouldFit() {
        assertThatThrownBy(
                        () -> StateSpaceMapper.map(binary(64, 0, 1), MappingOptions.defaults(), RunControl.unlimited()))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("2^64")
                .hasMessageContaining("at most 63 symbols");
    }

    @Test
    void generalMapBeyondTheAllowanceIsRefusedBeforeItIsAllocated() {
        MappingOptions options = MappingOptions.defaults().withMemoryBytes(1 << 20);
        StateMap map = StateMap.of(1L << 33, true, index -> index);
        assertThat(StateSpaceMapper.memoryNeeded(map, options)).isGreaterThan(1L << 30);
        assertThatThrownBy(() -> map(map, options))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("memory needed")
                .hasMessageContaining("would fit");
    }

    /** What is said to fit does, and not much less than would. */
    @Test
    void generalMapThatIsSaidToFitDoes() {
        for (boolean bijection : new boolean[] {false, true}) {
            MappingOptions options = MappingOptions.defaults().withMemoryBytes(1 << 20);
            for (MappingOptions each : new MappingOptions[] {options, options.withCycleSink((r, l) -> {})}) {
                String message = catchThrowable(() -> map(StateMap.of(1L << 40, bijection, index -> index), each))
                        .getMessage();
                long fits = Long.parseLong(message.replaceAll(".*about (\\d+) states would fit", "$1"));
                MappingResult result = map(StateMap.of(fits, bijection, index -> index), each);
                assertThat(result.memoryBytes()).isBetween((1L << 20) - 2000, 1L << 20);
            }
        }
    }

    @Test
    void memoryStaysWithinAnyAllowanceAndChangesNothing() {
        String expected = "";
        for (long memory = 1L << 17; memory <= 1L << 30; memory <<= 4) {
            MappingOptions options = MappingOptions.defaults().withMemoryBytes(memory);
            MappingResult result = StateSpaceMapper.map(binary(22, 0, 2), options, RunControl.unlimited());
            assertThat(result.memoryBytes())
                    .isLessThanOrEqualTo(memory)
                    .isEqualTo(StateSpaceMapper.memoryNeeded(binary(22, 0, 2), options));
            expected = expected.isEmpty() ? result.structure().toString() : expected;
            assertThat(result.structure()).hasToString(expected);
        }
    }

    /** A kernel's tables are counted, with the copy that each worker takes of them. */
    @Test
    void tablesOfTheKernelAreInTheMemoryNeeded() {
        MappingOptions options = MappingOptions.defaults().withMemoryBytes(1L << 30);
        long[] needed = new long[2];
        for (int i = 0; i < 2; i++) {
            needed[i] = StateSpaceMapper.memoryNeeded(
                    binary(16, 0, 2),
                    options.withScheduler(SchedulerOptions.defaults().withWorkers(1 + 7 * i)));
        }
        assertThat(needed[1] - needed[0]).isEqualTo(7L << 14);
    }

    @Test
    void cancellationAndDeadlinesEndEveryRoute() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        for (Route route : Route.values()) {
            MappingOptions options = MappingOptions.defaults().withRoute(route);
            assertThatThrownBy(() -> StateSpaceMapper.map(
                            binary(24, 0, 2), options, RunControl.unlimited().withCancellation(token)))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> StateSpaceMapper.map(
                            binary(30, 0, 2), options, RunControl.unlimited().withBudget(Duration.ofMillis(20))))
                    .isInstanceOf(LimitExceededException.class);
        }
    }
}
