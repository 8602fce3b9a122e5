package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimalityTest {

    @Test
    void agreesWithTheSieveBelowTwoMillion() {
        int limit = 2_000_000;
        BitSet composite = new BitSet(limit);
        composite.set(0, 2);
        for (int p = 2; p * p < limit; p++) {
            if (!composite.get(p)) {
                for (int m = p * p; m < limit; m += p) {
                    composite.set(m);
                }
            }
        }
        for (int n = 0; n < limit; n++) {
            if (Primality.isPrime((long) n) == composite.get(n)) {
                throw new AssertionError("n = " + n);
            }
        }
    }

    @Test
    void negativeNumbersZeroAndOneAreNotPrime() {
        assertThat(Primality.isPrime(-7L)).isFalse();
        assertThat(Primality.isPrime(Long.MIN_VALUE)).isFalse();
        assertThat(Primality.isPrime(0L)).isFalse();
        assertThat(Primality.isPrime(1L)).isFalse();
        assertThat(Primality.isPrime(BigInteger.valueOf(-7))).isFalse();
        assertThat(Primality.isPrime(
                        BigInteger.TWO.pow(89).subtract(BigInteger.ONE).negate()))
                .isFalse();
    }

    /** Strong pseudoprimes to the first 1, 2, .., 9 and 12 prime bases (the last is above 2^64), and Carmichael numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2047",
                "1373653",
                "25326001",
                "3215031751",
                "2152302898747",
                "3474749660383",
                "341550071728321",
                "3825123056546413051",
                "318665857834031151167461",
                "3317044064679887385961981",
                "561",
                "1729",
                "9746347772161",
                "18446744073709551615"
            })
    void strongPseudoprimesAreComposite(String n) {
        assertThat(Primality.isPrime(new BigInteger(n))).isFalse();
    }

    /** Strong Lucas pseudoprimes with Selfridge's parameters. */
    @ParameterizedTest
    @ValueSource(longs = {5459, 5777, 10877, 16109, 18971, 22499, 24569, 25199, 40309, 58519, 75077, 97439})
    void strongLucasTestHasItsKnownPseudoprimes(long n) {
        assertThat(StrongLucasTest.passes(BigInteger.valueOf(n))).isTrue();
        assertThat(Primality.isStrongProbablePrime(BigInteger.valueOf(n), BigInteger.TWO))
                .isFalse();
    }

    @Test
    void everyOddPrimePassesTheLucasTestAndFewCompositesDo() {
        int pseudoprimes = 0;
        for (int n = 3; n < 100_000; n += 2) {
            boolean passes = StrongLucasTest.passes(BigInteger.valueOf(n));
            if (Primality.isPrime((long) n)) {
                assertThat(passes).as("n = %d", n).isTrue();
            } else if (passes) {
                pseudoprimes++;
            }
        }
        assertThat(pseudoprimes).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 66, 90, 128, 200, 521})
    void agreesWithTheLibraryAroundWordSizes(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 2000; i++) {
            BigInteger n = new BigInteger(bits, random).setBit(0).setBit(bits - 1);
            assertThat(Primality.isPrime(n)).as("n = %s", n).isEqualTo(n.isProbablePrime(60));
        }
    }

    @Test
    void largestPrimesOfTheWordSizesAreFound() {
        assertThat(Primality.isPrime(Long.MAX_VALUE - 24)).isTrue();
        assertThat(Primality.isPrime(Long.MAX_VALUE)).isFalse();
        assertThat(Primality.isPrime(BigInteger.TWO.pow(64).subtract(BigInteger.valueOf(59))))
                .isTrue();
        assertThat(Primality.isPrime(BigInteger.TWO.pow(127).subtract(BigInteger.ONE)))
                .isTrue();
    }

    @Test
    void lucasLehmerTestKnowsTheMersennePrimes() {
        List<Integer> exponents = new ArrayList<>();
        for (int p = 1; p <= 700; p++) {
            if (LucasLehmer.isMersennePrime(p)) {
                exponents.add(p);
            }
        }
        assertThat(exponents).containsExactly(2, 3, 5, 7, 13, 17, 19, 31, 61, 89, 107, 127, 521, 607);
        assertThat(Primality.isPrime(BigInteger.TWO.pow(1279).subtract(BigInteger.ONE)))
                .isTrue();
        assertThat(Primality.isPrime(BigInteger.TWO.pow(1277).subtract(BigInteger.ONE)))
                .isFalse();
    }

    @Test
    @Tag("long")
    void periodOfTheMersenneTwisterIsPrime() {
        assertThat(LucasLehmer.isMersennePrime(19937)).isTrue();
    }
}
