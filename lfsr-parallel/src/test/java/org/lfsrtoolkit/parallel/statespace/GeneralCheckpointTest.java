package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;

/** Checkpoints of the general path: stopped anywhere and continued, it gives the same answer; nothing foreign is taken. */
class GeneralCheckpointTest {

    private static final long SIZE = 300_007;

    @TempDir
    private Path folder;

    private record Answer(MappingResult result, List<Long> cycles) {}

    /** One of the maps of these tests: functions of the index, and a singular register by the general route. */
    private Answer map(String what, boolean listed, boolean kept, boolean resume, RunControl control) {
        List<Long> cycles = new ArrayList<>();
        MappingOptions options = MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(2))
                .withCheckpoint(kept ? folder.resolve("map.checkpoint") : null, resume)
                .withCheckpointInterval(Duration.ZERO)
                .withCycleSink(listed ? (representative, length) -> cycles.add(representative * SIZE + length) : null);
        AffineMap register = ShiftRegister.of(FiniteField.unchecked(3, 0, 1), 0, 0, 1, 0, 2, 0, 0, 1, 0, 0, 2);
        MappingResult result = switch (what) {
            case "function" -> StateSpaceMapper.map(KilledMap.function(SIZE), options, control);
            case "bijection" -> StateSpaceMapper.map(KilledMap.bijection(18), options, control);
            default -> StateSpaceMapper.map(register, options.withRoute(MappingOptions.Route.GENERAL), control);
        };
        return new Answer(result, cycles);
    }

    private Answer map(String what, boolean listed, boolean resume) {
        return map(what, listed, true, resume, RunControl.unlimited());
    }

    /** Stops at a progress report, of that phase if one is given; false if the map was done before. */
    private boolean stop(String what, boolean listed, boolean resume, int atReport, @Nullable String inPhase) {
        CancellationToken token = new CancellationToken();
        int[] left = {atReport};
        try {
            map(
                    what,
                    listed,
                    true,
                    resume,
                    RunControl.unlimited().withCancellation(token).withListener((phase, done, total) -> {
                        assertThat(done).isBetween(0L, total);
                        if ((inPhase == null || inPhase.equals(phase)) && --left[0] == 0) {
                            token.cancel();
                        }
                    }));
            return false;
        } catch (CancellationException expected) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"function", "bijection", "singular register"})
    void stoppedAnywhereAndContinuedGivesTheSame(String what) {
        Answer expected = map(what, true, false, false, RunControl.unlimited());
        assertThat(expected.cycles()).isNotEmpty();
        Random random = new Random(9);
        int stopped = 0;
        for (int run = 0; run < 4; run++) {
            boolean listed = run % 2 == 1;
            boolean resume = false;
            while (stop(what, listed, resume, 1 + random.nextInt(12), null)) {
                resume = true;
                stopped++;
            }
            Answer answer = map(what, listed, true);
            assertThat(answer.result().structure()).isEqualTo(expected.result().structure());
            assertThat(answer.cycles()).isEqualTo(listed ? expected.cycles() : List.of());
            assertThat(answer.result().metrics().statesWalked()).isZero();
        }
        assertThat(stopped).isGreaterThan(4);
    }

    /** What was peeled is not peeled again: the phases that were done are not reported any more. */
    @Test
    void continuesWhereItStopped() {
        assertThat(stop("function", false, false, 1, "walking segments")).isTrue();
        List<String> phases = new ArrayList<>();
        map(
                "function",
                false,
                true,
                true,
                RunControl.unlimited().withListener((phase, done, total) -> phases.add(phase)));
        assertThat(phases).doesNotContain("peeling transient states").contains("testing candidates");
        assertThat(stop("function", false, false, 9, "peeling transient states"))
                .isTrue();
        List<Long> firstDone = new ArrayList<>();
        map(
                "function",
                false,
                true,
                true,
                RunControl.unlimited().withListener((phase, done, total) -> firstDone.add(done)));
        assertThat(firstDone.get(0)).isGreaterThan(1 << 16);
    }

    @Test
    void checkpointsOfOtherMapsAndRoutesAreRefusedInOneLine() {
        assertThat(stop("function", false, false, 5, null)).isTrue();
        MappingOptions options = MappingOptions.defaults().withCheckpoint(folder.resolve("map.checkpoint"), true);
        StateMap same = KilledMap.function(SIZE);
        for (StateMap other : new StateMap[] {
            KilledMap.function(SIZE + 1),
            StateMap.of(SIZE, false, index -> (same.next(index) + 1) % SIZE),
            StateMap.of(SIZE, true, index -> index),
            new StateMap() {
                @Override
                public long next(long index) {
                    return same.next(index);
                }

                @Override
                public long size() {
                    return SIZE;
                }

                @Override
                public String identity() {
                    return "another";
                }
            }
        }) {
            assertThatThrownBy(() -> StateSpaceMapper.map(other, options, RunControl.unlimited()))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("belongs to another map")
                    .hasMessageNotContaining("\n");
        }
        assertThatThrownBy(() -> map("function", true, true)).isInstanceOf(CheckpointException.class);
        map("singular register", false, false);
        ShiftRegister register = ShiftRegister.of(FiniteField.unchecked(3, 0, 1), 0, 0, 1, 0, 2, 0, 0, 1, 0, 0, 2);
        assertThatThrownBy(() -> StateSpaceMapper.map(register, options, RunControl.unlimited()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("another route");
    }

    @ParameterizedTest
    @ValueSource(strings = {"peeling transient states", "walking segments", "testing candidates"})
    void everyDamagedCheckpointIsRefused(String phase) throws IOException {
        assertThat(stop("function", false, false, 2, phase)).isTrue();
        Path file = folder.resolve("map.checkpoint");
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(6);
        for (int i = 0; i < 24; i++) {
            byte[] bad = good.clone();
            if (i % 3 == 0) {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            } else {
                bad[i % 3 == 1 ? random.nextInt(bad.length) : random.nextInt(100)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            assertThatThrownBy(() -> map("function", false, true)).isInstanceOf(CheckpointException.class);
        }
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertThatThrownBy(() -> map("function", false, true)).isInstanceOf(CheckpointException.class);
    }
}
