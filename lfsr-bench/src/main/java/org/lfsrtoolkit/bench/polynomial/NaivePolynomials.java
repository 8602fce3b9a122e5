package org.lfsrtoolkit.bench.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/** Polynomial arithmetic by the definition, on coefficient arrays, one field operation at a time. */
final class NaivePolynomials {

    private NaivePolynomials() {}

    static long[] times(FiniteField field, long[] a, long[] b) {
        long[] product = new long[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
            }
        }
        return product;
    }

    /** Changes {@code a} to its remainder by the monic f, and returns it. */
    static long[] reduce(FiniteField field, long[] a, long[] f) {
        int n = f.length - 1;
        for (int i = a.length - 1; i >= n; i--) {
            for (int j = 0; j < n; j++) {
                a[i - n + j] = field.subtract(a[i - n + j], field.multiply(a[i], f[j]));
            }
            a[i] = 0;
        }
        return a;
    }
}
