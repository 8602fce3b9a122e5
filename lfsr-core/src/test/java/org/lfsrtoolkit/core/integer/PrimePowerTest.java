package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimePowerTest {

    @ParameterizedTest
    @CsvSource({
        "2, 2, 1",
        "4, 2, 2",
        "81, 3, 4",
        "4611686018427387904, 2, 62",
        "2305843009213693951, 2305843009213693951, 1",
        "4611686014132420609, 2147483647, 2",
        "4052555153018976267, 3, 39",
    })
    void primePowersAreRecognized(long q, long prime, int exponent) {
        assertThat(PrimePower.of(q)).contains(new PrimePower(prime, exponent));
    }

    @Test
    void allSmallNumbersAgreeWithTrialDivision() {
        for (long q = -3; q < 20_000; q++) {
            assertThat(PrimePower.of(q)).as("q = %d", q).isEqualTo(naive(q));
        }
    }

    private static Optional<PrimePower> naive(long q) {
        if (q < 2) {
            return Optional.empty();
        }
        long p =
                LongStream.rangeClosed(2, q).filter(d -> q % d == 0).findFirst().orElseThrow();
        int e = 0;
        long rest = q;
        while (rest % p == 0) {
            rest /= p;
            e++;
        }
        return rest == 1 ? Optional.of(new PrimePower(p, e)) : Optional.empty();
    }

    @Test
    void powersOfCompositesAreNone() {
        assertThat(PrimePower.of(36)).isEmpty();
        assertThat(PrimePower.of(6L * 6 * 6 * 6 * 6 * 6 * 6)).isEmpty();
        assertThat(PrimePower.of(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theRecordChecksItsParts() {
        assertThatThrownBy(() -> new PrimePower(9, 1)).hasMessage("prime = 9, expected a prime");
        assertThatThrownBy(() -> new PrimePower(3, 0)).hasMessage("exponent = 0, expected at least 1");
    }
}
