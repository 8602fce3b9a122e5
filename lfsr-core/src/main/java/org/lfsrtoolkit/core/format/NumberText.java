package org.lfsrtoolkit.core.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them, the same in every locale. Files for programs carry plain digits instead.
 *
 * <p>Threads: no state.
 */
public final class NumberText {

    /** Above this many digits a number is rounded where it stands in a table. */
    private static final int LONGEST_EXACT = 33;

    private static final int LONGEST_SHOWN = 160;
    private static final int FEWEST_GROUPED = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String[] PREFIXES = {"", " k", " M", " G", " T"};

    private NumberText() {}

    /** All digits, in groups of three; above some 160 digits rounded. */
    public static String exact(BigInteger value) {
        return digits(value) <= LONGEST_SHOWN ? grouped(value) : rounded(value);
    }

    /** All digits, in groups of three, where they are at most 33; else rounded, as {@code ≈ 6.86000·10^156}. */
    public static String brief(BigInteger value) {
        return digits(value) <= LONGEST_EXACT ? grouped(value) : rounded(value);
    }

    /** Whether {@link #brief} rounds. */
    public static boolean isRounded(BigInteger value) {
        return digits(value) > LONGEST_EXACT;
    }

    /** All digits; from five on in groups of three, set off by thin blanks, for proportional type. */
    public static String spaced(BigInteger value) {
        return digits(value) < FEWEST_GROUPED
                ? value.toString()
                : grouped(value).replace(',', '\u2009');
    }

    /** A share of a whole in percent, one decimal; a share that is not all is never shown as all, nor as none. */
    public static String percent(BigInteger part, BigInteger whole) {
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

    /** A share 0..1 in percent, one decimal. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A duration in seconds: 0.004 s, 3.20 s, 75.0 s. */
    public static String seconds(double seconds) {
        String pattern = seconds < 0.0995 ? "%.3f s" : seconds < 9.95 ? "%.2f s" : seconds < 99.5 ? "%.1f s" : "%.0f s";
        return String.format(Locale.ROOT, pattern, seconds);
    }

    /** A duration in the unit that suits it, three digits: 12.3 µs, 4.56 ms, 789 s. */
    public static String duration(double nanos) {
        if (nanos >= 999.5e6) {
            return threeDigits(nanos / 1e9) + " s";
        }
        return nanos >= 999.5e3 ? threeDigits(nanos / 1e6) + " ms" : threeDigits(nanos / 1e3) + " µs";
    }

    /** Three digits and a prefix: 1.23, 45.6 k, 789 M, up to T. */
    public static String scaled(double value) {
        double rest = value;
        int prefix = 0;
        while (rest >= 999.5 && prefix < PREFIXES.length - 1) {
            rest /= 1000;
            prefix++;
        }
        return threeDigits(rest) + PREFIXES[prefix];
    }

    /** {@code 1 cycle}, {@code 72 cycles}. */
    public static String counted(BigInteger count, String one, String many) {
        return exact(count) + " " + (count.equals(BigInteger.ONE) ? one : many);
    }

    private static String threeDigits(double value) {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
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
