package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Euclid's algorithm over GF(2) in rounds of thirty quotient bits against the same bit by bit. */
class BinaryGcdTest {

    private static long[] random(Random random, int degree) {
        long[] words = new long[(degree >>> 6) + 1];
        int density = 1 + random.nextInt(3);
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextLong();
            for (int j = 1; j < density * density; j++) {
                words[i] &= random.nextLong();
            }
        }
        words[degree >>> 6] &= -1L >>> (63 - (degree & 63));
        words[degree >>> 6] |= 1L << degree;
        return words;
    }

    private static long[] times(long[] a, long[] b) {
        return BinaryWords.trim(BinaryMultiplication.multiply(a, a.length, b, b.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 63, 64, 65, 127, 200, 700, 1500, 3000})
    void roundsTakeTheStepsOfEuclid(int largest) {
        Random random = new Random(71 + largest);
        for (int i = 0; i < 100; i++) {
            int n = 1 + random.nextInt(largest);
            long[] g = random(random, i % 3 == 0 ? random.nextInt(largest) : 0);
            long[] u = times(random(random, n), g);
            long[] v = times(random(random, random.nextInt(n)), g);
            int stop = random.nextInt(BinaryWords.degree(u) + 1);
            long[][] expected = BinaryGcd.stepsBitByBit(u, v, stop);
            BinaryLehmer rounds = BinaryLehmer.withBothCofactors(u, v);
            rounds.run(stop);
            assertThat(new long[][] {
                        rounds.cofactor(0, 0),
                        rounds.cofactor(0, 1),
                        rounds.cofactor(1, 0),
                        rounds.cofactor(1, 1),
                        rounds.remainder(0),
                        rounds.remainder(1)
                    })
                    .as("%s, %s, stop %d", Arrays.toString(u), Arrays.toString(v), stop)
                    .isDeepEqualTo(expected);
            assertThat(BinaryGcd.steps(u, v, stop)).isDeepEqualTo(expected);
            assertThat(BinaryGcd.stepsOfSecond(u, v, stop))
                    .isDeepEqualTo(new long[][] {expected[1], expected[3], expected[4], expected[5]});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 690, 710, 890, 910, 2000, 5000})
    void greatestCommonDivisorsAgreeBitByBit(int degree) {
        Random random = new Random(72 + degree);
        for (int i = 0; i < 20; i++) {
            long[] g = random(random, random.nextInt(1 + degree / 2));
            long[] a = times(random(random, degree), g);
            long[] b = times(random(random, i < 5 ? degree : random.nextInt(degree) + degree / 2), g);
            assertThat(BinaryGcd.gcd(a, b)).isEqualTo(BinaryGcd.bitByBit(a, b));
            assertThat(BinaryGcd.gcd(a, a)).isEqualTo(a);
            assertThat(BinaryGcd.gcd(a, g)).isEqualTo(g);
            long[][] found = BinaryGcd.gcdWithCofactor(a, b);
            assertThat(found[0]).isEqualTo(BinaryGcd.bitByBit(a, b));
            // g = s·a + t·b
            long[] rest = BinaryWords.add(found[0], found[1].length == 0 ? found[1] : times(found[1], a));
            assertThat(new BinaryReducer(b).remainder(rest)).isEmpty();
            assertThat(BinaryWords.degree(found[1])).isLessThanOrEqualTo(BinaryWords.degree(b));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 100, 1000})
    void longQuotientsAreTakenBitByBit(int difference) {
        Random random = new Random(73);
        long[] v = random(random, 1200);
        long[] q = random(random, difference);
        long[] r = random(random, 900);
        long[] u = BinaryWords.add(times(q, v), r);
        BinaryLehmer rounds = BinaryLehmer.withSecondCofactor(u, v);
        rounds.run(1000);
        assertThat(rounds.remainder(0)).isEqualTo(v);
        assertThat(rounds.remainder(1)).isEqualTo(r);
        assertThat(rounds.cofactor(1, 0)).isEqualTo(q);
    }
}
