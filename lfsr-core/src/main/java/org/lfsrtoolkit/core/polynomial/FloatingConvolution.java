package org.lfsrtoolkit.core.polynomial;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Products over GF(p), any odd p &lt; 2^62, through the integer product, computed modulo one to four primes near 2^48 by
 * {@link FloatingTransform} and put together by the Chinese remainder theorem.
 *
 * <p>Residues are taken between −p/2 and p/2, so that a sum of n products is at most n·p²/4; k primes serve as long as
 * n·p² ≤ 2^(47.9999·k): one for p = 3 up to any length, two for p &lt; 2^40, three for p &lt; 2^62 and n &lt; 2^19.
 *
 * <p>Spectra can be kept, multiplied and added: a product of one fixed operand needs two transforms in place of three, and
 * convolutions are cyclic, which halves the length where the rest is known.
 *
 * <p>Cost: three transforms for each prime, of the length of the product rounded up to 2^k or 3·2^k. Memory: about six words
 * for each prime and place. Threads: immutable. Source: [GathenGerhard2013, ch. 5, 8].
 */
final class FloatingConvolution {

    /** A residue below this is an exact argument of the kernels. */
    static final long LARGEST_DIRECT = 1L << 48;

    private static final int LOW_BITS = 31;

    private final FiniteField field;
    private final long p;
    private final boolean isDirect;

    FloatingConvolution(FiniteField field) {
        this.field = field;
        this.p = field.characteristic();
        this.isDirect = p < LARGEST_DIRECT;
    }

    /**
     * How operands are laid out for one kind of product.
     *
     * @param primes in use
     * @param slot bits for each of two coefficients in one place, as {@link PackedMultiplication} packs them; 0 for one
     * @param bias of the slots
     */
    record Format(TransformShape shape, int primes, int slot, long bias) {

        /** The length of the cyclic convolution, in coefficients. */
        int length() {
            return slot == 0 ? shape.length() : 2 * shape.length();
        }
    }

    /** The transforms of one operand modulo each prime. */
    record Spectrum(Format format, double[][][] values) {}

    /** The shortest cyclic convolution of at least this length, for coefficients that are sums of this many products. */
    Format format(int length, int terms) {
        if (p <= PackedMultiplication.LARGEST) {
            long bias = PackedMultiplication.bias(p, terms);
            int slot = PackedMultiplication.slot(bias);
            // half of the sums stand in the top slot; the others add far less than a quarter; together a quarter of the
            // prime
            double top = bias * Math.scalb(0.5, 2 * slot);
            if (1.25 * top < Math.scalb(1.0, 46)) {
                return new Format(TransformShape.of((length + 1) / 2), 1, slot, bias);
            }
        }
        return new Format(TransformShape.of(length), primes(terms), 0, 0);
    }

    /** The number of primes for sums of this many products. */
    int primes(long terms) {
        double bits = (2 * Math.log(p) + Math.log(terms)) / Math.log(2);
        return (int) Math.ceil((bits + 1e-6) / FloatingTransform.PRIME_BITS);
    }

    /** a·b; both not empty; a product of at most {@link FloatingTransform#LARGEST} coefficients. */
    long[] multiply(long[] a, long[] b) {
        int count = a.length + b.length - 1;
        Format format = format(count, Math.min(a.length, b.length));
        Spectrum x = spectrum(a, format);
        Spectrum y = a == b ? x : spectrum(b, format);
        multiply(x, x, y);
        return coefficients(x, count);
    }

    private static double[][] rows(double[] a, TransformShape shape) {
        int columns = shape.columns();
        double[][] rows = new double[shape.rows()][];
        for (int r = 0, from = 0; from < a.length; r++, from += columns) {
            double[] row = new double[columns];
            System.arraycopy(a, from, row, 0, Math.min(columns, a.length - from));
            rows[r] = row;
        }
        return rows;
    }

    /** target ← a·b; the target may be an argument. */
    void multiply(Spectrum target, Spectrum a, Spectrum b) {
        for (int k = 0; k < target.values.length; k++) {
            FloatingTransform transform = FloatingTransform.get(k);
            for (int r = 0; r < target.values[k].length; r++) {
                FloatingRowKernels.product(
                        target.values[k][r], a.values[k][r], b.values[k][r], transform.m(), transform.mi());
            }
        }
    }

