package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Collects the relations y² = Π primes (mod n) of the quadratic sieve; two with the same large prime make one.
 *
 * <p>Threads: {@link #addAll} is synchronized and called with batches.
 */
final class SieveRelations {

    /**
     * y² = (−1)^… Π primes · largePrime (mod n).
     *
     * @param factors positions, repeated by multiplicity: 0 for −1, i + 1 for prime number i of the factor base
     * @param largePrime 1 if there is none
     */
    record Relation(BigInteger y, int[] factors, long largePrime) {}

    private final SieveFactorBase base;
    private final int wantedSurplus;
    private final List<Relation> full = new ArrayList<>();
    private final Map<Long, Relation> partial = new HashMap<>();
    private final Set<BigInteger> seen = new HashSet<>();
    private int wanted;
    private volatile boolean enough;

    SieveRelations(SieveFactorBase base) {
        this.base = base;
        wantedSurplus = 16;
        wanted = base.size() + 1 + wantedSurplus;
    }

    /** Whether there are more relations than unknowns. */
    boolean isEnough() {
        return enough;
    }

    int wanted() {
        return wanted;
    }

    synchronized int found() {
        return full.size();
    }

    /** Asks for more relations after all dependencies turned out trivial. */
    synchronized void wantMore() {
        wanted = full.size() + Math.max(wantedSurplus, base.size() / 20);
        enough = false;
    }

    synchronized void addAll(List<Relation> relations) {
        for (Relation relation : relations) {
            if (!seen.add(relation.y.min(base.n.subtract(relation.y)))) {
                continue;
            }
            if (relation.largePrime == 1) {
                full.add(relation);
                continue;
            }
            Relation other = partial.putIfAbsent(relation.largePrime, relation);
            if (other != null) {
                full.add(combine(relation, other));
            }
        }
        if (full.size() >= wanted) {
            enough = true;
        }
    }

    /** The product of two relations, divided by their common large prime. */
    private Relation combine(Relation a, Relation b) {
        int[] factors = Arrays.copyOf(a.factors, a.factors.length + b.factors.length);
        System.arraycopy(b.factors, 0, factors, a.factors.length, b.factors.length);
        BigInteger inverse = BigInteger.valueOf(a.largePrime).modInverse(base.n);
        BigInteger y = a.y.multiply(b.y).mod(base.n).multiply(inverse).mod(base.n);
        return new Relation(y, factors, 1);
    }

    /** A factor of n from the dependencies among the relations, or null if all are trivial. */
    synchronized @Nullable BigInteger solve(RunControl control) {
        int rows = base.size() + 1;
        Gf2NullSpace matrix = new Gf2NullSpace(rows, full.size());
        for (int column = 0; column < full.size(); column++) {
            for (int factor : full.get(column).factors) {
                matrix.flip(factor, column);
            }
        }
        for (int[] dependency : matrix.solve(control)) {
            BigInteger y = BigInteger.ONE;
            int[] exponents = new int[rows];
            for (int column : dependency) {
                Relation relation = full.get(column);
                y = y.multiply(relation.y).mod(base.n);
                for (int factor : relation.factors) {
                    exponents[factor]++;
                }
            }
            BigInteger x = rootOfProduct(exponents);
            BigInteger factor = x.subtract(y).gcd(base.n);
            if (!factor.equals(BigInteger.ONE) && !factor.equals(base.n)) {
                return factor;
            }
        }
        return null;
    }

    /** Π p^(e/2) modulo n over the primes of the base, for exponents by position of a factor. */
    private BigInteger rootOfProduct(int[] exponents) {
        BigInteger product = BigInteger.ONE;
        long pending = 1;
        for (int i = 1; i < exponents.length; i++) {
            int p = base.primes[i - 1];
            for (int e = exponents[i] / 2; e > 0; e--) {
                pending *= p;
                if (pending > Integer.MAX_VALUE) {
                    product = product.multiply(BigInteger.valueOf(pending)).mod(base.n);
                    pending = 1;
                }
            }
        }
        return product.multiply(BigInteger.valueOf(pending)).mod(base.n);
    }
}
