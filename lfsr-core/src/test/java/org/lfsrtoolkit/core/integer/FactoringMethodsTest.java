package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.progress.RunControl;

/** Each method of the package on its own. */
class FactoringMethodsTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    private static BigInteger prime(int bits, Random random) {
        BigInteger candidate;
        do {
            candidate = new BigInteger(bits, random).setBit(bits - 1).setBit(0);
        } while (!candidate.isProbablePrime(30));
        return candidate;
    }

    private static void assertSplits(BigInteger n, BigInteger factor) {
        assertThat(factor).isBetween(BigInteger.TWO, n.subtract(BigInteger.ONE));
        assertThat(n.mod(factor)).as("%s mod %s", n, factor).isZero();
    }

    @Test
    void montgomeryWordsAgreeWithBigIntegers() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            long n = (random.nextLong() >>> 1 + random.nextInt(60)) | 3;
            Montgomery63 mod = new Montgomery63(n);
            long a = Math.floorMod(random.nextLong(), n);
            long b = Math.floorMod(random.nextLong(), n);
            BigInteger bigN = BigInteger.valueOf(n);
            long product = BigInteger.valueOf(a)
                    .multiply(BigInteger.valueOf(b))
                    .mod(bigN)
                    .longValue();
            assertThat(mod.leave(mod.multiply(mod.enter(a), mod.enter(b)))).isEqualTo(product);
            assertThat(mod.leave(mod.add(mod.enter(a), mod.enter(b))))
                    .isEqualTo(BigInteger.valueOf(a)
                            .add(BigInteger.valueOf(b))
                            .mod(bigN)
                            .longValue());
            assertThat(mod.leave(mod.subtract(mod.enter(a), mod.enter(b)))).isEqualTo(Math.floorMod(a - b, n));
            assertThat(mod.leave(mod.power(mod.enter(a), b)))
                    .isEqualTo(BigInteger.valueOf(a)
                            .modPow(BigInteger.valueOf(b), bigN)
                            .longValue());
        }
        assertThatThrownBy(() -> new Montgomery63(10)).hasMessageStartingWith("modulus = 10, expected an odd");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 43, 44, 45, 95, 96, 97, 147, 148, 149, 199, 200, 201, 260, 700, 5000})
    void montgomeryLimbsAgreeWithBigIntegersAlsoOnUnreducedSums(int bits) {
        Random random = new Random(bits);
        BigInteger n = new BigInteger(bits, random).setBit(0).setBit(bits - 1);
        for (BigInteger modulus : List.of(n, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE))) {
            MontgomeryLimbs mod = new MontgomeryLimbs(modulus);
            BigInteger[] value = new BigInteger[4];
            long[][] element = new long[4][];
            for (int i = 0; i < 4; i++) {
                value[i] = i == 0 ? modulus.subtract(BigInteger.ONE) : new BigInteger(bits, random).mod(modulus);
                element[i] = mod.enter(value[i]);
                assertThat(mod.leave(element[i])).isEqualTo(value[i]);
            }
            long[] sum = mod.newElement();
            long[] difference = mod.newElement();
            for (int step = 0; step < 300; step++) {
                int i = step % 4;
                int j = random.nextInt(4);
                int k = random.nextInt(4);
                mod.add(element[i], element[j], sum);
                mod.subtract(element[k], element[j], difference);
                BigInteger expected = value[i].add(value[j])
                        .multiply(value[k].subtract(value[j]))
                        .mod(modulus);
                mod.multiply(sum, difference, element[i]);
                value[i] = expected;
                assertThat(mod.leave(element[i])).isEqualTo(expected);
                if (step % 10 == 9) {
                    value[j] = new BigInteger(bits, random).mod(modulus);
                    element[j] = mod.enter(value[j]);
                }
            }
        }
    }

    @Test
    void rhoSplitsWordSizedNumbers() {
        Random random = new Random(13);
        for (int bits = 3; bits <= 31; bits++) {
            for (int i = 0; i < 10; i++) {
                BigInteger n = prime(bits, random).multiply(prime(bits, random));
                assertSplits(n, BigInteger.valueOf(PollardBrentRho.factor(n.longValueExact(), CONTROL)));
            }
        }
        assertThat(PollardBrentRho.factor(9, CONTROL)).isEqualTo(3);
        assertThat(PollardBrentRho.factor(25, CONTROL)).isEqualTo(5);
        assertThat(PollardBrentRho.factor(3L * 5 * 7 * 11, CONTROL)).isBetween(3L, 385L);
    }

    @Test
    void rhoSplitsLargeNumbersWithASmallPrime() {
        Random random = new Random(17);
        BigInteger n = prime(24, random).multiply(prime(150, random));
        assertSplits(n, Objects.requireNonNull(PollardBrentRho.factor(n, 1 << 16, CONTROL)));
        assertThat(PollardBrentRho.factor(prime(90, random).multiply(prime(91, random)), 1000, CONTROL))
                .isNull();
    }

    @Test
    void pMinusOneFindsPrimesWithSmoothPredecessor() {
        BigInteger smooth = BigInteger.valueOf(2L * 3 * 5 * 7 * 11 * 13 * 17 * 19 * 23);
        // p − 1 has small primes, 9973 and, for the second stage, 1000003.
        BigInteger p = smoothPrime(BigInteger.valueOf(9973L * 1000003), smooth);
        BigInteger q = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
        assertThat(PollardPMinusOne.factor(p.multiply(q), 11000, 1, CONTROL)).isEqualTo(p);
        assertThat(PollardPMinusOne.factor(p.multiply(q), 2000, 1, CONTROL)).isNull();
        assertThat(PollardPMinusOne.factor(p.multiply(q), 2000, 1000003, CONTROL))
                .isNotNull();
    }

    private static BigInteger smoothPrime(BigInteger fixed, BigInteger smooth) {
        for (int k = 1; ; k++) {
            BigInteger p =
                    fixed.multiply(smooth).multiply(BigInteger.valueOf(k)).add(BigInteger.ONE);
            if (p.isProbablePrime(30)) {
                return p;
            }
        }
    }

    /** About 34 curves are expected for 50 bits and B1 = 2000; a broken stage needs hundreds. */
    @Test
    void curvesFindFiftyBitPrimesInAboutTheExpectedNumber() {
        Random random = new Random(19);
        int curves = 0;
        for (int i = 0; i < 8; i++) {
            BigInteger p = prime(50, random);
            EcmCurve curve = new EcmCurve(new MontgomeryLimbs(p.multiply(prime(120, random))), EcmPlan.of(2000));
            int k = 0;
            BigInteger factor = null;
            while (factor == null && k < 400) {
                factor = curve.run(6 + k++, CONTROL, () -> false);
            }
            assertThat(factor).isEqualTo(p);
            curves += k;
        }
        assertThat(curves).isLessThan(8 * 80);
    }

    /** The first stage alone: the order of each curve modulo a small prime is smooth, so its product must be neutral. */
    @Test
    void firstStageReachesTheNeutralElementOnEveryCurve() {
        BigInteger p = BigInteger.valueOf(1009);
        BigInteger n = p.multiply(BigInteger.TWO.pow(61).subtract(BigInteger.ONE));
        for (int sigma = 6; sigma < 60; sigma++) {
            assertThat(new EcmCurve(new MontgomeryLimbs(n), EcmPlan.of(1200)).run(sigma, CONTROL, () -> false))
                    .as("sigma = %d", sigma)
                    .isEqualTo(p);
        }
    }

    @Test
    void lucasChainsExistForEveryPrime() {
        for (int p : TrialDivision.primesBelow(20_000)) {
            if (p > 2) {
                int cost = LucasChain.cost(p, LucasChain.RATIOS[LucasChain.bestRatio(p)]);
                assertThat(cost).as("p = %d", p).isLessThan(12 * (32 - Integer.numberOfLeadingZeros(p)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 27, 30, 33, 36, 40, 44, 48, 52, 56, 60, 64, 70, 76})
    void quadraticSieveSplitsProductsOfTwoPrimes(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 4; i++) {
            BigInteger n = prime(bits, random).multiply(prime(bits + i, random));
            assertSplits(n, Objects.requireNonNull(QuadraticSieve.factor(n, CONTROL)));
        }
    }

    @Test
    void quadraticSieveSplitsProductsOfManyPrimesAndUnequalOnes() {
        Random random = new Random(23);
        BigInteger many = prime(20, random)
                .multiply(prime(21, random))
                .multiply(prime(22, random))
                .multiply(prime(23, random));
        assertSplits(many, Objects.requireNonNull(QuadraticSieve.factor(many, CONTROL)));
        BigInteger unequal = prime(14, random).multiply(prime(80, random));
        assertSplits(unequal, Objects.requireNonNull(QuadraticSieve.factor(unequal, CONTROL)));
        BigInteger withSquare = prime(30, random).pow(2).multiply(prime(40, random));
        assertSplits(withSquare, Objects.requireNonNull(QuadraticSieve.factor(withSquare, CONTROL)));
    }

    /** Where few polynomials exist: sizes between 50 and 80 bits, each several times. */
    @Test
    void quadraticSieveHasEnoughPolynomialsForSmallNumbers() {
        Random random = new Random(29);
        for (int bits = 50; bits <= 80; bits++) {
            for (int i = 0; i < 6; i++) {
                int half = bits / 2 - i;
                BigInteger n = prime(half, random).multiply(prime(bits + 1 - half, random));
                assertSplits(n, Objects.requireNonNull(QuadraticSieve.factor(n, CONTROL), n.toString()));
            }
        }
        BigInteger seen = new BigInteger("200251108044709725001");
        assertSplits(seen, Objects.requireNonNull(QuadraticSieve.factor(seen, CONTROL)));
    }

    @Test
    void quadraticSieveRefusesWhatItCannotDo() {
        assertThatThrownBy(() -> QuadraticSieve.factor(BigInteger.valueOf(1_000_003), CONTROL))
                .hasMessage("n = 1000003, expected an odd number of 50 to 330 bits");
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "40, 50", "64, 64", "65, 80", "300, 340"})
    void nullSpaceVectorsSumToZeroAndAreIndependent(int rows, int columns) {
        Random random = new Random(rows);
        boolean[][] bits = new boolean[rows][columns];
        Gf2NullSpace matrix = new Gf2NullSpace(rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (random.nextInt(4) == 0) {
                    bits[r][c] = true;
                    matrix.flip(r, c);
                }
            }
        }
        List<int[]> basis = matrix.solve(CONTROL);
        assertThat(basis.size()).isGreaterThanOrEqualTo(columns - rows);
        List<Integer> last = new ArrayList<>();
        for (int[] set : basis) {
            last.add(set[set.length - 1]);
            for (int r = 0; r < rows; r++) {
                boolean sum = false;
                for (int c : set) {
                    sum ^= bits[r][c];
                }
                assertThat(sum).isFalse();
            }
        }
        assertThat(last).doesNotHaveDuplicates();
    }

    @Test
    void squareRootsModuloPrimes() {
        for (int p : TrialDivision.primesBelow(700)) {
            for (int a = 0; a < p && p > 2; a++) {
                if (IntegerMath.jacobi(a, (long) p) >= 0) {
                    int root = ModularSquareRoot.of(a, p);
                    assertThat(root * root % p).as("√%d mod %d", a, p).isEqualTo(a);
                }
                if (a > 0) {
                    assertThat(a * ModularSquareRoot.inverse(a, p) % p).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void perfectPowersHaveTheirLeastRoot() {
        for (int r = 2; r < 40; r++) {
            if (PerfectPowers.primitiveRoot(BigInteger.valueOf(r)).intValue() != r) {
                continue;
            }
            for (int e = 1; e < 60; e++) {
                assertThat(PerfectPowers.primitiveRoot(BigInteger.valueOf(r).pow(e)))
                        .isEqualTo(BigInteger.valueOf(r));
            }
        }
        assertThat(PerfectPowers.primitiveRoot(BigInteger.ONE)).isEqualTo(BigInteger.ONE);
        assertThat(PerfectPowers.primitiveRoot(BigInteger.valueOf(64))).isEqualTo(BigInteger.TWO);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19, 21, 22, 23, 30, 31, 33, 41, 58, 101})
    void aurifeuillianPolynomialsSplitTheirCyclotomicPolynomial(int b) {
        int m = b % 4 == 1 ? b : 2 * b;
        for (int h = 3; h <= 9; h += 2) {
            BigInteger value = IntegerMath.cyclotomicValue(m * h, b);
            BigInteger[] parts = AurifeuillianSplit.split(b, m * h, value);
            if (b > 2 || h > 3) {
                assertThat(parts).as("Φ_%d(%d)", m * h, b).hasSize(2);
                assertThat(parts[0].multiply(parts[1])).isEqualTo(value);
            }
            assertThat(AurifeuillianSplit.split(b, 2 * m * h, value)).containsExactly(value);
        }
    }
}
