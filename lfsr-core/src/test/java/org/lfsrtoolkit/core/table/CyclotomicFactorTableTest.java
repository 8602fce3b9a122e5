package org.lfsrtoolkit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CyclotomicFactorTableTest {

    private final Map<String, BigInteger> values = new HashMap<>();

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CyclotomicFactorTable.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void resourceIsWhatTheGeneratorMakes() throws IOException {
        assertThat(text("cyclotomic-factors.txt"))
                .isEqualTo(CyclotomicFactorTableGenerator.generate(text("cyclotomic_factors.jsonl")));
    }

    @Test
    void everyEntryIsFoundAndMultipliesToTheCyclotomicNumber() throws IOException {
        int entries = 0;
        for (String line : text("cyclotomic-factors.txt")
                .lines()
                .filter(l -> !l.startsWith("#"))
                .toList()) {
            String[] words = line.split(" ");
            long b = Long.parseLong(words[0]);
            int n = Integer.parseInt(words[1]);
            List<BigInteger> primes = CyclotomicFactorTable.primesOf(b, n).orElseThrow();
            assertThat(primes).as(line).hasSize(words.length - 2).isSorted();
            BigInteger product = primes.stream().reduce(BigInteger.ONE, BigInteger::multiply);
            assertThat(product).as("Φ_%d(%d)", n, b).isEqualTo(cyclotomic(b, n));
            entries++;
        }
        assertThat(entries).isEqualTo(1559);
    }

    @Test
    void everyFactorIsPrime() throws IOException {
        assertThat(text("cyclotomic-factors.txt")
                        .lines()
                        .filter(l -> !l.startsWith("#"))
                        .flatMap(l -> List.of(l.split(" ")).stream().skip(2))
                        .distinct()
                        .map(BigInteger::new)
                        .filter(p -> !p.isProbablePrime(50)))
                .isEmpty();
    }

    @Test
    void absentEntriesAreEmpty() {
        assertThat(CyclotomicFactorTable.primesOf(2, 531)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(13, 91)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(2, 641)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(17, 1)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(2, 0)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(0, 1)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(1L << 40, 3)).isEmpty();
        assertThat(CyclotomicFactorTable.primesOf(-2, 3)).isEmpty();
    }

    /** Φ_n(b) by division of b^n − 1 by the cyclotomic numbers of the proper divisors. */
    private BigInteger cyclotomic(long b, int n) {
        BigInteger known = values.get(b + " " + n);
        if (known != null) {
            return known;
        }
        BigInteger value = BigInteger.valueOf(b).pow(n).subtract(BigInteger.ONE);
        for (int d = 1; d < n; d++) {
            if (n % d == 0) {
                value = value.divide(cyclotomic(b, d));
            }
        }
        values.put(b + " " + n, value);
        return value;
    }
}
