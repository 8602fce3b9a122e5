package org.lfsrtoolkit.core.matrix;

import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/** Product of many polynomials, halves first, so that large factors meet large factors. */
final class PolynomialProduct {

    private PolynomialProduct() {}

    static Polynomial of(FiniteField field, List<Polynomial> factors) {
        int count = factors.size();
        if (count == 0) {
            return Polynomial.one(field);
        }
        if (count == 1) {
            return factors.get(0);
        }
        return of(field, factors.subList(0, count / 2)).times(of(field, factors.subList(count / 2, count)));
    }
}
