package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;

/**
 * Euclid's algorithm on binary polynomials, some thirty quotient bits at a time: the quotients come from the top 64 bits of
 * both remainders, as a matrix of polynomials of degree at most 31, which is then applied to the whole remainders and
 * cofactors.
 *
 * <p>Coefficients are held 32 to a {@code long}, so that a product by an entry of the matrix stays in its place: a row of
 * shifts and additions without carries from one place to the next, which the compiler turns into vector instructions.
 *
 * <p>Cost: for degree n about n/32 rounds of a fixed 150 ns and 64 shifts of n/64 places on average. Memory: linear.
 * Threads: not safe. Source: Lehmer's method, [Knuth1997, 4.5.2]; [GathenGerhard2013, ch. 11] for the number of quotients that
 * the top bits determine.
 */
final class BinaryLehmer {

    private static final long LOW = 0xFFFF_FFFFL;

    /** Shifts of each operand in one pass over the places. */
    private static final int SHIFTS = 8;

    /**
     * Fewer places are filled up with zeros: the compiler goes by the loops it has seen, and after many short ones it does
     * without vectors for the long ones too (gcd at degree 20,000: 1.4 ms instead of 1.1).
     */
    private static final int LEAST_PLACES = 24;

    private final int firstDegree;
    private long[] u;
    private long[] v;
    private int degreeU;
    private int degreeV;
    /** {first row, second row} of each column of cofactors. */
    private final long[][][] columns;

    private final long[] sum;
    private final long[] otherSum;
    private final long[] below;

    /** The places of both rows of each column start as given. */
    private BinaryLehmer(long[] u, long[] v, int[][] columns) {
        int places = Math.max(2 * u.length, LEAST_PLACES) + 2;
        this.u = split(u, places);
        this.v = split(v, places);
        this.degreeU = BinaryWords.degree(u);
        this.degreeV = BinaryWords.degree(v);
        this.firstDegree = degreeU;
        this.sum = new long[places];
        this.otherSum = new long[places];
        this.below = new long[places];
        this.columns = new long[columns.length][2][places];
        for (int i = 0; i < columns.length; i++) {
            this.columns[i][0][0] = columns[i][0];
            this.columns[i][1][0] = columns[i][1];
        }
    }

    /** Remainders alone of u ≠ 0 and v, deg u ≥ deg v. */
    static BinaryLehmer withoutCofactors(long[] u, long[] v) {
        return new BinaryLehmer(u, v, new int[][] {});
    }

    /** With the cofactors of u as column 0. */
    static BinaryLehmer withFirstCofactor(long[] u, long[] v) {
        return new BinaryLehmer(u, v, new int[][] {{1, 0}});
    }

    /** With the cofactors of v as column 0. */
    static BinaryLehmer withSecondCofactor(long[] u, long[] v) {
        return new BinaryLehmer(u, v, new int[][] {{0, 1}});
    }

    /** With the cofactors of u as column 0, of v as column 1. */
    static BinaryLehmer withBothCofactors(long[] u, long[] v) {
        return new BinaryLehmer(u, v, new int[][] {{1, 0}, {0, 1}});
    }

    private static long[] split(long[] words, int places) {
        long[] split = new long[places];
        for (int i = 0; i < words.length; i++) {
            split[2 * i] = words[i] & LOW;
            split[2 * i + 1] = words[i] >>> 32;
        }
        return split;
    }

    private static long[] join(long[] places) {
        long[] words = new long[places.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = places[2 * i] | places[2 * i + 1] << 32;
        }
        return BinaryWords.trim(words);
    }

    /** The first or the second remainder. */
    long[] remainder(int row) {
        return join(row == 0 ? u : v);
    }

    /** The cofactor of the first or second remainder. */
    long[] cofactor(int row, int column) {
        return join(columns[column][row]);
    }

    /** Euclid's steps while the second remainder has at least the degree stop ≥ 0. */
    void run(int stop) {
        while (degreeV >= stop) {
            if (degreeU - degreeV >= 32) {
                subtractShifted();
            } else {
                round(stop);
            }
        }
    }

    /** One bit of a long quotient. */
    private void subtractShifted() {
        int shift = degreeU - degreeV;
        addShifted(u, v, shift);
        for (long[][] column : columns) {
            addShifted(column[0], column[1], shift);
        }
        degreeU = degree(u, degreeU);
        if (degreeU < degreeV) {
            exchange();
        }
    }

    private static void addShifted(long[] target, long[] source, int shift) {
        int places = shift >>> 5;
        int up = shift & 31;
        long carry = 0;
        for (int i = places; i < target.length; i++) {
            long shifted = source[i - places] << up;
            target[i] ^= shifted & LOW | carry;
            carry = shifted >>> 32;
        }
    }

    private void exchange() {
        long[] held = u;
        u = v;
        v = held;
        int degree = degreeU;
        degreeU = degreeV;
        degreeV = degree;
        for (long[][] column : columns) {
            held = column[0];
            column[0] = column[1];
            column[1] = held;
        }
    }

