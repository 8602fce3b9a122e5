package org.lfsrtoolkit.parallel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Schedulers;
import org.lfsrtoolkit.parallel.schedule.Strategy;

/** What every registry keeps; each makes one for leaders below the given number. */
class CycleRegistryContractTest {

    static Stream<Named<LongFunction<CycleRegistry>>> registries() {
        return Stream.of(Named.of("dense", DenseCycleRegistry::new), Named.of("hashed", HashedCycleRegistry::new));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void agreesWithASetOnRandomClaims(LongFunction<CycleRegistry> make) {
        for (int points : new int[] {1, 2, 63, 64, 65, 1000}) {
            CycleRegistry registry = make.apply(points);
            Set<Long> twin = new HashSet<>();
            Random random = new Random(points);
            long lost = 0;
            for (int i = 0; i < 2 * points; i++) {
                long leader = random.nextInt(points);
                assertThat(registry.isClaimed(leader)).isEqualTo(twin.contains(leader));
                boolean first = twin.add(leader);
                lost += first ? 0 : 1;
                assertThat(registry.claim(leader)).isEqualTo(first);
            }
            assertThat(registry.claims()).isEqualTo(twin.size());
            assertThat(registry.lostClaims()).isEqualTo(lost);
        }
    }

    @ParameterizedTest
    @MethodSource("registries")
    void oneOfManyClaimantsWinsEachLeader(LongFunction<CycleRegistry> make) {
        int points = 5_000;
        int claimants = 8;
        CycleRegistry registry = make.apply(points);
        AtomicLongArray wins = new AtomicLongArray(points);
        // Item i claims leader i mod points: with small batches, claims of one leader meet from several threads.
        Schedulers.create(SchedulerOptions.defaults()
                        .withStrategy(Strategy.HYBRID)
                        .withWorkers(claimants)
                        .withBatchSize(100)
                        .withForceParallel(true))
                .run(
                        0,
                        (long) points * claimants,
                        (worker, from, to) -> {
                            for (long i = from; i < to; i++) {
                                if (registry.claim(i % points)) {
                                    wins.incrementAndGet((int) (i % points));
                                }
                            }
                            return to - from;
                        },
                        RunControl.unlimited());
        for (int i = 0; i < points; i++) {
            assertThat(wins.get(i)).isEqualTo(1);
        }
        assertThat(registry.claims()).isEqualTo(points);
        assertThat(registry.lostClaims()).isEqualTo((long) points * (claimants - 1));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void whoSeesALeaderClaimedSeesWhatTheWinnerWrote(LongFunction<CycleRegistry> make) throws InterruptedException {
        int points = 100_000;
        CycleRegistry registry = make.apply(points);
        long[] lengths = new long[points];
        Thread winner = new Thread(() -> {
            for (int i = 0; i < points; i++) {
                lengths[i] = i + 1;
                registry.claim(i);
            }
        });
        winner.start();
        for (int i = 0; i < points; i++) {
            while (!registry.isClaimed(i)) {
                Thread.onSpinWait();
            }
            assertThat(lengths[i]).isEqualTo(i + 1);
        }
        winner.join();
    }

    @ParameterizedTest
    @MethodSource("registries")
    void negativeLeadersAreRefused(LongFunction<CycleRegistry> make) {
        CycleRegistry registry = make.apply(10);
        assertThatThrownBy(() -> registry.claim(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> registry.isClaimed(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void denseRegistryRefusesLeadersBeyondItsPoints() {
        assertThatThrownBy(() -> new DenseCycleRegistry(100).claim(100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state = 100, expected 0..99");
    }

    @Test
    void hashedRegistryHoldsItsCapacityAndRefusesMoreThanItsTable() {
        HashedCycleRegistry registry = new HashedCycleRegistry(1000);
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            registry.claim(random.nextLong() >>> 1);
        }
        assertThat(registry.claims()).isEqualTo(1000);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2000; i++) {
                        registry.claim(random.nextLong() >>> 1);
                    }
                })
                .isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("cycle registry full: capacity = 1000 leaders");
        assertThat(registry.claims()).isLessThanOrEqualTo(2048);
    }

    @Test
    void bytesAreKnownBeforehand() {
        assertThat(DenseCycleRegistry.bytesFor(1L << 36)).isBetween(1L << 33, (1L << 33) + 4096);
        assertThat(HashedCycleRegistry.bytesFor(3L << 20)).isBetween(1L << 25, (1L << 25) + 4096);
        assertThat(new HashedCycleRegistry(100).bytes()).isEqualTo(HashedCycleRegistry.bytesFor(100));
        assertThat(new DenseCycleRegistry(100).bytes()).isEqualTo(DenseCycleRegistry.bytesFor(100));
    }
}
