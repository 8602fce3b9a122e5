package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DealtOrderTest {

    @Test
    void everyUnitIsDealtOnceAndEachHandAscends() {
        for (int count = 0; count <= 40; count++) {
            for (int hands = 1; hands <= 45; hands++) {
                DealtOrder order = new DealtOrder(count, hands);
                boolean[] seen = new boolean[count];
                for (int item = 0; item < count; item++) {
                    int unit = order.unit(item);
                    assertThat(seen[unit]).as("%s, item %d", order, item).isFalse();
                    seen[unit] = true;
                    if (item > 0 && unit % hands == order.unit(item - 1) % hands) {
                        assertThat(unit).isEqualTo(order.unit(item - 1) + hands);
                    }
                }
            }
        }
    }

    @Test
    void equalPartsOfTheItemsGoTheSameWayUp() {
        DealtOrder order = new DealtOrder(1 << 20, 120);
        for (int worker = 0; worker < 120; worker++) {
            int first = (int) ((1L << 20) * worker / 120);
            int last = (int) ((1L << 20) * (worker + 1) / 120) - 1;
            assertThat(order.unit(first + 150)).isLessThan(40_000);
            assertThat(order.unit(last - 150)).isGreaterThan((1 << 20) - 40_000);
        }
    }
}