    /*
     * The window holds bits degreeU − 63..degreeU. Of a pair whose first polynomial has degree 63, the quotients up to the
     * last remainder of degree at least 32 are right whatever comes below, and the cofactors have degree at most 31. Two
     * entries share a word.
     */
    private void round(int stop) {
        long r0 = window(u);
        long r1 = window(v);
        long row0 = 1;
        long row1 = 1L << 32;
        int most = 63 - Math.max(32, stop - degreeU + 63);
        int zeros0 = 0;
        int zeros1 = Long.numberOfLeadingZeros(r1);
        while (zeros1 <= most) {
            int shift = zeros1 - zeros0;
            r0 ^= r1 << shift;
            row0 ^= row1 << shift;
            zeros0 = Long.numberOfLeadingZeros(r0);
            // exchange the rows if r0 has become the smaller one; a branch would be guessed wrong every other time
            long exchange = (long) (zeros1 - zeros0) >> 63;
            long difference = (r0 ^ r1) & exchange;
            r0 ^= difference;
            r1 ^= difference;
            difference = (row0 ^ row1) & exchange;
            row0 ^= difference;
            row1 ^= difference;
            int zeros = (zeros0 ^ zeros1) & (int) exchange;
            zeros0 ^= zeros;
            zeros1 ^= zeros;
        }
        int places = Math.max((degreeU >>> 5) + 1, LEAST_PLACES);
        degreeU -= zeros0;
        int cofactorPlaces = Math.max((firstDegree - degreeU >>> 5) + 1, LEAST_PLACES);
        apply(row0, row1, places, cofactorPlaces);
        degreeV = degree(v, degreeU);
    }

    private long window(long[] a) {
        if (degreeU < 63) {
            return (a[0] | a[1] << 32) << 63 - degreeU;
        }
        int from = degreeU - 63;
        int place = from >>> 5;
        int down = from & 31;
        return a[place] >>> down | a[place + 1] << 32 - down | a[place + 2] << 64 - down;
    }

    private static int degree(long[] a, int atMost) {
        int i = atMost >>> 5;
        while (i >= 0 && a[i] == 0) {
            i--;
        }
        return i < 0 ? -1 : 32 * i + 63 - Long.numberOfLeadingZeros(a[i]);
    }

    private void apply(long row0, long row1, int places, int cofactorPlaces) {
        multiply(sum, row0, u, v, places);
        multiply(otherSum, row1, u, v, places);
        carry(u, sum, places);
        carry(v, otherSum, places);
        for (long[][] column : columns) {
            multiply(sum, row0, column[0], column[1], cofactorPlaces);
            multiply(otherSum, row1, column[0], column[1], cofactorPlaces);
            carry(column[0], sum, cofactorPlaces);
            carry(column[1], otherSum, cofactorPlaces);
        }
    }

    /** result = x times the lower entry of the row plus y times the upper one, place by place. */
    private static void multiply(long[] result, long row, long[] x, long[] y, int places) {
        Arrays.fill(result, 0, places, 0);
        long ofX = row & LOW;
        long ofY = row >>> 32;
        do {
            addShifted(result, x, ofX, y, ofY, places);
            for (int i = 0; i < SHIFTS; i++) {
                ofX &= ofX - 1;
                ofY &= ofY - 1;
            }
        } while ((ofX | ofY) != 0);
    }

    /**
     * target += the shifts of x and y by the lowest eight bits set in ofX and ofY.
     *
     * <p>One loop over three arrays with one index is what the compiler needs to use vectors, and more shifts in it are too
     * many. Where bits are missing, the shift by 63 brings the lowest bit of a place to its top, where it is dropped.
     */
    private static void addShifted(long[] target, long[] x, long ofX, long[] y, long ofY, int places) {
        long bits = ofX;
        final int a = lowest(bits);
        bits &= bits - 1;
        final int b = lowest(bits);
        bits &= bits - 1;
        final int c = lowest(bits);
        bits &= bits - 1;
        final int d = lowest(bits);
        bits &= bits - 1;
        final int e = lowest(bits);
        bits &= bits - 1;
        final int f = lowest(bits);
        bits &= bits - 1;
        final int g = lowest(bits);
        bits &= bits - 1;
        final int h = lowest(bits);
        bits = ofY;
        final int k = lowest(bits);
        bits &= bits - 1;
        final int l = lowest(bits);
        bits &= bits - 1;
        final int m = lowest(bits);
        bits &= bits - 1;
        final int n = lowest(bits);
        bits &= bits - 1;
        final int o = lowest(bits);
        bits &= bits - 1;
        final int p = lowest(bits);
        bits &= bits - 1;
        final int q = lowest(bits);
        bits &= bits - 1;
        final int r = lowest(bits);
        for (int i = 0; i < places; i++) {
            long s = x[i];
            long t = y[i];
            target[i] ^= s << a ^ s << b ^ s << c ^ s << d ^ s << e ^ s << f ^ s << g ^ s << h ^ t << k ^ t << l
                    ^ t << m ^ t << n ^ t << o ^ t << p ^ t << q ^ t << r;
        }
    }

    private static int lowest(long bits) {
        return Long.numberOfTrailingZeros(bits | Long.MIN_VALUE);
    }

    /** target = the places of the sum, what exceeds 32 bits carried into the next; bit 63 is no part of it. */
    private void carry(long[] target, long[] sum, int places) {
        final long[] previous = below;
        previous[0] = 0;
        System.arraycopy(sum, 0, previous, 1, places);
        for (int i = 0; i < places; i++) {
            target[i] = sum[i] & LOW ^ previous[i] << 1 >>> 33;
        }
    }
}
