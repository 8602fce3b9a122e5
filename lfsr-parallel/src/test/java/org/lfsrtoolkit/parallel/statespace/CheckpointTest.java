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
                    if (stopped % 40 == 39) {
                        // A run with a list starts its candidates again: let it through now and then.
                        break;
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
}
