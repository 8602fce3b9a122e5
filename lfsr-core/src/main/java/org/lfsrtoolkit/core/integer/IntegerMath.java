package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * Small number theory: roots, divisors, Euler's φ, Möbius' μ, Jacobi symbols, values of cyclotomic polynomials.
 *
 * <p>Threads: safe. Cost of the functions of an {@code int} or {@code long} n that need its divisors: trial division up
 * to √n, so they are meant for n &lt; 2^40. Memory: O(log n) bits and the divisors listed.
 */
public final class IntegerMath {

    private IntegerMath() {}

    /** The greatest common divisor, ≥ 0; gcd(0, 0) = 0. */
    public static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long r = x % y;
            x = y;
            y = r;
        }
        return x;
    }

    /** ⌊n^(1/e)⌋ for n ≥ 0, e ≥ 1. */
    public static long floorRoot(long n, int e) {
        if (n < 0 || e < 1) {
            throw new IllegalArgumentException("n = " + n + ", e = " + e + ", expected n at least 0 and e at least 1");
        }
        if (e == 1 || n < 2) {
            return n;
        }
        long root = Math.max(1, Math.round(Math.pow(n, 1.0 / e)));
        while (comparePower(root, e, n) > 0) {
            root--;
        }
        while (comparePower(root + 1, e, n) <= 0) {
            root++;
        }
        return root;
    }

    /** Whether base^e = n, without overflow; base ≥ 1, e ≥ 1. */
    public static boolean powerEquals(long base, int e, long n) {
        return comparePower(base, e, n) == 0;
    }

    /** Sign of base^e − n, for base ≥ 1, n ≥ 0. */
    private static int comparePower(long base, int e, long n) {
        long power = 1;
        for (int i = 0; i < e; i++) {
            if (Math.multiplyHigh(power, base) != 0 || power * base < 0) {
                return 1;
            }
            power *= base;
            if (power > n) {
                return 1;
            }
        }
        return Long.compare(power, n);
    }

    /** ⌊n^(1/e)⌋ for n ≥ 0, e ≥ 1, by Newton's iteration from above. */
    public static BigInteger floorRoot(BigInteger n, int e) {
        if (n.signum() < 0 || e < 1) {
            throw new IllegalArgumentException("n = " + n + ", e = " + e + ", expected n at least 0 and e at least 1");
        }
        if (e == 1 || n.bitLength() <= 1) {
            return n;
        }
        if (e == 2) {
            return n.sqrt();
        }
        BigInteger exponent = BigInteger.valueOf(e);
        BigInteger x = BigInteger.ONE.shiftLeft((n.bitLength() + e - 1) / e);
        while (true) {
            BigInteger power = x.pow(e - 1);
            BigInteger next =
                    x.multiply(BigInteger.valueOf(e - 1L)).add(n.divide(power)).divide(exponent);
            if (next.compareTo(x) >= 0) {
                return x;
            }
            x = next;
        }
    }

    /** ⌊log_b n⌋ for b ≥ 2, n ≥ 1. */
    public static int floorLog(BigInteger n, long b) {
        if (n.signum() <= 0 || b < 2) {
            throw new IllegalArgumentException("n = " + n + ", b = " + b + ", expected n at least 1 and b at least 2");
        }
        BigInteger base = BigInteger.valueOf(b);
        int e = (int) Math.max(0, (n.bitLength() - 1) / (Math.log(b) / Math.log(2)) - 1);
        BigInteger power = base.pow(e);
        while (power.compareTo(n) > 0) {
            power = power.divide(base);
            e--;
        }
        while (power.multiply(base).compareTo(n) <= 0) {
            power = power.multiply(base);
            e++;
        }
        return e;
    }

    /** ⌈log_b n⌉ for b ≥ 2, n ≥ 1: the least e with b^e ≥ n. */
    public static int ceilLog(BigInteger n, long b) {
        int e = floorLog(n, b);
        return BigInteger.valueOf(b).pow(e).equals(n) ? e : e + 1;
    }

    /** The divisors of n ≥ 1, ascending. */
    public static int[] divisors(int n) {
        requirePositive(n);
        int count = 0;
        int[] small = new int[2 * (int) Math.sqrt(n) + 2];
        for (int d = 1; (long) d * d <= n; d++) {
            if (n % d == 0) {
                small[count++] = d;
            }
        }
        boolean square = small[count - 1] * small[count - 1] == n;
        int[] all = new int[2 * count - (square ? 1 : 0)];
        for (int i = 0; i < count; i++) {
            all[i] = small[i];
            all[all.length - 1 - i] = n / small[i];
        }
        return all;
    }

    /** The distinct primes of n ≥ 1, ascending. */
    public static int[] primeDivisors(int n) {
        requirePositive(n);
        int[] primes = new int[9];
        int count = 0;
        int rest = n;
        for (int p = 2; (long) p * p <= rest; p += p == 2 ? 1 : 2) {
            if (rest % p == 0) {
                primes[count++] = p;
                while (rest % p == 0) {
                    rest /= p;
                }
            }
        }
        if (rest > 1) {
            primes[count++] = rest;
        }
        return java.util.Arrays.copyOf(primes, count);
    }

    /** Euler's φ: how many of 1..n are prime to n; n ≥ 1. */
    public static int eulerPhi(int n) {
        int phi = n;
        for (int p : primeDivisors(n)) {
            phi -= phi / p;
        }
        return phi;
    }

    /** Möbius' μ: 0 if a square &gt; 1 divides n, else (−1)^(number of primes); n ≥ 1. */
    public static int moebius(int n) {
        int mu = 1;
        int rest = n;
        for (int p : primeDivisors(n)) {
            rest /= p;
            if (rest % p == 0) {
                return 0;
            }
            mu = -mu;
        }
        return mu;
    }

    /** The Jacobi symbol (a/n), n odd and positive. */
    public static int jacobi(BigInteger a, BigInteger n) {
        if (n.signum() <= 0 || !n.testBit(0)) {
            throw new IllegalArgumentException("n = " + n + ", expected an odd positive number");
        }
        BigInteger x = a.mod(n);
        BigInteger m = n;
        int sign = 1;
        while (m.bitLength() > 63) {
            if (x.signum() == 0) {
                return 0;
            }
            int twos = x.getLowestSetBit();
            x = x.shiftRight(twos);
            int low = m.intValue() & 7;
            if ((twos & 1) != 0 && (low == 3 || low == 5)) {
                sign = -sign;
            }
            if ((x.intValue() & 3) == 3 && (low & 3) == 3) {
                sign = -sign;
            }
            BigInteger next = m.mod(x);
            m = x;
            x = next;
        }
        return sign * jacobi(x.longValueExact(), m.longValueExact());
    }

    /** The Jacobi symbol (a/n), n odd and positive. */
    public static int jacobi(long a, long n) {
        if (n <= 0 || (n & 1) == 0) {
            throw new IllegalArgumentException("n = " + n + ", expected an odd positive number");
        }
        long x = Math.floorMod(a, n);
        long m = n;
        int sign = 1;
        while (x != 0) {
            int twos = Long.numberOfTrailingZeros(x);
            x >>= twos;
            int low = (int) m & 7;
            if ((twos & 1) != 0 && (low == 3 || low == 5)) {
                sign = -sign;
            }
            if (((int) x & 3) == 3 && (low & 3) == 3) {
                sign = -sign;
            }
            long next = m % x;
            m = x;
            x = next;
        }
        return m == 1 ? sign : 0;
    }

    /**
     * Φ_n(b), the n-th cyclotomic polynomial at an integer: Π (b^d − 1)^μ(n/d) over the divisors d of n.
     *
     * <p>Example: Φ_6(2) = 4 − 2 + 1 = 3. Cost: one division of products of O(n log b) bits.
     *
     * @param n at least 1
     * @param b at least 2
     */
    public static BigInteger cyclotomicValue(int n, BigInteger b) {
        if (b.compareTo(BigInteger.TWO) < 0) {
            throw new IllegalArgumentException("b = " + b + ", expected at least 2");
        }
        BigInteger numerator = BigInteger.ONE;
        BigInteger denominator = BigInteger.ONE;
        for (int d : divisors(n)) {
            int mu = moebius(n / d);
            if (mu != 0) {
                BigInteger factor = b.pow(d).subtract(BigInteger.ONE);
                if (mu > 0) {
                    numerator = numerator.multiply(factor);
                } else {
                    denominator = denominator.multiply(factor);
                }
            }
        }
        return numerator.divide(denominator);
    }

    /** {@link #cyclotomicValue(int, BigInteger)} for a {@code long} base. */
    public static BigInteger cyclotomicValue(int n, long b) {
        return cyclotomicValue(n, BigInteger.valueOf(b));
    }

    private static void requirePositive(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
    }
}
