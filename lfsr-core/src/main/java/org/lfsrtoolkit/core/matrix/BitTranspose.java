package org.lfsrtoolkit.core.matrix;

/** Transposition over GF(2) by 64 × 64 blocks, each in six rounds of exchanging halves. Source: [Warren2012, 7-3]. */
final class BitTranspose {

    private BitTranspose() {}

    static long[] of(BitEntries matrix) {
        int strideIn = matrix.stride();
        int strideOut = BitEntries.stride(matrix.rowCount());
        long[] in = matrix.words();
        long[] out = new long[Math.multiplyExact(matrix.columnCount(), strideOut)];
        long[] block = new long[64];
        for (int top = 0; top < matrix.rowCount(); top += 64) {
            int height = Math.min(64, matrix.rowCount() - top);
            for (int w = 0; w < strideIn; w++) {
                for (int i = 0; i < 64; i++) {
                    block[i] = i < height ? in[(top + i) * strideIn + w] : 0;
                }
                transpose64(block);
                int width = Math.min(64, matrix.columnCount() - 64 * w);
                for (int j = 0; j < width; j++) {
                    out[(64 * w + j) * strideOut + (top >>> 6)] = block[j];
                }
            }
        }
        return out;
    }

    /** Exchanges bit j of word i with bit i of word j. */
    static void transpose64(long[] block) {
        long mask = 0x00000000FFFFFFFFL;
        for (int half = 32; half != 0; half >>>= 1, mask ^= mask << half) {
            for (int i = 0; i < 64; i = (i + half + 1) & ~half) {
                long swap = (block[i] >>> half ^ block[i + half]) & mask;
                block[i] ^= swap << half;
                block[i + half] ^= swap;
            }
        }
    }
}
