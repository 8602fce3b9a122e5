package org.lfsrtoolkit.cli.option;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lfsrtoolkit.cli.analysis.Method;
import org.lfsrtoolkit.cli.report.OutputFormat;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read. */
public final class OptionConverters {

    private static final Pattern MEMORY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kmgt]?)(?:i?b)?");
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h)?");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,40})(?:\\^(\\d{1,4}))?");

    private OptionConverters() {}

    /** Makes a command line understand the types of our options. */
    public static void register(CommandLine commandLine) {
        commandLine.registerConverter(Integer.class, converter(OptionConverters::integer));
        commandLine.registerConverter(int.class, converter(OptionConverters::integer));
        commandLine.registerConverter(Method.class, converter(Method::parse));
        commandLine.registerConverter(OutputFormat.class, converter(OutputFormat::parse));
        commandLine.registerConverter(Strategy.class, converter(Strategy::parse));
        commandLine.registerConverter(Duration.class, converter(OptionConverters::duration));
        commandLine.registerConverter(BigInteger.class, converter(OptionConverters::count));
        commandLine.registerConverter(MemorySize.class, converter(OptionConverters::memory));
    }

    /**
     * An amount of memory.
     *
     * @param bytes at least 1
     */
    public record MemorySize(long bytes) {}

    static Integer integer(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException notAnInt) {
            throw new IllegalArgumentException("number = " + text + ", expected an integer");
        }
    }

    /** For instance 512m, 2g, 1.5GiB; without a unit bytes. Units are powers of 1024. */
    static MemorySize memory(String text) {
        Matcher matcher = MEMORY.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int shift =
                    10 * "kmgt".indexOf(matcher.group(2)) + (matcher.group(2).isEmpty() ? 0 : 10);
            BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << shift));
            if (bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(1L << 60)) <= 0) {
                return new MemorySize(bytes.longValue());
            }
        }
        throw new IllegalArgumentException("memory = " + text + ", expected for instance 512m or 2g");
    }

    /** For instance 30, 30s, 500ms, 5m, 2h; without a unit seconds. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches() && matcher.group(1).length() <= 12) {
            String unit = matcher.group(2) == null ? "s" : matcher.group(2);
            long millis = switch (unit) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "h" -> 3_600_000;
                default -> 60_000;
            };
            return Duration.ofMillis(new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(millis))
                    .longValue());
        }
        throw new IllegalArgumentException("time = " + text + ", expected for instance 30s, 5m or 2h");
    }

    /** For instance 16777216 or 2^24. */
    static BigInteger count(String text) {
        Matcher matcher = COUNT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "number of states = " + text + ", expected for instance 2^24 or 1000000");
        }
        BigInteger base = new BigInteger(matcher.group(1));
        return matcher.group(2) == null ? base : base.pow(Integer.parseInt(matcher.group(2)));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException invalid) {
                throw new TypeConversionException(invalid.getMessage());
            }
        };
    }
}
