package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Multiplication over GF(p^k), p odd, by one product over GF(p): x becomes a^(2k−1), so that the products of
 * coefficients, polynomials in a of degree up to 2k − 2, lie side by side (Kronecker's substitution).
 *
 * <p>Cost: that of a product over GF(p) of length (2k − 1)·n, and a reduction for each coefficient. Memory: 4 such
 * operands. Threads: immutable.
 */
final class ExtensionMultiplication extends DenseMultiplication {

    private final PrimeMultiplication prime;
    private final int k;
    private final long p;
    /** Whether single products are look-ups. */
    private final boolean hasTables;
    /** Shorter operands are multiplied coefficient by coefficient. */
    private final int shortest;

    ExtensionMultiplication(FiniteField field) {
        super(field);
        this.p = field.characteristic();
        this.hasTables = field.cardinality() <= 1 << 16;
        this.shortest = hasTables ? 24 : 4;
        this.k = field.extensionDegree();
        this.prime = new PrimeMultiplication(FiniteField.unchecked(p));
    }

    @Override
    long[] multiply(long[] a, long[] b) {
        int count = a.length + b.length - 1;
        if (Math.min(a.length, b.length) < shortest) {
            long[] product = new long[count];
            SchoolbookMultiplication.multiply(field, product, 0, a, 0, a.length, b, 0, b.length);
            return product;
        }
        long[] x = spread(a);
        long[] digits = prime.multiply(x, a == b ? x : spread(b));
        int slot = 2 * k - 1;
        long[] product = new long[count];
        for (int i = 0; i < count; i++) {
            int from = i * slot;
            product[i] = field.reduceDigits(digits, from, Math.min(slot, digits.length - from));
        }
        return product;
    }

    /** The digits of each coefficient, 2k − 1 places apart, without zeros at the top. */
    private long[] spread(long[] a) {
        int slot = 2 * k - 1;
        int top = k - 1;
        long[] lastDigits = field.digits(a[a.length - 1]);
        while (lastDigits[top] == 0) {
            top--;
        }
        long[] digits = new long[Math.addExact(Math.multiplyExact(a.length - 1, slot), top + 1)];
        for (int i = 0; i < a.length; i++) {
            int at = i * slot;
            for (long rest = a[i]; rest != 0; ) {
                long next = rest / p;
                digits[at++] = rest - next * p;
                rest = next;
            }
        }
        return digits;
    }

    @Override
    int newtonThreshold() {
        return hasTables ? 200 : 24;
    }
}
