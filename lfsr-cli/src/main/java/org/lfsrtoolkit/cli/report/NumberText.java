package org.lfsrtoolkit.cli.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class NumberText {

    /** Above this many digits a number is rounded where it stands in a table. */
    static final int LONGEST_EXACT = 33;

    private static final int LONGEST_SHOWN = 160;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NumberText() {}

    /** All digits, in groups of three; above some 160 digits rounded. */
    static String exact(BigInteger value) {
        return digits(value) <= LONGEST_SHOWN ? grouped(value) : rounded(value);
    }

    /** All digits, in groups of three, where they are few; else rounded, as {@code ≈ 6.86·10^156}. */
    static String brief(BigInteger value) {
        return digits(value) <= LONGEST_EXACT ? grouped(value) : rounded(value);
    }

    /** Whether {@link #brief} rounds. */
    static boolean isRounded(BigInteger value) {
        return digits(value) > LONGEST_EXACT;
    }

    /** A share of a whole in percent, one decimal; a share that is not all is never shown as all, nor as none. */
    static String percent(BigInteger part, BigInteger whole) {
        if (part.signum() == 0) {
            return "0 %";
        }
        if (part.equals(whole)) {
            return "100 %";
        }
        BigDecimal share =
                new BigDecimal(part).movePointRight(2).divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP);
        if (share.signum() == 0) {
            return "< 0.1 %";
        }
        return share.compareTo(HUNDRED) == 0 ? "> 99.9 %" : share + " %";
    }

    /** A duration: 0.004 s, 3.2 s, 75 s. */
    static String seconds(double seconds) {
        String pattern = seconds < 0.0995 ? "%.3f s" : seconds < 9.95 ? "%.2f s" : seconds < 99.5 ? "%.1f s" : "%.0f s";
        return String.format(Locale.ROOT, pattern, seconds);
    }

    /** {@code 1 cycle}, {@code 72 cycles}. */
    static String counted(BigInteger count, String one, String many) {
        return exact(count) + " " + (count.equals(BigInteger.ONE) ? one : many);
    }

    private static int digits(BigInteger value) {
        return value.abs().toString().length();
    }

    private static String grouped(BigInteger value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String rounded(BigInteger value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return "≈ "
                + rounded.movePointLeft(exponent)
                        .setScale(5, RoundingMode.HALF_UP)
                        .toPlainString() + "·10^" + exponent;
    }
}
