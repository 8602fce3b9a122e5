package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;

class ExactAnalysisTest {

    private static final ExactAnalysis PRIMITIVE = analyze(1, 1, 0, 0);

    private static ExactAnalysis analyze(long... coefficients) {
        return ExactCycleEngine.analyze(
                ShiftRegister.of(FiniteFields.of(2), coefficients), ExactOptions.defaults(), RunControl.unlimited());
    }

    @Test
    void sameAnswerHasNoDifferences() {
        assertThat(PRIMITIVE.differencesFrom(PRIMITIVE.structure().orElseThrow()))
                .isEmpty();
    }

    @Test
    void everyFactThatDiffersIsNamed() {
        StateSpaceStructure other = analyze(0, 1, 0, 1, 0).structure().orElseThrow();
        assertThat(PRIMITIVE.differencesFrom(other))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("states", "cycleStructure", "cycles", "transientStates", "height", "levels");
    }
}
