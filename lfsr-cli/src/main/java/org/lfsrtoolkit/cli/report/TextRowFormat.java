package org.lfsrtoolkit.cli.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.analysis.Method;
import org.lfsrtoolkit.cli.analysis.RowResult;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.factor.UnresolvedOrder;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.format.NumberText;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;

/** The report for people: what the map is, what the algebra says, a table of its cycles, and how far that was checked. */
public final class TextRowFormat implements RowFormat {

    /** Lines of a cycle table, above which its middle is left out. */
    static final int LONGEST_TABLE = 40;

    private static final int LABEL_WIDTH = 20;
    private static final int LINE_WIDTH = 100;
    private static final String INDENT = "  ";
    /** Lines of one entry, above which its end is left out. */
    private static final int LONGEST_ENTRY = 6;

    /** Characters of a factor, above which an unresolved order names it by its degree. */
    private static final int LONGEST_NAMED_FACTOR = 60;

    private static final int LARGEST_MATRIX_SHOWN = 16;

    @Override
    public String row(RowResult result) {
        StringBuilder text = new StringBuilder();
        title(text, result);
        AffineMap map = result.row().map();
        if (map != null) {
            definition(text, map);
        }
        if (result.exact() != null && map != null) {
            algebra(text, result.exact(), map);
        }
        if (result.isAnswered()) {
            states(text, result);
        }
        conclusion(text, result);
        return text.append('\n').toString();
    }

    private static void title(StringBuilder text, RowResult result) {
        AffineMap map = result.row().map();
        StringBuilder title = new StringBuilder(name(result.row().id())).append(": ");
        if (map == null) {
            title.append("not answered");
        } else {
            boolean register = map instanceof ShiftRegister;
            title.append(map.isLinear() ? "" : "affine ")
                    .append(register ? "register of length " : "matrix of side ")
                    .append(map.dimension())
                    .append(" over ")
                    .append(map.field());
        }
        int rule = Math.max(3, 76 - title.length());
        text.append("── ").append(title).append(' ').append("─".repeat(rule)).append("\n\n");
    }

    /** An id on one line, cut where it is longer than a line. */
    private static String name(String id) {
        String line = id.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    private static void definition(StringBuilder text, AffineMap map) {
        FiniteField field = map.field();
        if (!field.isPrime()) {
            Polynomial modulus = Polynomial.of(FiniteField.unchecked(field.characteristic()), field.modulus());
            entry(
                    text,
                    "field",
                    field + " = " + "GF(" + field.characteristic() + ")[a] / "
                            + modulus.toString().replace('x', 'a')
                            + "; element n stands for its base-" + field.characteristic() + " digits, so "
                            + field.characteristic() + " is a");
        }
        if (map instanceof ShiftRegister register) {
            entry(text, "recurrence", "s(t+" + register.length() + ") = " + recurrence(register));
        } else if (map.dimension() <= LARGEST_MATRIX_SHOWN) {
            String label = map.isLinear() ? "v -> v·A,  A" : "v -> v·A + b,  A";
            for (int i = 0; i < map.dimension(); i++) {
                entry(text, i == 0 ? label : "", Arrays.toString(map.matrix().row(i)));
            }
            if (!map.isLinear()) {
                entry(text, "b", Arrays.toString(map.translation()));
            }
        }
    }

    private static String recurrence(ShiftRegister register) {
        long[] c = register.tapCoefficients();
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < c.length; i++) {
            if (c[i] != 0) {
                terms.add((c[i] == 1 ? "" : c[i] + "·") + (i == 0 ? "s(t)" : "s(t+" + i + ")"));
            }
        }
        if (register.constant() != 0 || terms.isEmpty()) {
            terms.add(Long.toString(register.constant()));
        }
        return String.join(" + ", terms);
    }

    private static void algebra(StringBuilder text, ExactAnalysis exact, AffineMap map) {
        if (!map.isLinear()) {
            entry(text, "linear part", "polynomials and orders are those of A; states and cycles are those of the map");
        }
        entry(text, "polynomial f", exact.characteristicPolynomial().toString());
        if (!exact.irreducible()) {
            List<String> factors = new ArrayList<>();
            exact.factorization()
                    .factors()
                    .forEach(factor -> factors.add(power(factor.polynomial(), factor.exponent())));
            entry(text, "  = product of", String.join(" · ", factors));
        }
        entry(text, "", character(exact));
        if (!exact.minimalPolynomial().equals(exact.characteristicPolynomial())) {
            entry(text, "minimal polynomial", exact.minimalPolynomial().toString());
            List<String> divisors = new ArrayList<>();
            for (ElementaryDivisor divisor : exact.elementaryDivisors()) {
                String once = power(divisor.factor(), divisor.exponent());
                divisors.add(divisor.multiplicity() == 1 ? once : once + " (" + divisor.multiplicity() + " times)");
            }
            entry(text, "elementary divisors", String.join(", ", divisors));
        }
        orders(text, exact);
    }

