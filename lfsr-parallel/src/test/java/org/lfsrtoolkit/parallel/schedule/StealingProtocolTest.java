package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.parallel.schedule.StealingModel.Mistake;

/** All interleavings of claims, steals, sleeping, waking and leaving, on a model; see {@link StealingModel}. */
class StealingProtocolTest {

    @ParameterizedTest
    @CsvSource({
        // workers, units, parts, absent, retiring
        "1, 4, 1, 0, false",
        "2, 1, 1, 0, false",
        "2, 5, 2, 0, false",
        "2, 5, 1, 0, true",
        "2, 5, 2, 1, false",
        "3, 2, 2, 0, false",
        "3, 3, 3, 1, true",
    })
    void everyInterleavingEndsWithEachUnitRunOnce(int workers, int units, int parts, int absent, boolean retiring) {
        int states = new StealingModel(workers, units, retiring, Mistake.NONE).search(parts, absent);
        assertThat(states).isGreaterThan(10);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"2, 7, 1, 0, true", "3, 2, 1, 0, true", "3, 3, 1, 0, false"})
    void everyInterleavingOfLargerModelsEndsToo(int workers, int units, int parts, int absent, boolean retiring) {
        int states = new StealingModel(workers, units, retiring, Mistake.NONE).search(parts, absent);
        assertThat(states).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(value = Mistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void theSearchFindsEachMistake(Mistake mistake) {
        boolean retiring = mistake == Mistake.NO_WAKE_ON_RETIRING;
        assertThatThrownBy(() -> {
                    new StealingModel(2, 4, retiring, mistake).search(1, 0);
                    new StealingModel(2, 4, retiring, mistake).search(2, 0);
                })
                .isInstanceOf(IllegalStateException.class);
    }
}
