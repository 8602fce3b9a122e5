package org.lfsrtoolkit.core.integer;

/**
 * Elliptic curves b·y² = x³ + a·x² + x modulo an n of one word, both stages of the method, points (x : z) in local
 * variables.
 *
 * <p>The first stage is Montgomery's ladder with a start (x : 1), ten multiplications a bit; the second takes giant steps of
 * {@link SmallEcmPlan#STEP}. Curves are Suyama's, so that 12 divides the order of the group; the inverses that they need
 * are those of small numbers, which costs no long division.
 *
 * <p>Not thread-safe: it owns its scratch arrays. Source: [Montgomery1987].
 */
final class WordCurve {

    private static final int BABY_COUNT = SmallEcmPlan.BABY_STEPS.length;

    private final Montgomery63 mod;
    private final long n;
    private final SmallEcmPlan plan;
    private final long[] babyX = new long[BABY_COUNT];
    private final long[] babyZ = new long[BABY_COUNT];
    private final long[] babyProduct = new long[BABY_COUNT];
    /** Result of the last ladder or addition. */
    private long rx;

    private long rz;
    /** (a + 2)/4 of the curve. */
    private long a24;

    WordCurve(Montgomery63 mod, SmallEcmPlan plan) {
        this.mod = mod;
        n = mod.modulus();
        this.plan = plan;
    }

    /**
     * Both stages on the curve of Suyama's parameter.
     *
     * @param sigma 6 .. 10^4, prime to n
     * @return a factor 1 &lt; f &lt; n, or 1 if the curve found none
     */
    long run(int sigma) {
        int uu = sigma * sigma - 5;
        int vv = 4 * sigma;
        long common = IntegerMath.gcd(n % uu, uu);
        if (common != 1) {
            return common == n ? 1 : common;
        }
        long u = mod.enter(uu % n);
        long v = mod.enter(vv % n);
        long uInverse = inverseOf(uu);
        long vInverse = inverseOf(vv);
        // a + 2 = (v − u)³(3u + v) / (4u³v), x/z = (u/v)³
        long difference = mod.subtract(v, u);
        long quotient = mod.multiply(difference, uInverse);
        long cube = mod.multiply(mod.multiply(quotient, quotient), quotient);
        long sum = mod.add(mod.add(mod.add(u, u), u), v);
        a24 = mod.multiply(mod.multiply(cube, sum), vInverse);
        for (int i = 0; i < 4; i++) {
            a24 = half(a24);
        }
        long ratio = mod.multiply(u, vInverse);
        long x0 = mod.multiply(mod.multiply(ratio, ratio), ratio);
        firstStage(x0);
        long z = rz;
        long product = secondStage(rx, rz);
        long g = IntegerMath.gcd(product, n);
        if (g == n) {
            g = IntegerMath.gcd(z, n);
        }
        return g == n ? 1 : g;
    }

    /** 1/d in Montgomery form, for small d ≥ 1 prime to n: (n·t + 1)/d with t = −1/n mod d, an exact division. */
    private long inverseOf(int d) {
        int twos = Integer.numberOfTrailingZeros(d);
        int odd = d >> twos;
        long result = 1;
        if (odd > 1) {
            long t = odd - ModularSquareRoot.inverse((int) (n % odd), odd);
            result = (n * t + 1) * inverseModuloWord(odd);
        }
        result = mod.enter(result);
        for (int i = 0; i < twos; i++) {
            result = half(result);
        }
        return result;
    }

    /** 1/d modulo 2^64, d odd. */
    static long inverseModuloWord(long d) {
        long x = d;
        for (int i = 0; i < 5; i++) {
            x *= 2 - d * x;
        }
        return x;
    }

    private long half(long x) {
        return (x >>> 1) + ((x & 1) == 0 ? 0 : (n >>> 1) + 1);
    }

