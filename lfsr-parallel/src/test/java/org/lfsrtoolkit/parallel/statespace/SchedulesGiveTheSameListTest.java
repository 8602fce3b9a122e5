package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions.Route;

/** The same cycles in the same order, whatever the strategy, workers, batch size and seed. */
class SchedulesGiveTheSameListTest {

    private record Listed(long hash, long cycles, MappingResult result) {}

    private static Listed list(AffineMap map, Route route, SchedulerOptions scheduler) {
        long[] hash = {1, 0};
        MappingResult result = StateSpaceMapper.map(
                map,
                MappingOptions.defaults()
                        .withRoute(route)
                        .withScheduler(scheduler)
                        .withCycleSink((representative, length) -> {
                            hash[0] = (hash[0] * 0x9E3779B97F4A7C15L + representative) * 31 + length;
                            hash[1]++;
                        }),
                RunControl.unlimited());
        return new Listed(hash[0], hash[1], result);
    }

    private static List<AffineMap> maps(long states) {
        List<AffineMap> maps = new ArrayList<>();
        Random random = new Random(3);
        for (int number = 0; number < 11; number++) {
            FiniteField field = RandomMaps.field(RandomMaps.FIELDS[number]);
            int d = RandomMaps.largestDegree(field, states);
            maps.add(RandomMaps.register(field, d, random));
            maps.add(RandomMaps.matrix(field, d, random));
        }
        long[] circulating = new long[14];
        circulating[0] = 1;
        maps.add(ShiftRegister.of(FiniteField.unchecked(2, 0, 1), circulating));
        return maps;
    }

    private static void compare(List<AffineMap> maps, int[] workers, long[] batches, long[] seeds) {
        for (AffineMap map : maps) {
            for (Route route : Route.values()) {
                Listed expected = list(
                        map,
                        route,
                        SchedulerOptions.defaults()
                                .withStrategy(Strategy.SEQUENTIAL)
                                .withWorkers(1));
                for (Strategy strategy : Strategy.values()) {
                    for (int count : workers) {
                        for (long batch : batches) {
                            for (long seed : seeds) {
                                SchedulerOptions options = SchedulerOptions.defaults()
                                        .withStrategy(strategy)
                                        .withWorkers(count)
                                        .withBatchSize(batch)
                                        .withSeed(seed)
                                        .withForceParallel(true);
                                Listed found = list(map, route, options);
                                String what = map.field() + " " + route + " " + options;
                                assertThat(found.hash()).as(what).isEqualTo(expected.hash());
                                assertThat(found.cycles()).as(what).isEqualTo(expected.cycles());
                                assertThat(found.result().structure())
                                        .as(what)
                                        .isEqualTo(expected.result().structure());
                                if (count > 1
                                        && strategy != Strategy.SEQUENTIAL
                                        && found.result().anchors() > 1) {
                                    assertThat(found.result().metrics().workersWithBatches())
                                            .as(what)
                                            .isGreaterThanOrEqualTo(2);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void onRandomMaps() {
        compare(maps(1 << 10), new int[] {2, 5, 16}, new long[] {0, 3}, new long[] {1});
    }

    @Test
    @Tag("long")
    void onLargerRandomMapsWithManyWorkers() {
        compare(maps(1 << 14), new int[] {1, 2, 3, 7, 16, 120}, new long[] {0, 1, 64, 4096}, new long[] {1, 2});
    }
}
