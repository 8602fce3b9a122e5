package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedRangesTest {

    @Test
    void ownerTakesFromTheFrontAndThiefFromTheBack() {
        PackedRanges ranges = new PackedRanges(2);
        ranges.publish(0, 10, 20);
        assertThat(ranges.claim(0, 3)).isEqualTo(PackedRanges.pack(10, 13));
        assertThat(ranges.stealHalf(0, ranges.get(0))).isEqualTo(PackedRanges.pack(16, 20));
        assertThat(ranges.claim(0, 100)).isEqualTo(PackedRanges.pack(13, 16));
        assertThat(ranges.claim(0, 1)).isEqualTo(PackedRanges.NOTHING);
        assertThat(ranges.left(0)).isZero();
    }

    @Test
    void theftFailsAfterTheWordHasChanged() {
        PackedRanges ranges = new PackedRanges(1);
        ranges.publish(0, 0, 10);
        long seen = ranges.get(0);
        ranges.claim(0, 1);
        assertThat(ranges.stealHalf(0, seen)).isEqualTo(PackedRanges.NOTHING);
        assertThat(ranges.left(0)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 2, 1", "5, 8, 2", "0, 2147483647, 1073741824", "2147483646, 2147483647, 1"})
    void thiefTakesTheHalfRoundedUp(int low, int high, int stolen) {
        PackedRanges ranges = new PackedRanges(1);
        ranges.publish(0, low, high);
        assertThat(ranges.stealHalf(0, ranges.get(0))).isEqualTo(PackedRanges.pack(high - stolen, high));
        assertThat(ranges.left(0)).isEqualTo(high - low - stolen);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10",
        "0, 2147483647",
        "-7, 2147483640",
        "0, 2147483648",
        "0, 4611686018427387904",
        "-2305843009213693952, 2305843009213693952"
    })
    void unitsCoverTheRangeWithoutGap(long from, long to) {
        UnitRange range = UnitRange.of(from, to);
        assertThat(range.item(0)).isEqualTo(from);
        assertThat(range.item(range.units())).isEqualTo(to);
        assertThat(range.item(range.units() - 1)).isLessThan(to);
        assertThat(to - range.item(range.units() - 1)).isLessThanOrEqualTo(range.granule());
        assertThat(range.partStart(0, 3)).isZero();
        assertThat(range.partStart(3, 3)).isEqualTo(range.units());
    }
}