    /** (rx : rz) = exponent · (x0 : 1). */
    private void firstStage(long x0) {
        final Montgomery63 m = mod;
        final long[] exponent = plan.exponent;
        final long a24 = this.a24;
        // (x1 : z1) = k·P and (x2 : z2) = (k + 1)·P, exchanged when the bit before was 1.
        long x1 = x0;
        long z1 = m.one();
        long a = m.add(x0, z1);
        long b = m.subtract(x0, z1);
        long aa = m.multiply(a, a);
        long bb = m.multiply(b, b);
        long e = m.subtract(aa, bb);
        long x2 = m.multiply(aa, bb);
        long z2 = m.multiply(e, m.add(bb, m.multiply(a24, e)));
        long before = 0;
        for (int i = plan.exponentBits - 2; i >= 0; i--) {
            long bit = exponent[i >> 6] >>> i & 1;
            long mask = -(bit ^ before);
            before = bit;
            long dx = (x1 ^ x2) & mask;
            long dz = (z1 ^ z2) & mask;
            x1 ^= dx;
            x2 ^= dx;
            z1 ^= dz;
            z2 ^= dz;
            a = m.add(x1, z1);
            b = m.subtract(x1, z1);
            long da = m.multiply(m.subtract(x2, z2), a);
            long cb = m.multiply(m.add(x2, z2), b);
            aa = m.multiply(a, a);
            bb = m.multiply(b, b);
            e = m.subtract(aa, bb);
            long plus = m.add(da, cb);
            long minus = m.subtract(da, cb);
            x2 = m.multiply(plus, plus);
            z2 = m.multiply(m.multiply(minus, minus), x0);
            x1 = m.multiply(aa, bb);
            z1 = m.multiply(e, m.add(bb, m.multiply(a24, e)));
        }
        rx = before == 0 ? x1 : x2;
        rz = before == 0 ? z1 : z2;
    }

    /** (rx : rz) = (x1 : z1) + (x2 : z2) for points whose difference is (x : z). */
    private void add(long x1, long z1, long x2, long z2, long x, long z) {
        long da = mod.multiply(mod.subtract(x2, z2), mod.add(x1, z1));
        long cb = mod.multiply(mod.add(x2, z2), mod.subtract(x1, z1));
        long plus = mod.add(da, cb);
        long minus = mod.subtract(da, cb);
        rx = mod.multiply(mod.multiply(plus, plus), z);
        rz = mod.multiply(mod.multiply(minus, minus), x);
    }

    /** (rx : rz) = 2·(x : z). */
    private void twice(long x, long z) {
        long a = mod.add(x, z);
        long b = mod.subtract(x, z);
        long aa = mod.multiply(a, a);
        long bb = mod.multiply(b, b);
        long e = mod.subtract(aa, bb);
        rx = mod.multiply(aa, bb);
        rz = mod.multiply(e, mod.add(bb, mod.multiply(a24, e)));
    }

    /** (rx : rz) = k·(x : z), k ≥ 1. */
    private void ladder(long x, long z, int k) {
        if (k == 1) {
            rx = x;
            rz = z;
            return;
        }
        long x1 = x;
        long z1 = z;
        twice(x, z);
        long x2 = rx;
        long z2 = rz;
        for (int i = 30 - Integer.numberOfLeadingZeros(k); i >= 0; i--) {
            add(x2, z2, x1, z1, x, z);
            if ((k >>> i & 1) != 0) {
                x1 = rx;
                z1 = rz;
                twice(x2, z2);
                x2 = rx;
                z2 = rz;
            } else {
                long sx = rx;
                long sz = rz;
                twice(x1, z1);
                x1 = rx;
                z1 = rz;
                x2 = sx;
                z2 = sz;
            }
        }
        rx = x1;
        rz = z1;
    }

    /** j·(x : z) for the baby steps j: the odd multiples in turn, those prime to STEP kept. */
    private void babyPoints(long x, long z) {
        twice(x, z);
        final long tx = rx;
        final long tz = rz;
        long px = x;
        long pz = z;
        long qx = x;
        long qz = z;
        int k = 0;
        for (int j = 1; ; j += 2) {
            if (j == SmallEcmPlan.BABY_STEPS[k]) {
                babyX[k] = qx;
                babyZ[k] = qz;
                babyProduct[k] = mod.multiply(qx, qz);
                if (++k == BABY_COUNT) {
                    return;
                }
            }
            add(qx, qz, tx, tz, px, pz);
            px = qx;
            pz = qz;
            qx = rx;
            qz = rz;
        }
    }

    /** z times the product of x_g·z_j − x_j·z_g over the pairs of the plan. */
    private long secondStage(long x, long z) {
        final Montgomery63 m = mod;
        babyPoints(x, z);
        ladder(x, z, SmallEcmPlan.STEP);
        final long stepX = rx;
        final long stepZ = rz;
        ladder(stepX, stepZ, plan.firstGiant);
        long gx = rx;
        long gz = rz;
        ladder(stepX, stepZ, plan.firstGiant + 1);
        long nextX = rx;
        long nextZ = rz;
        long product = z;
        for (byte[] pairs : plan.pairs) {
            long giantProduct = m.multiply(gx, gz);
            for (byte k : pairs) {
                long cross = m.multiply(m.subtract(gx, babyX[k]), m.add(gz, babyZ[k]));
                product = m.multiply(product, m.add(m.subtract(cross, giantProduct), babyProduct[k]));
            }
            add(nextX, nextZ, stepX, stepZ, gx, gz);
            gx = nextX;
            gz = nextZ;
            nextX = rx;
            nextZ = rz;
        }
        return product;
    }
}
