package org.lfsrtoolkit.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.cli.schedule.MapSimulation.Prediction;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.schedule.Timeline;

class MapSimulationTest {

    private static final long MILLI = 1_000_000;
    private static final SchedulerOptions OPTIONS = SchedulerOptions.defaults().withForceParallel(true);

    /** A map of 300 ms: two phases of 1000 items of 0.1 ms each, and 100 ms that are in no batch. */
    private static MeasuredRun recorded(long dropped) {
        List<Timeline.Event> events = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            for (int i = 0; i < 100; i++) {
                long start = (150 * run + i) * MILLI;
                events.add(
                        new Timeline.Event(0, start, start + MILLI, 10 * i, 10 * i + 10, Timeline.Kind.BATCH, -1, run));
            }
        }
        SchedulerMetrics metrics =
                new SchedulerMetrics(Strategy.SEQUENTIAL, 200 * MILLI, List.of(), new Timeline(events, dropped));
        return new MeasuredRun(new Setting(Strategy.SEQUENTIAL, 1), 0, 300 * MILLI, metrics);
    }

    @Test
    void oneWorkerTakesAsLongAsTheRecordedRun() {
        MapSimulation simulation = new MapSimulation(recorded(0), OPTIONS);
        for (Strategy strategy : Strategy.values()) {
            assertThat(simulation.predict(new Setting(strategy, 1)).nanos()).isEqualTo(300.0 * MILLI);
        }
    }

    @Test
    void workersDivideThePhasesButNotWhatIsBetweenThem() {
        MapSimulation simulation = new MapSimulation(recorded(0), OPTIONS);
        assertThat(simulation.betweenNanos()).isEqualTo(100.0 * MILLI);
        Prediction four = simulation.predict(new Setting(Strategy.HYBRID, 4));
        assertThat(four.nanos()).isCloseTo((100 + 200 / 4.0) * MILLI, within(1.0 * MILLI));
        assertThat(four.utilisation()).isCloseTo(200.0 / 4 / 150, within(0.01));
    }

    @Test
    void incompleteRecordingIsRefused() {
        assertThatThrownBy(() -> new MapSimulation(recorded(1), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dropped");
    }
}
