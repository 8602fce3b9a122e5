package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/** Small fields, and brute force over their polynomials: the slow answers that the tests of this package compare with. */
final class SmallFields {

    private SmallFields() {}

    /** GF(q) for q = 2, 3, 4, 5, 7, 8, 9, 16 with Conway moduli, or any prime q. */
    static FiniteField field(long q) {
        return switch ((int) q) {
            case 4 -> FiniteField.unchecked(2, 1, 1, 1);
            case 8 -> FiniteField.unchecked(2, 1, 1, 0, 1);
            case 9 -> FiniteField.unchecked(3, 2, 2, 1);
            case 16 -> FiniteField.unchecked(2, 1, 1, 0, 0, 1);
            case 25 -> FiniteField.unchecked(5, 2, 4, 1);
            case 27 -> FiniteField.unchecked(3, 1, 2, 0, 1);
            case 343 -> FiniteField.unchecked(7, 4, 0, 6, 1);
            default -> FiniteField.unchecked(q);
        };
    }

    /** All monic polynomials of the degree, in {@link Polynomial#ORDER}. */
    static Stream<Polynomial> monic(FiniteField field, int degree) {
        long q = field.cardinality();
        long count = 1;
        for (int i = 0; i < degree; i++) {
            count = Math.multiplyExact(count, q);
        }
        return LongStream.range(0, count).mapToObj(index -> monic(field, degree, index));
    }

    /** The monic polynomials of the degree in {@link Polynomial#ORDER}, without end while their index fits in a long. */
    static Stream<Polynomial> monicFrom(FiniteField field, int degree) {
        return LongStream.range(0, Long.MAX_VALUE).mapToObj(index -> monic(field, degree, index));
    }

    /** The monic polynomial of the degree whose lower coefficients are the base-q digits of the index. */
    static Polynomial monic(FiniteField field, int degree, long index) {
        long[] coefficients = new long[degree + 1];
        long rest = index;
        for (int i = 0; i < degree; i++) {
            coefficients[i] = rest % field.cardinality();
            rest /= field.cardinality();
        }
        coefficients[degree] = 1;
        return Polynomial.of(field, coefficients);
    }

    /** All factorizations of monic polynomials up to a degree, made by multiplying, never by dividing. */
    static Map<Polynomial, List<PolynomialFactor>> factorizations(FiniteField field, int maximalDegree) {
        Map<Polynomial, List<PolynomialFactor>> known = new HashMap<>();
        known.put(Polynomial.one(field), List.of());
        for (int d = 1; d <= maximalDegree; d++) {
            int degree = d;
            List<Polynomial> irreducible =
                    monic(field, degree).filter(f -> !known.containsKey(f)).toList();
            for (Polynomial g : irreducible) {
                Map<Polynomial, List<PolynomialFactor>> grown = new HashMap<>();
                known.forEach((f, factors) -> {
                    Polynomial product = f;
                    for (int e = 1; product.degree() + degree <= maximalDegree; e++) {
                        product = product.times(g);
                        List<PolynomialFactor> more = new ArrayList<>(factors);
                        more.add(new PolynomialFactor(g, e));
                        grown.put(product, more);
                    }
                });
                known.putAll(grown);
            }
        }
        known.replaceAll(
                (f, factors) -> factors.stream().sorted(PolynomialFactor.ORDER).toList());
        return known;
    }
}
