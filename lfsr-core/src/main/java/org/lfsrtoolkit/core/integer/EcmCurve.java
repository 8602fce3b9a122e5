package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * One worker's curves b·y² = x³ + a·x² + x modulo n, points as (x : z), and both stages of the method on them.
 *
 * <p>Not thread-safe: it owns its scratch elements. Source: [Montgomery1987].
 */
final class EcmCurve {

    private static final int CHECK_INTERVAL = 256;

    /** A point (x : z); the neutral element has z = 0 modulo the primes looked for. */
    private static final class Point {
        long[] x;
        long[] z;

        Point(MontgomeryLimbs mod) {
            x = mod.newElement();
            z = mod.newElement();
        }
    }

    private final MontgomeryLimbs mod;
    private final EcmPlan plan;
    /** (a + 2)/4. */
    private long[] a24;

    private final long[] t1;
    private final long[] t2;
    private final long[] t3;
    private final long[] t4;
    private Point pa;
    private Point pb;
    private Point pc;
    private Point pt;
    private Point pt2;

    EcmCurve(MontgomeryLimbs mod, EcmPlan plan) {
        this.mod = mod;
        this.plan = plan;
        a24 = mod.newElement();
        t1 = mod.newElement();
        t2 = mod.newElement();
        t3 = mod.newElement();
        t4 = mod.newElement();
        pa = new Point(mod);
        pb = new Point(mod);
        pc = new Point(mod);
        pt = new Point(mod);
        pt2 = new Point(mod);
    }

    /**
     * Both stages on the curve of Suyama's parameter σ ≥ 6.
     *
     * @param stop looked at now and then; ends the curve without a factor
     */
    @Nullable BigInteger run(long sigma, RunControl control, BooleanSupplier stop) {
        BigInteger n = mod.modulus();
        BigInteger s = BigInteger.valueOf(sigma);
        BigInteger u = s.multiply(s).subtract(BigInteger.valueOf(5)).mod(n);
        BigInteger v = s.shiftLeft(2).mod(n);
        BigInteger u3 = u.pow(3).mod(n);
        // a + 2 = (v − u)³(3u + v) / (4u³v)
        BigInteger numerator = v.subtract(u)
                .pow(3)
                .multiply(u.multiply(BigInteger.valueOf(3)).add(v))
                .mod(n);
        BigInteger denominator = u3.multiply(v).shiftLeft(4).mod(n);
        BigInteger common = denominator.gcd(n);
        if (!common.equals(BigInteger.ONE)) {
            return proper(common);
        }
        a24 = mod.enter(numerator.multiply(denominator.modInverse(n)));
        Point p = new Point(mod);
        p.x = mod.enter(u3);
        p.z = mod.enter(v.pow(3));
        for (long power = 2; power <= plan.b1; power *= 2) {
            doublePoint(p, p);
        }
        for (int i = 0; i < plan.primes.length; i++) {
            for (int e = 0; e < plan.powers[i]; e++) {
                multiply(p, plan.primes[i], LucasChain.RATIOS[plan.ratios[i]]);
            }
            if (i % CHECK_INTERVAL == 0) {
                control.check();
                if (stop.getAsBoolean()) {
                    return null;
                }
            }
        }
        BigInteger factor = mod.gcd(p.z);
        if (!factor.equals(BigInteger.ONE)) {
            return proper(factor);
        }
        return proper(secondStage(p, control, stop));
    }

    private @Nullable BigInteger proper(@Nullable BigInteger factor) {
        return factor == null || factor.equals(BigInteger.ONE) || factor.equals(mod.modulus()) ? null : factor;
    }

    /** result = p + q, where difference = p − q. The result may be any of them. */
    private void addPoints(Point p, Point q, Point difference, Point result) {
        mod.subtract(p.x, p.z, t1);
        mod.add(q.x, q.z, t2);
        mod.multiply(t1, t2, t1);
        mod.add(p.x, p.z, t2);
        mod.subtract(q.x, q.z, t3);
        mod.multiply(t2, t3, t2);
        mod.add(t1, t2, t3);
        mod.subtract(t1, t2, t4);
        mod.square(t3, t3);
        mod.square(t4, t4);
        // Both are read before either is written: the result may be the difference.
        mod.multiply(t3, difference.z, t1);
        mod.multiply(t4, difference.x, result.z);
        mod.copy(t1, result.x);
    }

    /** result = 2p. The result may be p. */
    private void doublePoint(Point p, Point result) {
        mod.add(p.x, p.z, t1);
        mod.square(t1, t1);
        mod.subtract(p.x, p.z, t2);
        mod.square(t2, t2);
        mod.multiply(t1, t2, result.x);
        mod.subtract(t1, t2, t3);
        mod.multiply(t3, a24, t4);
        mod.add(t2, t4, t1);
        mod.multiply(t3, t1, result.z);
    }

