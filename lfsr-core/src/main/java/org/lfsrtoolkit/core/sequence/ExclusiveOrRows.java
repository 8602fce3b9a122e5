package org.lfsrtoolkit.core.sequence;

/**
 * Exclusive ors of whole rows of words, the kernels of fast binary output.
 *
 * <p>Every loop reads and writes all its arrays at the same index: the compiler of JDK 17 turns such loops into vector
 * instructions and leaves loops over parts of one array, at different offsets, as they are. Six sources are the most
 * that it took. A row of 64 words from the first cache: 11 ns for one source, 27 for six. All rows have one length.
 */
final class ExclusiveOrRows {

    private ExclusiveOrRows() {}

    /** target = a + b. */
    static void sum(long[] target, long[] a, long[] b) {
        for (int i = 0; i < target.length; i++) {
            target[i] = a[i] ^ b[i];
        }
    }

    /** target += a. */
    static void add(long[] target, long[] a) {
        for (int i = 0; i < target.length; i++) {
            target[i] ^= a[i];
        }
    }

    /** target += a + b + c + d + e + f. */
    static void add(long[] target, long[] a, long[] b, long[] c, long[] d, long[] e, long[] f) {
        for (int i = 0; i < target.length; i++) {
            target[i] ^= a[i] ^ b[i] ^ c[i] ^ d[i] ^ e[i] ^ f[i];
        }
    }
}
