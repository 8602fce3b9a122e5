package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizerTest {

    private static final long TARGET = 1_000_000;

    private static BatchSizer ran(long items, long nanos) {
        BatchSizer sizer = new BatchSizer(0, TARGET);
        sizer.ran(items, nanos);
        return sizer;
    }

    @Test
    void sizeFitsTheTarget() {
        assertThat(ran(1_000, 500_000).next(1 << 20)).isEqualTo(2_000);
        assertThat(ran(1_000, 4_000_000).next(1 << 20)).isEqualTo(250);
    }

    @Test
    void growthIsEightfoldAtMostWhereThatTakesTime() {
        assertThat(ran(1_000, 20_000).next(1 << 20)).isEqualTo(8_000);
    }

    @Test
    void growthIsQuickerWhileBatchesTakeNoTime() {
        assertThat(ran(1_000, 100).next(1 << 20)).isEqualTo(64_000);
        assertThat(ran(1_000, 2_500).next(1 << 20)).isEqualTo(25_000);
    }

    @Test
    void lastBatchesTaper() {
        BatchSizer sizer = ran(1_000, 1_000_000);
        assertThat(sizer.next(1_600, 2)).isEqualTo(200);
        assertThat(sizer.next(100, 2)).isEqualTo(62);
        assertThat(sizer.next(10, 2)).isEqualTo(10);
    }

    @Test
    void anotherRegionStartsSmall() {
        BatchSizer sizer = ran(1_600, 1_000_000);
        sizer.moved();
        assertThat(sizer.next(1 << 20)).isEqualTo(100);
        assertThat(ran(1_600, 1_000_000).copy().next(1 << 20)).isEqualTo(100);
    }

    @Test
    void fixedSizeStays() {
        BatchSizer sizer = new BatchSizer(7, TARGET);
        sizer.ran(7, 1);
        sizer.moved();
        assertThat(sizer.next(100)).isEqualTo(7);
        assertThat(sizer.next(5, 3)).isEqualTo(5);
    }
}
