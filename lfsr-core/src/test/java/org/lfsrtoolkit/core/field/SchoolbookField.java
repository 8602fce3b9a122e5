package org.lfsrtoolkit.core.field;

import java.math.BigInteger;

/** GF(p^k) by the definition, in {@link BigInteger} digits: the plain twin of every field class. */
final class SchoolbookField {

    private final BigInteger p;
    private final int k;
    private final BigInteger[] modulus;

    SchoolbookField(FiniteField field) {
        this.p = BigInteger.valueOf(field.characteristic());
        this.k = field.extensionDegree();
        long[] coefficients = field.modulus();
        this.modulus = new BigInteger[k + 1];
        for (int i = 0; i <= k; i++) {
            modulus[i] = BigInteger.valueOf(coefficients[i]);
        }
    }

    private BigInteger[] digits(long code) {
        BigInteger[] digits = new BigInteger[k];
        BigInteger rest = BigInteger.valueOf(code);
        for (int i = 0; i < k; i++) {
            digits[i] = rest.mod(p);
            rest = rest.divide(p);
        }
        return digits;
    }

    private long code(BigInteger... digits) {
        BigInteger code = BigInteger.ZERO;
        for (int i = k - 1; i >= 0; i--) {
            code = code.multiply(p).add(digits[i].mod(p));
        }
        return code.longValueExact();
    }

    long add(long a, long b) {
        BigInteger[] x = digits(a);
        BigInteger[] y = digits(b);
        for (int i = 0; i < k; i++) {
            x[i] = x[i].add(y[i]);
        }
        return code(x);
    }

    long negate(long a) {
        BigInteger[] x = digits(a);
        for (int i = 0; i < k; i++) {
            x[i] = x[i].negate();
        }
        return code(x);
    }

    long multiply(long a, long b) {
        BigInteger[] x = digits(a);
        BigInteger[] y = digits(b);
        BigInteger[] product = new BigInteger[2 * k];
        java.util.Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                product[i + j] = product[i + j].add(x[i].multiply(y[j]));
            }
        }
        if (k == 1) {
            return product[0].mod(p).longValueExact();
        }
        for (int i = 2 * k - 1; i >= k; i--) {
            BigInteger top = product[i].mod(p);
            for (int j = 0; j <= k; j++) {
                product[i - k + j] = product[i - k + j].subtract(top.multiply(modulus[j]));
            }
        }
        return code(product);
    }
}
