package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * How many polynomials of a degree there are of each kind over GF(q). All counts are of monic polynomials, and exact.
 *
 * <p>Here q is any integer ≥ 2 where only necklaces are counted, and a prime power (<em>not checked</em>) where polynomials
 * are. Source: [LidlNiederreiter1997, th. 3.25 and ch. 3.1]; published as OEIS A001037 (irreducible, q = 2), A011260
 * (primitive, q = 2), A000031 (necklaces).
 *
 * <p>Cost: one power of q for each divisor of n, and the factorization of q^n − 1 for primitive ones. Memory: O(n·log
 * q) bits.
 */
public final class PolynomialCounts {

    private PolynomialCounts() {}

    /**
     * The number of irreducible polynomials of degree n: (1/n) Σ μ(n/d) q^d over the divisors d of n. Also the number of
     * aperiodic necklaces (Lyndon words) of n beads in q colours. For n = 1 that is q: x is counted.
     *
     * @throws IllegalArgumentException if q is below 2 or n below 1
     */
    public static BigInteger irreducible(long q, int n) {
        requireSize(q, n);
        BigInteger sum = BigInteger.ZERO;
        for (int d = 1; d <= n; d++) {
            if (n % d == 0) {
                int moebius = moebius(n / d);
                if (moebius != 0) {
                    sum = sum.add(BigInteger.valueOf(q).pow(d).multiply(BigInteger.valueOf(moebius)));
                }
            }
        }
        return sum.divide(BigInteger.valueOf(n));
    }

    /**
     * The number of necklaces of n beads in q colours, (1/n) Σ φ(n/d) q^d: the number of cycles of the register with
     * characteristic polynomial x^n − 1.
     *
     * @throws IllegalArgumentException if q is below 2 or n below 1
     */
    public static BigInteger necklaces(long q, int n) {
        requireSize(q, n);
        BigInteger sum = BigInteger.ZERO;
        for (int d = 1; d <= n; d++) {
            if (n % d == 0) {
                sum = sum.add(BigInteger.valueOf(q).pow(d).multiply(BigInteger.valueOf(totient(n / d))));
            }
        }
        return sum.divide(BigInteger.valueOf(n));
    }

    /**
     * The number of primitive polynomials of degree n: φ(q^n − 1)/n; empty if q^n − 1 could not be factored completely.
     *
     * @throws IllegalArgumentException if q is below 2 or n below 1
     */
    public static Optional<BigInteger> primitive(long q, int n, RunControl control) {
        requireSize(q, n);
        return totient(PowerMinusOne.factor(q, n, control)).map(phi -> phi.divide(BigInteger.valueOf(n)));
    }

    /**
     * The number of irreducible polynomials of degree n whose order is e: φ(e)/n if n is the multiplicative order of q
     * modulo e (that is, e divides q^n − 1 and no q^m − 1 with m below n), else 0. The polynomial x is not counted.
     *
     * @param primesOfOrder the factorization of e ≥ 1
     */
    public static BigInteger irreducibleOfOrder(long q, int n, Map<BigInteger, Integer> primesOfOrder) {
        requireSize(q, n);
        BigInteger order = BigInteger.ONE;
        BigInteger phi = BigInteger.ONE;
        for (Map.Entry<BigInteger, Integer> prime : primesOfOrder.entrySet()) {
            BigInteger r = prime.getKey();
            order = order.multiply(r.pow(prime.getValue()));
            phi = phi.multiply(r.pow(prime.getValue() - 1)).multiply(r.subtract(BigInteger.ONE));
        }
        BigInteger base = BigInteger.valueOf(q);
        BigInteger one = BigInteger.ONE.mod(order);
        if (!base.modPow(BigInteger.valueOf(n), order).equals(one)) {
            return BigInteger.ZERO;
        }
        for (int r : RabinIrreducibility.primesOf(n)) {
            if (base.modPow(BigInteger.valueOf(n / r), order).equals(one)) {
                return BigInteger.ZERO;
            }
        }
        return phi.divide(BigInteger.valueOf(n));
    }

    private static Optional<BigInteger> totient(IntegerFactorization factorization) {
        if (!factorization.isComplete()) {
            return Optional.empty();
        }
        BigInteger phi = BigInteger.ONE;
        for (Map.Entry<BigInteger, Integer> prime : factorization.primes().entrySet()) {
            BigInteger r = prime.getKey();
            phi = phi.multiply(r.pow(prime.getValue() - 1)).multiply(r.subtract(BigInteger.ONE));
        }
        return Optional.of(phi);
    }

    private static void requireSize(long q, int n) {
        if (q < 2) {
            throw new IllegalArgumentException("q = " + q + ", expected at least 2");
        }
        if (n < 1) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
    }

    private static int moebius(int n) {
        int sign = 1;
        int rest = n;
        for (int r : RabinIrreducibility.primesOf(n)) {
            rest /= r;
            if (rest % r == 0) {
                return 0;
            }
            sign = -sign;
        }
        return sign;
    }

    private static long totient(int n) {
        long phi = n;
        for (int r : RabinIrreducibility.primesOf(n)) {
            phi = phi / r * (r - 1);
        }
        return phi;
    }
}
