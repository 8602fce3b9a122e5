package org.lfsrtoolkit.core.format;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * Polynomials as text, for instance {@code x^4+2*x+1}: a sum of terms, each a coefficient (an element code), a power of
 * x, or both. Blanks are ignored, the {@code *} may be left out, and a minus sign takes the additive inverse.
 *
 * <p>{@link #format} writes what {@link #parse} reads.
 *
 * <p>Cost and memory: linear in the length of the text and in the degree.
 */
public final class PolynomialText {

    private static final Pattern TERM = Pattern.compile("([+-]?)(?:(\\d+)\\*?)?(?:(x)(?:\\^(\\d+))?)?");
    /** Above this a typing error is likelier than a polynomial. */
    private static final int MAX_DEGREE = 1 << 26;

    private PolynomialText() {}

    /** The text of a polynomial, highest power first, for instance {@code x^4+2*x+1}. */
    public static String format(Polynomial f) {
        return f.toString().replace(" ", "");
    }

    /**
     * The polynomial over the field that the text says; a power may be given several times and adds up.
     *
     * @throws IllegalArgumentException if the text is no polynomial or a coefficient is no element of the field
     */
    public static Polynomial parse(FiniteField field, String text) {
        String compact = text.replaceAll("\\s+", "");
        if (compact.isEmpty()) {
            throw new IllegalArgumentException("polynomial is empty, expected for instance x^4+x+1");
        }
        long[] coefficients = new long[8];
        Matcher matcher = TERM.matcher(compact);
        int at = 0;
        while (at < compact.length()) {
            matcher.region(at, compact.length());
            boolean term = matcher.lookingAt() && (matcher.group(2) != null || matcher.group(3) != null);
            boolean signed = term && !matcher.group(1).isEmpty();
            if (!term || (at > 0 && !signed) || compact.charAt(matcher.end() - 1) == '*') {
                throw new IllegalArgumentException("polynomial '" + shorten(compact) + "' not understood at '"
                        + shorten(compact.substring(at)) + "', expected for instance x^4+x+1");
            }
            int power = matcher.group(3) == null ? 0 : matcher.group(4) == null ? 1 : degree(matcher.group(4));
            long coefficient = matcher.group(2) == null ? 1 : coefficient(field, matcher.group(2), power);
            if (power >= coefficients.length) {
                coefficients = Arrays.copyOf(coefficients, Math.max(power + 1, 2 * coefficients.length));
            }
            coefficients[power] = "-".equals(matcher.group(1))
                    ? field.subtract(coefficients[power], coefficient)
                    : field.add(coefficients[power], coefficient);
            at = matcher.end();
        }
        return Polynomial.of(field, coefficients);
    }

    private static int degree(String digits) {
        if (digits.length() > 9 || Integer.parseInt(digits) > MAX_DEGREE) {
            throw new IllegalArgumentException("power x^" + shorten(digits) + ", expected at most x^" + MAX_DEGREE);
        }
        return Integer.parseInt(digits);
    }

    private static long coefficient(FiniteField field, String digits, int power) {
        long value = digits.length() > 18 ? -1 : Long.parseLong(digits);
        if (!field.contains(value)) {
            throw new IllegalArgumentException("coefficient of x^" + power + " = " + shorten(digits)
                    + ", expected an element of " + field + ", 0.." + (field.cardinality() - 1));
        }
        return value;
    }

    static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
