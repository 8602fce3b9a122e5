package org.lfsrtoolkit.core.field;

/**
 * Reduction modulo one binary polynomial f of degree k, 1 ≤ k ≤ 61, by a table for each byte above x^k.
 *
 * <p>Works at the same speed for every f. Memory: 2 KiB for each 8 bits of k. Building: 256 exclusive ors a table.
 * Threads: immutable.
 */
final class BinaryReduction {

    private final int k;
    private final long mask;
    /** rows[256·j + b] = b(x)·x^(k + 8j) mod f. */
    private final long[] rows;

    private final int tables;

    BinaryReduction(long... modulus) {
        this.k = modulus.length - 1;
        this.mask = (1L << k) - 1;
        long tail = 0;
        for (int i = 0; i < k; i++) {
            tail |= modulus[i] << i;
        }
        this.tables = (k - 1 + 7) / 8;
        this.rows = new long[256 * tables];
        long power = tail;
        for (int j = 0; j < tables; j++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                for (int b = 0; b < bit; b++) {
                    rows[256 * j + bit + b] = rows[256 * j + b] ^ power;
                }
                power = (power << 1) & mask ^ (tail & -(power >>> (k - 1)));
            }
        }
    }

    /** (high·x^64 + low) mod f, for a polynomial of degree at most 2k − 2. */
    long reduce(long high, long low) {
        final long[] table = rows;
        long result = low & mask;
        long above = (low >>> k) | (high << (64 - k));
        for (int j = 0; j < tables; j++) {
            result ^= table[(j << 8) + (int) (above & 255)];
            above >>>= 8;
        }
        return result;
    }
}
