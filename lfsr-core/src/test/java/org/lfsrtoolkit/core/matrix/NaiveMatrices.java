package org.lfsrtoolkit.core.matrix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/** Slow and plain twins of the algorithms of this package, entry by entry. */
final class NaiveMatrices {

    private NaiveMatrices() {}

    static Matrix times(Matrix a, Matrix b) {
        FiniteField field = a.field();
        long[][] product = new long[a.rowCount()][b.columnCount()];
        for (int i = 0; i < a.rowCount(); i++) {
            for (int j = 0; j < b.columnCount(); j++) {
                for (int k = 0; k < a.columnCount(); k++) {
                    product[i][j] = field.add(product[i][j], field.multiply(a.entry(i, k), b.entry(k, j)));
                }
            }
        }
        return Matrix.of(field, product);
    }

    /** Rank by elimination on plain arrays. */
    static int rank(Matrix a) {
        FiniteField field = a.field();
        long[][] work = a.toRows();
        int rank = 0;
        for (int column = 0; column < a.columnCount(); column++) {
            int pivot = rank;
            while (pivot < work.length && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == work.length) {
                continue;
            }
            long[] row = work[pivot];
            work[pivot] = work[rank];
            work[rank] = row;
            for (int i = rank + 1; i < work.length; i++) {
                long factor = field.divide(work[i][column], row[column]);
                for (int j = 0; j < row.length; j++) {
                    work[i][j] = field.subtract(work[i][j], field.multiply(factor, row[j]));
                }
            }
            rank++;
        }
        return rank;
    }

    /** The determinant by elimination on plain arrays. */
    static long determinant(Matrix a) {
        FiniteField field = a.field();
        long[][] work = a.toRows();
        long determinant = 1;
        for (int column = 0; column < work.length; column++) {
            int pivot = column;
            while (pivot < work.length && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == work.length) {
                return 0;
            }
            long[] row = work[pivot];
            work[pivot] = work[column];
            work[column] = row;
            determinant = field.multiply(pivot == column ? determinant : field.negate(determinant), row[column]);
            for (int i = column + 1; i < work.length; i++) {
                long factor = field.divide(work[i][column], row[column]);
                for (int j = column; j < work.length; j++) {
                    work[i][j] = field.subtract(work[i][j], field.multiply(factor, row[j]));
                }
            }
        }
        return determinant;
    }

    /** det(x − A) by Samuelson and Berkowitz: no division, nothing shared with Krylov methods. */
    static Polynomial characteristicPolynomial(Matrix a) {
        FiniteField field = a.field();
        int n = a.rowCount();
        long[] vector = {1, field.negate(a.entry(0, 0))};
        for (int r = 1; r < n; r++) {
            // Leading block M of side r, row R = a[r][0..r), column S = a[0..r)[r]
            long[] toeplitz = new long[r + 2];
            toeplitz[0] = 1;
            toeplitz[1] = field.negate(a.entry(r, r));
            long[] column = new long[r];
            for (int i = 0; i < r; i++) {
                column[i] = a.entry(i, r);
            }
            for (int t = 2; t < r + 2; t++) {
                long sum = 0;
                for (int i = 0; i < r; i++) {
                    sum = field.add(sum, field.multiply(a.entry(r, i), column[i]));
                }
                toeplitz[t] = field.negate(sum);
                long[] image = new long[r];
                for (int i = 0; i < r; i++) {
                    for (int k = 0; k < r; k++) {
                        image[i] = field.add(image[i], field.multiply(a.entry(i, k), column[k]));
                    }
                }
                column = image;
            }
            long[] next = new long[r + 2];
            for (int i = 0; i < next.length; i++) {
                for (int k = 0; k <= Math.min(i, r); k++) {
                    next[i] = field.add(next[i], field.multiply(toeplitz[i - k], vector[k]));
                }
            }
            vector = next;
        }
        return Polynomial.of(field, vector).isZero() ? Polynomial.zero(field) : reversed(field, vector);
    }

    private static Polynomial reversed(FiniteField field, long... highToLow) {
        long[] coefficients = new long[highToLow.length];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = highToLow[coefficients.length - 1 - i];
        }
        return Polynomial.of(field, coefficients);
    }

    static Matrix evaluate(Polynomial f, Matrix a) {
        Matrix result = Matrix.zero(a.field(), a.rowCount(), a.rowCount());
        for (int i = f.degree(); i >= 0; i--) {
            result = times(result, a)
                    .plus(Matrix.identity(a.field(), a.rowCount()).times(f.coefficient(i)));
        }
        return result;
    }

    /** From the ranks of g(A)^j for every irreducible g of the characteristic polynomial. */
    static List<ElementaryDivisor> elementaryDivisors(Matrix a) {
        List<ElementaryDivisor> divisors = new ArrayList<>();
        int n = a.rowCount();
        for (PolynomialFactor factor : PolynomialFactorizer.factor(characteristicPolynomial(a), RunControl.unlimited())
                .factors()) {
            Matrix g = evaluate(factor.polynomial(), a);
            List<Integer> ranks = new ArrayList<>(List.of(n));
            Matrix power = g;
            while (true) {
                ranks.add(rank(power));
                int last = ranks.size() - 1;
                if (ranks.get(last).equals(ranks.get(last - 1))) {
                    break;
                }
                power = times(power, g);
            }
            ranks.add(ranks.get(ranks.size() - 1));
            for (int e = 1; e + 1 < ranks.size(); e++) {
                int count = (ranks.get(e - 1) - 2 * ranks.get(e) + ranks.get(e + 1))
                        / factor.polynomial().degree();
                if (count > 0) {
                    divisors.add(new ElementaryDivisor(factor.polynomial(), e, count));
                }
            }
        }
        divisors.sort(ElementaryDivisor.ORDER);
        return divisors;
    }

    /** The order by repeated multiplication; the limit guards a broken test. */
    static BigInteger order(Matrix a, int limit) {
        Matrix power = a;
        Matrix identity = Matrix.identity(a.field(), a.rowCount());
        for (int e = 1; e <= limit; e++) {
            if (power.equals(identity)) {
                return BigInteger.valueOf(e);
            }
            power = power.times(a);
        }
        throw new IllegalStateException("order above " + limit);
    }
}
