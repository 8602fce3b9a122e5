package org.lfsrtoolkit.gui.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.gui.viewmodel.Analysis;
import org.lfsrtoolkit.gui.viewmodel.AnalysisRequest;
import org.lfsrtoolkit.gui.viewmodel.SampleRegister;

class TwoEngineAnalyzerTest {

    private static Analysis analyze(String field, String coefficients) {
        return new TwoEngineAnalyzer().analyze(new AnalysisRequest(field, coefficients), RunControl.unlimited());
    }

    @Test
    void bothEnginesAgreeOnASmallRegister() {
        Analysis analysis = analyze("2", "1,1,1,0,0,0,0,0,1,1");
        assertThat(analysis.cycles()).hasSize(8);
        assertThat(analysis.cycleCount()).isEqualTo(BigInteger.valueOf(72));
        assertThat(analysis.verdict()).contains("1024 states: they agree");
    }

    @Test
    void polynomialAndCoefficientsMeanTheSame() {
        assertThat(analyze("3", "x^4+x+2").cycles())
                .isEqualTo(analyze("3", "1,2,0,0").cycles());
    }

    @Test
    void singularRegisterReportsTransientStates() {
        Analysis analysis = analyze("2", "0 0 1 1");
        assertThat(analysis.transientStates()).isEqualTo(BigInteger.valueOf(12));
        assertThat(analysis.facts()).anySatisfy(fact -> assertThat(fact.value()).contains("longest preperiod 2"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsAnswered(SampleRegister sample) {
        Analysis analysis = analyze(sample.fieldText(), sample.coefficientsText());
        assertThat(analysis.cycles()).isNotEmpty();
        assertThat(analysis.verdict()).doesNotContain("DISAGREE").doesNotContain("Incomplete");
    }

    static java.util.List<SampleRegister> samples() {
        return SampleRegister.all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | 1,1 | prime power",
                "2 | '' | no coefficients",
                "2 | 1,2 | c_1 = 2",
                "2 | 1,b | c_1 = 'b'",
                "2 | x^4+y | not understood",
                "2 | 99999999999999999999 | c_0 = '99999999999999999999'",
                "two | 1,1 | field 'two'",
                "2^2/x^2+1 | 1,1 | reducible"
            })
    void badInputGetsOneClearLine(String field, String coefficients, String expected) {
        assertThatThrownBy(() -> analyze(field, coefficients))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void cancelledControlStopsTheAnalysis() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        RunControl control = RunControl.unlimited().withCancellation(token);
        assertThatThrownBy(() -> new TwoEngineAnalyzer().analyze(new AnalysisRequest("2", "x^23+x^6+1"), control))
                .isInstanceOf(CancellationException.class);
    }
}