    private static String character(ExactAnalysis exact) {
        if (!exact.irreducible()) {
            return "f is reducible";
        }
        if (exact.primitive() == null) {
            return "f is irreducible; whether it is primitive is not resolved";
        }
        return exact.primitive() ? "f is irreducible and primitive" : "f is irreducible, not primitive";
    }

    private static void orders(StringBuilder text, ExactAnalysis exact) {
        BigInteger order = exact.matrixOrder();
        if (order != null) {
            entry(text, "order", NumberText.exact(order) + "   least n > 0 with A^n = 1");
        } else if (exact.unresolved().isEmpty()) {
            entry(text, "order", "none: the map is singular, states can have no or several predecessors");
        } else {
            entry(text, "order", "not resolved");
        }
        if (exact.polynomialOrder() != null && !exact.polynomialOrder().equals(order)) {
            entry(
                    text,
                    "order of f",
                    NumberText.exact(exact.polynomialOrder()) + "   least n > 0 with f dividing x^n - 1");
        }
        exact.unresolved().stream()
                .collect(Collectors.groupingBy(UnresolvedOrder::factor, LinkedHashMap::new, Collectors.toList()))
                .forEach((factor, open) -> entry(text, "  not resolved", unresolvedOrder(factor, open)));
    }

    private static String unresolvedOrder(Polynomial factor, List<UnresolvedOrder> open) {
        String polynomial = factor.toString();
        String name =
                polynomial.length() <= LONGEST_NAMED_FACTOR ? polynomial : "a factor of degree " + factor.degree();
        List<String> cofactors =
                open.stream().map(one -> NumberText.exact(one.cofactor())).toList();
        return "the order of " + name + " divides "
                + NumberText.exact(open.get(0).divides()) + ", of which the composite"
                + (cofactors.size() == 1 ? " " : " numbers ") + String.join(" and ", cofactors)
                + " could not be factored";
    }

    private static void states(StringBuilder text, RowResult result) {
        BigInteger all = Objects.requireNonNull(result.states());
        BigInteger periodic = result.periodicStates();
        BigInteger transients = result.transientStates();
        if (periodic == null || transients == null) {
            entry(text, "states", NumberText.exact(all));
        } else if (transients.signum() == 0) {
            entry(text, "states", NumberText.exact(all) + ", all of them on cycles");
        } else {
            entry(
                    text,
                    "states",
                    NumberText.exact(all) + ": " + NumberText.exact(periodic) + " on cycles, "
                            + NumberText.exact(transients) + " transient, at most " + result.height()
                            + (Integer.valueOf(1).equals(result.height()) ? " clock" : " clocks") + " before a cycle");
            entry(text, "  by preperiod", levels(Objects.requireNonNull(result.levels())));
        }
        CycleStructure structure = result.cycleStructure();
        BigInteger cycles = result.cycles();
        if (cycles != null) {
            int lengths = structure == null ? 0 : structure.distinctLengths();
            entry(
                    text,
                    "cycles",
                    NumberText.counted(cycles, "cycle", "cycles")
                            + (lengths > 1 ? " of " + lengths + " different lengths" : ""));
        }
        if (structure == null) {
            entry(
                    text,
                    "",
                    capped(result) ? "too many different lengths to list" : "the cycle lengths are not resolved");
        } else {
            text.append('\n');
            table(text, structure, all);
        }
    }

    private static boolean capped(RowResult result) {
        return result.exact() != null && result.exact().capped();
    }

    private static String levels(List<BigInteger> levels) {
        List<String> parts = new ArrayList<>();
        int shown = levels.size() <= 12 ? levels.size() : 8;
        for (int i = 0; i < shown; i++) {
            parts.add(i + ": " + NumberText.brief(levels.get(i)));
        }
        if (shown < levels.size()) {
            parts.add("… " + (levels.size() - 1) + ": " + NumberText.brief(levels.get(levels.size() - 1)));
        }
        return String.join(", ", parts);
    }

