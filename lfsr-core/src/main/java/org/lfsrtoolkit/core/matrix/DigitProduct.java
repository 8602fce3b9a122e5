package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Products over small fields: for GF(2^k), k ≤ 8, with tables of multiples ({@link NewtonJohnProduct}) or, long ones over
 * GF(4) and GF(8), through bits and the method of the four Russians; for small odd p through digits over GF(p), with sums of
 * rows ({@link LaneProduct}) or vectors of ints. See {@link SubfieldDigits}.
 */
final class DigitProduct {

    private static final int MAXIMAL_BITS = 8;
    /** Below this side the plain loops are as fast. */
    static final int LEAST_SIDE = 16;

    /** Fields of more digits are faster with tables of multiples at any side, */
    private static final int MOST_DIGITS_FOR_BITS = 3;
    /** others below this many rows of the right factor. */
    private static final int LEAST_SIDE_FOR_BITS = 500;

    private DigitProduct() {}

    /** Whether a product with this many rows in the right factor gains. */
    static boolean serves(FiniteField field, int inner) {
        return inner >= LEAST_SIDE && (servesBits(field) || IntPrimeKernel.serves(field));
    }

    static boolean servesBits(FiniteField field) {
        return field.characteristic() == 2 && field.extensionDegree() <= MAXIMAL_BITS;
    }

    static long[][] product(FiniteField field, long[][] left, long[][] right, RunControl control) {
        if (field.characteristic() != 2) {
            return intProduct(field, left, right, control);
        }
        return field.extensionDegree() > MOST_DIGITS_FOR_BITS || right.length < LEAST_SIDE_FOR_BITS
                ? NewtonJohnProduct.product(field, left, right, control)
                : bitProduct(field, left, right, control);
    }

    private static long[][] intProduct(FiniteField field, long[][] left, long[][] right, RunControl control) {
        int k = field.extensionDegree();
        int columns = right[0].length;
        int[][] rows = new int[k * right.length][k * columns];
        for (int i = 0; i < right.length; i++) {
            long[][] multiples = SubfieldDigits.multiples(field, right[i]);
            for (int e = 0; e < k; e++) {
                SubfieldDigits.digits(field, multiples[e], rows[k * i + e], 0);
            }
        }
        int[][] vectors = new int[left.length][rows.length];
        for (int i = 0; i < left.length; i++) {
            SubfieldDigits.digits(field, left[i], vectors[i], 0);
        }
        int p = (int) field.characteristic();
        int[][] images = LaneProduct.serves(p, left.length)
                ? LaneProduct.product(p, vectors, rows, control)
                : new IntPrimeKernel(p).product(vectors, rows, control);
        long[][] product = new long[left.length][columns];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < columns; j++) {
                product[i][j] = SubfieldDigits.code(field, images[i], k * j);
            }
        }
        return product;
    }

    private static long[][] bitProduct(FiniteField field, long[][] left, long[][] right, RunControl control) {
        int k = field.extensionDegree();
        int columns = right[0].length;
        BitEntries a = PackedBits.pack(k, left[0].length, left);
        BitEntries b = PackedBits.expanded(field, columns, right);
        long[] words = FourRussiansMultiplication.product(a, b, control);
        long[][] product = new long[left.length][];
        int stride = b.stride();
        for (int i = 0; i < product.length; i++) {
            product[i] = PackedBits.unpack(k, words, i * stride, columns);
        }
        return product;
    }
}
