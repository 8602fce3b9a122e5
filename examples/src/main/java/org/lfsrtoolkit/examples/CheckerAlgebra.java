package org.lfsrtoolkit.examples;

import java.math.BigInteger;
import java.util.Arrays;

/** Schoolbook polynomials and matrices over a {@link CheckerField}. Polynomials are low to high, without zeros at the top. */
final class CheckerAlgebra {

    private final CheckerField field;

    CheckerAlgebra(CheckerField field) {
        this.field = field;
    }

    static long[] trim(long... a) {
        int length = a.length;
        while (length > 0 && a[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(a, length);
    }

    long[] multiply(long[] a, long[] b) {
        if (a.length == 0 || b.length == 0) {
            return new long[0];
        }
        long[] product = new long[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; a[i] != 0 && j < b.length; j++) {
                product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
            }
        }
        return trim(product);
    }

    long[] subtract(long[] a, long[] b) {
        long[] difference = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            difference[i] = field.add(difference[i], field.negate(b[i]));
        }
        return trim(difference);
    }

    /** a mod a monic f. */
    long[] remainder(long[] a, long[] f) {
        long[] rest = a.clone();
        for (int i = rest.length - 1; i >= f.length - 1; i--) {
            long top = field.negate(rest[i]);
            for (int j = 0; top != 0 && j < f.length; j++) {
                int at = i - f.length + 1 + j;
                rest[at] = field.add(rest[at], field.multiply(top, f[j]));
            }
        }
        return trim(Arrays.copyOf(rest, Math.min(rest.length, f.length - 1)));
    }

    long[] power(long[] a, BigInteger exponent, long[] f) {
        long[] result = remainder(new long[] {1}, f);
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            result = remainder(multiply(result, result), f);
            if (exponent.testBit(i)) {
                result = remainder(multiply(result, a), f);
            }
        }
        return result;
    }

    long[] powerOfX(BigInteger exponent, long[] f) {
        return power(new long[] {0, 1}, exponent, f);
    }

    /** Whether a and b have a common factor of positive degree. */
    boolean haveCommonFactor(long[] a, long[] b) {
        long[] u = a;
        long[] v = b;
        while (v.length > 0) {
            long inverse = field.inverse(v[v.length - 1]);
            long[] monic = v.clone();
            for (int i = 0; i < monic.length; i++) {
                monic[i] = field.multiply(monic[i], inverse);
            }
            long[] rest = remainder(u, monic);
            u = monic;
            v = rest;
        }
        return u.length > 1;
    }

    /** Rabin's test for a monic f of degree at least 1. */
    boolean isIrreducible(long[] f) {
        int n = f.length - 1;
        long[] x = remainder(new long[] {0, 1}, f);
        long[] power = x;
        for (int i = 1; i <= n; i++) {
            power = power(power, field.cardinality(), f);
            if (i < n && n % i == 0 && isPrimeNumber(n / i) && haveCommonFactor(f, subtract(power, x))) {
                return false;
            }
        }
        return Arrays.equals(power, x);
    }

    private static boolean isPrimeNumber(int n) {
        return BigInteger.valueOf(n).isProbablePrime(30);
    }

    long[][] multiply(long[][] a, long[][] b) {
        long[][] product = new long[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                for (int l = 0; a[i][j] != 0 && l < b[0].length; l++) {
                    product[i][l] = field.add(product[i][l], field.multiply(a[i][j], b[j][l]));
                }
            }
        }
        return product;
    }

    long[][] power(long[][] a, BigInteger exponent) {
        long[][] result = new long[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            result[i][i] = 1;
        }
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            result = multiply(result, result);
            if (exponent.testBit(i)) {
                result = multiply(result, a);
            }
        }
        return result;
    }

    /** f(A). */
    long[][] evaluate(long[] f, long[][] a) {
        long[][] value = new long[a.length][a.length];
        for (int i = f.length - 1; i >= 0; i--) {
            value = multiply(value, a);
            for (int j = 0; j < a.length; j++) {
                value[j][j] = field.add(value[j][j], f[i]);
            }
        }
        return value;
    }

    int rank(long[][] rows) {
        long[][] work = new long[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            work[i] = rows[i].clone();
        }
        int rank = 0;
        for (int column = 0; column < rows[0].length && rank < work.length; column++) {
            int pivot = rank;
            while (pivot < work.length && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == work.length) {
                continue;
            }
            long[] swap = work[pivot];
            work[pivot] = work[rank];
            work[rank] = swap;
            long inverse = field.inverse(work[rank][column]);
            for (int i = rank + 1; i < work.length; i++) {
                long factor = field.negate(field.multiply(work[i][column], inverse));
                for (int j = column; factor != 0 && j < work[i].length; j++) {
                    work[i][j] = field.add(work[i][j], field.multiply(factor, work[rank][j]));
                }
            }
            rank++;
        }
        return rank;
    }
}
