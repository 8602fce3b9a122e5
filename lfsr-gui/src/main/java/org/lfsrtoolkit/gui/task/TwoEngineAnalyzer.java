package org.lfsrtoolkit.gui.task;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.format.PolynomialText;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.gui.viewmodel.Analysis;
import org.lfsrtoolkit.gui.viewmodel.AnalysisRequest;
import org.lfsrtoolkit.gui.viewmodel.Analyzer;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;

/**
 * Computes the cycle structure algebraically and, up to 2^24 states, walks every state as well and
 * compares.
 */
public final class TwoEngineAnalyzer implements Analyzer {

    /** State spaces up to this size are walked too. */
    static final BigInteger WALK_LIMIT = BigInteger.ONE.shiftLeft(24);

    private static final int MAX_DEGREE = 100_000;

    @Override
    public Analysis analyze(AnalysisRequest request, RunControl control) {
        FiniteField field = FiniteFields.parse(request.fieldText());
        ShiftRegister register = register(field, request.coefficientsText());
        ExactAnalysis exact = ExactCycleEngine.analyze(register, ExactOptions.defaults(), control);
        return new Analysis(
                facts(register, exact), rows(exact), exact.states(), exact.transientStates(), verdict(exact, control));
    }

    /** Reads coefficients, or a characteristic polynomial if the text has an x. */
    static ShiftRegister register(FiniteField field, String text) {
        String trimmed = text.strip();
        if (trimmed.indexOf('x') >= 0) {
            Polynomial f = PolynomialText.parse(field, trimmed);
            if (f.degree() > MAX_DEGREE) {
                throw new IllegalArgumentException("degree " + f.degree() + ", expected at most " + MAX_DEGREE);
            }
            return ShiftRegister.withCharacteristicPolynomial(f);
        }
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("no coefficients, expected for instance 1,1,0,0 or x^4+x+1");
        }
        String[] parts = trimmed.split("\\s*[,;\\s]\\s*");
        long[] coefficients = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("\\d{1,19}")) {
                throw new IllegalArgumentException(
                        "coefficient c_" + i + " = '" + parts[i] + "', expected 0.." + (field.cardinality() - 1));
            }
            BigInteger value = new BigInteger(parts[i]);
            coefficients[i] = value.bitLength() > 62 ? Long.MAX_VALUE : value.longValueExact();
        }
        return ShiftRegister.of(field, coefficients);
    }

    private static String verdict(ExactAnalysis exact, RunControl control) {
        if (exact.states().compareTo(WALK_LIMIT) > 0) {
            return exact.isComplete()
                    ? "Computed algebraically; too many states to walk"
                    : exact.capped()
                            ? "Computed algebraically; the list of lengths is capped"
                            : "Incomplete: an order needs the factors of a number that resisted";
        }
        StateSpaceStructure walked = StateSpaceMapper.map(exact.map(), MappingOptions.defaults(), control)
                .structure();
        List<String> differences = exact.differencesFrom(walked);
        if (!differences.isEmpty()) {
            return "The two engines DISAGREE: " + String.join("; ", differences);
        }
        return exact.structure().isPresent()
                ? "Computed algebraically and by walking all " + exact.states() + " states: they agree"
                : "Incomplete; walking all " + exact.states() + " states agrees as far as the algebra goes";
    }

    private static List<Analysis.CycleRow> rows(ExactAnalysis exact) {
        List<Analysis.CycleRow> rows = new ArrayList<>();
        if (exact.cycleStructure() != null) {
            exact.cycleStructure().counts().forEach((length, count) -> rows.add(new Analysis.CycleRow(length, count)));
        }
        return rows;
    }

    private static List<Analysis.Fact> facts(ShiftRegister register, ExactAnalysis exact) {
        List<Analysis.Fact> facts = new ArrayList<>();
        FiniteField field = register.field();
        facts.add(new Analysis.Fact("Register", register.length() + " stages over " + field));
        facts.add(new Analysis.Fact(
                "Characteristic polynomial", PolynomialText.format(exact.characteristicPolynomial())));
        facts.add(new Analysis.Fact("Factors", factors(exact.factorization().factors())));
        facts.add(new Analysis.Fact("States", exact.states().toString()));
        if (exact.cycles() != null) {
            facts.add(new Analysis.Fact("Cycles", exact.cycles().toString()));
        }
        if (exact.transientStates().signum() > 0) {
            facts.add(new Analysis.Fact(
                    "Transient states", exact.transientStates() + ", longest preperiod " + exact.height()));
        }
        if (exact.polynomialOrder() != null) {
            facts.add(new Analysis.Fact("Order", exact.polynomialOrder() + property(exact)));
        }
        exact.unresolved()
                .forEach(u -> facts.add(new Analysis.Fact(
                        "Unresolved", "order divides " + u.divides() + ", composite cofactor " + u.cofactor())));
        return facts;
    }

    private static String property(ExactAnalysis exact) {
        return Boolean.TRUE.equals(exact.primitive()) ? " (primitive)" : exact.irreducible() ? " (irreducible)" : "";
    }

    private static String factors(List<PolynomialFactor> factors) {
        return factors.stream()
                .map(factor -> {
                    String text = PolynomialText.format(factor.polynomial());
                    return factor.exponent() == 1 && factors.size() == 1
                            ? text
                            : "(" + text + ")" + (factor.exponent() == 1 ? "" : "^" + factor.exponent());
                })
                .collect(Collectors.joining(" "));
    }
}
