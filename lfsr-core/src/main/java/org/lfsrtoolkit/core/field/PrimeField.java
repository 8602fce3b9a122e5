package org.lfsrtoolkit.core.field;

import java.math.BigInteger;

/** GF(p) for a prime p &lt; 2^62; elements are residues. */
final class PrimeField extends FiniteField {

    private final long p;

    PrimeField(long p) {
        super(p, 0, 1);
        this.p = p;
    }

    @Override
    public long add(long a, long b) {
        long sum = a + b;
        return sum >= p ? sum - p : sum;
    }

    @Override
    public long subtract(long a, long b) {
        long difference = a - b;
        return difference < 0 ? difference + p : difference;
    }

    @Override
    public long negate(long a) {
        return a == 0 ? 0 : p - a;
    }

    @Override
    public long multiply(long a, long b) {
        if ((a | b) >>> 31 == 0) {
            return a * b % p;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .mod(BigInteger.valueOf(p))
                .longValue();
    }

    @Override
    public long inverse(long a) {
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
}
