package org.lfsrtoolkit.core.polynomial;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Fourier transforms of length N = R·C modulo a prime P &lt; 2^48 in {@code double} arithmetic with fused multiply-add.
 *
 * <p>The data are a matrix of R rows and C columns, index r·C + c: first the columns are transformed, all at once, by
 * operations on whole rows; then row r is multiplied by powers of one root of unity, the matrix is transposed, and what were
 * the rows are transformed in the same way. So every loop runs over a whole row ({@link FloatingRowKernels}). The spectrum comes in a
 * fixed scrambled order, which {@link #inverse} takes back.
 *
 * <p>C is a power of 2, R a power of 2 or three times one, both at least 8; N divides 3·2^24. Cost: about N·log2(N)/2
 * butterflies of eight operations, most of them in vectors; N products and a transposition. Memory: 2N words, and tables of
 * 2N words for each N up to {@value #LARGEST_KEPT}, kept. Threads: safe; two may compute the same table. Sources:
 * [Bailey1990] for the matrix, [Harvey2014].
 */
final class FloatingTransform {

    private static final int LARGEST_KEPT = 1 << 16;
    private static final int ORDER_BITS = 24;
    /** Longest transforms. */
    static final int LARGEST = 1 << ORDER_BITS;

    /** The primes 1 mod 3·2^24, and an element of order 3·2^24 of each. */
    private static final FloatingTransform[] PRIMES = {
        new FloatingTransform(281474305622017L, 74501286767889L),
        new FloatingTransform(281474204958721L, 272719413906869L),
        new FloatingTransform(281473953300481L, 194707502975872L),
        new FloatingTransform(281473500315649L, 120226271409897L)
    };

    /** Each prime is above 2 to this power. */
    static final double PRIME_BITS = 47.9999;

    /** Number of primes at hand. */
    static final int PRIME_COUNT = 4;

    /** The twists of one shape: entry (r, c) is the c-th power of the root that row r stands for, and 1/N over it. */
    private record Twists(double[][] forward, double[][] backward) {}

    private final FiniteField field;
    private final long prime;
    private final long generator;
    private final double m;
    private final double mi;
    /** The b-th is ω^(b reversed), the constant of block b: x^2h − w² = (x^h − w)(x^h + w). Longer tables continue shorter ones. */
    private final double[] blockRoots;
    /** At h + j, j &lt; h: the −j-th power of the root of order 2h. */
    private final double[] inverseRoots;
    /** At k, the root of order 3·2^k that the transform of so many rows takes, and its inverse. */
    private final long[] tripleRoots = new long[ORDER_BITS];

    private final long[] inverseTripleRoots = new long[ORDER_BITS];

    /** By the power of 2 and that of 3 in N; the last shape with that N. */
    private final AtomicReferenceArray<@Nullable Twists> kept = new AtomicReferenceArray<>(2 * ORDER_BITS + 2);

    private FloatingTransform(long prime, long generator) {
        this.prime = prime;
        this.field = FiniteField.unchecked(prime);
        this.generator = generator;
        this.m = prime;
        this.mi = 1.0 / prime;
        int longest = 1 << (ORDER_BITS / 2 + 1);
        long[] root = new long[longest / 2];
        root[0] = 1;
        for (int h = 1; h < root.length; h *= 2) {
            long w = rootOfOrder(4L * h);
            for (int j = 0; j < h; j++) {
                root[h + j] = field.multiply(root[j], w);
            }
        }
        this.blockRoots = new double[root.length];
        for (int i = 0; i < root.length; i++) {
            blockRoots[i] = balanced(root[i]);
        }
        this.inverseRoots = new double[longest];
        for (int h = 1; h < longest; h *= 2) {
            long w = field.inverse(rootOfOrder(2L * h));
            long power = 1;
            for (int j = 0; j < h; j++) {
                inverseRoots[h + j] = balanced(power);
                power = field.multiply(power, w);
            }
        }
        for (int k = 0; k < ORDER_BITS; k++) {
            tripleRoots[k] = rootOfOrder(3L << k);
            inverseTripleRoots[k] = field.inverse(tripleRoots[k]);
        }
    }

    static FloatingTransform get(int index) {
        return PRIMES[index];
    }

    /** P. */
    long prime() {
        return prime;
    }

    /** P. */
    double m() {
        return m;
    }

    /** 1/P rounded. */
    double mi() {
        return mi;
    }

    /** a as the residue next to 0. */
    double balanced(long a) {
        return a > prime / 2 ? a - prime : a;
    }

    /** 1/a mod P. */
    double inverseOf(long a) {
        return balanced(field.inverse(Math.floorMod(a, prime)));
    }

    private long rootOfOrder(long order) {
        return field.power(generator, 3L * LARGEST / order);
    }

    /** E where row r stands for the E-th power of the root of order R. */
    private static int exponent(int r, int rows) {
        int third = rows % 3 == 0 ? rows / 3 : rows;
        int reversed = third == 1 ? 0 : Integer.reverse(r % third) >>> (Integer.numberOfLeadingZeros(third) + 1);
        return third == rows ? reversed : 3 * reversed + r / third;
    }

    private Twists twists(int rows, int columns) {
        int n = rows * columns;
        int slot = 2 * Integer.numberOfTrailingZeros(n) + (rows % 3 == 0 ? 1 : 0);
        Twists twists = kept.get(slot);
        if (twists == null || twists.forward.length != rows) {
            long root = rootOfOrder(n);
            twists = new Twists(
                    powers(rows, columns, 1, root),
                    powers(rows, columns, field.inverse(n % prime), field.inverse(root)));
            if (n <= LARGEST_KEPT) {
                kept.set(slot, twists);
            }
        }
        return twists;
    }

    private double[][] powers(int rows, int columns, long factor, long root) {
        double[] base = new double[columns];
        double[] row = new double[columns];
        long power = 1;
        for (int c = 0; c < columns; c++) {
            base[c] = balanced(power);
            row[c] = balanced(factor);
            power = field.multiply(power, root);
        }
        int[] position = new int[rows];
        for (int r = 0; r < rows; r++) {
            position[exponent(r, rows)] = r;
        }
        double[][] powers = new double[rows][];
        for (int e = 0; e < rows; e++) {
            powers[position[e]] = row.clone();
            FloatingRowKernels.multiply(row, base, m, mi);
        }
        for (double[] each : powers) {
            FloatingRowKernels.reduce(each, m, mi);
        }
        return powers;
    }

    /**
     * The spectrum, C rows of R.
     *
     * @param x R rows of C residues, bound 1/2; overwritten. Null rows stand for rows of zeros.
     */
    double[][] forward(double[] @Nullable [] x) {
        int columns = rowLength(x);
        transformColumns(x, columns);
        double[][] twist = twists(x.length, columns).forward;
        for (int r = 0; r < x.length; r++) {
            FloatingRowKernels.multiply(x[r], twist[r], m, mi);
        }
        double[][] turned = FloatingRowKernels.transpose(x);
        transformColumns(turned, x.length);
        return turned;
    }

    private static int rowLength(double[] @Nullable [] x) {
        for (double[] row : x) {
            if (row != null) {
                return row.length;
            }
        }
        throw new IllegalArgumentException("rows without values, expected at least one");
    }

    /** The matrix of R rows, bound below 16, of this spectrum, bound 2; the argument is overwritten. */
    double[][] inverse(double[][] spectrum) {
        inverseColumns(spectrum);
        double[][] turned = FloatingRowKernels.transpose(spectrum);
        double[][] twist = twists(turned.length, spectrum.length).backward;
        for (int r = 0; r < turned.length; r++) {
            FloatingRowKernels.multiply(turned[r], twist[r], m, mi);
        }
        inverseColumns(turned);
        return turned;
    }

    private void transformColumns(double[] @Nullable [] x, int columns) {
        int n = x.length;
        if (n % 3 != 0) {
            cyclic(x, 0, n, columns);
            return;
        }
        int third = n / 3;
        double cubeRoot = balanced(tripleRoots[0]);
        for (int j = 0; j < third; j++) {
            for (int s = 0; s < 3; s++) {
                if (x[j + s * third] == null) {
                    x[j + s * third] = new double[columns];
                }
            }
            FloatingRowKernels.triple(x[j], x[j + third], x[j + 2 * third], cubeRoot, m, mi);
        }
        twistThirds(x, tripleRoots[Integer.numberOfTrailingZeros(n)]);
        for (int s = 0; s < 3; s++) {
            cyclic(x, s * third, third, columns);
        }
    }

    private void inverseColumns(double[][] x) {
        int n = x.length;
        if (n % 3 != 0) {
            inverseCyclic(x, 0, n);
            return;
        }
        int third = n / 3;
        for (int s = 0; s < 3; s++) {
            inverseCyclic(x, s * third, third);
        }
        twistThirds(x, inverseTripleRoots[Integer.numberOfTrailingZeros(n)]);
        double cubeRoot = balanced(tripleRoots[0]);
        for (int j = 0; j < third; j++) {
            // the inverse transform of length 3 is the transform with its last two results exchanged
            double[] first = x[j + third];
            double[] second = x[j + 2 * third];
            FloatingRowKernels.triple(x[j], first, second, cubeRoot, m, mi);
            x[j + third] = second;
            x[j + 2 * third] = first;
        }
    }

    /** Multiplies row j of the second third by w^j, of the last by w^2j. */
    private void twistThirds(double[][] x, long w) {
        int third = x.length / 3;
        long square = field.multiply(w, w);
        long a = w;
        long b = square;
        for (int j = 1; j < third; j++) {
            FloatingRowKernels.scale(x[third + j], balanced(a), m, mi);
            FloatingRowKernels.scale(x[2 * third + j], balanced(b), m, mi);
            a = field.multiply(a, w);
            b = field.multiply(b, square);
        }
    }

    /*
     * Bounds. A transform of M rows starts with bound 3/2 at most (after a triple step), which the two levels of plain
     * additions make 6. Each of the k other levels takes B to B + 1/2 + 3B/64, so B + 32/3 grows by 67/64: for M = 2^13, k = 11,
     * B stays below 17.4. The inverse starts with 2 (a sum of two products), then 8, and stays below 21. All are below 32.
     */

    private void cyclic(double[] @Nullable [] x, int from, int n, int columns) {
        int h = n / 2;
        for (int i = from; i < from + h; i++) {
            if (x[i] == null) {
                x[i] = new double[columns];
            }
            if (x[i + h] == null) {
                x[i + h] = x[i].clone();
            } else {
                FloatingRowKernels.addSubtract(x[i], x[i + h]);
            }
        }
        for (h /= 2; h > 0; h /= 2) {
            boolean second = 4 * h == n;
            int block = 0;
            for (int start = from; start < from + n; start += 2 * h) {
                double w = blockRoots[block++];
                for (int i = start; i < start + h; i++) {
                    if (second && start == from) {
                        FloatingRowKernels.addSubtract(x[i], x[i + h]);
                    } else {
                        FloatingRowKernels.butterfly(x[i], x[i + h], w, m, mi);
                    }
                }
            }
        }
    }

    private void inverseCyclic(double[][] x, int from, int n) {
        for (int h = 1; h < n; h *= 2) {
            for (int start = from; start < from + n; start += 2 * h) {
                for (int j = 0; j < h; j++) {
                    if (j == 0 && h <= 2) {
                        FloatingRowKernels.addSubtract(x[start], x[start + h]);
                    } else {
                        FloatingRowKernels.butterfly(x[start + j], x[start + h + j], inverseRoots[h + j], m, mi);
                    }
                }
            }
        }
    }
}
