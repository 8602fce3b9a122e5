package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.progress.RunControl;

class PolynomialCountsTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    /** OEIS A001037, terms n = 1.. (a(1) = 2 counts x). */
    @Test
    void binaryIrreducibleCountsArePublishedOnes() {
        assertThat(IntStream.rangeClosed(1, 20).mapToObj(n -> PolynomialCounts.irreducible(2, n)))
                .extracting(BigInteger::intValue)
                .containsExactly(
                        2, 1, 2, 3, 6, 9, 18, 30, 56, 99, 186, 335, 630, 1161, 2182, 4080, 7710, 14532, 27594, 52377);
    }

    /** OEIS A011260. */
    @Test
    void binaryPrimitiveCountsArePublishedOnes() {
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(n -> PolynomialCounts.primitive(2, n, CONTROL).orElseThrow()))
                .extracting(BigInteger::intValue)
                .containsExactly(
                        1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630, 756, 1800, 2048, 7710, 7776, 27594, 24000);
    }

    /** OEIS A000031, terms n = 1... */
    @Test
    void binaryNecklaceCountsArePublishedOnes() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(n -> PolynomialCounts.necklaces(2, n)))
                .extracting(BigInteger::intValue)
                .containsExactly(2, 3, 4, 6, 8, 14, 20, 36, 60, 108, 188, 352);
    }

    /** A027385, A027741, A027743, A027745, A319166: φ(q^n − 1)/n with φ counted one integer at a time. */
    @ParameterizedTest
    @CsvSource({"3, 12", "5, 8", "7, 7", "9, 6", "11, 6"})
    void primitiveCountsAgreeWithCountingUnits(long q, int maximalDegree) {
        for (int n = 1; n <= maximalDegree; n++) {
            int group = Math.toIntExact(BigInteger.valueOf(q).pow(n).longValueExact() - 1);
            assertThat(PolynomialCounts.primitive(q, n, CONTROL))
                    .as("q = %s, n = %s", q, n)
                    .contains(BigInteger.valueOf(units(group) / n));
        }
    }

    /** Number of residues prime to m, by sieving. */
    private static int units(int m) {
        boolean[] shared = new boolean[m + 1];
        int rest = m;
        for (int r = 2; r <= rest; r++) {
            if (rest % r == 0) {
                for (int i = r; i <= m; i += r) {
                    shared[i] = true;
                }
                while (rest % r == 0) {
                    rest /= r;
                }
            }
        }
        int count = 0;
        for (int i = 1; i <= m; i++) {
            count += shared[i] ? 0 : 1;
        }
        return count;
    }

    /** First terms as printed in the OEIS: A027385 (q = 3), A027741 (q = 5), A027743 (q = 7), A027745 (q = 9). */
    @ParameterizedTest
    @CsvSource({"3, '1 2 4 8 22 48 156 320'", "5, '2 4 20 48 280'", "7, '2 8 36 160'", "9, '4 16 96'"})
    void primitiveCountsArePublishedOnes(long q, String expected) {
        String[] terms = expected.split(" ");
        for (int n = 1; n <= terms.length; n++) {
            assertThat(PolynomialCounts.primitive(q, n, CONTROL)).contains(new BigInteger(terms[n - 1]));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 12", "3, 7", "4, 5", "5, 4", "8, 3", "9, 3"})
    void irreducibleCountsOverAllOrdersAddUp(long q, int maximalDegree) {
        for (int n = 1; n <= maximalDegree; n++) {
            BigInteger group = BigInteger.valueOf(q).pow(n).subtract(BigInteger.ONE);
            BigInteger sum = BigInteger.ZERO;
            for (int e = 1; e <= group.intValueExact(); e++) {
                if (group.intValueExact() % e == 0) {
                    sum = sum.add(PolynomialCounts.irreducibleOfOrder(q, n, primes(e)));
                }
            }
            assertThat(sum.add(n == 1 ? BigInteger.ONE : BigInteger.ZERO))
                    .isEqualTo(PolynomialCounts.irreducible(q, n));
        }
    }

    private static Map<BigInteger, Integer> primes(int n) {
        Map<BigInteger, Integer> primes = new java.util.TreeMap<>();
        int rest = n;
        for (int r = 2; r <= rest; r++) {
            while (rest % r == 0) {
                primes.merge(BigInteger.valueOf(r), 1, Integer::sum);
                rest /= r;
            }
        }
        return primes;
    }

    @Test
    void sizesBelowTheirLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PolynomialCounts.irreducible(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> PolynomialCounts.necklaces(2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PolynomialCounts.primitive(2, 0, CONTROL));
    }
}
