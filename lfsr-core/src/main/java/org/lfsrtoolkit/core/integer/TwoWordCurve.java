package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Elliptic curves b·y² = x³ + a·x² + x modulo an n of up to {@value #MAX_BITS} bits, a residue being two words in local
 * variables; both stages as in {@link WordCurve}.
 *
 * <p>Not thread-safe: it owns its scratch arrays. Source: [Montgomery1985]; [Montgomery1987].
 */
final class TwoWordCurve {

    /** Longest modulus. */
    static final int MAX_BITS = 111;

    /*
     * value = low + high·2^58, 0 ≤ low < 2^58 for products, high signed. R = 2^116 ≥ 2^5·n. A factor of a product is a
     * product or a sum or difference of two, or, beside a single product, of three; so the two factors multiply to less
     * than 8n² in absolute value, and the result, (a·b + m·n)/R with m < R, lies in (−n/4, n + n/4). Low words of factors
     * lie within ±2^59.6 and can be shifted by 3: multiplyHigh(x·2^3, y·2^3) = floor(x·y/2^58). Columns stay below 2^62.
     */
    private static final int WORD_BITS = 58;
    private static final int SHIFT = (64 - WORD_BITS) / 2;
    private static final long MASK = (1L << WORD_BITS) - 1;
    private static final int BABY_COUNT = SmallEcmPlan.BABY_STEPS.length;

    private final BigInteger n;
    private final SmallEcmPlan plan;
    private final long n0;
    private final long n1;
    /** −1/n modulo 2^58. */
    private final long inverse;
    /** The last product. */
    private long p0;

    private long p1;
    /** The last point. */
    private long x0;

    private long x1;
    private long z0;
    private long z1;
    /** (a + 2)/4 of the curve. */
    private long c0;

    private long c1;
    /** Baby points and the products of their coordinates: x, z, x·z, two words each. */
    private final long[] baby = new long[6 * BABY_COUNT];

    /** @param modulus odd, up to 111 bits */
    TwoWordCurve(BigInteger modulus, SmallEcmPlan plan) {
        if (!modulus.testBit(0) || modulus.bitLength() > MAX_BITS || modulus.bitLength() < 3) {
            throw new IllegalArgumentException("modulus = " + modulus + ", expected odd, up to " + MAX_BITS + " bits");
        }
        n = modulus;
        this.plan = plan;
        n0 = modulus.longValue() & MASK;
        n1 = modulus.shiftRight(WORD_BITS).longValueExact();
        inverse = -WordCurve.inverseModuloWord(n0) & MASK;
    }

    /**
     * Both stages on the curve of Suyama's parameter.
     *
     * @param sigma 6 .. 10^4
     * @return a factor 1 &lt; f &lt; n, or null if the curve found none
     */
    @Nullable BigInteger run(int sigma) {
        int uu = sigma * sigma - 5;
        BigInteger u = BigInteger.valueOf(uu);
        BigInteger v = BigInteger.valueOf(4L * sigma);
        BigInteger common = n.gcd(u.multiply(v));
        if (!common.equals(BigInteger.ONE)) {
            return proper(common);
        }
        // a + 2 = (v − u)³(3u + v) / (4u³v), x/z = (u/v)³
        BigInteger over16v = inverseOf(64 * sigma);
        BigInteger quotient = v.subtract(u).multiply(inverseOf(uu)).mod(n);
        BigInteger quarter = quotient.multiply(quotient)
                .mod(n)
                .multiply(quotient)
                .mod(n)
                .multiply(u.multiply(BigInteger.valueOf(3)).add(v).multiply(over16v))
                .mod(n);
        BigInteger ratio = u.shiftLeft(4).multiply(over16v).mod(n);
        BigInteger start = ratio.multiply(ratio).mod(n).multiply(ratio).shiftLeft(2 * WORD_BITS);
        BigInteger one = BigInteger.ONE.shiftLeft(2 * WORD_BITS).mod(n);
        enter(quarter.shiftLeft(2 * WORD_BITS));
        c0 = p0;
        c1 = p1;
        enter(one);
        long one0 = p0;
        long one1 = p1;
        enter(start);
        firstStage(p0, p1, one0, one1);
        long last0 = z0;
        long last1 = z1;
        secondStage();
        BigInteger g = value(p0, p1).gcd(n);
        return proper(g.equals(n) ? value(last0, last1).gcd(n) : g);
    }

    private @Nullable BigInteger proper(BigInteger factor) {
        return factor.equals(BigInteger.ONE) || factor.equals(n) ? null : factor;
    }

    /** 1/d modulo n for small d prime to n: (n·t + 1)/d with t = −1/n mod d. */
    private BigInteger inverseOf(int d) {
        BigInteger divisor = BigInteger.valueOf(d);
        int t = d - ModularSquareRoot.inverse(n.mod(divisor).intValue(), d);
        return n.multiply(BigInteger.valueOf(t)).add(BigInteger.ONE).divide(divisor);
    }

    private void enter(BigInteger x) {
        BigInteger residue = x.mod(n);
        p0 = residue.longValue() & MASK;
        p1 = residue.shiftRight(WORD_BITS).longValue();
    }

    private static BigInteger value(long low, long high) {
        return BigInteger.valueOf(high).shiftLeft(WORD_BITS).add(BigInteger.valueOf(low));
    }

    private static long high(long a, long b) {
        return Math.multiplyHigh(a << SHIFT, b << SHIFT);
    }

    /** (p0, p1) = a·b. */
    private void multiply(long a0, long a1, long b0, long b1) {
        long sum = a0 * b0 & MASK;
        long m = sum * inverse & MASK;
        // sum + (m·n0 mod 2^58) is sum rounded up to a multiple of 2^58.
        long carry = (sum + MASK >> WORD_BITS) + high(a0, b0) + high(m, n0);
        long t0 = (a0 * b1 & MASK) + (m * n1 & MASK) + carry;
        long t1 = high(a0, b1) + high(m, n1);
        sum = t0 + (a1 * b0 & MASK);
        m = sum * inverse & MASK;
        carry = (sum + MASK >> WORD_BITS) + high(a1, b0) + high(m, n0);
        t0 = t1 + (a1 * b1 & MASK) + (m * n1 & MASK) + carry;
        t1 = high(a1, b1) + high(m, n1);
        p0 = t0 & MASK;
        p1 = t1 + (t0 >> WORD_BITS);
    }

    /** The last point = exponent · (s : one). */
    private void firstStage(long s0, long s1, long one0, long one1) {
        final long[] exponent = plan.exponent;
        // (ax : az) = k·P and (bx : bz) = (k + 1)·P, exchanged when the bit before was 1.
        long ax0 = s0;
        long ax1 = s1;
        long az0 = one0;
        long az1 = one1;
        twice(ax0, ax1, az0, az1);
        long bx0 = x0;
        long bx1 = x1;
        long bz0 = z0;
        long bz1 = z1;
        long before = 0;
        for (int i = plan.exponentBits - 2; i >= 0; i--) {
            long bit = exponent[i >> 6] >>> i & 1;
            long mask = -(bit ^ before);
            before = bit;
            long swap = (ax0 ^ bx0) & mask;
            ax0 ^= swap;
            bx0 ^= swap;
            swap = (ax1 ^ bx1) & mask;
            ax1 ^= swap;
            bx1 ^= swap;
            swap = (az0 ^ bz0) & mask;
            az0 ^= swap;
            bz0 ^= swap;
            swap = (az1 ^ bz1) & mask;
            az1 ^= swap;
            bz1 ^= swap;
            cross(ax0, ax1, az0, az1, bx0, bx1, bz0, bz1);
            bx0 = x0;
            bx1 = x1;
            multiply(z0, z1, s0, s1);
            bz0 = p0;
            bz1 = p1;
            twice(ax0, ax1, az0, az1);
            ax0 = x0;
            ax1 = x1;
            az0 = z0;
            az1 = z1;
        }
        if (before != 0) {
            x0 = bx0;
            x1 = bx1;
            z0 = bz0;
            z1 = bz1;
        }
    }

    /** (x, z) = ((u + v)², (u − v)²) for u = (xb − zb)(xa + za), v = (xb + zb)(xa − za). */
    private void cross(long ax0, long ax1, long az0, long az1, long bx0, long bx1, long bz0, long bz1) {
        multiply(bx0 - bz0, bx1 - bz1, ax0 + az0, ax1 + az1);
        long u0 = p0;
        long u1 = p1;
        multiply(bx0 + bz0, bx1 + bz1, ax0 - az0, ax1 - az1);
        long v0 = p0;
        long v1 = p1;
        multiply(u0 + v0, u1 + v1, u0 + v0, u1 + v1);
        x0 = p0;
        x1 = p1;
        multiply(u0 - v0, u1 - v1, u0 - v0, u1 - v1);
        z0 = p0;
        z1 = p1;
    }

    /** The last point = 2·(x : z). */
    private void twice(long ax0, long ax1, long az0, long az1) {
        long s0 = ax0 + az0;
        long s1 = ax1 + az1;
        multiply(s0, s1, s0, s1);
        long ss0 = p0;
        long ss1 = p1;
        long d0 = ax0 - az0;
        long d1 = ax1 - az1;
        multiply(d0, d1, d0, d1);
        long dd0 = p0;
        long dd1 = p1;
        multiply(ss0, ss1, dd0, dd1);
        x0 = p0;
        x1 = p1;
        long e0 = ss0 - dd0;
        long e1 = ss1 - dd1;
        multiply(c0, c1, e0, e1);
        multiply(e0, e1, dd0 + p0, dd1 + p1);
        z0 = p0;
        z1 = p1;
    }

    /** A point that is kept: x0, x1, z0, z1. */
    private long[] last() {
        return new long[] {x0, x1, z0, z1};
    }

    /** The last point = a + b, whose difference is d. */
    private void add(long[] a, long[] b, long[] d) {
        cross(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]);
        multiply(x0, x1, d[2], d[3]);
        x0 = p0;
        x1 = p1;
        multiply(z0, z1, d[0], d[1]);
        z0 = p0;
        z1 = p1;
    }

    private void twice(long[] a) {
        twice(a[0], a[1], a[2], a[3]);
    }

    /** k·a, k ≥ 1. */
    private long[] ladder(long[] a, int k) {
        if (k == 1) {
            return a;
        }
        long[] low = a;
        twice(a);
        long[] high = last();
        for (int i = 30 - Integer.numberOfLeadingZeros(k); i >= 0; i--) {
            add(low, high, a);
            long[] sum = last();
            if ((k >>> i & 1) != 0) {
                twice(high);
                high = last();
                low = sum;
            } else {
                twice(low);
                low = last();
                high = sum;
            }
        }
        return low;
    }

    /** j·a for the baby steps j: the odd multiples in turn, those prime to STEP kept. */
    private void babyPoints(long[] a) {
        twice(a);
        long[] two = last();
        long[] before = a;
        long[] now = a;
        int k = 0;
        for (int j = 1; ; j += 2) {
            if (j == SmallEcmPlan.BABY_STEPS[k]) {
                System.arraycopy(now, 0, baby, 6 * k, 4);
                multiply(now[0], now[1], now[2], now[3]);
                baby[6 * k + 4] = p0;
                baby[6 * k + 5] = p1;
                if (++k == BABY_COUNT) {
                    return;
                }
            }
            add(now, two, before);
            before = now;
            now = last();
        }
    }

    /** (p0, p1) = z times the product of x_g·z_j − x_j·z_g over the pairs of the plan, from the last point on. */
    private void secondStage() {
        long[] start = last();
        babyPoints(start);
        long[] step = ladder(start, SmallEcmPlan.STEP);
        long[] giant = ladder(step, plan.firstGiant);
        long[] next = ladder(step, plan.firstGiant + 1);
        p0 = start[2];
        p1 = start[3];
        for (byte[] pairs : plan.pairs) {
            accumulate(giant, pairs, baby);
            long product0 = p0;
            long product1 = p1;
            add(next, step, giant);
            giant = next;
            next = last();
            p0 = product0;
            p1 = product1;
        }
    }

    /** Multiplies (p0, p1) by the terms of one giant step. */
    private void accumulate(long[] giant, byte[] pairs, long[] table) {
        long product0 = p0;
        long product1 = p1;
        long gx0 = giant[0];
        long gx1 = giant[1];
        long gz0 = giant[2];
        long gz1 = giant[3];
        multiply(gx0, gx1, gz0, gz1);
        long g0 = p0;
        long g1 = p1;
        for (byte k : pairs) {
            int i = 6 * k;
            multiply(gx0 - table[i], gx1 - table[i + 1], gz0 + table[i + 2], gz1 + table[i + 3]);
            multiply(product0, product1, p0 - g0 + table[i + 4], p1 - g1 + table[i + 5]);
            product0 = p0;
            product1 = p1;
        }
        p0 = product0;
        p1 = product1;
    }
}
