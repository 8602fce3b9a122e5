package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfsrtoolkit.core.cycle.ExactCycleEngineTest.analyze;
import static org.lfsrtoolkit.core.cycle.TestMaps.register;

import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.integer.IntegerMath;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.RegisterGallery;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** Numbers that others published, reproduced. */
class PublishedNumbersTest {

    /** OEIS A337442 from n = 1 to 83; n in binary gives the coefficients of x, x^2, … */
    private static final int[] A337442 = {
        2, 3, 2, 4, 2, 2, 4, 6, 2, 4, 4, 2, 6, 4, 4, 8, 4, 2, 6, 2, 4, 8, 2, 4, 8, 4, 2, 6, 2, 2, 8, 14, 2, 6, 4, 8, 8,
        4, 6, 6, 8, 12, 4, 4, 2, 8, 6, 2, 12, 8, 2, 8, 8, 2, 4, 4, 2, 4, 12, 6, 4, 6, 10, 20, 2, 4, 8, 2, 12, 6, 2, 2,
        6, 4, 8, 16, 8, 2, 8, 4, 4, 16, 2
    };

    /** OEIS A085587 from n = 1: rule 90. */
    private static final long[] A085587 = {
        1, 1, 1, 1, 3, 2, 7, 1, 7, 6, 31, 4, 63, 14, 15, 1, 15, 14, 511, 12, 63, 62, 2047, 8, 1023, 126, 511, 28, 16383,
        30, 31, 1, 31, 30, 4095, 28, 87381, 1022, 4095, 24, 1023, 126, 127, 124, 4095, 4094, 8388607, 16, 2097151, 2046,
        255, 252, 67108863, 1022, 1048575, 56, 511, 32766, 536870911, 60
    };

    /** OEIS A085588 from n = 3: rule 150. */
    private static final long[] A085588 = {
        1, 2, 3, 1, 7, 4, 7, 6, 31, 2, 21, 14, 15, 8, 15, 14, 511, 12, 63, 62, 2047, 4, 1023, 42, 511, 28, 16383, 30,
        31, 16, 31, 30, 4095, 28, 29127, 1022, 4095, 24, 1023, 126, 127, 124, 4095, 4094, 8388607, 8, 2097151, 2046,
        255, 84, 67108863, 1022, 1048575, 56, 511, 32766, 536870911, 60, 17043521, 62, 63, 32, 63, 62
    };

    @Test
    void numberOfCyclesByCoefficients() {
        for (int n = 1; n <= A337442.length; n++) {
            int degree = 32 - Integer.numberOfLeadingZeros(n);
            long[] f = new long[degree + 1];
            f[0] = 1;
            for (int i = 0; i < degree; i++) {
                f[i + 1] = n >>> i & 1;
            }
            assertThat(analyze(ShiftRegister.withCharacteristicPolynomial(Polynomial.of(TestMaps.GF2, f)))
                            .cycles())
                    .as("A337442(%d)", n)
                    .isEqualTo(A337442[n - 1]);
        }
    }

    @Test
    void pureCycleOfStagesCountsNecklaces() {
        // A000031 by its formula (1/n) Σ φ(d)·2^(n/d) over d | n.
        for (int n = 1; n <= 130; n++) {
            BigInteger sum = BigInteger.ZERO;
            for (int d : IntegerMath.divisors(n)) {
                sum = sum.add(BigInteger.TWO.pow(n / d).multiply(BigInteger.valueOf(IntegerMath.eulerPhi(d))));
            }
            assertThat(analyze(register(n, 0)).cycles())
                    .as("A000031(%d)", n)
                    .isEqualTo(sum.divide(BigInteger.valueOf(n)));
        }
    }

    @Test
    void complementedCycleOfStages() {
        // A000016 by its formula (1/2n) Σ φ(d)·2^(n/d) over odd d | n; published terms 12 to 16: 172, 316, 586, 1096,
        // 2048.
        long[] published = {172, 316, 586, 1096, 2048};
        for (int n = 1; n <= 130; n++) {
            BigInteger sum = BigInteger.ZERO;
            for (int d : IntegerMath.divisors(n)) {
                if (d % 2 == 1) {
                    sum = sum.add(BigInteger.TWO.pow(n / d).multiply(BigInteger.valueOf(IntegerMath.eulerPhi(d))));
                }
            }
            BigInteger cycles = Objects.requireNonNull(
                    analyze(register(n, 0).withConstant(1)).cycles());
            assertThat(cycles).as("A000016(%d)", n).isEqualTo(sum.divide(BigInteger.valueOf(2L * n)));
            if (12 <= n && n <= 16) {
                assertThat(cycles).isEqualTo(published[n - 12]);
            }
        }
    }

