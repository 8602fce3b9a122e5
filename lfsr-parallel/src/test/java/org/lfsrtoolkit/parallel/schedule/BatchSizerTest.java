package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizerTest {

    private static final long TARGET = 1_000_000;

    private static BatchSizer ran(long items, long nanos) {
        BatchSizer sizer = new BatchSizer(0, TARGET, 0);
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
    void cheapItemsDoNotCarryAwayTheRest() {
        // 944 anchors in 17.6 µs say little about 7,121 others: a sixteenth, or what would take 20 µs.
        assertThat(ran(944, 17_600).nextAlone(7_121, 944, 17_600)).isEqualTo(1_072);
        assertThat(ran(4_000, 400).nextAlone(1 << 20, 4_000, 400)).isEqualTo(1 << 16);
        assertThat(ran(118, 8_500).nextAlone(8_064, 118, 8_500)).isEqualTo(504);
    }

    @Test
    void batchesAloneDoubleOnceTheyTakeTime() {
        assertThat(ran(32, 48_000).nextAlone(479, 32, 48_000)).isEqualTo(64);
        assertThat(ran(8, 48_000).nextAlone(800, 8, 48_000)).isEqualTo(50);
        assertThat(new BatchSizer(0, TARGET, 0).nextAlone(479, 0, 0)).isEqualTo(1);
        assertThat(new BatchSizer(300, TARGET, 0).nextAlone(479, 0, 0)).isEqualTo(300);
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
        BatchSizer sizer = new BatchSizer(7, TARGET, 0);
        sizer.ran(7, 1);
        sizer.moved();
        assertThat(sizer.next(100)).isEqualTo(7);
        assertThat(sizer.next(5, 3)).isEqualTo(5);
    }
}
