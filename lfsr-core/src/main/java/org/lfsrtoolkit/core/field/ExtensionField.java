package org.lfsrtoolkit.core.field;

/** GF(p^k), k ≥ 2, with schoolbook arithmetic on the digits; right for every p and k, fast for none. */
final class ExtensionField extends FiniteField {

    private final long p;
    private final int k;
    private final long[] modulus;
    private final PrimeField base;

    ExtensionField(long p, long... modulus) {
        super(p, modulus);
        this.p = p;
        this.k = modulus.length - 1;
        this.modulus = modulus.clone();
        this.base = new PrimeField(p);
    }

    @Override
    public long add(long a, long b) {
        if (p == 2) {
            return a ^ b;
        }
        long[] sum = digits(a);
        long[] other = digits(b);
        for (int i = 0; i < k; i++) {
            sum[i] = base.add(sum[i], other[i]);
        }
        return fromDigits(sum);
    }

    @Override
    public long subtract(long a, long b) {
        return add(a, negate(b));
    }

    @Override
    public long negate(long a) {
        if (p == 2) {
            return a;
        }
        long[] digits = digits(a);
        for (int i = 0; i < k; i++) {
            digits[i] = base.negate(digits[i]);
        }
        return fromDigits(digits);
    }

    @Override
    public long multiply(long a, long b) {
        long[] x = digits(a);
        long[] y = digits(b);
        long[] product = new long[2 * k - 1];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                product[i + j] = base.add(product[i + j], base.multiply(x[i], y[j]));
            }
        }
        for (int i = 2 * k - 2; i >= k; i--) {
            long top = product[i];
            if (top != 0) {
                for (int j = 0; j < k; j++) {
                    product[i - k + j] = base.subtract(product[i - k + j], base.multiply(top, modulus[j]));
                }
            }
        }
        return fromDigits(java.util.Arrays.copyOf(product, k));
    }

    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        return power(a, cardinality() - 2);
    }
}
