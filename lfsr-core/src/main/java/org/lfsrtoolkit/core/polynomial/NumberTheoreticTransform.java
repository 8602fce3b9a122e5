package org.lfsrtoolkit.core.polynomial;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Fourier transforms of length 2^m modulo a prime P &lt; 2^60, P ≡ 1 mod 2^32, and cyclic convolutions by them.
 *
 * <p>Cost: m·2^(m−1) butterflies of three multiplications. Memory: a table of 2^(m+1) words a prime, kept for the longest
 * transform so far up to 2^{@value #LARGEST_KEPT} and built anew above. Threads: safe; the kept table is replaced
 * as a whole, by a longer one with the same beginning. Source: [Harvey2014].
 */
final class NumberTheoreticTransform {

    private static final int LARGEST_KEPT = 17;

    /** The primes in use, and an element of order 2^32 of each. */
    private static final NumberTheoreticTransform[] PRIMES = {
        new NumberTheoreticTransform(1152921092289986561L, 766934721172217520L),
        new NumberTheoreticTransform(1152920989210771457L, 249746581664304925L),
        new NumberTheoreticTransform(1152920933376196609L, 258783327117340409L)
    };

    /** Each prime is above 2 to this power. */
    static final double PRIME_BITS = 59.9;

    /** Number of primes at hand. */
    static final int PRIME_COUNT = 3;

    private static final int ORDER_BITS = 32;

    /*
     * For w < P we keep w' = floor(w·2^63 / P). For x < 4P < 2^62 put e = floor(x·w' / 2^63), the high word of 2x·w'.
     * Then 0 ≤ x·w/P − e < 1 + x/2^63 < 2, so x·w − e·P lies in 0..2P−1. All values between butterflies stay there.
     */
    private record Roots(long[] root, long[] quotient) {}

    private final FiniteField field;
    private final long prime;
    private final long rootOfUnity;
    /** floor(2^122 / P), between 2^62 and 2^63. */
    private final long reciprocal;
    /** At 2^i + j, j &lt; 2^i: the j-th power of the root of order 2^(i+1). A race computes the same twice. */
    private volatile Roots kept = new Roots(new long[0], new long[0]);

    private NumberTheoreticTransform(long prime, long rootOfUnity) {
        this.field = FiniteField.unchecked(prime);
        this.prime = prime;
        this.rootOfUnity = rootOfUnity;
        this.reciprocal =
                BigInteger.ONE.shiftLeft(122).divide(BigInteger.valueOf(prime)).longValueExact();
    }

    static NumberTheoreticTransform get(int index) {
        return PRIMES[index];
    }

    /** P. */
    long prime() {
        return prime;
    }

    /** GF(P). */
    FiniteField field() {
        return field;
    }

    /** floor(w·2^63 / P). */
    private long quotient(long w) {
        long q = Math.multiplyHigh(w << 3, reciprocal) << 2;
        long rest = (w << 63) - q * prime;
        while (rest >= prime) {
            rest -= prime;
            q++;
        }
        return q;
    }

    private Roots roots(int bits) {
        Roots present = kept;
        int n = 1 << bits;
        if (present.root.length >= n) {
            return present;
        }
        long[] root = new long[n];
        long[] quotient = new long[n];
        for (int i = 0; i < bits; i++) {
            int h = 1 << i;
            long w = field.power(rootOfUnity, 1L << (ORDER_BITS - i - 1));
            long power = 1;
            for (int j = 0; j < h; j++) {
                root[h + j] = power;
                quotient[h + j] = quotient(power);
                power = field.multiply(power, w);
            }
        }
        Roots built = new Roots(root, quotient);
        if (bits <= LARGEST_KEPT) {
            kept = built;
        }
        return built;
    }

    /** The product of the coefficient arrays modulo P, cyclic of length 2^bits; inputs below 2^62, outputs below P. */
    long[] convolve(long[] a, long[] b, int bits) {
        int n = 1 << bits;
        Roots roots = roots(bits);
        long[] x = reduced(a, n);
        forward(x, n, roots);
        long[] y = x;
        if (a != b) {
            y = reduced(b, n);
            forward(y, n, roots);
        }
        long scale = field.inverse(n);
        long scaleQuotient = quotient(scale);
        for (int i = 0; i < n; i++) {
            long product = field.multiply(belowPrime(x[i]), belowPrime(y[i]));
            x[i] = product * scale - Math.multiplyHigh(product << 1, scaleQuotient) * prime;
        }
        backward(x, n, roots);
        for (int i = 0; i < n; i++) {
            x[i] = belowPrime(x[i]);
        }
        // the backward pass used the roots of the forward one: result k stands at −k mod n
        for (int i = 1, j = n - 1; i < j; i++, j--) {
            long swap = x[i];
            x[i] = x[j];
            x[j] = swap;
        }
        return x;
    }

    private long belowPrime(long x) {
        long rest = x - prime;
        return rest + (prime & (rest >> 63));
    }

    private long[] reduced(long[] a, int n) {
        long[] x = new long[n];
        final long twice = 2 * prime;
        for (int i = 0; i < a.length; i++) {
            long rest = a[i] - twice;
            rest += twice & (rest >> 63);
            rest -= twice;
            x[i] = rest + (twice & (rest >> 63));
        }
        return x;
    }

    /** Natural order in, bit-reversed order out. */
    private void forward(long[] a, int n, Roots roots) {
        final long[] root = roots.root;
        final long[] quotient = roots.quotient;
        final long p = prime;
        final long twice = 2 * p;
        for (int h = n >> 1; h > 0; h >>= 1) {
            for (int start = 0; start < n; start += 2 * h) {
                for (int j = 0; j < h; j++) {
                    long u = a[start + j];
                    long v = a[start + h + j];
                    long sum = u + v - twice;
                    a[start + j] = sum + (twice & (sum >> 63));
                    long x = u - v + twice;
                    a[start + h + j] = x * root[h + j] - Math.multiplyHigh(x << 1, quotient[h + j]) * p;
                }
            }
        }
    }

    /** Bit-reversed order in, natural order out. */
    private void backward(long[] a, int n, Roots roots) {
        final long[] root = roots.root;
        final long[] quotient = roots.quotient;
        final long p = prime;
        final long twice = 2 * p;
        for (int h = 1; h < n; h <<= 1) {
            for (int start = 0; start < n; start += 2 * h) {
                for (int j = 0; j < h; j++) {
                    long u = a[start + j];
                    long y = a[start + h + j];
                    long v = y * root[h + j] - Math.multiplyHigh(y << 1, quotient[h + j]) * p;
                    long sum = u + v - twice;
                    a[start + j] = sum + (twice & (sum >> 63));
                    long difference = u - v;
                    a[start + h + j] = difference + (twice & (difference >> 63));
                }
            }
        }
    }
}
