package org.lfsrtoolkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.cycle.CycleCertificate;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;

class CycleAnalysisTest {

    private static final ShiftRegister REGISTER = ShiftRegister.of(FiniteFields.of(2), 1, 1, 0, 0);

    @Test
    void frontDoorAnswersEveryKindOfQuestion() {
        assertThat(CycleAnalysis.exact(REGISTER).cycleStructure()).hasToString("{1:1, 15:1}");
        assertThat(CycleAnalysis.states(REGISTER).period(1, 0, 0, 0).exact()).contains(BigInteger.valueOf(15));
        assertThat(CycleAnalysis.representatives(REGISTER)).hasSize(2);
        assertThat(CycleAnalysis.randomStateOnCycle(REGISTER, BigInteger.valueOf(15), 1))
                .isPresent();
        assertThat(CycleAnalysis.randomStateOnCycle(REGISTER, BigInteger.valueOf(5), 1))
                .isEmpty();
        assertThat(CycleAnalysis.certify(REGISTER).evidence()).isEqualTo(CycleCertificate.Evidence.PROVED);
        assertThat(CycleAnalysis.certify(REGISTER).toJson())
                .startsWith("{\"schema\":1,\"field\":{\"p\":2,\"modulus\":[0,1]},\"map\":{\"coefficients\":[1,1,0,0],")
                .contains("\"cycleStructure\":[[\"1\",\"1\"],[\"15\",\"1\"]]");
    }

    @Test
    void cancelledAnalysisStops() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> CycleAnalysis.exact(
                        REGISTER,
                        ExactOptions.defaults(),
                        RunControl.unlimited().withCancellation(token)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void deadlineEndsTheAnalysis() {
        assertThatThrownBy(() -> CycleAnalysis.exact(
                        REGISTER,
                        ExactOptions.defaults(),
                        RunControl.unlimited().withBudget(Duration.ZERO)))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> ExactOptions.defaults().withMaxDistinctLengths(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxDistinctLengths = 0, expected at least 1");
    }
}
