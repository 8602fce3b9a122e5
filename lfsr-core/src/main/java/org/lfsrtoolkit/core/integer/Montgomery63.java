package org.lfsrtoolkit.core.integer;

/**
 * Arithmetic modulo an odd n, 3 ≤ n &lt; 2^63, on residues in Montgomery form (x·2^64 mod n).
 *
 * <p>Cost: three multiplications of words for a product. Memory: none. Threads: immutable. Source: [Montgomery1985].
 */
public final class Montgomery63 {

    /*
     * n·inverse = 1 mod 2^64. For T = a·b < n·2^63 and m = (T mod 2^64)·inverse mod 2^64, T and m·n agree in their low
     * words, so (T − m·n)/2^64 is the difference of their high words; it lies in (−n, n) and fits a signed long.
     */
    private final long n;
    private final long inverse;
    private final long one;
    private final long square;

    /** @param modulus odd, 3 ≤ modulus */
    public Montgomery63(long modulus) {
        if (modulus < 3 || (modulus & 1) == 0) {
            throw new IllegalArgumentException("modulus = " + modulus + ", expected an odd number from 3 to 2^63 - 1");
        }
        n = modulus;
        long x = modulus;
        for (int i = 0; i < 5; i++) {
            x *= 2 - modulus * x;
        }
        inverse = x;
        one = Long.remainderUnsigned(-modulus, modulus);
        long r = one;
        for (int i = 0; i < 64; i++) {
            r = add(r, r);
        }
        square = r;
    }

    /** n. */
    public long modulus() {
        return n;
    }

    /** The Montgomery form of 1. */
    public long one() {
        return one;
    }

    /** The Montgomery form of a residue 0 ≤ x &lt; n. */
    public long enter(long x) {
        return multiply(x, square);
    }

    /** The residue whose Montgomery form is x. */
    public long leave(long x) {
        return multiply(x, 1);
    }

    /** The Montgomery form of the product. */
    public long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long m = a * b * inverse;
        long r = high - (Math.multiplyHigh(m, n) + (m >> 63 & n));
        return r + (r >> 63 & n);
    }

    /** a + b. */
    public long add(long a, long b) {
        long r = a + b - n;
        return r + (r >> 63 & n);
    }

    /** a − b. */
    public long subtract(long a, long b) {
        long r = a - b;
        return r + (r >> 63 & n);
    }

    /** a^e, e ≥ 0 read as unsigned. */
    public long power(long a, long e) {
        long result = one;
        for (int i = 63 - Long.numberOfLeadingZeros(e); i >= 0; i--) {
            result = multiply(result, result);
            if ((e >>> i & 1) != 0) {
                result = multiply(result, a);
            }
        }
        return result;
    }
}
