package org.lfsrtoolkit.core.matrix;

/**
 * All multiples of one packed row over GF(2^k), k ≤ 8, so that other rows gain any of them by one or two additions: a table of
 * the multiples by the low four digits of a code and one by the high ones.
 *
 * <p>Cost: filling 2^k row additions for k ≤ 4, else 16 + 2^(k−4). Memory: as many rows. Threads: confined to one. Source:
 * [Albrecht2012], there called Newton-John tables.
 */
final class RowMultiples {

    /** Fewer words are added by loops of their own: those that have been short lose their vector instructions. */
    private static final int LEAST_VECTOR = 12;

    private static final int LOW_BITS = 4;
    private static final int LOW_SIZE = 1 << LOW_BITS;

    private final CodeLanes lanes;
    private final int digits;
    private final boolean twoTables;
    /** Entry v &lt; 16: v · row; entry 16 + v: 16·v · row. */
    private final long[][] multiples;

    /** @param width words of a row */
    RowMultiples(CodeLanes lanes, int digits, int width) {
        this.lanes = lanes;
        this.digits = digits;
        this.twoTables = digits > LOW_BITS;
        this.multiples = new long[twoTables ? LOW_SIZE + (1 << digits - LOW_BITS) : 1 << digits][width];
    }

    /** Tables the multiples of a row at words from .. to − 1. */
    void fill(long[] row, int from, int to) {
        long[] power = row;
        for (int e = 0; e < digits; e++) {
            int base = e < LOW_BITS ? 0 : LOW_SIZE;
            int half = 1 << (e < LOW_BITS ? e : e - LOW_BITS);
            long[] next = multiples[base + half];
            if (e == 0) {
                System.arraycopy(row, from, next, from, to - from);
            } else {
                lanes.timesGenerator(next, power, from, to);
            }
            power = next;
            for (int v = 1; v < half; v++) {
                sum(multiples[base + half + v], multiples[base + v], next, from, to);
            }
        }
    }

    /** target += code · row at words from .. to − 1. */
    void add(long[] target, int code, int from, int to) {
        long[] low = multiples[code & LOW_SIZE - 1];
        if (twoTables) {
            addTwo(target, low, multiples[LOW_SIZE + (code >>> LOW_BITS)], from, to);
        } else {
            addOne(target, low, from, to);
        }
    }

    private static void sum(long[] target, long[] a, long[] b, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int w = from; w < to; w++) {
                target[w] = a[w] ^ b[w];
            }
        } else {
            longSum(target, a, b, from, to);
        }
    }

    private static void longSum(long[] target, long[] a, long[] b, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] = a[w] ^ b[w];
        }
    }

    private static void addOne(long[] target, long[] a, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int w = from; w < to; w++) {
                target[w] ^= a[w];
            }
        } else {
            longAddOne(target, a, from, to);
        }
    }

    private static void longAddOne(long[] target, long[] a, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] ^= a[w];
        }
    }

    private static void addTwo(long[] target, long[] a, long[] b, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int w = from; w < to; w++) {
                target[w] ^= a[w] ^ b[w];
            }
        } else {
            longAddTwo(target, a, b, from, to);
        }
    }

    private static void longAddTwo(long[] target, long[] a, long[] b, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] ^= a[w] ^ b[w];
        }
    }
}
