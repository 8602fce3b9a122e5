package org.lfsrtoolkit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.integer.IntegerMath;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.integer.Primality;
import org.lfsrtoolkit.core.progress.RunControl;

class ConwayPolynomialsTest {

    private record Entry(long p, int k, long[] f) {
        @Override
        public String toString() {
            return "GF(" + p + "^" + k + "): " + Arrays.toString(f);
        }
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : List.of("conway-polynomials-small.txt", "conway-polynomials-large.txt")) {
            try (InputStream in = Objects.requireNonNull(ConwayPolynomials.class.getResourceAsStream(name))) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(l -> !l.startsWith("#"))
                        .toList()) {
                    long[] numbers = Arrays.stream(line.split(" "))
                            .mapToLong(Long::parseLong)
                            .toArray();
                    entries.add(
                            new Entry(numbers[0], (int) numbers[1], Arrays.copyOfRange(numbers, 2, numbers.length)));
                }
            }
        }
        return entries;
    }

    @Test
    void agreesWithTheReferenceTable() throws IOException {
        try (InputStream in = ConwayPolynomials.class.getResourceAsStream("conway.json")) {
            JsonNode table = new ObjectMapper().readTree(in);
            assertThat(table.size()).isEqualTo(43);
            for (Map.Entry<String, JsonNode> entry : table.properties()) {
                String[] key = entry.getKey().split(",");
                long[] expected = new long[entry.getValue().size()];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = entry.getValue().get(i).asLong();
                }
                assertThat(ConwayPolynomials.find(Long.parseLong(key[0]), Integer.parseInt(key[1]))
                                .orElseThrow())
                        .as(entry.getKey())
                        .containsExactly(expected);
            }
        }
    }

    @Test
    void absentEntriesAreEmpty() {
        assertThat(ConwayPolynomials.find(2, 1)).isEmpty();
        assertThat(ConwayPolynomials.find(2, 62)).isEmpty();
        assertThat(ConwayPolynomials.find(4, 2)).isEmpty();
        assertThat(ConwayPolynomials.find(2147483647, 2)).isEmpty();
        assertThat(ConwayPolynomials.find(-2, 2)).isEmpty();
        assertThat(ConwayPolynomials.find(2, 0)).isEmpty();
    }

    @Test
    void everyEntryIsFoundMonicAndInRange() throws IOException {
        List<Entry> entries = entries();
        assertThat(entries).hasSize(19126);
        for (Entry entry : entries) {
            long[] f = ConwayPolynomials.find(entry.p, entry.k).orElseThrow();
            if (!Arrays.equals(f, entry.f)
                    || f.length != entry.k + 1
                    || f[entry.k] != 1
                    || Arrays.stream(f).anyMatch(c -> c < 0 || c >= entry.p)
                    || BigInteger.valueOf(entry.p).pow(entry.k).bitLength() > 62) {
                throw new AssertionError(entry.toString());
            }
        }
    }

    @Test
    void everyFieldOfCharacteristicBelowTwoToTheSixteenIsThere() {
        int fields = 0;
        for (long p = 2; p < 65536; p++) {
            for (int k = 2; Primality.isPrime(p) && BigInteger.valueOf(p).pow(k).bitLength() <= 62; k++) {
                if (ConwayPolynomials.find(p, k).isEmpty()) {
                    throw new AssertionError(p + "^" + k);
                }
                fields++;
            }
        }
        assertThat(fields).isEqualTo(19126);
    }

    @Test
    void sampledEntriesArePrimitiveAndCompatible() throws IOException {
        List<Entry> entries = entries();
        for (int i = 0; i < entries.size(); i += entries.get(i).p < 256 ? 3 : 50) {
            assertPrimitiveAndCompatible(entries.get(i));
        }
    }

    @Test
    @Tag("long")
    void everyEntryIsPrimitiveAndCompatible() throws IOException {
        for (Entry entry : entries()) {
            assertPrimitiveAndCompatible(entry);
        }
    }

    /** The definition itself, where the candidates before the entry can be counted through. */
    @Test
    void smallEntriesAreTheLeastOnesOfTheirDefinition() throws IOException {
        for (Entry entry : entries()) {
            if (BigInteger.valueOf(entry.p).pow(entry.k).bitLength() <= 13) {
                assertLeast(entry);
            }
        }
    }

    @Test
    @Tag("long")
    void entriesOfPrimeDegreeAndSmallOnesAreTheLeastOnesOfTheirDefinition() throws IOException {
        for (Entry entry : entries()) {
            if (entry.k <= 3 || BigInteger.valueOf(entry.p).pow(entry.k).bitLength() <= 20) {
                assertLeast(entry);
            }
        }
    }

    private static void assertPrimitiveAndCompatible(Entry entry) {
        if (!isPrimitive(entry.p, entry.f) || !isCompatible(entry.p, entry.f)) {
            throw new AssertionError(entry.toString());
        }
    }

    /** x has order p^k − 1 modulo f; then all non-zero residues are powers of x, and f is irreducible. */
    private static boolean isPrimitive(long p, long[] f) {
        int k = f.length - 1;
        ResidueRing ring = new ResidueRing(p, f);
        BigInteger order = BigInteger.valueOf(p).pow(k).subtract(BigInteger.ONE);
        long[] one = ring.constant(1);
        if (!Arrays.equals(ring.power(ring.x(), order), one)) {
            return false;
        }
        for (BigInteger r :
                PowerMinusOne.factor(p, k, RunControl.unlimited()).primes().keySet()) {
            if (Arrays.equals(ring.power(ring.x(), order.divide(r)), one)) {
                return false;
            }
        }
        return true;
    }

    /** For each m dividing k, m &lt; k: x^((p^k − 1)/(p^m − 1)) is a root of the polynomial of (p, m). */
    private static boolean isCompatible(long p, long[] f) {
        int k = f.length - 1;
        ResidueRing ring = new ResidueRing(p, f);
        BigInteger order = BigInteger.valueOf(p).pow(k).subtract(BigInteger.ONE);
        for (int m : IntegerMath.divisors(k)) {
            if (m < k) {
                long[] g = m == 1
                        ? new long[] {p - leastPrimitiveRoot(p), 1}
                        : ConwayPolynomials.find(p, m).orElseThrow();
                BigInteger suborder = BigInteger.valueOf(p).pow(m).subtract(BigInteger.ONE);
                long[] norm = ring.power(ring.x(), order.divide(suborder));
                if (!Arrays.equals(ring.evaluate(g, norm), ring.constant(0))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long leastPrimitiveRoot(long p) {
        BigInteger modulus = BigInteger.valueOf(p);
        for (long g = 1; ; g++) {
            BigInteger candidate = BigInteger.valueOf(g);
            boolean primitive = true;
            for (BigInteger r :
                    PowerMinusOne.factor(p, 1, RunControl.unlimited()).primes().keySet()) {
                primitive &= !candidate
                        .modPow(BigInteger.valueOf(p - 1).divide(r), modulus)
                        .equals(BigInteger.ONE);
            }
            if (primitive) {
                return g;
            }
        }
    }

    /**
     * Counts through the words (a(k−1), .., a(1)) in order, where f = x^k − a(k−1)x^(k−1) + a(k−2)x^(k−2) − …; a(0) is the
     * least primitive root. No word before that of the entry may give a primitive compatible polynomial.
     */
    private static void assertLeast(Entry entry) {
        int k = entry.k;
        long p = entry.p;
        long[] word = new long[k];
        word[0] = leastPrimitiveRoot(p);
        while (true) {
            long[] f = new long[k + 1];
            f[k] = 1;
            for (int i = 0; i < k; i++) {
                f[i] = (k - i) % 2 == 0 ? word[i] : (p - word[i]) % p;
            }
            if (Arrays.equals(f, entry.f)) {
                return;
            }
            if (isCompatible(p, f) && isPrimitive(p, f)) {
                throw new AssertionError(entry + " is not the least: " + Arrays.toString(f));
            }
            int i = 1;
            while (i < k && word[i] == p - 1) {
                word[i++] = 0;
            }
            if (i == k) {
                throw new AssertionError(entry + " was not met");
            }
            word[i]++;
        }
    }
}
