package org.lfsrtoolkit.core.polynomial;

/**
 * Products of integer polynomials term by term in {@code double}, eight rows of the product at a time.
 *
 * <p>The compiler uses vector instructions only if all arrays of a loop have one index. So there are eight copies of one operand,
 * each moved up by one more place, and a window over the running sum, which is moved down after each eight rows.
 *
 * <p>Cost: na·nb fused multiply-adds. Memory: ten times the second operand. Threads: pure functions.
 */
final class ShortConvolution {

    private static final int ROWS = 8;
    /** A second operand shorter than this does not pay for the copies. */
    private static final int SHORTEST_IN_VECTORS = 100;

    private ShortConvolution() {}

    /**
     * The na + nb − 1 coefficients of a·b for integers whose sums of products stay below 2^53, na = a.length ≥ 1, nb =
     * b.length ≥ 1.
     */
    static double[] multiply(double[] a, double[] b) {
        return multiply(a, new double[][] {b})[0];
    }

    /** The products of a with several operands of one length. */
    static double[][] multiply(double[] a, double[][] operands) {
        if (operands[0].length >= SHORTEST_IN_VECTORS) {
            return vectors(a, operands);
        }
        double[][] products = new double[operands.length][];
        for (int k = 0; k < products.length; k++) {
            products[k] = scalar(a, operands[k]);
        }
        return products;
    }

    private static double[] scalar(double[] a, double[] b) {
        int na = a.length;
        int nb = b.length;
        double[] padded = new double[nb + 6];
        System.arraycopy(b, 0, padded, 3, nb);
        double[] product = new double[na + nb + 2];
        for (int from = 0; from < na; from += 4) {
            double f0 = a[from];
            double f1 = from + 1 < na ? a[from + 1] : 0;
            double f2 = from + 2 < na ? a[from + 2] : 0;
            double f3 = from + 3 < na ? a[from + 3] : 0;
            for (int i = 0; i < nb + 3; i++) {
                product[from + i] = Math.fma(
                        f0,
                        padded[i + 3],
                        Math.fma(
                                f1,
                                padded[i + 2],
                                Math.fma(f2, padded[i + 1], Math.fma(f3, padded[i], product[from + i]))));
            }
        }
        return java.util.Arrays.copyOf(product, na + nb - 1);
    }

    private static double[][] vectors(double[] a, double[][] operands) {
        int na = a.length;
        int nb = operands[0].length;
        int count = operands.length;
        int width = nb + ROWS - 1 + 7 & -8;
        double[][] moved = new double[ROWS][count * width];
        for (int j = 0; j < ROWS; j++) {
            for (int k = 0; k < count; k++) {
                System.arraycopy(operands[k], 0, moved[j], k * width + j, nb);
            }
        }
        int blocks = (na + ROWS - 1) / ROWS;
        double[] factors = java.util.Arrays.copyOf(a, blocks * ROWS);
        double[][] products = new double[count][blocks * ROWS + width];
        double[] window = new double[count * width];
        for (int from = 0; from < na; from += ROWS) {
            fourRows(window, moved, 0, factors, from);
            if (from + 4 < na) {
                fourRows(window, moved, 4, factors, from);
            }
            for (int k = 0; k < count; k++) {
                int start = k * width;
                System.arraycopy(window, start, products[k], from, ROWS);
                System.arraycopy(window, start + ROWS, window, start, width - ROWS);
                java.util.Arrays.fill(window, start + width - ROWS, start + width, 0);
            }
        }
        for (int k = 0; k < count; k++) {
            System.arraycopy(window, k * width, products[k], blocks * ROWS, width - ROWS);
            products[k] = java.util.Arrays.copyOf(products[k], na + nb - 1);
        }
        return products;
    }

    private static void fourRows(double[] window, double[][] moved, int at, double[] factors, int from) {
        FloatingRowKernels.addFour(
                window,
                moved[at],
                moved[at + 1],
                moved[at + 2],
                moved[at + 3],
                factors[from + at],
                factors[from + at + 1],
                factors[from + at + 2],
                factors[from + at + 3]);
    }
}
