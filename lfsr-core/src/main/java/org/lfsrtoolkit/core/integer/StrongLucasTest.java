package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * The strong Lucas test with Selfridge's parameters: P = 1, Q = (1 − D)/4, D the first of 5, −7, 9, −11, … with Jacobi
 * symbol (D/n) = −1.
 *
 * <p>With n + 1 = d·2^s, d odd, a prime n divides U_d or one of V_d, V_2d, …, V_(d·2^(s−1)). Cost: about six products modulo
 * n for each bit. Memory: a few residues. Threads: safe. Source: [BaillieWagstaff1980].
 */
final class StrongLucasTest {

    private final MontgomeryLimbs mod;
    private final long[] one;
    private final long[] half;
    private final long[] d;
    private final long[] q;
    private final long[] u;
    private final long[] v;
    /** Q^k for the present k. */
    private final long[] power;

    private final long[] scratch;

    private StrongLucasTest(BigInteger n, long discriminant) {
        mod = new MontgomeryLimbs(n);
        one = mod.enter(1);
        half = mod.enter(n.add(BigInteger.ONE).shiftRight(1));
        d = mod.enter(discriminant);
        q = mod.enter((1 - discriminant) / 4);
        u = one.clone();
        v = one.clone();
        power = q.clone();
        scratch = mod.newElement();
    }

    /** Whether odd n &gt; 2 passes. Squares have no such D and are refused first. */
    static boolean passes(BigInteger n) {
        BigInteger root = n.sqrt();
        if (root.multiply(root).equals(n)) {
            return false;
        }
        long d = 5;
        while (true) {
            // D = 1 mod 4, so that (D/n) = (n/|D|).
            long size = Math.abs(d);
            int symbol = IntegerMath.jacobi(n.mod(BigInteger.valueOf(size)).longValue(), size);
            if (symbol == -1) {
                break;
            }
            if (symbol == 0 && n.compareTo(BigInteger.valueOf(size)) > 0) {
                return false;
            }
            d = d > 0 ? -(d + 2) : -d + 2;
        }
        return n.bitLength() <= MontgomeryLimbs.MAX_BITS ? new StrongLucasTest(n, d).run() : passesPlain(n, d);
    }

    private boolean run() {
        BigInteger next = mod.modulus().add(BigInteger.ONE);
        int twos = next.getLowestSetBit();
        BigInteger odd = next.shiftRight(twos);
        for (int i = odd.bitLength() - 2; i >= 0; i--) {
            mod.multiply(u, v, u);
            twiceIndexOfV();
            if (odd.testBit(i)) {
                // U and V at k + 1: (P·U + V)/2 and (D·U + P·V)/2, P = 1.
                mod.add(u, v, scratch);
                mod.multiply(d, u, u);
                mod.add(u, v, v);
                mod.multiply(scratch, half, u);
                mod.multiply(v, half, v);
                mod.multiply(power, q, power);
            }
        }
        boolean passed = isZero(u) || isZero(v);
        for (int i = 1; i < twos && !passed; i++) {
            twiceIndexOfV();
            passed = isZero(v);
        }
        return passed;
    }

    /** V and Q^k from index k to 2k: V² − 2·Q^k. */
    private void twiceIndexOfV() {
        mod.square(v, v);
        mod.subtract(v, power, v);
        mod.multiply(v, one, v);
        mod.subtract(v, power, v);
        mod.multiply(v, one, v);
        mod.square(power, power);
    }

    private boolean isZero(long[] x) {
        return mod.leave(x).signum() == 0;
    }

    /** The same on numbers as they are, for those too long for our limbs. */
    static boolean passesPlain(BigInteger n, long d) {
        BigInteger bigD = BigInteger.valueOf(d);
        BigInteger bigQ = BigInteger.valueOf((1 - d) / 4);
        BigInteger next = n.add(BigInteger.ONE);
        int twos = next.getLowestSetBit();
        BigInteger odd = next.shiftRight(twos);
        // U_k, V_k and Q^k modulo n, k running through the leading bits of the odd part of n + 1.
        BigInteger u = BigInteger.ONE;
        BigInteger v = BigInteger.ONE;
        BigInteger power = bigQ.mod(n);
        for (int i = odd.bitLength() - 2; i >= 0; i--) {
            u = u.multiply(v).mod(n);
            v = v.multiply(v).subtract(power.shiftLeft(1)).mod(n);
            power = power.multiply(power).mod(n);
            if (odd.testBit(i)) {
                BigInteger nextU = half(u.add(v), n);
                v = half(u.multiply(bigD).add(v), n);
                u = nextU;
                power = power.multiply(bigQ).mod(n);
            }
        }
        if (u.signum() == 0 || v.signum() == 0) {
            return true;
        }
        for (int i = 1; i < twos; i++) {
            v = v.multiply(v).subtract(power.shiftLeft(1)).mod(n);
            if (v.signum() == 0) {
                return true;
            }
            power = power.multiply(power).mod(n);
        }
        return false;
    }

    private static BigInteger half(BigInteger x, BigInteger n) {
        BigInteger r = x.mod(n);
        return (r.testBit(0) ? r.add(n) : r).shiftRight(1);
    }
}
