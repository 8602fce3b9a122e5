package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;

class CheckpointTest {

    private static final FiniteField GF2 = FiniteField.unchecked(2, 0, 1);

    @TempDir
    private Path folder;

    /** x^22 + x^2 + 1, the square of an irreducible polynomial: anchored cycles and many without an anchor. */
    private static ShiftRegister register() {
        long[] c = new long[22];
        c[0] = 1;
        c[2] = 1;
        return ShiftRegister.of(GF2, c);
    }

    private MappingOptions options(boolean resume) {
        return MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(2))
                .withCheckpoint(folder.resolve("map.checkpoint"), resume)
                .withCheckpointInterval(Duration.ZERO);
    }

    @Test
    void cancelledAtAnyProgressReportAndResumedGivesTheSame() {
        MappingResult whole = StateSpaceMapper.map(register(), MappingOptions.defaults(), RunControl.unlimited());
        List<long[]> list = new ArrayList<>();
        StateSpaceMapper.map(
                register(),
                MappingOptions.defaults().withCycleSink((r, l) -> list.add(new long[] {r, l})),
                RunControl.unlimited());
        Random random = new Random(5);
        int stopped = 0;
        for (boolean listed : new boolean[] {false, true}) {
            for (int run = 0; run < 6; run++) {
                boolean first = true;
                for (; ; ) {
                    List<long[]> cycles = new ArrayList<>();
                    MappingOptions options = options(!first);
                    if (listed) {
                        options = options.withCycleSink((r, l) -> cycles.add(new long[] {r, l}));
                    }
                    CancellationToken token = new CancellationToken();
                    int[] left = {1 + random.nextInt(30)};
                    RunControl control = RunControl.unlimited()
                            .withCancellation(token)
                            .withListener((phase, done, total) -> {
                                if (--left[0] == 0) {
                                    token.cancel();
                                }
                            });
                    first = false;
                    try {
                        MappingResult result = StateSpaceMapper.map(register(), options, control);
                        assertThat(result.structure()).isEqualTo(whole.structure());
                        if (listed) {
                            assertThat(cycles.toArray(long[][]::new)).isDeepEqualTo(list.toArray(long[][]::new));
                        }
                        break;
                    } catch (CancellationException expected) {
                        stopped++;
                    }
                }
            }
        }
        assertThat(stopped).isGreaterThan(5);
    }

    @Test
    void completeCheckpointAnswersAtOnce() {
        MappingResult first = StateSpaceMapper.map(register(), options(false), RunControl.unlimited());
        MappingResult second = StateSpaceMapper.map(register(), options(true), RunControl.unlimited());
        assertThat(second.structure()).isEqualTo(first.structure());
        assertThat(second.metrics().statesWalked()).isZero();
    }

    @Test
    void checkpointOfAnotherMapIsRefusedInOneLine() {
        StateSpaceMapper.map(register(), options(false), RunControl.unlimited());
        assertThatThrownBy(
                        () -> StateSpaceMapper.map(register().withConstant(1), options(true), RunControl.unlimited()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("belongs to another map")
                .hasMessageNotContaining("\n");
    }

    @Test
    void everyDamagedCheckpointIsRefused() throws IOException {
        StateSpaceMapper.map(register(), options(false), RunControl.unlimited());
        Path file = folder.resolve("map.checkpoint");
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(6);
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            if (i % 3 == 0) {
                bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length));
            } else {
                bad[i % 2 == 0 ? random.nextInt(bad.length) : bad.length - 1 - random.nextInt(20)] ^=
                        (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            assertThatThrownBy(() -> StateSpaceMapper.map(register(), options(true), RunControl.unlimited()))
                    .isInstanceOf(CheckpointException.class);
        }
    }

    private record Listed(List<long[]> cycles, MappingResult result) {}

    private Listed list(boolean resume) {
        List<long[]> cycles = new ArrayList<>();
        MappingResult result = StateSpaceMapper.map(
                register(),
                options(resume).withCycleSink((r, l) -> cycles.add(new long[] {r, l})),
                RunControl.unlimited());
        return new Listed(cycles, result);
    }

    @Test
    void completeCheckpointTellsAllCyclesAgainAtOnce() {
        Listed first = list(false);
        Listed second = list(true);
        assertThat(second.cycles().toArray(long[][]::new))
                .isDeepEqualTo(first.cycles().toArray(long[][]::new));
        assertThat(second.result().metrics().statesWalked()).isZero();
    }

    @Test
    void cyclesAppendedAfterTheCheckpointAreCutOff() throws IOException {
        Listed first = list(false);
        Path journal = folder.resolve("map.checkpoint.cycles");
        byte[] good = Files.readAllBytes(journal);
        Files.write(journal, new byte[] {5, 4, 3}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(list(true).cycles()).hasSameSizeAs(first.cycles());
        assertThat(Files.readAllBytes(journal)).isEqualTo(good);
    }

    @Test
    void missingOrDamagedCyclesAreRefusedBeforeAnyIsTold() throws IOException {
        list(false);
        Path journal = folder.resolve("map.checkpoint.cycles");
        byte[] good = Files.readAllBytes(journal);
        for (int at : new int[] {0, good.length / 2, good.length - 1, good.length}) {
            byte[] bad = at == good.length ? java.util.Arrays.copyOf(good, at - 1) : good.clone();
            if (at < good.length) {
                bad[at] ^= 1;
            }
            Files.write(journal, bad);
            List<Long> told = new ArrayList<>();
            assertThatThrownBy(() -> StateSpaceMapper.map(
                            register(), options(true).withCycleSink((r, l) -> told.add(r)), RunControl.unlimited()))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("map.checkpoint.cycles")
                    .hasMessageNotContaining("\n");
            assertThat(told).isEmpty();
        }
        Files.delete(journal);
        assertThatThrownBy(() -> list(true))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void deletingACheckpointLeavesNoFile() throws IOException {
        list(false);
        StateSpaceMapper.deleteCheckpoint(folder.resolve("map.checkpoint"));
        assertThat(folder.toFile().list()).isEmpty();
    }
}