    @Test
    void rule90HasThePublishedPeriods() {
        for (int n = 1; n <= A085587.length; n++) {
            assertPeriod(RegisterGallery.rule90(n), A085587[n - 1], "A085587(" + n + ")");
        }
    }

    @Test
    void rule150HasThePublishedPeriods() {
        for (int n = 3; n < A085588.length + 3; n++) {
            assertPeriod(RegisterGallery.rule150(n), A085588[n - 3], "A085588(" + n + ")");
        }
    }

    /** The period of one live cell, found for that state, and the least common multiple of all cycle lengths. */
    private static void assertPeriod(MatrixMap rule, long published, String what) {
        long[] cell = new long[rule.dimension()];
        cell[0] = 1;
        assertThat(StateQueries.of(rule).period(cell).exact()).as(what).contains(BigInteger.valueOf(published));
        assertThat(Objects.requireNonNull(analyze(rule).cycleStructure()).order())
                .as(what)
                .isEqualTo(published);
    }

    @Test
    void rule90IsSingularAndRule150WhenThreeDividesTheRing() {
        for (int n = 3; n < 20; n++) {
            assertThat(RegisterGallery.rule90(n).isNonsingular()).isFalse();
            assertThat(RegisterGallery.rule150(n).isNonsingular()).isEqualTo(n % 3 != 0);
        }
    }

    @Test
    void trinomialOfDegree23() {
        assertThat(analyze(register(23, 6, 0)).cycleStructure())
                .hasToString("{1:1, 7:1, 15:1, 105:1, 21845:3, 65535:15, 152915:3, 458745:15}");
    }

    @Test
    void trinomialOfDegree64() {
        ExactAnalysis analysis = analyze(register(64, 1, 0));
        assertThat(analysis.polynomialOrder()).isEqualTo(4095);
        assertThat(Objects.requireNonNull(analysis.cycleStructure()).distinctLengths())
                .isEqualTo(5);
        assertThat(analysis.cycles()).isEqualTo(4_504_699_407_499_318L);
    }

    @Test
    void trinomialOfDegree100() {
        ExactAnalysis analysis = analyze(register(100, 1, 0));
        assertThat(analysis.polynomialOrder()).isEqualTo(new BigInteger("181080508308501851221811810889"));
        assertThat(analysis.cycles()).isEqualTo(32);
    }

    @Test
    void trinomialOfDegree128() {
        ExactAnalysis analysis = analyze(register(128, 1, 0));
        assertThat(analysis.polynomialOrder()).isEqualTo(16383);
        assertThat(analysis.cycles()).isEqualTo(new BigInteger("20770455162115513853590588794961928"));
    }

    static java.util.List<RegisterGallery.Exhibit> exhibits() {
        return RegisterGallery.all();
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void longestCycleIsTheClaimedOne(RegisterGallery.Exhibit exhibit) {
        ExactAnalysis analysis = analyze(exhibit.map());
        assertThat(analysis.isComplete()).isTrue();
        CycleStructure structure = Objects.requireNonNull(analysis.cycleStructure());
        assertThat(structure.counts().lastKey()).as(exhibit.name()).isEqualTo(exhibit.longestCycle());
        boolean combined = exhibit.name().equals("taus88") || exhibit.name().equals("LFSR113");
        boolean checksum = exhibit.name().startsWith("CRC-16");
        if (!combined && !checksum) {
            assertThat(analysis.primitive()).as(exhibit.name()).isTrue();
        }
        assertThat(analysis.height() > 0).as(exhibit.name()).isEqualTo(combined);
        if (combined) {
            // Bits that the generator never reads: 1 + 3 + 4 of 96, and 1 + 3 + 4 + 7 of 128.
            int unread = exhibit.name().equals("taus88") ? 8 : 15;
            assertThat(analysis.periodicStates())
                    .isEqualTo(BigInteger.TWO.pow(exhibit.map().dimension() - unread));
        }
        assertThat(exhibit.map().isLinear()).isTrue();
    }
}
