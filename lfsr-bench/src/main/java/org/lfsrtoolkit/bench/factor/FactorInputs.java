package org.lfsrtoolkit.bench.factor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/** The polynomials that the benchmarks factor: fixed, named, several of each random kind. */
final class FactorInputs {

    /** Random polynomials of one kind: single ones differ much in cost. */
    private static final int EACH = 9;

    private FactorInputs() {}

    /** {name : polynomials}. */
    static Map<String, List<Polynomial>> all() {
        Map<String, List<Polynomial>> inputs = new LinkedHashMap<>();
        FiniteField two = FiniteFields.of(2);
        for (int degree : new int[] {64, 521, 1024, 2048, 4096}) {
            inputs.put("GF(2)-random-" + degree, random(two, degree));
        }
        inputs.put("GF(2)-x^2047-1", List.of(binomial(two, 2047)));
        inputs.put("GF(2)-x^4095-1", List.of(binomial(two, 4095)));
        inputs.put("GF(2)-trinomial-2281", List.of(trinomial(two, 2281, 715)));
        inputs.put("GF(3)-random-256", random(FiniteFields.of(3), 256));
        inputs.put("GF(3)-x^728-1", List.of(binomial(FiniteFields.of(3), 728)));
        inputs.put("GF(101)-random-200", random(FiniteFields.of(101), 200));
        inputs.put("GF(2^8)-random-100", random(FiniteFields.of(256), 100));
        inputs.put("GF(7^3)-random-40", random(FiniteFields.of(343), 40));
        inputs.put("GF(2^31-1)-random-60", random(FiniteFields.of(2147483647L), 60));
        inputs.put("GF(2^31-1)-random-256", random(FiniteFields.of(2147483647L), 256));
        return inputs;
    }

    private static List<Polynomial> random(FiniteField field, int degree) {
        SplittableRandom random = new SplittableRandom(field.cardinality() * 1_000_003 + degree);
        List<Polynomial> polynomials = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            long[] coefficients =
                    random.longs(degree + 1L, 0, field.cardinality()).toArray();
            coefficients[degree] = 1;
            polynomials.add(Polynomial.of(field, coefficients));
        }
        return polynomials;
    }

    /** x^n − 1. */
    private static Polynomial binomial(FiniteField field, int n) {
        return Polynomial.monomial(field, 1, n).minus(Polynomial.one(field));
    }

    /** x^n + x^k + 1. */
    private static Polynomial trinomial(FiniteField field, int n, int k) {
        return Polynomial.monomial(field, 1, n)
                .plus(Polynomial.monomial(field, 1, k))
                .plus(Polynomial.one(field));
    }
}
