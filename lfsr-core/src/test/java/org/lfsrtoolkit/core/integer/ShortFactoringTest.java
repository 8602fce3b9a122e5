package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.progress.RunControl;

/** Numbers up to 128 bits: the arithmetic on words, and the factorizations that rest on it. */
class ShortFactoringTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    private static BigInteger big(String decimal) {
        return new BigInteger(decimal);
    }

    private static BigInteger prime(int bits, Random random) {
        return BigInteger.probablePrime(bits, random);
    }

    /** The factorization has the given primes and nothing else. */
    private static void assertFactors(BigInteger... primes) {
        BigInteger n = BigInteger.ONE;
        Map<BigInteger, Integer> expected = new TreeMap<>();
        for (BigInteger p : primes) {
            n = n.multiply(p);
            expected.merge(p, 1, Integer::sum);
        }
        IntegerFactorization result = IntegerFactorizer.factor(n, CONTROL);
        assertThat(result.primes()).as("n = %s", n).isEqualTo(expected);
        assertThat(result.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 34, 40, 44, 45, 46, 50, 54, 60, 61, 62, 63})
    void wordsOfTwoPrimesAreSplit(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 300; i++) {
            BigInteger p = prime(bits / 2, random);
            BigInteger q = prime(bits - bits / 2, random);
            if (p.equals(q) || p.multiply(q).bitLength() > 63) {
                continue;
            }
            long n = p.multiply(q).longValueExact();
            long factor = WordFactorizer.split(n, CONTROL);
            assertThat(factor).as("n = %d", n).isIn(p.longValue(), q.longValue());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 53, 62})
    void wordsWithAPrimeJustAboveTrialDivisionAreSplit(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 50; i++) {
            assertFactors(BigInteger.valueOf(10007), prime(bits - 14, random));
            assertFactors(BigInteger.valueOf(10007), BigInteger.valueOf(10009), prime(bits - 28, random));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 70, 77, 84, 91, 98, 105, 110, 111, 112, 118, 126, 128})
    void twoPrimesOfEqualLengthAreFound(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < (bits < 100 ? 10 : 2); i++) {
            BigInteger p = prime(bits / 2, random);
            BigInteger q = prime(bits - bits / 2, random);
            if (!p.equals(q)) {
                assertFactors(p, q);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 63, 64, 66, 80, 95, 110, 111, 115, 128})
    void randomNumbersMultiplyBackToThemselves(int bits) {
        Random random = new Random(-bits);
        for (int i = 0; i < 25; i++) {
            BigInteger n = new BigInteger(bits, random).setBit(bits - 1);
            IntegerFactorization result = IntegerFactorizer.factor(n, CONTROL);
            assertThat(result.isComplete()).isTrue();
            assertThat(result.value()).isEqualTo(n);
            assertThat(result.primes().keySet()).allMatch(p -> p.isProbablePrime(50));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 31, 32, 33, 40, 47, 55})
    void squaresAndProductsOfClosePrimesAreSplit(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 5; i++) {
            BigInteger p = prime(bits, random);
            BigInteger next = p.nextProbablePrime();
            assertFactors(p, p);
            assertFactors(p, next);
            assertFactors(p, next, next.nextProbablePrime());
            if (bits < 40) {
                assertFactors(p, p, p);
                assertFactors(p, p, next);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 30, 31, 32, 38, 45, 53})
    void primesWithRelatedNeighboursAreFound(int bits) {
        Random random = new Random(bits);
        int found = 0;
        while (found < 3) {
            BigInteger p = prime(bits, random);
            BigInteger q = p.shiftLeft(1).subtract(BigInteger.ONE);
            if (q.isProbablePrime(50)) {
                // Passes the strong test to many bases; p − 1 divides q − 1.
                assertFactors(p, q);
                found++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "561",
                "9746347772161",
                "1590231231043178376951698401",
                "3215031751",
                "2152302898747",
                "3474749660383",
                "341550071728321",
                "3825123056546413051",
                "318665857834031151167461",
                "3317044064679887385961981"
            })
    void carmichaelNumbersAndStrongPseudoprimesAreSplit(String decimal) {
        BigInteger n = big(decimal);
        assertThat(Primality.isPrime(n)).isFalse();
        IntegerFactorization result = IntegerFactorizer.factor(n, CONTROL);
        assertThat(result.value()).isEqualTo(n);
        assertThat(result.primes()).hasSizeGreaterThan(1);
        assertThat(result.primes().keySet()).allMatch(p -> p.isProbablePrime(50));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                1_373_653L,
                25_326_001L,
                3_215_031_751L,
                2_152_302_898_747L,
                3_474_749_660_383L,
                341_550_071_728_321L,
                3_825_123_056_546_413_051L
            })
    void theLeastCompositesThatPassToSomeBasesAreComposite(long n) {
        assertThat(Primality.isPrime(n)).isFalse();
        Random random = new Random(n);
        for (int i = 0; i < 200; i++) {
            // On both sides of the number at which another base is added.
            long near = n + random.nextInt(1000) - 500;
            assertThat(Primality.isPrime(near))
                    .as("n = %d", near)
                    .isEqualTo(BigInteger.valueOf(near).isProbablePrime(60));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 96, 97, 128, 148, 149, 250, 256, 257, 400})
    void primalityAgreesWithTheLibrary(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 100; i++) {
            BigInteger n = new BigInteger(bits, random).setBit(bits - 1).setBit(0);
            assertThat(Primality.isPrime(n)).as("n = %s", n).isEqualTo(n.isProbablePrime(60));
            assertThat(Primality.isPrime(n.nextProbablePrime())).isTrue();
        }
    }

    @Test
    void theLucasTestAgreesWithTheOneOnPlainNumbers() {
        Random random = new Random(1);
        int passed = 0;
        for (int n = 5; n < 40_000; n += 2) {
            BigInteger big = BigInteger.valueOf(n);
            long d = 5;
            while (IntegerMath.jacobi(d, n) == 1 && Math.abs(d) < 200) {
                d = d > 0 ? -(d + 2) : -d + 2;
            }
            if (IntegerMath.jacobi(d, n) == -1) {
                boolean plain = StrongLucasTest.passesPlain(big, d);
                assertThat(StrongLucasTest.passes(big)).as("n = %d", n).isEqualTo(plain);
                passed += plain ? 1 : 0;
            }
        }
        assertThat(passed).isGreaterThan(4000);
        BigInteger long1 = prime(300, random);
        assertThat(StrongLucasTest.passes(long1)).isTrue();
        assertThat(StrongLucasTest.passes(long1.multiply(prime(300, random)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 63, 64, 65, 100, 127, 128, 129, 191, 192})
    void exactDivisionAgreesWithRemainders(int bits) {
        Random random = new Random(bits);
        int[] primes = {3, 5, 7, 641, 9973, 65537, 99_991, 2_147_483_647};
        SmallDividend dividend = new SmallDividend();
        for (int i = 0; i < 2000; i++) {
            int p = primes[random.nextInt(primes.length)];
            BigInteger n = new BigInteger(bits, random).setBit(bits - 1);
            if (random.nextBoolean()) {
                n = n.subtract(n.mod(BigInteger.valueOf(p)));
            }
            if (n.signum() == 0) {
                continue;
            }
            dividend.set(n);
            boolean divides = dividend.divideIfExact(p, WordCurve.inverseModuloWord(p), Long.divideUnsigned(-1, p));
            BigInteger[] division = n.divideAndRemainder(BigInteger.valueOf(p));
            assertThat(divides).as("%s / %d", n, p).isEqualTo(division[1].signum() == 0);
            assertThat(dividend.toBigInteger()).isEqualTo(divides ? division[0] : n);
            BigInteger rest = dividend.toBigInteger();
            assertThat(dividend.divideOutTwos()).isEqualTo(rest.getLowestSetBit());
            assertThat(dividend.toBigInteger()).isEqualTo(rest.shiftRight(rest.getLowestSetBit()));
        }
    }

    @Test
    void trialDivisionFindsWhatRemaindersFind() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            BigInteger n =
                    new BigInteger(2 + random.nextInt(260), random).setBit(0).shiftLeft(random.nextInt(4));
            List<BigInteger> found = new ArrayList<>();
            BigInteger rest = TrialDivision.divide(n, found);
            BigInteger expectedRest = n;
            List<BigInteger> expected = new ArrayList<>();
            for (int p : TrialDivision.primesBelow(TrialDivision.BOUND)) {
                BigInteger big = BigInteger.valueOf(p);
                while (expectedRest.mod(big).signum() == 0) {
                    expected.add(big);
                    expectedRest = expectedRest.divide(big);
                }
            }
            if (rest.equals(BigInteger.ONE) && !expectedRest.equals(BigInteger.ONE)) {
                // A rest that must be prime is listed with the primes.
                assertThat(expectedRest.isProbablePrime(50)).isTrue();
                expected.add(expectedRest);
                expectedRest = BigInteger.ONE;
            }
            assertThat(found).as("n = %s", n).containsExactlyElementsOf(expected);
            assertThat(rest).isEqualTo(expectedRest);
        }
    }

    @Test
    void symbolsFromTheTableAreJacobiSymbols() {
        Random random = new Random(3);
        for (int i = 1; i < 320; i++) {
            int p = SmallPrimeResidues.prime(i);
            for (int k = 0; k < 40; k++) {
                int r = random.nextInt(p);
                assertThat(SmallPrimeResidues.symbol(r, i)).isEqualTo(IntegerMath.jacobi(r, p));
            }
        }
        BigInteger n = new BigInteger(300, random);
        SmallPrimeResidues residues = new SmallPrimeResidues(n);
        for (int i = 0; i < 3000; i++) {
            int p = SmallPrimeResidues.prime(i);
            assertThat(residues.residue(p))
                    .isEqualTo(n.mod(BigInteger.valueOf(p)).intValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 45", "3, 45", "5, 44", "7, 45", "11, 40", "13, 45", "17, 45", "19, 45", "2, 46", "3, 60"})
    void powersAreTakenForPowersAndTheirNeighboursAreNot(int e, int rootBits) {
        Random random = new Random(e);
        for (int i = 0; i < 50; i++) {
            BigInteger r =
                    i == 0 ? BigInteger.ONE.shiftLeft(rootBits).subtract(BigInteger.ONE) : prime(rootBits, random);
            BigInteger power = r.pow(e);
            BigInteger root = PerfectPowers.primitiveRoot(r);
            assertThat(PerfectPowers.primitiveRoot(power)).isEqualTo(root);
            assertThat(PerfectPowers.primitiveRoot(power, 10_000)).isEqualTo(root);
            assertThat(PerfectPowers.primitiveRoot(power.add(BigInteger.TWO))).isEqualTo(power.add(BigInteger.TWO));
        }
    }

    @Test
    void curvesOnTwoWordsRefuseWhatTheyCannotHold() {
        SmallEcmPlan plan = new SmallEcmPlan(105, 3000);
        BigInteger longest = BigInteger.ONE.shiftLeft(TwoWordCurve.MAX_BITS).subtract(BigInteger.ONE);
        assertThat(new TwoWordCurve(longest, plan).run(6)).satisfies(f -> {
            if (f != null) {
                assertThat(longest.mod(f)).isZero();
            }
        });
        assertThatThrownBy(() -> new TwoWordCurve(longest.shiftLeft(1).add(BigInteger.ONE), plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("111 bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 75, 90, 100, 109, 110, 111})
    void curvesOnTwoWordsFindShortPrimes(int bits) {
        Random random = new Random(bits);
        SmallEcmPlan plan = new SmallEcmPlan(205, 6000);
        for (int i = 0; i < 20; i++) {
            BigInteger p = prime(26, random);
            BigInteger n = p.multiply(prime(bits - 26, random));
            TwoWordCurve curve = new TwoWordCurve(n, plan);
            BigInteger factor = null;
            for (int sigma = 6; factor == null && sigma < 100; sigma++) {
                factor = curve.run(sigma);
            }
            assertThat(factor).as("n = %s", n).isIn(p, n.divide(p));
        }
    }
}