    private static void table(StringBuilder text, CycleStructure structure, BigInteger states) {
        TextTable table = new TextTable("length", "cycles", "states", "share");
        int lines = structure.distinctLengths();
        int head = lines <= LONGEST_TABLE ? lines : LONGEST_TABLE - 10;
        int tail = lines <= LONGEST_TABLE ? lines : lines - 10;
        boolean rounded = false;
        int line = 0;
        for (Map.Entry<BigInteger, BigInteger> entry : structure.counts().entrySet()) {
            BigInteger length = entry.getKey();
            BigInteger onThem = length.multiply(entry.getValue());
            if (line < head || line >= tail) {
                rounded |= NumberText.isRounded(onThem);
                table.row(
                        NumberText.brief(length),
                        NumberText.brief(entry.getValue()),
                        NumberText.brief(onThem),
                        NumberText.percent(onThem, states));
            } else if (line == head) {
                table.row(String.format(Locale.ROOT, "… %,d more lengths; --format json lists them all", tail - head));
            }
            line++;
        }
        table.appendTo(text, INDENT + INDENT);
        if (rounded) {
            text.append(INDENT + INDENT).append("(≈ marks rounded numbers; --format json gives every digit)\n");
        }
    }

    private static void conclusion(StringBuilder text, RowResult result) {
        String time = NumberText.seconds(result.elapsedSeconds());
        Method ran = result.ran();
        if (result.error() == null && result.isAnswered()) {
            text.append('\n');
            if (Boolean.TRUE.equals(result.verified())) {
                paragraph(
                        text,
                        "Checked: all " + NumberText.exact(Objects.requireNonNull(result.states()))
                                + " states were walked one by one" + workers(result.metrics())
                                + ", and the cycles found are exactly those the algebra gives (" + time + ").");
            } else if (ran == Method.ENUMERATE) {
                paragraph(text, "Found by walking every state" + workers(result.metrics()) + " (" + time + ").");
            } else {
                paragraph(text, "Computed by algebra, no state was walked (" + time + ").");
            }
            if (!result.complete()) {
                paragraph(
                        text,
                        capped(result)
                                ? "INCOMPLETE: the list of lengths was capped; the totals are exact."
                                : "INCOMPLETE: see what is not resolved above.");
            }
        } else if (result.error() != null) {
            if (map(result) || result.isAnswered()) {
                text.append('\n');
            }
            paragraph(
                    text,
                    "ERROR " + result.error().code() + ": " + result.error().message());
        }
    }

    private static boolean map(RowResult result) {
        return result.row().map() != null;
    }

    private static String workers(@Nullable SchedulerMetrics metrics) {
        int count = metrics == null ? 0 : metrics.workersWithBatches();
        return count > 1 ? " by " + count + " workers" : "";
    }

    private static String power(Polynomial g, int exponent) {
        String base = g.isX() ? "x" : "(" + g + ")";
        return exponent == 1 ? base : base + "^" + exponent;
    }

    /** A label and its value, the value wrapped at blanks under itself; a very long one is cut, saying so. */
    private static void entry(StringBuilder text, String label, String value) {
        String rest = value;
        int width = LINE_WIDTH - LABEL_WIDTH - INDENT.length();
        for (int line = 0; ; line++) {
            String shown = line == 0 ? label : "";
            text.append(INDENT).append(shown).append(" ".repeat(Math.max(1, LABEL_WIDTH - shown.length())));
            if (rest.length() <= width) {
                text.append(rest).append('\n');
                break;
            }
            if (line == LONGEST_ENTRY - 1) {
                text.append("… (cut; --format json gives all of it)\n");
                break;
            }
            int product = rest.lastIndexOf(" · ", width);
            int blank = product > width / 2 ? product + 2 : rest.lastIndexOf(' ', width);
            int group = rest.lastIndexOf(',', width - 1) + 1; // a long number is broken between groups of digits
            int cut = blank > 0 ? blank : group > 0 ? group : width;
            text.append(rest, 0, cut).append('\n');
            rest = rest.substring(cut).stripLeading();
        }
    }

    private static void paragraph(StringBuilder text, String sentence) {
        text.append(INDENT).append(sentence).append('\n');
    }
}
