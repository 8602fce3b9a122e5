package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

class IntegerFactorizerTest {

    private static final RunControl CONTROL = RunControl.unlimited();
    /** Two primes of 70 digits: out of reach of every method here. */
    private static final BigInteger HARD = BigInteger.TEN
            .pow(70)
            .nextProbablePrime()
            .multiply(BigInteger.valueOf(7).pow(83).nextProbablePrime());

    @Test
    void everySmallNumberIsTheProductOfItsTrialDivision() {
        for (int n = 1; n <= 30_000; n++) {
            TreeMap<BigInteger, Integer> expected = new TreeMap<>();
            int rest = n;
            for (int p = 2; rest > 1; p++) {
                while (rest % p == 0) {
                    expected.merge(BigInteger.valueOf(p), 1, Integer::sum);
                    rest /= p;
                }
            }
            assertThat(IntegerFactorizer.factor(BigInteger.valueOf(n), CONTROL).primes())
                    .as("n = %d", n)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void productsOfRandomPrimesAreTakenApart(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            TreeMap<BigInteger, Integer> expected = new TreeMap<>();
            for (int bits = 0; bits < 130; ) {
                int size = 2 + random.nextInt(i < 3 ? 30 : 55);
                BigInteger p;
                do {
                    p = new BigInteger(size, random);
                } while (!p.isProbablePrime(30));
                int e = random.nextInt(4) == 0 ? 2 : 1;
                expected.merge(p, e, Integer::sum);
                bits += e * size;
            }
            IntegerFactorization expectedFactorization = IntegerFactorization.of(expected);
            assertThat(IntegerFactorizer.factor(expectedFactorization.value(), CONTROL))
                    .isEqualTo(expectedFactorization);
        }
    }

    @Test
    void powersOfLargePrimesAreRecognized() {
        BigInteger p = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
        assertThat(IntegerFactorizer.factor(p.pow(5).multiply(BigInteger.valueOf(12)), CONTROL))
                .hasToString("2^2 · 3 · " + p + "^5");
    }

    @Test
    void numbersBelowOneAreRefused() {
        assertThatThrownBy(() -> IntegerFactorizer.factor(BigInteger.ZERO, CONTROL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n = 0, expected at least 1");
    }

    @Test
    void exhaustedBudgetLeavesTheCofactorUnresolved() {
        IntegerFactorization f = IntegerFactorizer.factor(
                HARD.multiply(BigInteger.valueOf(360)), CONTROL.withBudget(Duration.ofMillis(30)));
        assertThat(f.isComplete()).isFalse();
        assertThat(f.primes()).hasToString("{2=3, 3=2, 5=1}");
        assertThat(f.unresolved()).containsExactly(HARD);
    }

    @Test
    void cancelledComputationThrows() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> IntegerFactorizer.factor(HARD, CONTROL.withCancellation(token)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void cancellationDuringTheSearchThrows() {
        CancellationToken token = new CancellationToken();
        RunControl control = CONTROL.withCancellation(token).withListener((phase, done, total) -> {
            if (done >= 3) {
                token.cancel();
            }
        });
        assertThatThrownBy(() -> IntegerFactorizer.factor(HARD, control)).isInstanceOf(CancellationException.class);
    }

    @Test
    void callsFromInsidePoolsEndWithTheSameAnswer() throws Exception {
        BigInteger n = BigInteger.TWO.pow(137).subtract(BigInteger.ONE);
        IntegerFactorization expected = IntegerFactorizer.factor(n, CONTROL);
        List<Callable<IntegerFactorization>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> IntegerFactorizer.factor(n, CONTROL));
        }
        for (Future<IntegerFactorization> answer : ForkJoinPool.commonPool().invokeAll(calls)) {
            assertThat(answer.get()).isEqualTo(expected);
        }
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            assertThat(single.submit(calls.get(0)).get()).isEqualTo(expected);
        } finally {
            single.shutdownNow();
        }
    }
}
