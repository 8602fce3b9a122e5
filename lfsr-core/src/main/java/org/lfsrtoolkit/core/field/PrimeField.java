package org.lfsrtoolkit.core.field;

/** GF(p), elements are residues 0..p−1: what does not depend on how products are reduced. */
abstract class PrimeField extends FiniteField {

    final long p;

    PrimeField(long p) {
        super(p, 0, 1);
        this.p = p;
    }

    @Override
    public final long add(long a, long b) {
        long sum = a + b - p;
        return sum + (p & (sum >> 63));
    }

    @Override
    public final long subtract(long a, long b) {
        long difference = a - b;
        return difference + (p & (difference >> 63));
    }

    @Override
    public final long negate(long a) {
        return a == 0 ? 0 : p - a;
    }

    /** Extended Euclidean algorithm; the cofactors stay below p in absolute value, so nothing overflows. */
    @Override
    public final long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        long r0 = p;
        long r1 = a;
        long t0 = 0;
        long t1 = 1;
        while (r1 != 0) {
            long quotient = r0 / r1;
            long r2 = r0 - quotient * r1;
            long t2 = t0 - quotient * t1;
            r0 = r1;
            r1 = r2;
            t0 = t1;
            t1 = t2;
        }
        return t0 < 0 ? t0 + p : t0;
    }

    @Override
    public final long pthRoot(long a) {
        return a;
    }
}
