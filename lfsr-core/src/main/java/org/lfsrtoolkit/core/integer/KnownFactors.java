package org.lfsrtoolkit.core.integer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Factors that a user knows of numbers q^n − 1, for instance from published tables.
 *
 * <p>They are believed only as far as they are checked: each must be a whole number above 1, and is used only where it
 * divides; a factor that is not prime is factored further like any other number. So a wrong entry can never make an answer
 * wrong.
 *
 * <p>File format: UTF-8 text, whole decimal numbers separated by blanks, commas or line breaks; {@code #} starts a comment
 * that ends with the line.
 *
 * <p>Cost and memory: linear in the size of the file; one gcd of the product of all entries with each number asked for.
 * Threads: immutable.
 */
public final class KnownFactors {

    private static final KnownFactors NONE = new KnownFactors(List.of());

    private final List<BigInteger> factors;

    private KnownFactors(List<BigInteger> factors) {
        this.factors = factors;
    }

    /** No factors. */
    public static KnownFactors none() {
        return NONE;
    }

    /**
     * The given factors, in any order, repetitions ignored.
     *
     * @throws IllegalArgumentException if one is below 2
     */
    public static KnownFactors of(Collection<BigInteger> factors) {
        for (BigInteger factor : factors) {
            if (factor.compareTo(BigInteger.TWO) < 0) {
                throw new IllegalArgumentException("factor = " + factor + ", expected a whole number above 1");
            }
        }
        return new KnownFactors(List.copyOf(new TreeSet<>(factors)));
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if something in it is not a number above 1; the message names file and line
     */
    public static KnownFactors load(Path file) throws IOException {
        TreeSet<BigInteger> factors = new TreeSet<>();
        int lineNumber = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            lineNumber++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).replace(',', ' ');
            for (String word : content.strip().split("\\s+")) {
                if (word.isEmpty()) {
                    continue;
                }
                if (!word.chars().allMatch(c -> c >= '0' && c <= '9') || new BigInteger(word).bitLength() < 2) {
                    throw new IllegalArgumentException(
                            file + ":" + lineNumber + ": factor = " + word + ", expected a whole number above 1");
                }
                factors.add(new BigInteger(word));
            }
        }
        return new KnownFactors(List.copyOf(factors));
    }

    /** These factors and the other ones. */
    public KnownFactors and(KnownFactors other) {
        TreeSet<BigInteger> all = new TreeSet<>(factors);
        all.addAll(other.factors);
        return new KnownFactors(List.copyOf(all));
    }

    /** The factors, ascending. */
    public List<BigInteger> factors() {
        return factors;
    }
}
