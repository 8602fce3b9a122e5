package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/** {@link CodeKrylovSpan} over GF(p^k), k &gt; 1, for small odd p: digits as ints, vectors of them an operation, see {@link IntPrimeKernel}. */
final class IntKrylovSpan extends CodeKrylovSpan {

    private final int p;
    private final int k;
    private final IntPrimeKernel kernel;
    /** Row k·i + e: the digits of a^e times row i of A. */
    private final int[][] matrixRows;
    /** Row k·t + e: the digits of a^e times echelon row t. */
    private final int[][] echelonRows;

    IntKrylovSpan(FiniteField field, long[]... rows) {
        super(field, rows.length);
        p = (int) field.characteristic();
        k = field.extensionDegree();
        kernel = new IntPrimeKernel(p);
        matrixRows = new int[k * n][];
        echelonRows = new int[k * n][];
        for (int i = 0; i < n; i++) {
            expand(rows[i], matrixRows, k * i);
        }
    }

    private void expand(long[] row, int[][] target, int at) {
        long[][] multiples = SubfieldDigits.multiples(field, row);
        for (int e = 0; e < k; e++) {
            target[at + e] = digits(multiples[e]);
        }
    }

    private int[] digits(long[] v) {
        int[] digits = new int[k * n];
        SubfieldDigits.digits(field, v, digits, 0);
        return digits;
    }

    private long[] codes(int[] digits) {
        long[] codes = new long[n];
        for (int j = 0; j < n; j++) {
            codes[j] = SubfieldDigits.code(field, digits, k * j);
        }
        return codes;
    }

    @Override
    public long[] apply(long[] v) {
        return codes(kernel.combination(digits(v), matrixRows, k * n));
    }

    @Override
    long[] reduce(long[] v, int size, long[] used) {
        final int width = k * n;
        int[] rest = digits(v);
        int left = kernel.termsPerReduction();
        for (int t = 0; t < size; t++) {
            int at = k * pivots[t];
            if (left < k) {
                kernel.fold(rest);
                left = kernel.termsPerReduction();
            }
            for (int e = 0; e < k; e++) {
                rest[at + e] = kernel.reduce(rest[at + e]);
            }
            used[t] = SubfieldDigits.code(field, rest, at);
            if (used[t] != 0) {
                // The digits at the pivot change while e runs, so they are read off the code.
                long code = used[t];
                for (int e = 0; e < k; e++) {
                    int digit = (int) (code % p);
                    code /= p;
                    if (digit != 0) {
                        IntPrimeKernel.addScaled(rest, echelonRows[k * t + e], p - digit, 0, width);
                        left--;
                    }
                }
            }
        }
        kernel.reduce(rest);
        return codes(rest);
    }

    @Override
    void store(int t, long[] row) {
        expand(row, echelonRows, k * t);
    }
}
