package org.lfsrtoolkit.core.polynomial;

/**
 * Loops over rows of residues modulo an odd m &lt; 2^48, held as integers in {@code double}: the kernels of
 * {@link FloatingTransform}.
 *
 * <p>Every loop walks whole arrays from 0, all with one index, and is short enough for the compiler to turn it into vector
 * instructions; a common array with two offsets, or four products in one body, would not be. Residues are balanced and need
 * not be reduced: a bound B stands for |x| ≤ B·m. {@code mi} is 1.0/m rounded.
 *
 * <p>Threads: the caller owns the rows. Source: [Harvey2014] for the delayed reductions.
 */
final class FloatingRowKernels {

    /*
     * Product of x and w. Let |x·w| ≤ A·m², A ≤ 16. h = fl(x·w) < 2^100; l = x·w − h, |l| ≤ 2^46, is what the fused operation
     * gives, exactly. q = rint(h·mi) is off the true quotient, at most A·2^48, by at most 1/2 and three roundings:
     * 1/2 + 3·2^-53·A·2^48 = 1/2 + 3A/32. So r = x·w − q·m has |r| ≤ (1/2 + 3A/32)·m ≤ 2m. h − q·m = r − l is an integer below
     * 2^53, so that the second fused operation gives it exactly, and then r. All values are integers up to 2^53 = 32·2^48.
     */

    private FloatingRowKernels() {}

    /** u, v ← u + v, u − v. The bound doubles. */
    static void addSubtract(double[] u, double[] v) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            double y = v[j];
            u[j] = x + y;
            v[j] = x - y;
        }
    }

    /** u, v ← u + w·v, u − w·v, for |w| ≤ m/2: bound B becomes at most B + 1/2 + 3B/64. */
    static void butterfly(double[] u, double[] v, double w, double m, double mi) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            double y = v[j];
            double h = y * w;
            double l = Math.fma(y, w, -h);
            double q = Math.rint(h * mi);
            double r = Math.fma(-q, m, h) + l;
            u[j] = x + r;
            v[j] = x - r;
        }
    }

    /**
     * a, b, c ← a + b + c, a − c + t, a − b − t with t = w·(b − c), for |w| ≤ m/2: with w a cube root of unity the transform of
     * length 3.
     */
    static void triple(double[] a, double[] b, double[] c, double w, double m, double mi) {
        for (int j = 0; j < a.length; j++) {
            double x = a[j];
            double y = b[j];
            double z = c[j];
            double d = y - z;
            double h = d * w;
            double l = Math.fma(d, w, -h);
            double q = Math.rint(h * mi);
            double t = Math.fma(-q, m, h) + l;
            a[j] = x + (y + z);
            b[j] = x - z + t;
            c[j] = x - y - t;
        }
    }

    /** u ← u·w term by term. */
    static void multiply(double[] u, double[] w, double m, double mi) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            double y = w[j];
            double h = x * y;
            double l = Math.fma(x, y, -h);
            double q = Math.rint(h * mi);
            u[j] = Math.fma(-q, m, h) + l;
        }
    }

    /** target ← u·v term by term, for bounds up to 15: u is reduced first. */
    static void product(double[] target, double[] u, double[] v, double m, double mi) {
        for (int j = 0; j < target.length; j++) {
            double x = u[j];
            double y = v[j];
            x = Math.fma(-Math.rint(x * mi), m, x);
            double h = x * y;
            double l = Math.fma(x, y, -h);
            double q = Math.rint(h * mi);
            target[j] = Math.fma(-q, m, h) + l;
        }
    }

    /** target ← target + u·v term by term, as {@link #product}. */
    static void addProduct(double[] target, double[] u, double[] v, double m, double mi) {
        for (int j = 0; j < target.length; j++) {
            double x = u[j];
            double y = v[j];
            x = Math.fma(-Math.rint(x * mi), m, x);
            double h = x * y;
            double l = Math.fma(x, y, -h);
            double q = Math.rint(h * mi);
            target[j] += Math.fma(-q, m, h) + l;
        }
    }

    /** u ← w·u, for |w| ≤ m/2. */
    static void scale(double[] u, double w, double m, double mi) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            double h = x * w;
            double l = Math.fma(x, w, -h);
            double q = Math.rint(h * mi);
            u[j] = Math.fma(-q, m, h) + l;
        }
    }

    /** u ← w·(u − v), for |w| ≤ m/2. */
    static void subtractScale(double[] u, double[] v, double w, double m, double mi) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j] - v[j];
            double h = x * w;
            double l = Math.fma(x, w, -h);
            double q = Math.rint(h * mi);
            u[j] = Math.fma(-q, m, h) + l;
        }
    }

    /** u ← w·u + v, for |w| ≤ m/2. */
    static void scaleAdd(double[] u, double w, double[] v, double m, double mi) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            double h = x * w;
            double l = Math.fma(x, w, -h);
            double q = Math.rint(h * mi);
            u[j] = Math.fma(-q, m, h) + l + v[j];
        }
    }

    /** u ← u mod m, balanced. */
    static void reduce(double[] u, double m, double mi) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            u[j] = Math.fma(-Math.rint(x * mi), m, x);
        }
    }

    /** c ← c + f0·b0 + f1·b1 + f2·b2 + f3·b3, for sums that stay below 2^53. */
    static void addFour(
            double[] c,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double f0,
            double f1,
            double f2,
            double f3) {
        for (int i = 0; i < c.length; i++) {
            c[i] = Math.fma(f0, b0[i], Math.fma(f1, b1[i], Math.fma(f2, b2[i], Math.fma(f3, b3[i], c[i]))));
        }
    }

    /** The transposed matrix; both sides are multiples of 8. */
    static double[][] transpose(double[][] a) {
        int columns = a[0].length;
        double[][] b = new double[columns][a.length];
        for (int i = 0; i < a.length; i += 8) {
            double[] a0 = a[i];
            double[] a1 = a[i + 1];
            double[] a2 = a[i + 2];
            double[] a3 = a[i + 3];
            double[] a4 = a[i + 4];
            double[] a5 = a[i + 5];
            double[] a6 = a[i + 6];
            double[] a7 = a[i + 7];
            for (int j = 0; j < columns; j++) {
                double[] row = b[j];
                row[i] = a0[j];
                row[i + 1] = a1[j];
                row[i + 2] = a2[j];
                row[i + 3] = a3[j];
                row[i + 4] = a4[j];
                row[i + 5] = a5[j];
                row[i + 6] = a6[j];
                row[i + 7] = a7[j];
            }
        }
        return b;
    }
}