    /** target ← target + a·b, for a target that is one product: as many sums as the bounds of the transform allow. */
    void addProduct(Spectrum target, Spectrum a, Spectrum b) {
        for (int k = 0; k < target.values.length; k++) {
            FloatingTransform transform = FloatingTransform.get(k);
            for (int r = 0; r < target.values[k].length; r++) {
                FloatingRowKernels.addProduct(
                        target.values[k][r], a.values[k][r], b.values[k][r], transform.m(), transform.mi());
            }
        }
    }

    /** A spectrum to be filled. */
    Spectrum blank(Spectrum like) {
        double[][] first = like.values[0];
        return new Spectrum(like.format, new double[like.values.length][first.length][first[0].length]);
    }

    /** The spectrum of a taken modulo x^N − 1, N = format.length(). */
    Spectrum spectrum(long[] a, Format format) {
        long[] folded = a.length <= format.length() ? a : fold(a, format.length());
        TransformShape shape = format.shape;
        double[][][] values = new double[format.primes][][];
        if (format.slot > 0) {
            double[] packed = PackedMultiplication.pack(p, folded, 2, format.slot);
            values[0] = FloatingTransform.get(0).forward(rows(packed, shape));
        } else if (isDirect) {
            double[][] rows = rows(folded, shape);
            for (int k = format.primes - 1; k >= 0; k--) {
                values[k] = FloatingTransform.get(k).forward(k == 0 ? rows : copy(rows));
            }
        } else {
            double[][][] halves = halves(folded, shape);
            for (int k = 0; k < format.primes; k++) {
                values[k] = FloatingTransform.get(k).forward(join(halves, FloatingTransform.get(k)));
            }
        }
        return new Spectrum(format, values);
    }

    private long[] fold(long[] a, int length) {
        long[] folded = java.util.Arrays.copyOf(a, length);
        for (int from = length; from < a.length; from += length) {
            for (int i = from; i < Math.min(a.length, from + length); i++) {
                folded[i - from] = field.add(folded[i - from], a[i]);
            }
        }
        return folded;
    }

    private double[][] rows(long[] a, TransformShape shape) {
        final long half = p / 2;
        final long modulus = p;
        int columns = shape.columns();
        double[][] rows = new double[shape.rows()][];
        for (int r = 0, from = 0; from < a.length; r++, from += columns) {
            double[] row = new double[columns];
            int count = Math.min(columns, a.length - from);
            for (int i = 0; i < count; i++) {
                long x = a[from + i];
                row[i] = x - (modulus & ((half - x) >> 63));
            }
            rows[r] = row;
        }
        return rows;
    }

    /** {high, low} rows of the balanced residues: high·2^31 + low. */
    private double[][][] halves(long[] a, TransformShape shape) {
        final long half = p / 2;
        final long modulus = p;
        int columns = shape.columns();
        double[][][] halves = new double[2][shape.rows()][];
        for (int r = 0, from = 0; from < a.length; r++, from += columns) {
            double[] high = new double[columns];
            double[] low = new double[columns];
            int count = Math.min(columns, a.length - from);
            for (int i = 0; i < count; i++) {
                long x = a[from + i];
                x -= modulus & ((half - x) >> 63);
                high[i] = (int) (x >> LOW_BITS);
                low[i] = (int) (x & ((1L << LOW_BITS) - 1));
            }
            halves[0][r] = high;
            halves[1][r] = low;
        }
        return halves;
    }

    private static double[][] join(double[][][] halves, FloatingTransform transform) {
        double[][] rows = new double[halves[0].length][];
        for (int r = 0; r < rows.length; r++) {
            if (halves[0][r] != null) {
                rows[r] = halves[0][r].clone();
                FloatingRowKernels.scaleAdd(rows[r], 1L << LOW_BITS, halves[1][r], transform.m(), transform.mi());
            }
        }
        return rows;
    }

