package org.lfsrtoolkit.parallel.kernel;

/**
 * Finds out at once whether a word of digits may hold a long run of zero digits, or an end of one.
 *
 * <p>A run of K zero digits lies in one word, or at least half of it is at the top of one word or the bottom of the next.
 * So a word shows if it has R ≤ K zeros in a row anywhere, or E ≤ ⌈K/2⌉ at either end; R ≤ 2E, R ≤ 8, E ≤ 4. With z one
 * bit for each zero digit, a run of R is seen after three shifts.
 *
 * @param first shift that makes runs of 2, 0 if E = 1
 * @param second shift that makes runs of E
 * @param third shift that makes runs of R
 * @param edges where a run of E begins at the bottom or ends at the top
 * @param digits the lowest bit of each digit in use
 */
record ZeroRuns(int first, int second, int third, long edges, long digits) {

    /** For kernels that look otherwise. */
    static final ZeroRuns NONE = new ZeroRuns(0, 0, 0, 0, 0);

    private static final int LONGEST_EDGE = 4;

    /**
     * @param run K, at least 2
     * @param digitBits bits of a digit
     * @param junk bits at the bottom of a word that hold no digits
     */
    static ZeroRuns of(int run, int digitBits, int junk) {
        int edge = Math.min(LONGEST_EDGE, (run + 1) / 2);
        int whole = Math.min(run, 2 * edge);
        long digits = 0;
        for (int bit = junk; bit + digitBits <= 64; bit += digitBits) {
            digits |= 1L << bit;
        }
        return new ZeroRuns(
                edge > 1 ? digitBits : 0,
                edge > 1 ? (edge - 2) * digitBits : 0,
                (whole - edge) * digitBits,
                1L << junk | 1L << (64 - edge * digitBits),
                digits);
    }

    /** Not 0 if the word shows. @param zeros the lowest bit of each digit that is zero; other bits do not matter */
    static long hits(long zeros, int first, int second, int third, long edges, long digits) {
        long z = zeros & digits;
        z &= z >>> first;
        z &= z >>> second;
        return z & z >>> third | z & edges;
    }
}
