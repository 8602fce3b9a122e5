package org.lfsrtoolkit.examples;

import java.math.BigInteger;

/**
 * GF(p^k) for {@link CertificateChecker}: plain arithmetic on digit codes, written apart from the library so that the two
 * cannot share a mistake.
 */
final class CheckerField {

    private final long p;
    private final int k;
    /** Low to high, without the leading 1. */
    private final long[] tail;

    /** @param modulus monic, low to high; of degree 1 for GF(p) */
    CheckerField(long p, long... modulus) {
        this.p = p;
        this.k = modulus.length - 1;
        this.tail = java.util.Arrays.copyOf(modulus, k);
    }

    long characteristic() {
        return p;
    }

    BigInteger cardinality() {
        return BigInteger.valueOf(p).pow(k);
    }

    boolean contains(long a) {
        return a >= 0 && BigInteger.valueOf(a).compareTo(cardinality()) < 0;
    }

    long add(long a, long b) {
        if (k == 1) {
            return Math.floorMod(a - p + b, p);
        }
        long sum = 0;
        long weight = 1;
        long x = a;
        long y = b;
        for (int i = 0; i < k; i++) {
            sum += weight * ((x % p + y % p) % p);
            x /= p;
            y /= p;
            weight *= p;
        }
        return sum;
    }

    long negate(long a) {
        if (k == 1) {
            return a == 0 ? 0 : p - a;
        }
        long[] digits = digits(a);
        for (int i = 0; i < k; i++) {
            digits[i] = (p - digits[i]) % p;
        }
        return code(digits);
    }

    long multiply(long a, long b) {
        if (k == 1) {
            return multiplyModulo(a, b);
        }
        long[] x = digits(a);
        long[] y = digits(b);
        long[] product = new long[2 * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; x[i] != 0 && j < k; j++) {
                product[i + j] = (product[i + j] + multiplyModulo(x[i], y[j])) % p;
            }
        }
        for (int i = 2 * k - 1; i >= k; i--) {
            long top = product[i];
            for (int j = 0; top != 0 && j < k; j++) {
                long change = multiplyModulo(top, tail[j]);
                product[i - k + j] = Math.floorMod(product[i - k + j] - change, p);
            }
        }
        return code(product);
    }

    long inverse(long a) {
        // a^(q − 2), bit by bit.
        BigInteger exponent = cardinality().subtract(BigInteger.TWO);
        long result = 1;
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            result = multiply(result, result);
            if (exponent.testBit(i)) {
                result = multiply(result, a);
            }
        }
        return result;
    }

    private long multiplyModulo(long a, long b) {
        if (p < 1L << 31) {
            return a * b % p;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .mod(BigInteger.valueOf(p))
                .longValue();
    }

    private long[] digits(long a) {
        long[] digits = new long[k];
        long rest = a;
        for (int i = 0; i < k; i++) {
            digits[i] = rest % p;
            rest /= p;
        }
        return digits;
    }

    private long code(long... digits) {
        long code = 0;
        for (int i = k - 1; i >= 0; i--) {
            code = code * p + digits[i];
        }
        return code;
    }
}