    private static double[][] copy(double[] @Nullable [] rows) {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            double[] row = rows[r];
            if (row != null) {
                copy[r] = row.clone();
            }
        }
        return copy;
    }

    /** The first coefficients of the polynomial of this spectrum, which is used up. */
    long[] coefficients(Spectrum spectrum, int count) {
        int primes = spectrum.values.length;
        double[][][] residues = new double[primes][][];
        for (int k = 0; k < primes; k++) {
            residues[k] = FloatingTransform.get(k).inverse(spectrum.values[k]);
        }
        if (spectrum.format.slot > 0) {
            return unpack(residues[0], spectrum.format, count);
        }
        long[] result = new long[count];
        int columns = spectrum.format.shape.columns();
        double[][] digits = new double[primes][];
        double[][] inverses = inverses(primes);
        for (int r = 0, from = 0; from < count; r++, from += columns) {
            for (int k = 0; k < primes; k++) {
                digits[k] = residues[k][r];
            }
            mixedRadix(digits, inverses);
            if (isDirect) {
                storeDirect(digits, result, from, Math.min(columns, count - from));
            } else {
                storeLong(digits, result, from, Math.min(columns, count - from));
            }
        }
        return result;
    }

    private long[] unpack(double[][] rows, Format format, int count) {
        FloatingTransform transform = FloatingTransform.get(0);
        int length = format.shape.length();
        double[] values = new double[length];
        int columns = format.shape.columns();
        for (int r = 0; r < rows.length; r++) {
            FloatingRowKernels.reduce(rows[r], transform.m(), transform.mi());
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        long[] sums = PackedMultiplication.unpackPairs(values, length, format.slot, format.bias);
        // what comes behind the end belongs to the beginning
        sums[0] += sums[2 * length];
        return PackedMultiplication.reduce(p, sums, count);
    }

    /*
     * digits[k] become the balanced d_k of the value d_0 + P_0·d_1 + P_0·P_1·d_2 + …. The value is below a quarter of the
     * product of the primes, so the last digit is below P/4 + 1, and right even if an earlier one is just outside ±P/2.
     */
    private static void mixedRadix(double[][] digits, double[][] inverses) {
        FloatingTransform first = FloatingTransform.get(0);
        FloatingRowKernels.reduce(digits[0], first.m(), first.mi());
        for (int k = 1; k < digits.length; k++) {
            FloatingTransform transform = FloatingTransform.get(k);
            for (int j = 0; j < k; j++) {
                FloatingRowKernels.subtractScale(digits[k], digits[j], inverses[k][j], transform.m(), transform.mi());
            }
        }
    }

    /** At (k, j), j &lt; k: 1/P_j mod P_k. */
    private static double[][] inverses(int primes) {
        double[][] inverses = new double[primes][primes];
        for (int k = 1; k < primes; k++) {
            for (int j = 0; j < k; j++) {
                inverses[k][j] = FloatingTransform.get(k)
                        .inverseOf(FloatingTransform.get(j).prime());
            }
        }
        return inverses;
    }

    private void storeDirect(double[][] digits, long[] result, int from, int count) {
        final double m = p;
        final double mi = 1.0 / p;
        double[] value = digits[digits.length - 1];
        for (int k = digits.length - 2; k >= 0; k--) {
            long radix = FloatingTransform.get(k).prime() % p;
            FloatingRowKernels.scaleAdd(value, radix > p / 2 ? radix - p : radix, digits[k], m, mi);
        }
        FloatingRowKernels.reduce(value, m, mi);
        final long modulus = p;
        for (int i = 0; i < count; i++) {
            long x = (long) value[i];
            result[from + i] = x + (modulus & (x >> 63));
        }
    }

    private void storeLong(double[][] digits, long[] result, int from, int count) {
        final long modulus = p;
        for (int k = digits.length - 1; k >= 0; k--) {
            if (k < digits.length - 1) {
                field.scale(result, from, count, FloatingTransform.get(k).prime());
            }
            double[] digit = digits[k];
            for (int i = 0; i < count; i++) {
                long x = (long) digit[i];
                long sum = result[from + i] + x + (modulus & (x >> 63)) - modulus;
                result[from + i] = sum + (modulus & (sum >> 63));
            }
        }
    }
}
