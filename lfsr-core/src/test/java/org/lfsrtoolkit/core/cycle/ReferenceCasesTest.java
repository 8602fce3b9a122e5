package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.progress.RunControl;

/** Every field of every reference answer, and none left out. */
class ReferenceCasesTest {

    static List<ReferenceCase> cases() {
        return ReferenceCase.all();
    }

    @Test
    void allCasesAreRead() {
        assertThat(cases()).hasSize(158);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFieldAgrees(ReferenceCase expected) {
        ExactAnalysis analysis =
                ExactCycleEngine.analyze(expected.map(), ExactOptions.defaults(), RunControl.unlimited());

        assertThat(analysis.isComplete()).isTrue();
        assertThat(analysis.characteristicPolynomial()).isEqualTo(expected.polynomial("charpoly"));
        assertThat(analysis.minimalPolynomial()).isEqualTo(expected.polynomial("minpoly"));
        assertThat(analysis.factorization().factors().stream()
                        .map(factor -> factor.polynomial() + " | " + factor.exponent()))
                .containsExactlyInAnyOrderElementsOf(expected.entries("factorization"));
        assertThat(analysis.elementaryDivisors().stream()
                        .map(divisor -> divisor.factor() + " | " + divisor.exponent() + " | " + divisor.multiplicity()))
                .containsExactlyInAnyOrderElementsOf(expected.entries("elementary_divisors"));
        assertThat(analysis.matrixOrder()).isEqualTo(expected.number("matrix_order"));
        assertThat(analysis.polynomialOrder()).isEqualTo(expected.number("charpoly_order"));
        assertThat(analysis.irreducible())
                .isEqualTo(expected.json().get("irreducible").asBoolean());
        assertThat(analysis.primitive())
                .isEqualTo(expected.json().get("primitive").asBoolean());
        assertThat(analysis.cycleStructure()).isEqualTo(expected.cycleStructure());
        assertThat(analysis.cycles()).isEqualTo(expected.cycleStructure().cycles());
        assertThat(analysis.periodicStates()).isEqualTo(expected.number("periodic_states"));
        assertThat(analysis.transientStates()).isEqualTo(expected.number("transient_states"));
        assertThat(analysis.height()).isEqualTo(expected.json().get("height").asInt());
        assertThat(analysis.levels()).isEqualTo(expected.numbers("levels"));
    }
}
