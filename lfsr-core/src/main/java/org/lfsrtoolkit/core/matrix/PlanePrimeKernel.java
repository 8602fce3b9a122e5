package org.lfsrtoolkit.core.matrix;

import java.math.BigInteger;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Sums of multiples of rows over a prime field, 2^55 &lt; p &lt; 2^61: a residue is cut into two pieces of 30 bits, and a sum is
 * kept in four rows of longs, its planes.
 *
 * <p>A product of residues is four products of pieces, which the compiler turns into vector instructions where the machine
 * multiplies vectors of longs. Threads: stateless.
 */
final class PlanePrimeKernel {

    /*
     * The value of an entry is c0 + c1·2^30 + c2·2^60 + c3·2^90. A residue r, taken between −p/2 and p/2 and so below 2^60 in
     * absolute value, has c0 in −2^29..2^29 − 1, |c1| ≤ 2^30 and c2 = c3 = 0. Products of pieces are then at most 2^58 for c0,
     * two of 2^59 for c1 and 2^60 for c2; four sources add at most 2^62 to a plane. After that the planes c0, c1, c2 pass on what
     * is above 30 bits, which leaves them in 0..2^30 − 1. With at most 2^16 terms |c3| stays below 2^47.
     */

    /** Planes of a sum. */
    static final int PLANES = 4;
    /** Rows that {@link #addFour} takes. */
    private static final int SOURCES = 4;

    private static final int BITS = 30;
    private static final long MASK = (1L << BITS) - 1;
    private static final int MOST_TERMS = 1 << 16;
    private static final int BLOCK = 32;

    private final long p;
    /** Bits of p, less 2. */
    private final int shift;
    /** floor(2^(bits of p + 62) / p). */
    private final long reciprocal;
    /** 2^90 mod p. */
    private final long topWeight;
    /** The least multiple of p from 2^109 on, in two words: makes every sum positive. */
    private final long offsetHigh;

    private final long offsetLow;

    PlanePrimeKernel(long p) {
        this.p = p;
        BigInteger modulus = BigInteger.valueOf(p);
        this.shift = modulus.bitLength() - 2;
        this.reciprocal = BigInteger.ONE.shiftLeft(shift + 64).divide(modulus).longValueExact();
        this.topWeight = BigInteger.ONE.shiftLeft(90).mod(modulus).longValueExact();
        BigInteger least = BigInteger.ONE.shiftLeft(109);
        BigInteger offset =
                least.add(modulus).subtract(BigInteger.ONE).divide(modulus).multiply(modulus);
        this.offsetHigh = offset.shiftRight(64).longValueExact();
        this.offsetLow = offset.longValue();
    }

    static boolean serves(long p, int terms) {
        return p > 1L << 55 && p < 1L << 61 && terms <= MOST_TERMS;
    }

    /** Puts a residue in a place. */
    void set(long[][] planes, int place, long residue) {
        long symmetric = residue > p >> 1 ? residue - p : residue;
        long low = lowPiece(symmetric);
        planes[0][place] = low;
        planes[1][place] = symmetric - low >> BITS;
        planes[2][place] = 0;
        planes[3][place] = 0;
    }

    private static long lowPiece(long symmetric) {
        return symmetric << 64 - BITS >> 64 - BITS;
    }

    /** The residue in a place. */
    long get(long[][] planes, int place) {
        // |c3·topWeight| < 2^47·2^61 = 2^108, all other terms together are below 2^91
        long low = planes[0][place] + (planes[1][place] << BITS);
        long high = low >> 63;
        long c2 = planes[2][place];
        long c3 = planes[3][place];
        long part = c2 << 60;
        low += part;
        high += (c2 >> 4) + carry(low, part);
        part = c3 * topWeight;
        low += part;
        high += Math.multiplyHigh(c3, topWeight) + carry(low, part);
        low += offsetLow;
        high += offsetHigh + carry(low, offsetLow);
        return reduce(high, low);
    }

    private static long carry(long sum, long part) {
        return Long.compareUnsigned(sum, part) < 0 ? 1 : 0;
    }

    /** a·b mod p. */
    long multiply(long a, long b) {
        return reduce(Math.multiplyHigh(a, b), a * b);
    }

