package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.kernel.CandidateScan;
import org.lfsrtoolkit.parallel.kernel.CandidateUnits;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/** Spaces of up to 2^63 states: nobody waits for their end, but they begin, say how far they are, stop and go on. */
class LargestSpacesTest {

    @TempDir
    private Path folder;

    private static ShiftRegister register(int q, int d) {
        long[] c = new long[d];
        c[0] = q > 2 ? 2 : 1;
        c[1] = 1;
        return ShiftRegister.of(FiniteFields.of(q), c);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 63, AUTO",
        "2, 63, SCALAR",
        "8, 21, AUTO",
        "512, 7, AUTO",
        "2097152, 3, AUTO",
        "4, 31, AUTO",
        "3, 31, AUTO",
        "3, 39, AUTO",
        "5, 27, AUTO",
        "11, 18, AUTO",
        "65537, 3, AUTO"
    })
    void runsAreStoppedAndContinued(int q, int d, MappingOptions.Route route) {
        ShiftRegister map = register(q, d);
        Path file = folder.resolve("map.checkpoint");
        List<String> wrong = new ArrayList<>();
        for (boolean resume : new boolean[] {false, true, true}) {
            MappingOptions options = MappingOptions.defaults()
                    .withRoute(route)
                    .withMemoryBytes(1 << 22)
                    .withCheckpoint(file, resume)
                    .withCheckpointInterval(Duration.ofMillis(1));
            assertThat(StateSpaceMapper.memoryNeeded(map, options)).isBetween(1L << 18, 1L << 22);
            long[] told = {-1};
            CancellationToken token = new CancellationToken();
            RunControl control = RunControl.unlimited()
                    .withCancellation(token)
                    .withListener((phase, done, total) -> {
                        if (!phase.equals("walking segments") || done < 0 || done > total || done < told[0]) {
                            wrong.add(phase + " " + done + " of " + total);
                        }
                        told[0] = done;
                    })
                    .withBudget(Duration.ofMillis(30));
            assertThatThrownBy(() -> StateSpaceMapper.map(map, options, control))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("time budget");
            assertThat(Files.exists(file)).isTrue();
            token.cancel();
            assertThatThrownBy(() -> StateSpaceMapper.map(map, options, control))
                    .isInstanceOfAny(CancellationException.class, LimitExceededException.class);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void moreThan2To63StatesAreRefusedInOneLine() {
        for (int[] shape : new int[][] {{2, 64}, {4, 32}, {8, 22}, {3, 40}, {512, 8}}) {
            assertThatThrownBy(() -> StateSpaceMapper.map(
                            register(shape[0], shape[1]), MappingOptions.defaults(), RunControl.unlimited()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("states = " + shape[0] + "^" + shape[1])
                    .hasMessageContaining("at most " + (shape[1] - 1) + " symbols")
                    .hasMessageNotContaining("\n");
        }
        MappingOptions general = MappingOptions.defaults().withRoute(MappingOptions.Route.GENERAL);
        assertThatThrownBy(() -> StateSpaceMapper.map(register(2, 63), general, RunControl.unlimited()))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("fewer than 2^63")
                .hasMessageContaining("at most 62 symbols");
    }

    /** 2^63 states on cycles that are known, so that nothing has to be walked. */
    private static final class KnownCycles implements WalkKernel {

        /** Representative → length, above the anchors. */
        private final Map<Long, Long> high = new LinkedHashMap<>();

        private final boolean inUnits;

        KnownCycles(boolean inUnits) {
            this.inUnits = inUnits;
            high.put(1000L, 1L << 61);
            high.put((1L << 62) - 1, 5L);
            high.put(1L << 62, (1L << 60) - 7);
            high.put(Long.MAX_VALUE - 1, 1L << 60);
            high.put(Long.MAX_VALUE, 1L);
        }

        /** Anchors 0 → 0, 1 → 3 → 2 → 1; the lengths of the second cycle and those above add up to 2^62 and 2^62 − 1. */
        private static long distance(long anchor) {
            return anchor == 1 ? (1L << 62) - 2 : 1;
        }

        @Override
        public long lastIndex() {
            return Long.MAX_VALUE;
        }

        @Override
        public long boundAtMost(long wish) {
            return Math.min(wish, 4);
        }

        @Override
        public CandidateUnits candidateUnits(long from, int most) {
            return inUnits
                    ? new CandidateUnits(
                            new long[] {from, 1000, 2000, 1L << 60, 1L << 62, (1L << 62) + 1, Long.MAX_VALUE - 1},
                            Long.MAX_VALUE,
                            1000)
                    : null;
        }

        @Override
        public String name() {
            return "known cycles";
        }

        @Override
        public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
            for (long anchor = from; anchor < to; anchor++) {
                table.put(anchor, new long[] {0, 3, 1, 2}[(int) anchor], distance(anchor));
            }
            return 0;
        }

        @Override
        public long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker) {
            assertThat(from).isBetween(4L, last);
            high.forEach((representative, length) -> {
                if (from <= representative && representative <= last) {
                    scan.buffer(worker).add(representative, length);
                }
            });
            return 0;
        }
    }

    /** The identity has 2^63 cycles. */
    @Test
    void countsMayReach2To63() {
        CycleTally tally = new CycleTally();
        tally.add(1, 1L << 62);
        tally.add(1, 1L << 62);
        assertThat(tally.structure().cycles()).isEqualTo(BigInteger.ONE.shiftLeft(63));
        assertThat(tally.structure().states()).isEqualTo(BigInteger.ONE.shiftLeft(63));
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void lengthsAddUpTo2To63WithoutOverflow(Strategy strategy) {
        for (boolean inUnits : new boolean[] {false, true}) {
            for (boolean kept : new boolean[] {false, true}) {
                KnownCycles kernel = new KnownCycles(inUnits);
                List<Long> listed = new ArrayList<>();
                MappingOptions options = MappingOptions.defaults()
                        .withScheduler(SchedulerOptions.defaults()
                                .withStrategy(strategy)
                                .withWorkers(3)
                                .withForceParallel(strategy != Strategy.SEQUENTIAL))
                        .withCheckpointInterval(Duration.ofSeconds(10))
                        .withCheckpoint(kept ? folder.resolve("known" + inUnits + strategy) : null, false);
                List<String> wrong = new ArrayList<>();
                PermutationMapper mapper = new PermutationMapper(
                        kernel,
                        kernel.lastIndex() + 1,
                        options,
                        // Windows of a list are short, and would be too many here.
                        inUnits ? (representative, length) -> listed.add(representative) : null,
                        CheckpointKeeper.of(register(2, 63), options, false),
                        RunControl.unlimited().withListener((phase, done, total) -> {
                            if (done < 0 || done > total) {
                                wrong.add(phase + " " + done + " of " + total);
                            }
                        }));
                mapper.map(MappingPlan.of(kernel, options, 0), null, null, null);
                if (inUnits) {
                    assertThat(listed)
                            .containsExactly(
                                    0L, 1L, 1000L, (1L << 62) - 1, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE);
                }
                assertThat(mapper.tally().structure().states()).isEqualTo(BigInteger.ONE.shiftLeft(63));
                assertThat(wrong).isEmpty();
            }
        }
    }
}
