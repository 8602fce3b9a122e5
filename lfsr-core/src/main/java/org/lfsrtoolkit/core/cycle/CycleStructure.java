package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cycle structure (cycle type): the multiset {length : count} of the cycles of a map, lengths in clocks, counts exact.
 *
 * <p>Transient states do not appear; the cycle of the zero state does. Cost and memory: O(number of distinct lengths)
 * numbers; {@link #combine} takes every pair of lengths. Threads: immutable.
 */
public final class CycleStructure {

    private final NavigableMap<BigInteger, BigInteger> counts;

    private CycleStructure(NavigableMap<BigInteger, BigInteger> counts) {
        this.counts = Collections.unmodifiableNavigableMap(counts);
    }

    /**
     * The structure with these counts; zero counts are dropped.
     *
     * @throws IllegalArgumentException if a length is below 1 or a count below 0
     */
    public static CycleStructure of(Map<BigInteger, BigInteger> counts) {
        TreeMap<BigInteger, BigInteger> kept = new TreeMap<>();
        counts.forEach((length, count) -> {
            if (length.signum() <= 0 || count.signum() < 0) {
                throw new IllegalArgumentException(
                        count + " cycles of length " + length + ", expected length at least 1 and count at least 0");
            }
            if (count.signum() > 0) {
                kept.put(length, count);
            }
        });
        return new CycleStructure(kept);
    }

    /** One cycle of length 1: the structure of a map on one state, neutral for {@link #combine}. */
    public static CycleStructure singleFixedPoint() {
        return of(Map.of(BigInteger.ONE, BigInteger.ONE));
    }

    /** {length : count}, ascending by length; unmodifiable. */
    public SortedMap<BigInteger, BigInteger> counts() {
        return counts;
    }

    /** The number of cycles of one length. */
    public BigInteger count(BigInteger length) {
        return counts.getOrDefault(length, BigInteger.ZERO);
    }

    /** The number of distinct lengths. */
    public int distinctLengths() {
        return counts.size();
    }

    /** Σ count. */
    public BigInteger cycles() {
        return counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Σ length · count, the number of periodic states. */
    public BigInteger states() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().multiply(entry.getValue()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The least common multiple of the lengths; 1 if there is none. */
    public BigInteger order() {
        return counts.keySet().stream()
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    }

    /**
     * The structure of the product map on pairs of states: n cycles of length a with m of length b give n·m·gcd(a, b) of
     * length lcm(a, b).
     */
    public CycleStructure combine(CycleStructure other) {
        TreeMap<BigInteger, BigInteger> product = new TreeMap<>();
        counts.forEach((a, n) -> other.counts.forEach((b, m) -> {
            BigInteger gcd = a.gcd(b);
            product.merge(a.divide(gcd).multiply(b), n.multiply(m).multiply(gcd), BigInteger::add);
        }));
        return new CycleStructure(product);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CycleStructure structure && structure.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** For instance "{1:1, 15:1}". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        counts.forEach((length, count) -> text.append(text.length() > 1 ? ", " : "")
                .append(length)
                .append(':')
                .append(count));
        return text.append('}').toString();
    }
}