    /*
     * high·2^64 + low mod p for a number below p², p having L bits: h = floor(x / 2^(L−2)) is below 2^(L+2), so below 2^63. The
     * quotient floor(h·reciprocal / 2^64) is at most 2.5 too small, as for LongPrimeField.
     */
    private long reduce(long high, long low) {
        long h = high << 64 - shift | low >>> shift;
        long rest = low - Math.multiplyHigh(h, reciprocal) * p - 2 * p;
        rest += p & rest >> 63;
        return rest + (p & rest >> 63);
    }

    /** target += Σ factors[l] · sources[l] over four residues and rows of residues, at places from .. to − 1. */
    void addFour(long[][] target, long[][][] sources, long[] factors, int from, int to) {
        long fa = balanced(factors[0]);
        long fb = balanced(factors[1]);
        long fc = balanced(factors[2]);
        long fd = balanced(factors[3]);
        long fa0 = lowPiece(fa);
        long fb0 = lowPiece(fb);
        long fc0 = lowPiece(fc);
        long fd0 = lowPiece(fd);
        long fa1 = fa - fa0 >> BITS;
        long fb1 = fb - fb0 >> BITS;
        long fc1 = fc - fc0 >> BITS;
        long fd1 = fd - fd0 >> BITS;
        long[][] a = sources[0];
        long[][] b = sources[1];
        long[][] c = sources[2];
        long[][] d = sources[3];
        addTwo(target[0], a[0], b[0], fa0, fb0, from, to);
        addTwo(target[0], c[0], d[0], fc0, fd0, from, to);
        addTwo(target[1], a[0], b[0], fa1, fb1, from, to);
        addTwo(target[1], c[0], d[0], fc1, fd1, from, to);
        addTwo(target[1], a[1], b[1], fa0, fb0, from, to);
        addTwo(target[1], c[1], d[1], fc0, fd0, from, to);
        addTwo(target[2], a[1], b[1], fa1, fb1, from, to);
        addTwo(target[2], c[1], d[1], fc1, fd1, from, to);
        passOn(target[0], target[1], target[2], target[3], from, to);
    }

    private long balanced(long residue) {
        return residue > p >> 1 ? residue - p : residue;
    }

    private static void addTwo(long[] target, long[] a, long[] b, long fa, long fb, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += fa * a[j] + fb * b[j];
        }
    }

    private static void passOn(long[] c0, long[] c1, long[] c2, long[] c3, int from, int to) {
        for (int j = from; j < to; j++) {
            long x0 = c0[j];
            long x1 = c1[j] + (x0 >> BITS);
            long x2 = c2[j] + (x1 >> BITS);
            c0[j] = x0 & MASK;
            c1[j] = x1 & MASK;
            c2[j] = x2 & MASK;
            c3[j] += x2 >> BITS;
        }
    }

    /** The product of matrices of residues, the right one not empty. */
    long[][] product(long[][] left, long[][] right, RunControl control) {
        int width = right[0].length;
        long[][][] rows = new long[right.length][PLANES][];
        for (int i = 0; i < right.length; i++) {
            rows[i][0] = new long[width];
            rows[i][1] = new long[width];
            for (int j = 0; j < width; j++) {
                long residue = right[i][j];
                long symmetric = residue > p >> 1 ? residue - p : residue;
                rows[i][0][j] = lowPiece(symmetric);
                rows[i][1][j] = symmetric - rows[i][0][j] >> BITS;
            }
        }
        long[][][] sums = new long[left.length][PLANES][width];
        long[][][] sources = new long[SOURCES][][];
        long[] factors = new long[SOURCES];
        for (int top = 0; top < rows.length; top += BLOCK) {
            control.check();
            int bottom = Math.min(rows.length, top + BLOCK);
            for (int i = 0; i < left.length; i++) {
                for (int r = top; r < bottom; r += SOURCES) {
                    for (int l = 0; l < SOURCES; l++) {
                        sources[l] = rows[Math.min(r + l, bottom - 1)];
                        factors[l] = r + l < bottom ? left[i][r + l] : 0;
                    }
                    addFour(sums[i], sources, factors, 0, width);
                }
            }
        }
        long[][] product = new long[left.length][width];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < width; j++) {
                product[i][j] = get(sums[i], j);
            }
        }
        return product;
    }
}
