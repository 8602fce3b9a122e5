package org.lfsrtoolkit.core.format;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The field notation used everywhere: {@code 2}, {@code 3^4}, {@code 256}, {@code GF(2^8)}, and with a modulus of one's
 * own {@code 2^8/x^8+x^4+x^3+x+1}.
 *
 * <p>This record is what the text says, not yet a field: the front door checks that q is a prime power and that the
 * modulus is irreducible.
 *
 * @param base p or q as written before the caret
 * @param exponent the number after the caret, 1 if there is none
 * @param modulus the text after the slash, or null
 */
public record FieldText(long base, int exponent, @Nullable String modulus) {

    private static final Pattern PLAIN = Pattern.compile("(\\d+)(?:\\^(\\d+))?(?:/(.*))?");
    private static final Pattern WRAPPED = Pattern.compile("[Gg][Ff]\\((.*)\\)(?:/(.*))?");

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException if the text does not follow it, or q would reach 2^62
     */
    public static FieldText parse(String text) {
        String compact = text.replaceAll("\\s+", "");
        Matcher wrapped = WRAPPED.matcher(compact);
        if (wrapped.matches()) {
            compact = wrapped.group(1) + (wrapped.group(2) == null ? "" : "/" + wrapped.group(2));
        }
        Matcher plain = PLAIN.matcher(compact);
        if (!plain.matches()) {
            throw new IllegalArgumentException("field '" + PolynomialText.shorten(text.strip())
                    + "' not understood, expected for instance 2, 3^4, 256, GF(2^8) or 2^8/x^8+x^4+x^3+x+1");
        }
        BigInteger base = new BigInteger(plain.group(1).length() > 30 ? "9".repeat(30) : plain.group(1));
        String exponent = plain.group(2) == null ? "1" : plain.group(2);
        boolean inRange = exponent.length() <= 3
                && Integer.parseInt(exponent) >= 1
                && base.compareTo(BigInteger.TWO) >= 0
                && base.bitLength() <= 62
                && base.pow(Math.min(62, Integer.parseInt(exponent))).bitLength() <= 62;
        if (!inRange) {
            throw new IllegalArgumentException("field '" + PolynomialText.shorten(text.strip())
                    + "' has q outside the supported range, expected a prime power 2 <= q < 2^62");
        }
        return new FieldText(base.longValueExact(), Integer.parseInt(exponent), plain.group(3));
    }
}
