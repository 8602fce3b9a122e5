package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.Nullable;

/**
 * GF(p^k), p odd, k ≥ 2, any modulus: arithmetic on the base-p digits.
 *
 * <p>Cost: a product takes k² word products for the digits and as many again for the modulus, each reduced once for as
 * many terms as fit a word; a sum takes one step for each group of digits (as many as make at most 128) or each digit.
 * Memory: up to 32 KiB for the sums of digit groups.
 */
final class OddExtensionField extends FiniteField {

    private static final int LARGEST_GROUP = 128;

    private final long p;
    private final int k;
    /** Minus the modulus without its leading 1, low to high. */
    private final long[] negatedTail;

    /** How many products of two digits can be added to a digit without passing 2^63 − 1; at least 1. */
    private final long termsPerReduction;

    private final int highestTerm;
    private final WordPrimeField prime;

    /** p^(digits in a group), at most {@link #LARGEST_GROUP}; p itself if that is larger. */
    private final long group;
    /** Sums of two groups of digits, without carries. Built when first needed; a race builds the same twice. */
    private byte @Nullable [] groupSums;

    OddExtensionField(long p, long... modulus) {
        super(p, modulus);
        this.p = p;
        this.k = modulus.length - 1;
        this.negatedTail = new long[k];
        int highest = -1;
        for (int i = 0; i < k; i++) {
            negatedTail[i] = modulus[i] == 0 ? 0 : p - modulus[i];
            if (modulus[i] != 0) {
                highest = i;
            }
        }
        this.prime = new WordPrimeField(p);
        this.highestTerm = highest;
        this.termsPerReduction = (Long.MAX_VALUE - p) / ((p - 1) * (p - 1));
        long size = p;
        while (size * p <= LARGEST_GROUP) {
            size *= p;
        }
        this.group = size;
    }

    private byte[] groupSums() {
        byte[] present = groupSums;
        if (present == null) {
            int n = (int) group;
            present = new byte[n << 7];
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    int sum = 0;
                    int weight = 1;
                    for (int x = a, y = b; x + y > 0; x /= (int) p, y /= (int) p) {
                        sum += (int) ((x % p + y % p) % p) * weight;
                        weight *= (int) p;
                    }
                    present[a << 7 | b] = (byte) sum;
                }
            }
            groupSums = present;
        }
        return present;
    }

    @Override
    public long add(long a, long b) {
        final long base = group;
        long sum = 0;
        long weight = 1;
        if (base > LARGEST_GROUP) {
            while ((a | b) != 0) {
                long x = a / base;
                long y = b / base;
                long digit = a - x * base + b - y * base - p;
                sum += (digit + (p & (digit >> 63))) * weight;
                weight *= base;
                a = x;
                b = y;
            }
            return sum;
        }
        final byte[] sums = groupSums();
        while ((a | b) != 0) {
            long x = a / base;
            long y = b / base;
            sum += sums[(int) (a - x * base) << 7 | (int) (b - y * base)] * weight;
            weight *= base;
            a = x;
            b = y;
        }
        return sum;
    }

    @Override
    public long subtract(long a, long b) {
        return add(a, negate(b));
    }

    /** Each digit other than 0 becomes p minus itself. */
    @Override
    public long negate(long a) {
        long result = 0;
        long weight = 1;
        for (long rest = a; rest != 0; rest /= p) {
            long digit = rest % p;
            result += (digit == 0 ? 0 : p - digit) * weight;
            weight *= p;
        }
        return result;
    }

    @Override
    public long multiply(long a, long b) {
        if (a < p) {
            return b < p ? a * b % p : multiplyByDigit(b, a);
        }
        if (b < p) {
            return multiplyByDigit(a, b);
        }
        long[] product = new long[2 * k - 1];
        accumulate(product, digits(a), digits(b));
        return reduceDigits(product, 0, product.length);
    }

    private long multiplyByDigit(long a, long digit) {
        long result = 0;
        long weight = 1;
        for (long rest = a; rest != 0; rest /= p) {
            result += rest % p * digit % p * weight;
            weight *= p;
        }
        return result;
    }

    /** product[i + j] += x[i]·y[j], reduced. */
    private void accumulate(long[] product, long[] x, long[] y) {
        long terms = 0;
        for (int i = 0; i < k; i++) {
            if (x[i] == 0) {
                continue;
            }
            if (++terms > termsPerReduction) {
                reduceEach(product, product.length);
                terms = 1;
            }
            for (int j = 0; j < k; j++) {
                product[i + j] += x[i] * y[j];
            }
        }
        reduceEach(product, product.length);
    }

    private void reduceEach(long[] digits, int count) {
        for (int i = 0; i < count; i++) {
            digits[i] %= p;
        }
    }

    @Override
    public long reduceDigits(long[] digits, int from, int count) {
        long[] rest = java.util.Arrays.copyOfRange(digits, from, from + Math.max(count, k));
        if (count < k) {
            java.util.Arrays.fill(rest, count, k, 0);
        }
        long terms = 0;
        reduceEach(rest, rest.length);
        for (int i = count - 1; i >= k; i--) {
            long top = rest[i] % p;
            if (top == 0) {
                continue;
            }
            if (++terms > termsPerReduction) {
                reduceEach(rest, i);
                terms = 1;
            }
            for (int j = 0; j <= highestTerm; j++) {
                rest[i - k + j] += top * negatedTail[j];
            }
        }
        long code = 0;
        for (int i = k - 1; i >= 0; i--) {
            code = code * p + rest[i] % p;
        }
        return code;
    }

    /** Extended Euclidean algorithm for the element and the modulus: O(k²) word products, at most k inverses mod p. */
    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        // invariant: s0·a = r0 and s1·a = r1 modulo the modulus, degree of r0 above that of r1
        long[] r0 = modulus();
        long[] r1 = digits(a);
        long[] s0 = new long[k + 1];
        long[] s1 = new long[k + 1];
        s1[0] = 1;
        int n0 = k;
        int n1 = degree(r1, k - 1);
        while (n1 > 0) {
            long inverse = prime.inverse(r1[n1]);
            for (int shift = n0 - n1; shift >= 0; shift--) {
                long factor = prime.negate(prime.multiply(r0[n1 + shift], inverse));
                prime.addScaled(r0, shift, r1, 0, n1 + 1, factor);
                prime.addScaled(s0, shift, s1, 0, k + 1 - shift, factor);
            }
            long[] swap = r0;
            r0 = r1;
            r1 = swap;
            swap = s0;
            s0 = s1;
            s1 = swap;
            n0 = n1;
            n1 = degree(r1, n1 - 1);
        }
        if (n1 < 0) {
            throw new ArithmeticException(a + " has no inverse in " + this + ": the modulus is reducible");
        }
        prime.scale(s1, 0, k, prime.inverse(r1[0]));
        return fromDigits(java.util.Arrays.copyOf(s1, k));
    }

    private static int degree(long[] digits, int atMost) {
        int degree = atMost;
        while (degree >= 0 && digits[degree] == 0) {
            degree--;
        }
        return degree;
    }
}
