package org.lfsrtoolkit.bench.schedule;

/** Deterministic work of chosen cost, in rounds of about a nanosecond. */
final class Work {

    private Work() {}

    /** So many dependent multiply-add rounds; the result is to be consumed. */
    static long rounds(long seed, long rounds) {
        long x = seed | 1;
        for (long i = 0; i < rounds; i++) {
            x = x * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
        }
        return x;
    }

    /** Rounds of each item: 1 % of the items, standing together at the front, cost a hundred times the others. */
    static int[] skewed(int items, int rounds) {
        int[] all = new int[items];
        for (int i = 0; i < items; i++) {
            all[i] = i < items / 100 ? 100 * rounds : rounds;
        }
        return all;
    }

    /** Rounds of each item: all the same. */
    static int[] even(int items, int rounds) {
        int[] all = new int[items];
        java.util.Arrays.fill(all, rounds);
        return all;
    }
}
