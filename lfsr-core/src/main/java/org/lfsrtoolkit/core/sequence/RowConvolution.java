package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;

/**
 * Sums of rows that slide along: out(t) += XOR of x(t + j) over the j with r_j = 1, for fixed bits r_0 … r_(N−1) and
 * 0 ≤ t &lt; n.
 *
 * <p>Halving, n = N = 2h: with r = (a, b) and the windows A, B, C of 2h − 1 rows that begin at x(0), x(h), x(2h), the first
 * half of the sums is (a + b)∘B + a∘(A + B), the second (a + b)∘B + b∘(B + C): three products of half the size for four.
 * That is Karatsuba's product, transposed.
 *
 * <p>Leaf, the method of four Russians: the rows x are taken {@value #GROUP} at a time, all sums of a group are tabulated,
 * and out(t) gets one of them from every group that its window meets. Which one, {@value #GROUP} bits of r beginning at the
 * place of the group less t, is known beforehand.
 *
 * <p>Cost at a leaf of N bits: about N/{@value #GROUP} row operations a sum, {@value #FUSED} in one pass, and
 * 2^{@value #GROUP} for every {@value #GROUP} rows x. Memory: {@value #FUSED}·2^{@value #GROUP} + 3n rows. Threads: not safe.
 * Source: [KaratsubaOfman1963]; [ArlazarovDinicKronrodFaradzev1970].
 */
final class RowConvolution {

    private static final int GROUP = 5;
    private static final int FUSED = 6;

    private final int outputs;
    private final int levels;
    private final int leafBits;
    private final int leafOutputs;
    /** For each leaf in the order of the visits: at base + o the bits r_o … r_(o+GROUP−1), those outside being 0. */
    private final byte[][] patterns;

    private final int base;
    private int leaf;
    /** tables[i][v]: the sum of the rows of group i that v names; [0] is a row of zeros. */
    private final long[][][] tables;
    /** For each level, room for A + B or B + C. */
    private final long[][][] sums;
    /** For each level, room for (a + b)∘B. */
    private final long[][][] middle;

    /**
     * @param r N bits
     * @param levels how often to halve; if not 0, n = N, a multiple of 2^levels
     * @param outputs n ≥ 1
     * @param width words of a row
     */
    RowConvolution(boolean[] r, int levels, int outputs, int width) {
        assert levels == 0 || outputs == r.length && outputs % (1 << levels) == 0 : r.length + " bits, " + outputs;
        this.outputs = outputs;
        this.levels = levels;
        this.leafBits = r.length >> levels;
        this.leafOutputs = outputs >> levels;
        this.base = leafOutputs + GROUP;
        int leaves = 1;
        for (int level = 0; level < levels; level++) {
            leaves *= 3;
        }
        this.patterns = new byte[leaves][];
        collect(r, levels);
        this.tables = new long[FUSED][1 << GROUP][];
        long[] zero = new long[width];
        for (long[][] table : tables) {
            for (int v = 0; v < table.length; v++) {
                table[v] = Integer.bitCount(v) < 2 ? zero : new long[width];
            }
        }
        this.sums = new long[levels][][];
        this.middle = new long[levels][][];
        for (int level = 0; level < levels; level++) {
            int half = outputs >> (level + 1);
            sums[level] = new long[2 * half - 1][width];
            middle[level] = new long[half][width];
        }
    }

    private void collect(boolean[] r, int halvings) {
        if (halvings == 0) {
            patterns[leaf++] = patterns(r);
            return;
        }
        int half = r.length / 2;
        boolean[] low = Arrays.copyOf(r, half);
        boolean[] high = Arrays.copyOfRange(r, half, r.length);
        boolean[] both = new boolean[half];
        for (int i = 0; i < half; i++) {
            both[i] = low[i] ^ high[i];
        }
        collect(both, halvings - 1);
        collect(low, halvings - 1);
        collect(high, halvings - 1);
    }

    private byte[] patterns(boolean[] r) {
        byte[] windows = new byte[base + leafBits + leafOutputs + 2 * FUSED * GROUP];
        for (int o = 1 - GROUP; o < leafBits; o++) {
            int v = 0;
            for (int b = 0; b < GROUP; b++) {
                int j = o + b;
                if (j >= 0 && j < leafBits && r[j]) {
                    v |= 1 << b;
                }
            }
            windows[base + o] = (byte) v;
        }
        return windows;
    }

    /** Adds the sums of x[from … from + N + n − 1) to out[to … to + n). */
    void accumulate(long[][] x, int from, long[][] out, int to) {
        leaf = 0;
        product(x, from, out, to, outputs, 0);
    }

    private void product(long[][] x, int from, long[][] out, int to, int count, int level) {
        if (level == levels) {
            leaf(x, from, out, to, patterns[leaf++]);
            return;
        }
        int half = count / 2;
        long[][] common = middle[level];
        for (long[] row : common) {
            Arrays.fill(row, 0);
        }
        product(x, from + half, common, 0, half, level + 1);
        for (int i = 0; i < half; i++) {
            ExclusiveOrRows.add(out[to + i], common[i]);
            ExclusiveOrRows.add(out[to + half + i], common[i]);
        }
        long[][] sum = sums[level];
        for (int part = 0; part < 2; part++) {
            int begin = from + part * half;
            for (int i = 0; i < sum.length; i++) {
                ExclusiveOrRows.sum(sum[i], x[begin + i], x[begin + half + i]);
            }
            product(sum, 0, out, to + part * half, half, level + 1);
        }
    }

    private void leaf(long[][] x, int from, long[][] out, int to, byte[] pattern) {
        int rows = leafBits + leafOutputs - 1;
        for (int first = 0; first < rows; first += FUSED * GROUP) {
            for (int i = 0; i < FUSED; i++) {
                tabulate(tables[i], x, from + first + i * GROUP, from + rows);
            }
            // Outside this range all six patterns are 0.
            int begin = Math.max(0, first - leafBits + 1);
            int end = Math.min(leafOutputs, first + FUSED * GROUP);
            long[][] a = tables[0];
            long[][] b = tables[1];
            long[][] c = tables[2];
            long[][] d = tables[3];
            long[][] e = tables[4];
            long[][] f = tables[5];
            for (int t = begin; t < end; t++) {
                int o = base + first - t;
                ExclusiveOrRows.add(
                        out[to + t],
                        a[pattern[o]],
                        b[pattern[o + GROUP]],
                        c[pattern[o + 2 * GROUP]],
                        d[pattern[o + 3 * GROUP]],
                        e[pattern[o + 4 * GROUP]],
                        f[pattern[o + 5 * GROUP]]);
            }
        }
    }

    /** Rows from {@code end} on are named by no pattern. */
    private static void tabulate(long[][] table, long[][] x, int from, int end) {
        for (int b = 0; b < GROUP && from + b < end; b++) {
            long[] row = x[from + b];
            table[1 << b] = row;
            for (int v = 1; v < 1 << b; v++) {
                ExclusiveOrRows.sum(table[(1 << b) + v], table[v], row);
            }
        }
    }
}
