package org.lfsrtoolkit.core.field;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The finite field GF(q), q = p^k &lt; 2^62, as a context object whose elements are {@code long} codes.
 *
 * <p>The code of an element is the integer 0..q−1 whose base-p digits, least significant first, are the coefficients of
 * its polynomial in the generator {@code a}, a root of the field's modulus. For k = 1 the code is the residue itself.
 * Code 0 is zero and code 1 is one in every field; p is the code of {@code a} when k &gt; 1.
 *
 * <p>Element arguments must be codes in 0..q−1; the arithmetic methods assert this and do not check it (use
 * {@link #requireElement}). The array methods exist so that a kernel is chosen once, outside the loop.
 *
 * <p>Two fields are equal when they have the same characteristic, degree and modulus. Cost of an operation: O(1) for
 * primes, GF(2^k) and fields with tables (up to 2^16 elements); O(k²) digit operations for other GF(p^k); an inverse or
 * a power O(log q) products. Memory: at most a few tables of q entries where q ≤ 2^16, else O(k). Threads: immutable.
 */
public abstract class FiniteField {

    private final long characteristic;
    private final int extensionDegree;
    private final long cardinality;
    private final long[] modulus;

    /**
     * @param characteristic p, a prime; not checked here
     * @param modulus coefficients of the modulus, low to high, monic of degree k ≥ 1; for k = 1 the polynomial x
     */
    FiniteField(long characteristic, long... modulus) {
        this.characteristic = characteristic;
        this.extensionDegree = modulus.length - 1;
        this.modulus = modulus.clone();
        BigInteger q = BigInteger.valueOf(characteristic).pow(extensionDegree);
        if (q.bitLength() > 62) {
            throw new IllegalArgumentException("q = " + q + ", expected a prime power below 2^62");
        }
        this.cardinality = q.longValueExact();
    }

    /**
     * The field with the given characteristic and modulus.
     *
     * @param characteristic a prime below 2^62; <em>not checked</em> to be prime
     * @param modulus null or length 2 for GF(p); else k + 1 coefficients, low to high, of a monic polynomial of degree
     *     k, <em>not checked</em> to be irreducible. The front door {@code org.lfsrtoolkit.core.FiniteFields} checks
     *     both.
     */
    public static FiniteField unchecked(long characteristic, long... modulus) {
        if (modulus == null || modulus.length <= 2) {
            return characteristic == 2
                    ? new BinaryField()
                    : characteristic < 1L << 31
                            ? new WordPrimeField(characteristic)
                            : new LongPrimeField(characteristic);
        }
        int k = modulus.length - 1;
        if (characteristic == 2) {
            return k <= 16 ? new BinaryTableField(modulus) : new BinaryExtensionField(modulus);
        }
        double q = Math.pow(characteristic, k);
        if (q <= 256) {
            return new SmallTableField(characteristic, modulus);
        }
        return q <= 65536 ? new ZechField(characteristic, modulus) : new OddExtensionField(characteristic, modulus);
    }

    /** p. */
    public final long characteristic() {
        return characteristic;
    }

    /** k, where q = p^k. */
    public final int extensionDegree() {
        return extensionDegree;
    }

    /** q, the number of elements. */
    public final long cardinality() {
        return cardinality;
    }

    /** Coefficients of the modulus, low to high, leading 1 included (length k + 1); {0, 1} for k = 1. */
    public final long[] modulus() {
        return modulus.clone();
    }

    /** Whether q = 2. */
    public final boolean isBinary() {
        return cardinality == 2;
    }

    /** Whether k = 1. */
    public final boolean isPrime() {
        return extensionDegree == 1;
    }

    /** a + b. */
    public abstract long add(long a, long b);

    /** a − b. */
    public abstract long subtract(long a, long b);

    /** −a. */
    public abstract long negate(long a);

    /** a·b. */
    public abstract long multiply(long a, long b);

    /**
     * 1/a.
     *
     * @throws ArithmeticException if a is 0
     */
    public abstract long inverse(long a);

    /**
     * a/b.
     *
     * @throws ArithmeticException if b is 0
     */
    public long divide(long a, long b) {
        return multiply(a, inverse(b));
    }

    /** a^e for e ≥ 0, with 0^0 = 1. */
    public long power(long a, long exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("exponent = " + exponent + ", expected at least 0");
        }
        long result = 1;
        long square = a;
        for (long e = exponent; e != 0; e >>>= 1) {
            if ((e & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /** a^e; a negative e needs a ≠ 0. */
    public long power(long a, BigInteger exponent) {
        if (a == 0) {
            return power(a, exponent.signum() == 0 ? 0 : exponent.signum() > 0 ? 1 : -1);
        }
        return power(a, exponent.mod(BigInteger.valueOf(cardinality - 1)).longValueExact());
    }

    /** The p-th root of a, which every element has exactly once: a^(p^(k−1)). */
    public long pthRoot(long a) {
        long root = a;
        for (int i = 1; i < extensionDegree; i++) {
            root = power(root, characteristic);
        }
        return root;
    }

    /** n·1, for any integer n. */
    public long fromInteger(long n) {
        return Math.floorMod(n, characteristic);
    }

    /** The coefficients of an element in the powers of the generator a, low to high; length k. */
    public final long[] digits(long element) {
        long[] digits = new long[extensionDegree];
        long rest = element;
        for (int i = 0; i < extensionDegree; i++) {
            digits[i] = rest % characteristic;
            rest /= characteristic;
        }
        return digits;
    }

    /** The inverse of {@link #digits}; each digit in 0..p−1, at most k of them. */
    public final long fromDigits(long... digits) {
        long code = 0;
        for (int i = digits.length - 1; i >= 0; i--) {
            code = code * characteristic + digits[i];
        }
        return code;
    }

    /**
     * The element Σ digits[from + i]·a^i, for i &lt; count: a polynomial in the generator of any length, reduced by the
     * modulus.
     *
     * @param digits each in 0..2^63−1; taken modulo p
     */
    public long reduceDigits(long[] digits, int from, int count) {
        // Horner's rule, k digits at a time: each such group is a code, and the groups are multiplied by powers of a^k
        final int k = extensionDegree;
        if (k == 1) {
            return count == 0 ? 0 : digits[from] % characteristic;
        }
        final long shift = count > k ? power(characteristic, k) : 0;
        long sum = 0;
        for (int start = (count - 1) / k * k; start >= 0; start -= k) {
            long code = 0;
            for (int i = Math.min(count, start + k) - 1; i >= start; i--) {
                code = code * characteristic + digits[from + i] % characteristic;
            }
            sum = sum == 0 ? code : add(multiply(sum, shift), code);
        }
        return sum;
    }

    /**
     * The element of a field of characteristic 2 whose polynomial in the generator has these bits, reduced by the
     * modulus.
     *
     * @param high coefficients of a^64 and up; the degree is at most 2k − 2
     * @param low coefficients of a^0 to a^63
     */
    public long reduceBits(long high, long low) {
        long[] digits = new long[128];
        for (int i = 0; i < 64; i++) {
            digits[i] = low >>> i & 1;
            digits[64 + i] = high >>> i & 1;
        }
        return reduceDigits(digits, 0, digits.length);
    }

    /** Whether the code stands for an element: 0 ≤ code &lt; q. */
    public final boolean contains(long code) {
        return 0 <= code && code < cardinality;
    }

    /**
     * Returns its argument if that is an element.
     *
     * @param name what to call it in the message
     * @throws IllegalArgumentException if code is outside 0..q−1
     */
    public final long requireElement(long code, String name) {
        if (!contains(code)) {
            throw new IllegalArgumentException(name + " = " + code + ", expected 0.." + (cardinality - 1));
        }
        return code;
    }

    /** target[targetFrom + i] += factor · source[sourceFrom + i] for 0 ≤ i &lt; count. The ranges must not overlap. */
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            target[targetFrom + i] = add(target[targetFrom + i], multiply(factor, source[sourceFrom + i]));
        }
    }

    /** Σ a[aFrom + i] · b[bFrom + i] for 0 ≤ i &lt; count. */
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = add(sum, multiply(a[aFrom + i], b[bFrom + i]));
        }
        return sum;
    }

    /** target[from + i] *= factor for 0 ≤ i &lt; count. */
    public void scale(long[] target, int from, int count, long factor) {
        for (int i = from; i < from + count; i++) {
            target[i] = multiply(target[i], factor);
        }
    }

    /** "p" or "p^k": the field name used in files. */
    public final String name() {
        return extensionDegree == 1 ? Long.toString(characteristic) : characteristic + "^" + extensionDegree;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof FiniteField field
                && field.characteristic == characteristic
                && Arrays.equals(field.modulus, modulus);
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(characteristic) * 31 + Arrays.hashCode(modulus);
    }

    /** For instance "GF(2^8)". */
    @Override
    public final String toString() {
        return "GF(" + name() + ")";
    }
}
