package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;

class CycleDeliveryTest {

    @TempDir
    private Path folder;

    private static ShiftRegister register(int d, int... taps) {
        long[] c = new long[d];
        for (int tap : taps) {
            c[tap] = 1;
        }
        return ShiftRegister.of(FiniteField.unchecked(2, 0, 1), c);
    }

    private static AffineMap map(String what) {
        return switch (what) {
            case "pure" -> register(18, 0);
            case "singular" -> register(20, 3, 5, 6);
            case "complemented" -> register(18, 0).withConstant(1);
            default -> RandomMaps.matrix(FiniteField.unchecked(3, 0, 1), 9, new Random(4));
        };
    }

    /** Sixteen bytes a cycle; notes who encodes and who writes. */
    private static class Encoding implements EncodingCycleSink {

        final List<Long> told = new ArrayList<>();
        final Set<Thread> encoders = ConcurrentHashMap.newKeySet();
        final Set<Thread> writers = ConcurrentHashMap.newKeySet();

        @Override
        public void accept(long representative, long length) {
            writers.add(Thread.currentThread());
            told.add(representative);
            told.add(length);
        }

        @Override
        public void encode(long representative, long length, EncodedCycles out) {
            encoders.add(Thread.currentThread());
            ByteBuffer.wrap(out.room(16), out.size(), 16)
                    .putLong(representative)
                    .putLong(length);
            out.appended(out.size() + 16);
        }

        @Override
        public int longestEncoding() {
            return 16;
        }

        @Override
        public void write(byte[] bytes, int from, int to) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, to - from);
            while (buffer.hasRemaining()) {
                accept(buffer.getLong(), buffer.getLong());
            }
        }
    }

    private static List<Long> plainList(AffineMap map) {
        List<Long> told = new ArrayList<>();
        SchedulerOptions alone = SchedulerOptions.defaults().withStrategy(Strategy.SEQUENTIAL);
        StateSpaceMapper.map(
                map,
                MappingOptions.defaults().withScheduler(alone).withCycleSink((representative, length) -> {
                    told.add(representative);
                    told.add(length);
                }),
                RunControl.unlimited());
        return told;
    }

    private static MappingOptions forced(int workers) {
        return MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(workers).withForceParallel(true));
    }

    @ParameterizedTest
    @CsvSource({
        "pure, 1, AUTO",
        "pure, 2, AUTO",
        "pure, 5, AUTO",
        "pure, 3, SCALAR",
        "pure, 3, GENERAL",
        "singular, 3, AUTO",
        "singular, 3, GENERAL",
        "complemented, 2, AUTO",
        "matrix, 3, AUTO"
    })
    void encodedListIsThePlainOneWrittenByTheCaller(String what, int workers, MappingOptions.Route route) {
        List<Long> expected = plainList(map(what));
        for (boolean kept : new boolean[] {false, true}) {
            // Small tables, so that windows are many; the singular map takes the general path at five bytes a state.
            MappingOptions options = forced(workers)
                    .withRoute(route)
                    .withMemoryBytes(what.equals("singular") ? 1 << 23 : 1 << 22)
                    .withCheckpoint(kept ? folder.resolve("map.checkpoint") : null, false)
                    .withCheckpointInterval(Duration.ofMillis(5));
            Encoding sink = new Encoding();
            StateSpaceMapper.map(map(what), options.withCycleSink(sink), RunControl.unlimited());
            assertThat(sink.told).isEqualTo(expected);
            assertThat(sink.writers).containsExactly(Thread.currentThread());
            if (kept) {
                Encoding again = new Encoding();
                StateSpaceMapper.map(
                        map(what),
                        options.withCycleSink(again).withCheckpoint(folder.resolve("map.checkpoint"), true),
                        RunControl.unlimited());
                assertThat(again.told).isEqualTo(expected);
            }
        }
    }

    /** The first write returns only when another worker has encoded cycles that were found after it began. */
    @Test
    void othersGoOnWhileTheCallerWrites() {
        AffineMap map = map("pure");
        CountDownLatch encodedMeanwhile = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        boolean[] met = {false};
        Encoding sink = new Encoding() {
            private volatile boolean writing;

            @Override
            public void encode(long representative, long length, EncodedCycles out) {
                super.encode(representative, length, out);
                if (writing && Thread.currentThread() != caller) {
                    encodedMeanwhile.countDown();
                }
            }

            @Override
            public void write(byte[] bytes, int from, int to) {
                super.write(bytes, from, to);
                if (!writing) {
                    writing = true;
                    try {
                        met[0] = encodedMeanwhile.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
        StateSpaceMapper.map(map, forced(2).withMemoryBytes(1 << 22).withCycleSink(sink), RunControl.unlimited());
        assertThat(met[0]).isTrue();
        assertThat(sink.told).isEqualTo(plainList(map));
        assertThat(sink.encoders).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"accept, 10", "accept, 3000", "write, 3000", "encode, 3000"})
    void whatASinkThrowsReachesTheCaller(String where, int after) {
        RuntimeException thrown = new UnsupportedOperationException("disk full");
        Encoding encoding = new Encoding() {
            private void maybeThrow(String place) {
                if (place.equals(where) && told.size() >= 2 * after) {
                    throw thrown;
                }
            }

            @Override
            public void encode(long representative, long length, EncodedCycles out) {
                if (representative > after) {
                    maybeThrow("encode");
                }
                super.encode(representative, length, out);
            }

            @Override
            public void write(byte[] bytes, int from, int to) {
                maybeThrow("write");
                super.write(bytes, from, to);
            }
        };
        CycleSink plain = (representative, length) -> {
            encoding.accept(representative, length);
            encoding.accept(representative, length);
            if (encoding.told.size() >= 2 * after) {
                throw thrown;
            }
        };
        assertThatThrownBy(() -> StateSpaceMapper.map(
                        map("pure"),
                        forced(3).withMemoryBytes(1 << 22).withCycleSink(where.equals("accept") ? plain : encoding),
                        RunControl.unlimited()))
                .isSameAs(thrown);
    }
}
