package org.lfsrtoolkit.core.polynomial;

/**
 * Products over GF(p), p &lt; 2^31, term by term in {@code double}: sums of products of residues between −p/2 and p/2 stay exact
 * below 2^53, for larger p with one operand cut in two limbs of 16 bits. {@link ShortConvolution} does the products.
 *
 * <p>Cost: na·nb fused multiply-adds or fewer, or twice as many; linear time to convert. Memory: five to ten times an operand. Threads:
 * pure functions.
 */
final class LimbMultiplication {

    private static final double LIMB = 0x1p16;

    private LimbMultiplication() {}

    /** 1 or 2; 0 where sums of this many products do not fit. */
    static int limbs(long p, int terms) {
        return bound(p, 1, terms) < ShortConvolution.EXACT
                ? 1
                : p < 1L << 31 && bound(p, 2, terms) < ShortConvolution.EXACT ? 2 : 0;
    }

    /** About how many microseconds it takes on the machine of the benchmark page. */
    static double micros(long p, int limbs, int shorter, int longer) {
        double saved = Math.pow(0.75, ShortConvolution.levels(shorter, bound(p, limbs, shorter)));
        return 0.1 + limbs * (0.15e-3 * saved * shorter * longer + 0.004 * (shorter + longer));
    }

    private static double bound(long p, int limbs, int terms) {
        double half = p / 2;
        return half * (limbs == 1 ? half : LIMB / 2) * terms;
    }

    /** a·b; both not empty, with limbs(p, min(na, nb)) above 0. */
    static long[] multiply(long p, long[] a, long[] b) {
        long[] shorter = a.length <= b.length ? a : b;
        long[] longer = shorter == a ? b : a;
        double[] x = balanced(p, shorter);
        double[] y = shorter == longer ? x : balanced(p, longer);
        final double m = p;
        final double mi = 1.0 / m;
        double[] product;
        if (limbs(p, shorter.length) == 1) {
            product = ShortConvolution.multiply(x, y, bound(p, 1, shorter.length));
            FloatingRowKernels.reduce(product, m, mi);
        } else {
            double[] high = new double[y.length];
            double[] low = new double[y.length];
            split(y, high, low);
            double bound = bound(p, 2, shorter.length);
            product = ShortConvolution.multiply(x, low, bound);
            join(product, ShortConvolution.multiply(x, high, bound), m, mi);
        }
        long[] result = new long[product.length];
        for (int i = 0; i < result.length; i++) {
            long c = (long) product[i];
            result[i] = c + (p & (c >> 63));
        }
        return result;
    }

    private static double[] balanced(long p, long[] a) {
        final long half = p / 2;
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - (p & ((half - a[i]) >> 63));
        }
        return result;
    }

    private static void split(double[] values, double[] high, double[] low) {
        for (int i = 0; i < values.length; i++) {
            double x = values[i];
            double h = Math.rint(x * (1 / LIMB));
            high[i] = h;
            low[i] = x - h * LIMB;
        }
    }

    /** low ← low + 2^16·high mod m, balanced. */
    private static void join(double[] low, double[] high, double m, double mi) {
        for (int i = 0; i < low.length; i++) {
            double h = high[i];
            double l = low[i];
            h = Math.fma(-Math.rint(h * mi), m, h);
            l = Math.fma(-Math.rint(l * mi), m, l);
            double x = h * LIMB + l;
            low[i] = Math.fma(-Math.rint(x * mi), m, x);
        }
    }
}
