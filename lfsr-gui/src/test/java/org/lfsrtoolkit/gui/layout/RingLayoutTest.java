package org.lfsrtoolkit.gui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.gui.viewmodel.Analysis.CycleRow;

class RingLayoutTest {

    private static final List<CycleRow> STRANGE =
            List.of(row(1, 2), row(2, 1), row(3, 2), row(4, 3), row(6, 1), row(8, 30), row(12, 3), row(24, 30));

    private static CycleRow row(long length, long count) {
        return new CycleRow(BigInteger.valueOf(length), BigInteger.valueOf(count));
    }

    @ParameterizedTest
    @CsvSource({"700,600", "300,900", "1600,300", "200,200"})
    void everyCycleHasARingInsideTheAreaAndNoTwoOverlap(double width, double height) {
        List<Ring> rings = RingLayout.place(STRANGE, width, height).rings();
        assertThat(rings).hasSize(72);
        for (Ring ring : rings) {
            assertThat(ring.x() - ring.radius()).isNotNegative();
            assertThat(ring.x() + ring.radius()).isLessThanOrEqualTo(width);
            assertThat(ring.y() - ring.radius()).isNotNegative();
            assertThat(ring.y() + ring.radius()).isLessThanOrEqualTo(height);
        }
        for (int i = 0; i < rings.size(); i++) {
            for (int j = 0; j < i; j++) {
                Ring a = rings.get(i);
                Ring b = rings.get(j);
                assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThan(a.radius() + b.radius());
            }
        }
    }

    @Test
    void longerCyclesAreNeverSmaller() {
        List<Ring> rings = RingLayout.place(STRANGE, 700, 600).rings();
        for (int i = 1; i < rings.size(); i++) {
            assertThat(rings.get(i).row().length())
                    .isLessThanOrEqualTo(rings.get(i - 1).row().length());
            assertThat(rings.get(i).radius())
                    .isLessThanOrEqualTo(rings.get(i - 1).radius());
        }
    }

    @Test
    void manyCyclesShareOneRingALength() {
        List<CycleRow> rows = List.of(row(1, 4), row(4095, 4_504_699_407_499_318L));
        RingLayout.Placement placement = RingLayout.place(rows, 600, 400);
        assertThat(placement.single()).isFalse();
        assertThat(placement.rings()).extracting(Ring::row).containsExactly(rows.get(1), rows.get(0));
    }

    @Test
    void lengthsWithoutARingAreCounted() {
        List<CycleRow> rows = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            rows.add(row(i, 1));
        }
        RingLayout.Placement placement = RingLayout.place(rows, 900, 700);
        assertThat(placement.rings()).hasSize(RingLayout.MAX_LENGTH_RINGS);
        assertThat(placement.omittedLengths()).isEqualTo(600);
    }

    @Test
    void hugeLengthsAndASingleFixedPointArePlaced() {
        CycleRow huge = new CycleRow(BigInteger.TWO.pow(5000), BigInteger.ONE);
        assertThat(RingLayout.place(List.of(row(1, 1), huge), 500, 500).rings()).hasSize(2);
        assertThat(RingLayout.place(List.of(row(1, 1)), 500, 500).rings().get(0).dots())
                .isEqualTo(1);
    }

    @Test
    void noRoomGivesNoRings() {
        assertThat(RingLayout.place(STRANGE, 10, 10).rings()).isEmpty();
        assertThat(RingLayout.place(List.of(), 500, 500).rings()).isEmpty();
    }
}
