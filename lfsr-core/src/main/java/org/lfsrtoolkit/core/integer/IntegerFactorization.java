package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * What is known about the factors of a number ≥ 1: primes with their exponents, and composite cofactors that resisted.
 *
 * <p>value = Π p^e · Π c over the unresolved cofactors c. The cofactors are composite, and prime to every listed prime;
 * two different ones are prime to each other. Primes from 2^64 up are <em>probable</em> until {@link #prove} has
 * proved them.
 *
 * <p>Example: 2^11 − 1 has primes {23: 1, 89: 1} and no unresolved cofactor.
 *
 * <p>Threads: immutable.
 */
public final class IntegerFactorization {

    private static final IntegerFactorization ONE =
            new IntegerFactorization(new TreeMap<>(), List.of(), new TreeSet<>());
    private static final int MAX_DIVISORS = 1 << 22;

    private final BigInteger value;
    private final NavigableMap<BigInteger, Integer> primes;
    private final List<BigInteger> unresolved;
    private final NavigableSet<BigInteger> proved;

    private IntegerFactorization(
            NavigableMap<BigInteger, Integer> primes, List<BigInteger> unresolved, NavigableSet<BigInteger> proved) {
        this.primes = Collections.unmodifiableNavigableMap(primes);
        this.unresolved = List.copyOf(unresolved);
        this.proved = Collections.unmodifiableNavigableSet(proved);
        List<BigInteger> parts = new ArrayList<>(unresolved);
        for (Map.Entry<BigInteger, Integer> entry : primes.entrySet()) {
            int e = entry.getValue();
            parts.add(e == 1 ? entry.getKey() : entry.getKey().pow(e));
        }
        this.value = product(parts);
    }

    private static BigInteger product(List<BigInteger> factors) {
        if (factors.size() <= 1) {
            return factors.isEmpty() ? BigInteger.ONE : factors.get(0);
        }
        int half = factors.size() / 2;
        return product(factors.subList(0, half)).multiply(product(factors.subList(half, factors.size())));
    }

    /** The factorization of 1. */
    public static IntegerFactorization one() {
        return ONE;
    }

    /**
     * The complete factorization with the given primes and exponents.
     *
     * @throws IllegalArgumentException if a key is not prime or an exponent is below 1
     */
    public static IntegerFactorization of(Map<BigInteger, Integer> primes) {
        primes.forEach((p, e) -> {
            if (!Primality.isPrime(p)) {
                throw new IllegalArgumentException("factor = " + p + ", expected a prime");
            }
            if (e < 1) {
                throw new IllegalArgumentException("exponent = " + e + " of " + p + ", expected at least 1");
            }
        });
        return new IntegerFactorization(new TreeMap<>(primes), List.of(), new TreeSet<>());
    }

    /**
     * The factorization of the product of the given numbers, each ≥ 1, as far as primality tests, perfect powers and
     * greatest common divisors tell: numbers that are neither prime nor split by another one end in
     * {@link #unresolved()}.
     */
    public static IntegerFactorization ofFactors(Collection<BigInteger> factors) {
        return refine(new TreeMap<>(), factors, new TreeSet<>());
    }

    /** Complete factorization from primes that the caller has tested; repeated by multiplicity. */
    static IntegerFactorization ofTestedPrimes(Collection<BigInteger> primes) {
        TreeMap<BigInteger, Integer> map = new TreeMap<>();
        addAll(map, primes, 1);
        return new IntegerFactorization(map, List.of(), new TreeSet<>());
    }

    // No lambda on the path of a table look-up: the first one in a process costs tens of milliseconds.

    private static void addAll(Map<BigInteger, Integer> map, Collection<BigInteger> primes, int exponent) {
        for (BigInteger p : primes) {
            Integer before = map.get(p);
            map.put(p, before == null ? exponent : before + exponent);
        }
    }

    /** This factorization with the given primes, from 2^64 up, marked as proved. */
    IntegerFactorization withProved(Collection<BigInteger> provedPrimes) {
        TreeSet<BigInteger> all = new TreeSet<>(proved);
        provedPrimes.stream().filter(primes::containsKey).forEach(all::add);
        return new IntegerFactorization(new TreeMap<>(primes), unresolved, all);
    }

    /**
     * This factorization with its {@link #probablePrimes} proved, as far as {@link PrimalityProof} can within the budget.
     *
     * @throws java.util.concurrent.CancellationException if the caller cancelled
     */
    public IntegerFactorization prove(RunControl control) {
        List<BigInteger> provedNow = new ArrayList<>();
        for (BigInteger p : probablePrimes()) {
            if (PrimalityProof.find(p, control).isPresent()) {
                provedNow.add(p);
            }
        }
        return provedNow.isEmpty() ? this : withProved(provedNow);
    }

    /** The factored number. */
    public BigInteger value() {
        return value;
    }

    /** The known primes with their exponents, ascending; unmodifiable. */
    public NavigableMap<BigInteger, Integer> primes() {
        return primes;
    }

    /** Composite cofactors without known factors, ascending, repeated by multiplicity; empty if complete. */
    public List<BigInteger> unresolved() {
        return unresolved;
    }

    /** Whether every factor is known, that is, {@link #unresolved()} is empty. */
    public boolean isComplete() {
        return unresolved.isEmpty();
    }

    /** Whether every listed prime is proved; false if one of them is only a probable prime. */
    public boolean isProven() {
        return probablePrimes().isEmpty();
    }

    /** The listed primes that are not proved, ascending. */
    public List<BigInteger> probablePrimes() {
        return primes.tailMap(Primality.PROVED_BELOW, true).keySet().stream()
                .filter(p -> !proved.contains(p) && !Primality.isDecidedWithProof(p))
                .toList();
    }

    /**
     * The factorization of the product. Cofactors that a prime or cofactor of the other side divides are split.
     */
    public IntegerFactorization times(IntegerFactorization other) {
        if (other.value.equals(BigInteger.ONE)) {
            return this;
        }
        if (value.equals(BigInteger.ONE)) {
            return other;
        }
        TreeMap<BigInteger, Integer> map = new TreeMap<>(primes);
        for (Map.Entry<BigInteger, Integer> entry : other.primes.entrySet()) {
            addAll(map, List.of(entry.getKey()), entry.getValue());
        }
        TreeSet<BigInteger> allProved = new TreeSet<>(proved);
        allProved.addAll(other.proved);
        if (isComplete() && other.isComplete()) {
            return new IntegerFactorization(map, List.of(), allProved);
        }
        List<BigInteger> cofactors = new ArrayList<>(unresolved);
        cofactors.addAll(other.unresolved);
        return refine(map, cofactors, allProved);
    }

    /** The factorization of value^e, e ≥ 0. */
    public IntegerFactorization power(int e) {
        if (e < 0) {
            throw new IllegalArgumentException("e = " + e + ", expected at least 0");
        }
        if (e == 0) {
            return ONE;
        }
        TreeMap<BigInteger, Integer> map = new TreeMap<>();
        primes.forEach((p, multiplicity) -> map.put(p, Math.multiplyExact(multiplicity, e)));
        List<BigInteger> cofactors = new ArrayList<>();
        unresolved.forEach(c -> cofactors.addAll(Collections.nCopies(e, c)));
        return new IntegerFactorization(map, cofactors, new TreeSet<>(proved));
    }

    /** Puts the parts together: primes counted, cofactors split against the primes and against each other. */
    private static IntegerFactorization refine(
            TreeMap<BigInteger, Integer> primes, Collection<BigInteger> parts, TreeSet<BigInteger> proved) {
        List<BigInteger> settled = new ArrayList<>();
        Deque<BigInteger> open = new ArrayDeque<>(parts);
        while (!open.isEmpty()) {
            BigInteger part = open.pop();
            if (part.signum() <= 0) {
                throw new IllegalArgumentException("factor = " + part + ", expected at least 1");
            }
            part = divideOut(part, primes);
            if (part.equals(BigInteger.ONE)) {
                continue;
            }
            if (Primality.isPrime(part)) {
                primes.merge(part, 1, Integer::sum);
                // The new prime may divide cofactors that were settled before.
                open.addAll(settled);
                settled.clear();
                continue;
            }
            BigInteger root = PerfectPowers.primitiveRoot(part);
            if (!root.equals(part)) {
                for (BigInteger rest = part; !rest.equals(BigInteger.ONE); rest = rest.divide(root)) {
                    open.push(root);
                }
                continue;
            }
            boolean split = false;
            for (int i = 0; i < settled.size() && !split; i++) {
                BigInteger other = settled.get(i);
                BigInteger common = part.gcd(other);
                if (!common.equals(BigInteger.ONE) && !part.equals(other)) {
                    settled.remove(i);
                    open.push(common);
                    open.push(common);
                    open.push(part.divide(common));
                    open.push(other.divide(common));
                    split = true;
                }
            }
            if (!split) {
                settled.add(part);
            }
        }
        Collections.sort(settled);
        return new IntegerFactorization(primes, settled, proved);
    }

    private static BigInteger divideOut(BigInteger part, TreeMap<BigInteger, Integer> primes) {
        BigInteger rest = part;
        for (Map.Entry<BigInteger, Integer> entry : primes.entrySet()) {
            BigInteger p = entry.getKey();
            if (p.compareTo(rest) > 0) {
                break;
            }
            BigInteger[] division = rest.divideAndRemainder(p);
            while (division[1].signum() == 0) {
                rest = division[0];
                entry.setValue(entry.getValue() + 1);
                division = rest.divideAndRemainder(p);
            }
        }
        return rest;
    }

    /**
     * How many divisors the number has.
     *
     * @throws IllegalStateException if the factorization is not complete
     */
    public BigInteger divisorCount() {
        requireComplete();
        return primes.values().stream()
                .map(e -> BigInteger.valueOf(e + 1L))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /**
     * All divisors, ascending.
     *
     * @throws IllegalStateException if the factorization is not complete
     * @throws LimitExceededException if there are more than 2^22
     */
    public List<BigInteger> divisors() {
        BigInteger count = divisorCount();
        if (count.compareTo(BigInteger.valueOf(MAX_DIVISORS)) > 0) {
            throw new LimitExceededException(
                    LimitExceededException.Limit.SIZE,
                    "divisors = " + count + ", expected at most " + MAX_DIVISORS + " for a list");
        }
        List<BigInteger> divisors = new ArrayList<>(count.intValueExact());
        divisors.add(BigInteger.ONE);
        primes.forEach((p, e) -> {
            int before = divisors.size();
            BigInteger power = BigInteger.ONE;
            for (int i = 1; i <= e; i++) {
                power = power.multiply(p);
                for (int j = 0; j < before; j++) {
                    divisors.add(divisors.get(j).multiply(power));
                }
            }
        });
        Collections.sort(divisors);
        return divisors;
    }

    private void requireComplete() {
        if (!isComplete()) {
            throw new IllegalStateException(
                    "unresolved = " + unresolved + ", expected a complete factorization to know the divisors");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntegerFactorization that
                && primes.equals(that.primes)
                && unresolved.equals(that.unresolved);
    }

    @Override
    public int hashCode() {
        return 31 * primes.hashCode() + unresolved.hashCode();
    }

    /** For instance {@code 2^3 · 5 · [1000036000099]}, composite cofactors in brackets; {@code 1} for 1. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        primes.forEach((p, e) -> parts.add(e == 1 ? p.toString() : p + "^" + e));
        unresolved.forEach(c -> parts.add("[" + c + "]"));
        return parts.isEmpty() ? "1" : String.join(" · ", parts);
    }
}
