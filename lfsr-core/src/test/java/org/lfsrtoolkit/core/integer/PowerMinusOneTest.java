package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.progress.RunControl;

class PowerMinusOneTest {

    @ParameterizedTest
    @CsvSource({
        "2, 12, 3^2 · 5 · 7 · 13",
        "2, 1, 1",
        "4, 6, 3^2 · 5 · 7 · 13",
        "3, 4, 2^4 · 5",
        "2, 67, 193707721 · 761838257287",
        "9, 2, 2^4 · 5",
        "2147483647, 2, 2^32 · 3^2 · 7 · 11 · 31 · 151 · 331",
    })
    void knownFactorizations(long q, int n, String expected) {
        assertThat(PowerMinusOne.factor(q, n, RunControl.unlimited())).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 60", "3, 40", "4, 30", "5, 24", "7, 16", "8, 20", "9, 15", "16, 12", "49, 9", "101, 8"})
    void everyExponentMultipliesToItsValueWithAndWithoutTable(long q, int limit) {
        for (int n = 1; n <= limit; n++) {
            IntegerFactorization withTable = PowerMinusOne.factor(q, n, RunControl.unlimited());
            assertThat(withTable.isComplete()).isTrue();
            assertThat(withTable.value()).isEqualTo(BigInteger.valueOf(q).pow(n).subtract(BigInteger.ONE));
            assertThat(withTable.primes().keySet()).allMatch(p -> p.isProbablePrime(40));
            assertThat(PowerMinusOne.factorWithoutTable(q, n, RunControl.unlimited()))
                    .isEqualTo(withTable);
        }
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> PowerMinusOne.factor(6, 3, RunControl.unlimited()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("q = 6, expected a prime power");
        assertThatThrownBy(() -> PowerMinusOne.factor(2, 0, RunControl.unlimited()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n = 0, expected at least 1");
    }
}
