package org.lfsrtoolkit.bench.integer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.lfsrtoolkit.core.integer.IntegerFactorizer;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Mean processor times of factoring small numbers on one thread, by size: products of two primes of equal length, and random numbers; to set beside
 * another program's, see {@code docs/benchmarks/scripts/factoring-sizes.sh}.
 */
public final class FactoringBySize {

    private static final int[] BITS = {40, 50, 60, 64, 70, 80, 90, 100, 110, 120, 130};
    private static final int ROUNDS = 7;

    private FactoringBySize() {}

    /**
     * @param arguments {@code --write FILE} writes the numbers as a vector of vectors that PARI/GP reads; otherwise the sizes
     *     to measure, all if none is given
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2 && arguments[0].equals("--write")) {
            write(Path.of(arguments[1]));
            return;
        }
        int[] sizes = arguments.length == 0
                ? BITS
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        warmUp(sizes);
        for (int bits : sizes) {
            System.out.printf(
                    Locale.ROOT,
                    "%4d bits  two primes %10.1f us  random %10.1f us%n",
                    bits,
                    medianMicros(semiprimes(bits)),
                    medianMicros(randomNumbers(bits)));
        }
    }

    private static int count(int bits) {
        return bits <= 64 ? 1000 : bits <= 80 ? 200 : bits <= 100 ? 50 : 20;
    }

    private static void warmUp(int[] sizes) {
        for (int bits : sizes) {
            long end = System.nanoTime() + 1_000_000_000L;
            while (System.nanoTime() < end) {
                medianMicros(semiprimes(bits).subList(0, 10));
            }
        }
    }

    /** The median over rounds of the mean over the numbers. */
    private static double medianMicros(List<BigInteger> numbers) {
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuNanos();
            for (BigInteger n : numbers) {
                if (!IntegerFactorizer.factor(n, RunControl.unlimited()).isComplete()) {
                    throw new IllegalStateException(n + " was not factored");
                }
            }
            micros[round] = (cpuNanos() - start) / 1e3 / numbers.size();
        }
        Arrays.sort(micros);
        return micros[ROUNDS / 2];
    }

    /** Processor time of this thread, so that other work on the machine matters little. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<BigInteger> semiprimes(int bits) {
        Random random = new Random(bits);
        List<BigInteger> numbers = new ArrayList<>();
        while (numbers.size() < count(bits)) {
            BigInteger n =
                    BigInteger.probablePrime(bits / 2, random).multiply(BigInteger.probablePrime(bits / 2, random));
            if (n.bitLength() == bits) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    private static List<BigInteger> randomNumbers(int bits) {
        Random random = new Random(-bits);
        List<BigInteger> numbers = new ArrayList<>();
        while (numbers.size() < count(bits)) {
            numbers.add(new BigInteger(bits, random).setBit(bits - 1));
        }
        return numbers;
    }

    private static void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int bits : BITS) {
            text.append(String.format("[%d,%s,%s]%n", bits, semiprimes(bits), randomNumbers(bits)));
        }
        Files.writeString(file, text.toString());
    }
}
