package org.lfsrtoolkit.core.integer;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Collects the relations y² = Π primes (mod n) of the quadratic sieve; two with the same large prime make one.
 *
 * <p>Threads: {@link #addAll} is synchronized and called with batches.
 */
final class SieveRelations {

    /**
     * (a·x + b)² = (−1)^… Π primes · largePrime (mod n).
     *
     * @param factors positions, repeated by multiplicity: 0 for −1, i + 1 for prime number i of the factor base
     * @param largePrime 1 if there is none
     */
    record Relation(BigInteger a, BigInteger b, int x, int[] factors, long largePrime) {

        BigInteger y() {
            return a.multiply(BigInteger.valueOf(x)).add(b);
        }

        /** |y| modulo 2^64: two relations that share it are taken for the same. */
        long key() {
            BigInteger y = y();
            return y.signum() < 0 ? -y.longValue() : y.longValue();
        }
    }

    /** One column of the matrix: a relation without large prime, or two with the same. */
    private record Pair(Relation one, @Nullable Relation other) {}

    private final SieveFactorBase base;
    private final int wantedSurplus;
    private final List<Pair> full = new ArrayList<>();
    private final Long2ObjectOpenHashMap<Relation> partial = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet seen = new LongOpenHashSet();
    private int wanted;
    private volatile boolean enough;

    SieveRelations(SieveFactorBase base) {
        this.base = base;
        wantedSurplus = base.size() < 500 ? 8 : 16;
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
            if (!seen.add(relation.key())) {
                continue;
            }
            if (relation.largePrime == 1) {
                full.add(new Pair(relation, null));
                continue;
            }
            Relation other = partial.putIfAbsent(relation.largePrime, relation);
            if (other != null) {
                full.add(new Pair(relation, other));
            }
        }
        if (full.size() >= wanted) {
            enough = true;
        }
    }

    /** A factor of n from the dependencies among the relations, or null if all are trivial. */
    synchronized @Nullable BigInteger solve(RunControl control) {
        Gf2NullSpace matrix = new Gf2NullSpace(base.size() + 1, full.size());
        for (int column = 0; column < full.size(); column++) {
            Pair pair = full.get(column);
            flip(matrix, pair.one, column);
            if (pair.other != null) {
                flip(matrix, pair.other, column);
            }
        }
        for (int[] dependency : matrix.solve(control)) {
            BigInteger factor = rootDifference(dependency).gcd(base.n);
            if (!factor.equals(BigInteger.ONE) && !factor.equals(base.n)) {
                return factor;
            }
        }
        return null;
    }

    private static void flip(Gf2NullSpace matrix, Relation relation, int column) {
        for (int factor : relation.factors) {
            matrix.flip(factor, column);
        }
    }

    /** x − y for the two roots that a dependency gives of one square. */
    private BigInteger rootDifference(int[] dependency) {
        BigInteger y = BigInteger.ONE;
        BigInteger x = BigInteger.ONE;
        int[] exponents = new int[base.size() + 1];
        for (int column : dependency) {
            Pair pair = full.get(column);
            y = y.multiply(pair.one.y()).mod(base.n);
            count(pair.one, exponents);
            if (pair.other != null) {
                y = y.multiply(pair.other.y()).mod(base.n);
                count(pair.other, exponents);
                x = x.multiply(BigInteger.valueOf(pair.one.largePrime)).mod(base.n);
            }
        }
        return x.multiply(rootOfProduct(exponents)).subtract(y);
    }

    private static void count(Relation relation, int[] exponents) {
        for (int factor : relation.factors) {
            exponents[factor]++;
        }
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
