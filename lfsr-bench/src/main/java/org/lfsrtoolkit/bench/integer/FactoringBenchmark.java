package org.lfsrtoolkit.bench.integer;

import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.IntegerFactorizer;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.integer.Primality;
import org.lfsrtoolkit.core.progress.RunControl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Factoring without a table, beside a plain {@link BigInteger} rho method, and q^n − 1 with the table.
 *
 * <p>Run: {@code java -jar lfsr-bench/target/benchmarks.jar FactoringBenchmark}. The naive method is run only where it ends:
 * on 2^101 − 1 and 3^97 − 1, whose second largest primes have 43 and 42 bits.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FactoringBenchmark {

    /** Numbers the naive method can do. */
    @State(Scope.Benchmark)
    public static class Easy {
        /** b^n − 1. */
        @Param({"2^101", "3^97"})
        public String power;

        BigInteger n = BigInteger.ONE;

        /** Checks that both methods agree before anything is timed. */
        @Setup
        public void check() {
            n = value(power);
            IntegerFactorization expected = IntegerFactorizer.factor(n, RunControl.unlimited());
            if (naiveLargestPrime(n).compareTo(expected.primes().lastKey()) != 0) {
                throw new IllegalStateException("naive and subject differ on " + power);
            }
        }
    }

    /** Numbers that need elliptic curves or the sieve. */
    @State(Scope.Benchmark)
    public static class Hard {
        /** b^n − 1. */
        @Param({"2^137", "2^193", "5^71", "7^59"})
        public String power;

        BigInteger n = BigInteger.ONE;

        /** Checks completeness before anything is timed. */
        @Setup
        public void check() {
            n = value(power);
            if (!IntegerFactorizer.factor(n, RunControl.unlimited()).isComplete()) {
                throw new IllegalStateException(power + " - 1 is not factored");
            }
        }
    }

    private static BigInteger value(String power) {
        String[] parts = power.split("\\^");
        return new BigInteger(parts[0]).pow(Integer.parseInt(parts[1])).subtract(BigInteger.ONE);
    }

    @Benchmark
    public IntegerFactorization easy(Easy state) {
        return IntegerFactorizer.factor(state.n, RunControl.unlimited());
    }

    @Benchmark
    public BigInteger easyNaiveRho(Easy state) {
        return naiveLargestPrime(state.n);
    }

    @Benchmark
    public IntegerFactorization hard(Hard state) {
        return IntegerFactorizer.factor(state.n, RunControl.unlimited());
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public IntegerFactorization withTable() {
        return PowerMinusOne.factor(2, 630, RunControl.unlimited());
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public boolean primality62Bits() {
        return Primality.isPrime((1L << 61) - 1);
    }

    /** Trial division to 1000, then Floyd's rho with a greatest common divisor each step. */
    private static BigInteger naiveLargestPrime(BigInteger n) {
        BigInteger rest = n;
        BigInteger largest = BigInteger.ONE;
        for (int p = 2; p < 1000; p++) {
            BigInteger candidate = BigInteger.valueOf(p);
            while (rest.mod(candidate).signum() == 0) {
                rest = rest.divide(candidate);
                largest = candidate;
            }
        }
        return largest.max(naiveRho(rest));
    }

    private static BigInteger naiveRho(BigInteger n) {
        if (n.equals(BigInteger.ONE) || n.isProbablePrime(30)) {
            return n;
        }
        for (int c = 1; ; c++) {
            BigInteger constant = BigInteger.valueOf(c);
            BigInteger x = BigInteger.TWO;
            BigInteger y = BigInteger.TWO;
            BigInteger g;
            do {
                x = x.multiply(x).add(constant).mod(n);
                y = y.multiply(y).add(constant).mod(n);
                y = y.multiply(y).add(constant).mod(n);
                g = x.subtract(y).gcd(n);
            } while (g.equals(BigInteger.ONE));
            if (!g.equals(n)) {
                return naiveRho(g).max(naiveRho(n.divide(g)));
            }
        }
    }
}
