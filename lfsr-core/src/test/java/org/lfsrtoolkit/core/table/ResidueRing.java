package org.lfsrtoolkit.core.table;

import java.math.BigInteger;
import java.util.Arrays;

/** GF(p)[x] modulo a monic f, p below 2^31, by the schoolbook: residues are coefficient arrays of length deg f. */
final class ResidueRing {

    private final long p;
    private final long[] f;
    private final int degree;

    ResidueRing(long p, long... f) {
        this.p = p;
        this.f = f.clone();
        this.degree = f.length - 1;
    }

    long[] constant(long c) {
        long[] result = new long[degree];
        result[0] = c;
        return result;
    }

    /** The class of x; deg f is at least 2. */
    long[] x() {
        long[] result = new long[degree];
        result[1] = 1;
        return result;
    }

    long[] multiply(long[] a, long[] b) {
        long[] product = new long[2 * degree - 1];
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                product[i + j] = (product[i + j] + a[i] * b[j]) % p;
            }
        }
        for (int i = product.length - 1; i >= degree; i--) {
            for (int j = 0; j < degree; j++) {
                product[i - degree + j] = Math.floorMod(product[i - degree + j] - product[i] * f[j] % p, p);
            }
        }
        return Arrays.copyOf(product, degree);
    }

    long[] power(long[] a, BigInteger e) {
        long[] result = constant(1);
        for (int i = e.bitLength() - 1; i >= 0; i--) {
            result = multiply(result, result);
            if (e.testBit(i)) {
                result = multiply(result, a);
            }
        }
        return result;
    }

    /** g(a) for a polynomial g over GF(p), low to high. */
    long[] evaluate(long[] g, long[] a) {
        long[] result = constant(0);
        for (int i = g.length - 1; i >= 0; i--) {
            result = multiply(result, a);
            result[0] = (result[0] + g[i]) % p;
        }
        return result;
    }
}
