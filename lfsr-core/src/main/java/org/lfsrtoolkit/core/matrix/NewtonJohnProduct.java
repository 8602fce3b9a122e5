package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Product over GF(2^k), 2 ≤ k ≤ 8, with tables of all multiples of each row of the right factor ({@link RowMultiples}).
 *
 * <p>Cost for A of r rows and s columns and w words a row of B: r·s·w additions of a word, twice that for k &gt; 4, and s·2^k·w
 * for tables; {@link DigitProduct} has k²/6 times r·s·w/k instead and wins for long rows. Memory: B and the product, packed.
 * The control is asked once a row of B. Threads: stateless. Source: [Albrecht2012].
 */
final class NewtonJohnProduct {

    private NewtonJohnProduct() {}

    static long[][] product(FiniteField field, long[][] left, long[][] right, RunControl control) {
        CodeLanes lanes = new CodeLanes(field);
        int columns = right[0].length;
        int width = lanes.width(columns);
        RowMultiples multiples = new RowMultiples(lanes, field.extensionDegree(), width);
        long[][] sums = new long[left.length][width];
        for (int s = 0; s < right.length; s++) {
            control.check();
            multiples.fill(lanes.pack(right[s]), 0, width);
            for (int i = 0; i < left.length; i++) {
                int code = (int) left[i][s];
                if (code != 0) {
                    multiples.add(sums[i], code, 0, width);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = lanes.unpack(sums[i], columns);
        }
        return sums;
    }
}