    /** p = k·p for an odd k ≥ 3, by Montgomery's nine rules; see {@link LucasChain}. */
    private void multiply(Point p, long k, double ratio) {
        long r = (long) (k / ratio + 0.5);
        long d = k - r;
        long e = 2 * r - k;
        copy(p, pb);
        copy(p, pc);
        doublePoint(p, pa);
        while (d != e) {
            if (d < e) {
                long swap = d;
                d = e;
                e = swap;
                Point point = pa;
                pa = pb;
                pb = point;
            }
            if (d - e <= e / 4 && (d + e) % 3 == 0) {
                d = (2 * d - e) / 3;
                e = (e - d) / 2;
                addPoints(pa, pb, pc, pt);
                addPoints(pt, pa, pb, pt2);
                addPoints(pb, pt, pa, pb);
                Point point = pa;
                pa = pt2;
                pt2 = point;
            } else if (d - e <= e / 4 && (d - e) % 6 == 0) {
                d = (d - e) / 2;
                addPoints(pa, pb, pc, pb);
                doublePoint(pa, pa);
            } else if ((d + 3) / 4 <= e) {
                d -= e;
                addPoints(pb, pa, pc, pt);
                Point point = pc;
                pc = pb;
                pb = pt;
                pt = point;
            } else if ((d + e) % 2 == 0) {
                d = (d - e) / 2;
                addPoints(pb, pa, pc, pb);
                doublePoint(pa, pa);
            } else if (d % 2 == 0) {
                d /= 2;
                addPoints(pc, pa, pb, pc);
                doublePoint(pa, pa);
            } else if (d % 3 == 0) {
                d = d / 3 - e;
                doublePoint(pa, pt);
                addPoints(pa, pb, pc, pt2);
                addPoints(pt, pa, pa, pa);
                addPoints(pt, pt2, pc, pt);
                Point point = pc;
                pc = pb;
                pb = pt;
                pt = point;
            } else if ((d + e) % 3 == 0) {
                d = (d - 2 * e) / 3;
                addPoints(pa, pb, pc, pt);
                addPoints(pt, pa, pb, pb);
                doublePoint(pa, pt);
                addPoints(pa, pt, pa, pa);
            } else if ((d - e) % 3 == 0) {
                d = (d - e) / 3;
                addPoints(pa, pb, pc, pt);
                addPoints(pc, pa, pb, pc);
                Point point = pb;
                pb = pt;
                pt = point;
                doublePoint(pa, pt);
                addPoints(pa, pt, pa, pa);
            } else {
                e /= 2;
                addPoints(pc, pb, pa, pc);
                doublePoint(pb, pb);
            }
        }
        addPoints(pa, pb, pc, p);
    }

    private void copy(Point from, Point to) {
        mod.copy(from.x, to.x);
        mod.copy(from.z, to.z);
    }

    /** result = k·p, k ≥ 1, by the ladder. */
    private Point ladder(Point p, long k) {
        Point low = new Point(mod);
        copy(p, low);
        if (k == 1) {
            return low;
        }
        Point high = new Point(mod);
        doublePoint(p, high);
        for (int i = 62 - Long.numberOfLeadingZeros(k); i >= 0; i--) {
            if ((k >>> i & 1) != 0) {
                addPoints(high, low, p, low);
                doublePoint(high, high);
            } else {
                addPoints(high, low, p, high);
                doublePoint(low, low);
            }
        }
        return low;
    }

    /**
     * gcd of n with the product of x_g·z_j − x_j·z_g over the pairs of the plan: a prime of n divides it when g·STEP ± j
     * times the point is neutral there. The cross product costs one multiplication:
     * (x_g − x_j)(z_g + z_j) − x_g·z_g + x_j·z_j.
     */
    private @Nullable BigInteger secondStage(Point p, RunControl control, BooleanSupplier stop) {
        int count = plan.babySteps.length;
        Point[] baby = new Point[count];
        long[][] babyProduct = new long[count][];
        babyPoints(p, baby);
        for (int k = 0; k < count; k++) {
            babyProduct[k] = mod.newElement();
            mod.multiply(baby[k].x, baby[k].z, babyProduct[k]);
        }
        Point step = ladder(p, EcmPlan.STEP);
        Point giant = ladder(p, (long) EcmPlan.STEP * plan.firstGiant);
        Point before = plan.firstGiant == 1 ? null : ladder(p, (long) EcmPlan.STEP * (plan.firstGiant - 1));
        long[] product = mod.enter(1);
        long[] giantProduct = mod.newElement();
        long[] term = mod.newElement();
        for (int g = plan.firstGiant; g <= plan.lastGiant; g++) {
            mod.multiply(giant.x, giant.z, giantProduct);
            for (short k : plan.pairs[g - plan.firstGiant]) {
                Point b = baby[k];
                mod.subtract(giant.x, b.x, t1);
                mod.add(giant.z, b.z, t2);
                mod.multiply(t1, t2, t3);
                long[] bp = babyProduct[k];
                for (int i = 0; i < term.length; i++) {
                    term[i] = t3[i] - giantProduct[i] + bp[i];
                }
                mod.multiply(product, term, product);
            }
            Point after;
            if (before == null) {
                before = new Point(mod);
                after = new Point(mod);
                doublePoint(giant, after);
                copy(giant, before);
                giant = after;
            } else {
                addPoints(giant, step, before, before);
                Point swap = before;
                before = giant;
                giant = swap;
            }
            control.check();
            if (stop.getAsBoolean()) {
                return null;
            }
        }
        return mod.gcd(product);
    }

    /** j·p for the baby steps j: all odd multiples of p up to STEP/2 in turn, those prime to STEP kept. */
    private void babyPoints(Point p, Point[] baby) {
        Point two = new Point(mod);
        doublePoint(p, two);
        Point before = new Point(mod);
        Point now = new Point(mod);
        copy(p, before);
        copy(p, now);
        int k = 0;
        for (int j = 1; k < baby.length; j += 2) {
            if (j == plan.babySteps[k]) {
                baby[k] = new Point(mod);
                copy(now, baby[k]);
                k++;
            }
            // (j + 2)p = jp + 2p, difference (j − 2)p; for j = 1 that is −p, which has the coordinates of p.
            Point next = new Point(mod);
            addPoints(now, two, before, next);
            before = now;
            now = next;
        }
    }
}
