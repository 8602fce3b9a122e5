package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;

/** What maps report on their way. */
class MapProgressTest {

    private static ShiftRegister register(int degree, int... taps) {
        long[] c = new long[degree];
        for (int tap : taps) {
            c[tap] = 1;
        }
        return ShiftRegister.of(FiniteFields.of(2), c);
    }

    @ParameterizedTest
    @CsvSource({
        "HYBRID, AUTO, 1, false",
        "HYBRID, AUTO, 3, false",
        "STATIC, AUTO, 3, true",
        "SHARED_QUEUE, AUTO, 120, false",
        "WORK_STEALING, GENERAL, 2, false",
        "HYBRID, GENERAL, 120, true",
    })
    void progressOfAPhaseNeverGoesBackAndEndsAtItsTotal(
            Strategy strategy, MappingOptions.Route route, int workers, boolean listed) {
        for (ShiftRegister map : new ShiftRegister[] {register(16, 0), register(17, 0, 1), register(16, 3, 6)}) {
            Map<String, long[]> phases = new LinkedHashMap<>();
            RunControl control = RunControl.unlimited().withListener((phase, done, total) -> {
                synchronized (phases) {
                    long[] before = phases.put(phase, new long[] {done, total});
                    assertThat(done).as("done of %s", phase).isBetween(0L, total);
                    if (before != null && before[0] < before[1]) {
                        assertThat(total).as("total of %s", phase).isEqualTo(before[1]);
                        assertThat(done).as("done of %s", phase).isGreaterThanOrEqualTo(before[0]);
                    }
                }
            });
            MappingOptions options = MappingOptions.defaults()
                    .withRoute(route)
                    .withScheduler(SchedulerOptions.defaults()
                            .withStrategy(strategy)
                            .withWorkers(workers)
                            .withForceParallel(workers > 1));
            StateSpaceMapper.map(
                    map, listed ? options.withCycleSink((representative, length) -> {}) : options, control);
            assertThat(phases).isNotEmpty();
            phases.forEach((phase, last) -> assertThat(last[0]).as(phase).isEqualTo(last[1]));
        }
    }
}
