package org.lfsrtoolkit.core.polynomial;

import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Sums Σ c_i·g_i of fixed polynomials g_i over GF(p), p odd and below 2^31: the linear map with the images g_i.
 *
 * <p>Over GF(3) in bit planes ({@link TernaryRow}), else in {@code double}: residues between −p/2 and p/2, for p ≥ 2^25 the g_i cut
 * in two limbs of 16 bits, and sums reduced as often as needed to stay below 2^53.
 *
 * <p>Cost, m polynomials of n coefficients: m·n fused multiply-adds (twice that with limbs), 7·m·n/64 word operations over
 * GF(3). Memory: m·n words, or twice that; m·n/8 bytes over GF(3). Threads: immutable.
 */
public final class LinearCombinations {

    private static final long LARGEST_SINGLE = 1L << 25;
    private static final double LIMB = 0x1p16;

    private final PolynomialKernel kernel;
    private final FiniteField field;
    private final int count;
    private final int width;
    private final int limbs;
    /** How many products may be added before a reduction, a multiple of 4. */
    private final int chunk;
    /** Low limbs, then high limbs of each g_i; padded to a multiple of 4 rows. */
    private final double[][] rows;

    private final RemainderRow[] ternary;

    private LinearCombinations(PolynomialKernel kernel, List<Polynomial> images, int width) {
        this.kernel = kernel;
        this.field = kernel.field;
        this.count = images.size();
        this.width = width;
        long p = field.characteristic();
        this.limbs = p < LARGEST_SINGLE ? 1 : 2;
        double half = p / 2;
        double most = 0x1p53 / (half * (limbs == 1 ? half : LIMB / 2)) - 1;
        this.chunk = (int) Math.min(1 << 20, most) & -4;
        if (p == 3) {
            this.rows = new double[0][];
            this.ternary =
                    images.stream().map(g -> RemainderRow.of(field, g.data())).toArray(RemainderRow[]::new);
        } else {
            this.ternary = new RemainderRow[0];
            this.rows = new double[count + 3 & -4][limbs * width];
            for (int i = 0; i < count; i++) {
                fill(rows[i], images.get(i).data());
            }
        }
    }

    /** Whether there is a method for this field. */
    public static boolean supports(FiniteField field) {
        return field.isPrime() && !field.isBinary() && field.cardinality() < 1L << 31 && FusedMultiplyAdd.isFast();
    }

    /**
     * The combinations of these polynomials.
     *
     * @param images g_0, g_1, …, not empty, each of degree below width
     * @throws IllegalArgumentException if the field is not supported or a degree is too large
     */
    public static LinearCombinations of(List<Polynomial> images, int width) {
        PolynomialKernel kernel = images.get(0).kernel();
        if (!supports(kernel.field)) {
            throw new IllegalArgumentException("field = " + kernel.field + ", expected GF(p), p odd, below 2^31");
        }
        for (Polynomial g : images) {
            if (g.degree() >= width) {
                throw new IllegalArgumentException("degree = " + g.degree() + ", expected below " + width);
            }
        }
        return new LinearCombinations(kernel, images, width);
    }

    private void fill(double[] row, long[] coefficients) {
        long p = field.characteristic();
        for (int j = 0; j < coefficients.length; j++) {
            double x = coefficients[j] > p / 2 ? coefficients[j] - p : coefficients[j];
            if (limbs == 1) {
                row[j] = x;
            } else {
                double high = Math.rint(x * (1 / LIMB));
                row[j] = x - high * LIMB;
                row[width + j] = high;
            }
        }
    }

    /**
     * Σ c_i·g_i.
     *
     * @throws IllegalArgumentException if c has more coefficients than there are polynomials
     */
    public Polynomial combine(Polynomial c) {
        if (c.degree() >= count) {
            throw new IllegalArgumentException("degree = " + c.degree() + ", expected below " + count);
        }
        return new Polynomial(kernel, ternary.length > 0 ? inPlanes(c.data()) : sumTo(new long[width], c.data(), 0));
    }

    /** Σ c_(from+i)·g_i added to the first coefficients of the other, for fields other than GF(3). */
    long[] sumTo(long[] other, long[] c, int from) {

        final long p = field.characteristic();
        final double m = p;
        final double mi = 1.0 / m;
        final long half = p / 2;
        double[] factors = new double[c.length - from + 3 & -4];
        for (int i = from; i < c.length; i++) {
            factors[i - from] = c[i] - (p & ((half - c[i]) >> 63));
        }
        double[] sum = new double[limbs * width];
        for (int i = 0, left = chunk; i < factors.length; i += 4, left -= 4) {
            if (left == 0) {
                FloatingRowKernels.reduce(sum, m, mi);
                left = chunk;
            }
            FloatingRowKernels.addFour(
                    sum,
                    rows[i],
                    rows[i + 1],
                    rows[i + 2],
                    rows[i + 3],
                    factors[i],
                    factors[i + 1],
                    factors[i + 2],
                    factors[i + 3]);
        }
        FloatingRowKernels.reduce(sum, m, mi);
        if (limbs == 2) {
            for (int j = 0; j < width; j++) {
                sum[j] += LIMB * sum[width + j];
            }
            FloatingRowKernels.reduce(sum, m, mi);
        }
        long[] result = new long[width];
        for (int j = 0; j < width; j++) {
            long x = (long) sum[j];
            x += (p & (x >> 63)) - p + other[j];
            result[j] = x + (p & (x >> 63));
        }
        return kernel.pack(result);
    }

    private long[] inPlanes(long[] c) {
        TernaryRow sum = new TernaryRow(field, width);
        for (int i = 0; i < c.length; i++) {
            if (c[i] != 0 && ternary[i].degree >= 0) {
                sum.add(c[i], (TernaryRow) ternary[i]);
            }
        }
        return sum.coefficients();
    }
}
