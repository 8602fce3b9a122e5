package org.lfsrtoolkit.core.polynomial;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Products over GF(p) through the integer product, computed modulo one, two or three primes near 2^60 by
 * {@link NumberTheoreticTransform} and put together by the Chinese remainder theorem.
 *
 * <p>Cost: three transforms of length 2^⌈log2(na + nb)⌉ for each prime, of which p^2·min(na, nb) &lt; 2^60 needs one and
 * every p &lt; 2^62 at most three. Memory: three arrays of that length for each prime. Threads: pure functions. Source:
 * [GathenGerhard2013, ch. 8].
 */
final class TransformMultiplication {

    private TransformMultiplication() {}

    static long[] multiply(FiniteField field, long[] a, long[] b) {
        int n = a.length + b.length - 1;
        int bits = 32 - Integer.numberOfLeadingZeros(n - 1);
        BigInteger largest = BigInteger.valueOf(field.characteristic() - 1)
                .pow(2)
                .multiply(BigInteger.valueOf(Math.min(a.length, b.length)));
        int primes = 0;
        BigInteger range = BigInteger.ONE;
        while (range.compareTo(largest) <= 0) {
            if (primes == NumberTheoreticTransform.PRIME_COUNT) {
                throw new IllegalArgumentException("coefficients up to " + largest + ", expected less than " + range);
            }
            range = range.multiply(
                    BigInteger.valueOf(NumberTheoreticTransform.get(primes).prime()));
            primes++;
        }
        long[][] residues = new long[primes][];
        for (int i = 0; i < primes; i++) {
            residues[i] = NumberTheoreticTransform.get(i).convolve(a, b, bits);
        }
        return combine(field, residues, n);
    }

    /** Garner's mixed radix digits r + P1·t + P1·P2·u, taken modulo p. */
    private static long[] combine(FiniteField field, long[][] residues, int n) {
        long[] product = new long[n];
        long p1 = NumberTheoreticTransform.get(0).prime();
        FiniteField second = NumberTheoreticTransform.get(1).field();
        long inverse1 = second.inverse(p1 - second.characteristic());
        long radix1 = field.fromInteger(p1);
        FiniteField third = NumberTheoreticTransform.get(2).field();
        long p2 = second.characteristic();
        long p3 = third.characteristic();
        long inverse12 = third.inverse(third.multiply(p1 - p3, p2 - p3));
        long radix12 = field.multiply(radix1, field.fromInteger(p2));
        for (int i = 0; i < n; i++) {
            long r = residues[0][i];
            long value = field.fromInteger(r);
            if (residues.length > 1) {
                long rModP2 = r >= p2 ? r - p2 : r;
                long t = second.multiply(second.subtract(residues[1][i], rModP2), inverse1);
                value = field.add(value, field.multiply(radix1, field.fromInteger(t)));
                if (residues.length > 2) {
                    long below = third.add(r >= p3 ? r - p3 : r, third.multiply(p1 - p3, t >= p3 ? t - p3 : t));
                    long u = third.multiply(third.subtract(residues[2][i], below), inverse12);
                    value = field.add(value, field.multiply(radix12, field.fromInteger(u)));
                }
            }
            product[i] = value;
        }
        return product;
    }
}
