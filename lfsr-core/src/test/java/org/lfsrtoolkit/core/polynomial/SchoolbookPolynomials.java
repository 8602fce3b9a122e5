package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.field.TestFields;

/** Polynomial arithmetic by the definition, one field operation at a time: the plain twin of every kernel. */
final class SchoolbookPolynomials {

    private SchoolbookPolynomials() {}

    /** One field at least for every kernel, and every kind of coefficient size. */
    static Stream<FiniteField> fields() {
        return Stream.of(
                TestFields.conway(2, 1),
                FiniteField.unchecked(3),
                FiniteField.unchecked(5),
                FiniteField.unchecked(7),
                FiniteField.unchecked(4093),
                FiniteField.unchecked(1_000_003),
                FiniteField.unchecked((1L << 31) - 1),
                FiniteField.unchecked((1L << 61) - 1),
                FiniteField.unchecked((1L << 62) - 57),
                TestFields.conway(2, 2),
                TestFields.conway(2, 3),
                TestFields.aes(),
                TestFields.snow(),
                TestFields.conway(2, 33),
                TestFields.conway(2, 61),
                TestFields.conway(3, 2),
                TestFields.conway(7, 3),
                TestFields.conway(3, 39),
                FiniteField.unchecked((1L << 31) - 1, 1, 0, 1));
    }

    /** A polynomial of exactly this degree, with more zeros and largest elements than chance gives. */
    static Polynomial random(FiniteField field, int degree, Random random) {
        long q = field.cardinality();
        long[] coefficients = new long[degree + 1];
        for (int i = 0; i <= degree; i++) {
            coefficients[i] = switch (random.nextInt(8)) {
                case 0 -> 0;
                case 1 -> q - 1;
                default -> Math.floorMod(random.nextLong(), q);
            };
        }
        if (degree >= 0 && coefficients[degree] == 0) {
            coefficients[degree] = 1;
        }
        return Polynomial.of(field, coefficients);
    }

    static Polynomial times(Polynomial x, Polynomial y) {
        FiniteField field = x.field();
        long[] a = x.coefficients();
        long[] b = y.coefficients();
        long[] product = new long[a.length + b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
            }
        }
        return Polynomial.of(field, product);
    }

    static Polynomial plus(Polynomial x, Polynomial y) {
        FiniteField field = x.field();
        long[] a = x.coefficients();
        long[] b = y.coefficients();
        long[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] = field.add(sum[i], b[i]);
        }
        return Polynomial.of(field, sum);
    }

    static Polynomial negate(Polynomial x) {
        return Polynomial.of(
                x.field(),
                Arrays.stream(x.coefficients()).map(x.field()::negate).toArray());
    }

    /** x mod y. */
    static Polynomial remainder(Polynomial x, Polynomial y) {
        FiniteField field = x.field();
        long[] a = x.coefficients();
        long[] b = y.coefficients();
        int n = b.length - 1;
        long inverse = field.inverse(b[n]);
        for (int i = a.length - 1; i >= n; i--) {
            long factor = field.multiply(a[i], inverse);
            for (int j = 0; j <= n; j++) {
                a[i - n + j] = field.subtract(a[i - n + j], field.multiply(factor, b[j]));
            }
        }
        return Polynomial.of(field, Arrays.copyOf(a, Math.min(a.length, n)));
    }

    static Polynomial gcd(Polynomial x, Polynomial y) {
        Polynomial a = x;
        Polynomial b = y;
        while (!b.isZero()) {
            Polynomial r = remainder(a, b);
            a = b;
            b = r;
        }
        return a.monic();
    }
}
