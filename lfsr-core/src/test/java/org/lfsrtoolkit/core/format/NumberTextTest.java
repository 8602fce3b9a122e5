package org.lfsrtoolkit.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @Test
    void digitsAreGroupedInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(NumberText.exact(BigInteger.valueOf(16_777_216))).isEqualTo("16,777,216");
            assertThat(NumberText.spaced(BigInteger.valueOf(16_777_216))).isEqualTo("16\u2009777\u2009216");
            assertThat(NumberText.spaced(BigInteger.valueOf(4096))).isEqualTo("4096");
            assertThat(NumberText.seconds(0.25)).isEqualTo("0.25 s");
            assertThat(NumberText.percent(0.125)).isEqualTo("12.5 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void longNumbersAreRoundedInTables() {
        BigInteger large = BigInteger.TWO.pow(200);
        assertThat(NumberText.isRounded(large)).isTrue();
        assertThat(NumberText.brief(large)).isEqualTo("≈ 1.60694·10^60");
        assertThat(NumberText.exact(large)).startsWith("1,606,938,");
        assertThat(NumberText.exact(BigInteger.TWO.pow(1000))).isEqualTo("≈ 1.07151·10^301");
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 0 %", "7, 7, 100 %", "1, 8, 12.5 %", "1, 100000, < 0.1 %", "99999, 100000, > 99.9 %"})
    void shareThatIsNotAllIsNeverShownAsAll(BigInteger part, BigInteger whole, String text) {
        assertThat(NumberText.percent(part, whole)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1200, 1.20 µs", "999600, 1.00 ms", "45600000, 45.6 ms", "1500000000, 1.50 s", "789000000000, 789 s"})
    void durationHasTheUnitThatSuitsIt(double nanos, String text) {
        assertThat(NumberText.duration(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.50", "999.6, 1.00 k", "45600, 45.6 k", "19400000000, 19.4 G", "5e15, 5000 T"})
    void scaledNumberHasThreeDigits(double value, String text) {
        assertThat(NumberText.scaled(value)).isEqualTo(text);
    }

    @Test
    void oneIsSingular() {
        assertThat(NumberText.counted(BigInteger.ONE, "cycle", "cycles")).isEqualTo("1 cycle");
        assertThat(NumberText.counted(BigInteger.TWO, "cycle", "cycles")).isEqualTo("2 cycles");
    }
}
