package org.lfsrtoolkit.core.polynomial;

/**
 * The matrix on which {@link FloatingTransform} works, for a cyclic length of at least 64: 2^k, or 3·2^k, which wastes less.
 *
 * @param rows R
 * @param columns C, a power of 2
 */
record TransformShape(int rows, int columns) {

    /** The shortest shape with at least this many entries. */
    static TransformShape of(int length) {
        int k = Math.max(6, 32 - Integer.numberOfLeadingZeros(length - 1));
        int three = k - 2;
        if (three >= 6 && 3L << three >= length) {
            int high = Math.max(3, (three - 1) / 2);
            return new TransformShape(3 << high, 1 << (three - high));
        }
        return new TransformShape(1 << (k - k / 2), 1 << (k / 2));
    }

    /** R·C. */
    int length() {
        return rows * columns;
    }
}
