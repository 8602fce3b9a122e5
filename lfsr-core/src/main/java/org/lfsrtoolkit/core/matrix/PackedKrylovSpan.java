package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/** {@link CodeKrylovSpan} for GF(2^k), 2 ≤ k ≤ 8: rows packed k bits an entry, multiples by adding a^e times the row. */
final class PackedKrylovSpan extends CodeKrylovSpan {

    private final int k;
    private final int stride;
    private final FourRussiansVectorProduct matrix;
    /** Row k·t + e, of stride words: a^e times echelon row t. */
    private final long[] echelonRows;

    PackedKrylovSpan(FiniteField field, long[]... rows) {
        super(field, rows.length);
        k = field.extensionDegree();
        BitEntries expanded = PackedBits.expanded(field, n, rows);
        stride = expanded.stride();
        matrix = FourRussiansVectorProduct.of(expanded);
        echelonRows = new long[Math.multiplyExact(k * n, stride)];
    }

    private long[] pack(long[] v) {
        long[] words = new long[stride];
        PackedBits.packInto(k, words, 0, v);
        return words;
    }

    @Override
    public long[] apply(long[] v) {
        return PackedBits.unpack(k, matrix.apply(pack(v)), 0, n);
    }

    @Override
    long[] reduce(long[] v, int size, long[] used) {
        final int width = stride;
        final long[] rows = echelonRows;
        long[] rest = pack(v);
        for (int t = 0; t < size; t++) {
            long code = PackedBits.get(k, rest, 0, pivots[t]);
            used[t] = code;
            for (int row = k * t * width; code != 0; row += width, code >>>= 1) {
                if ((code & 1) != 0) {
                    for (int w = 0; w < width; w++) {
                        rest[w] ^= rows[row + w];
                    }
                }
            }
        }
        return PackedBits.unpack(k, rest, 0, n);
    }

    @Override
    void store(int t, long[] row) {
        System.arraycopy(PackedBits.expanded(field, n, row).words(), 0, echelonRows, k * t * stride, k * stride);
    }
}
