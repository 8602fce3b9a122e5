package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoundRunsTest {

    /** Batches of random size, handed to workers at random and in any order of time, some without a cycle. */
    @Test
    void cyclesAreToldInTheOrderOfTheItemsWhoeverFoundThem() {
        Random random = new Random(2);
        for (int workers = 1; workers <= 5; workers++) {
            List<long[]> batches = new ArrayList<>();
            for (long item = 0; item < 500; ) {
                long end = item + 1 + random.nextInt(9);
                batches.add(new long[] {item, end});
                item = end;
            }
            java.util.Collections.shuffle(batches, random);
            LongArrayList[] pairs = new LongArrayList[workers];
            java.util.Arrays.setAll(pairs, i -> new LongArrayList());
            FoundRuns runs = new FoundRuns(workers, null);
            int found = 0;
            for (long[] batch : batches) {
                int worker = random.nextInt(workers);
                int from = pairs[worker].size();
                for (long item = batch[0]; item < batch[1]; item++) {
                    if (item % 3 != 0) {
                        pairs[worker].add(item);
                        pairs[worker].add(7 * item);
                        found++;
                    }
                }
                runs.add(worker, batch[0], pairs[worker], from);
            }
            List<Long> told = new ArrayList<>();
            CycleDelivery delivery = new CycleDelivery((representative, length) -> {
                assertThat(length).isEqualTo(7 * representative);
                told.add(representative);
            });
            delivery.enqueue(runs);
            delivery.tellAll();
            assertThat(told).hasSize(found).isSorted();
        }
    }
}
