package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Composition a(b) modulo f for one b and several a, after [BrentKung1978].
 *
 * <p>The powers 1, b, …, b^t with t ≈ √n are made once. Then a is cut into blocks of t coefficients; each block is a linear
 * combination of the powers, and Horner's rule in b^t joins the blocks.
 *
 * <p>Cost: √n products modulo f once, then √n products and n² field multiplications for each a of degree n. Memory: n√n
 * coefficients. Threads: immutable.
 */
final class ModularComposition {

    private final PolynomialModulus modulus;
    private final RunControl control;
    private final List<Polynomial> powers = new ArrayList<>();
    /** The coefficients of the powers 0..t − 1. */
    private final List<long[]> rows = new ArrayList<>();

    ModularComposition(PolynomialModulus modulus, Polynomial argument, RunControl control) {
        this.modulus = modulus;
        this.control = control;
        int n = modulus.modulus().degree();
        int t = Math.max(1, (int) Math.ceil(Math.sqrt(n)));
        Polynomial b = modulus.reduce(argument);
        powers.add(modulus.reduce(Polynomial.one(b.field())));
        for (int i = 1; i <= t; i++) {
            control.check();
            powers.add(i == 1 ? b : modulus.multiply(powers.get(i - 1), b));
        }
        for (int i = 0; i < t; i++) {
            rows.add(powers.get(i).coefficients());
        }
    }

    /** a(b) mod f. */
    Polynomial compose(Polynomial a) {
        FiniteField field = modulus.modulus().field();
        int n = modulus.modulus().degree();
        int t = rows.size();
        Polynomial giant = powers.get(t);
        Polynomial value = Polynomial.zero(field);
        long[] coefficients = modulus.reduce(a).coefficients();
        for (int from = (coefficients.length - 1) / t * t; from >= 0; from -= t) {
            control.check();
            long[] block = new long[n];
            for (int i = 0; i < t && from + i < coefficients.length; i++) {
                long[] row = rows.get(i);
                field.addScaled(block, 0, row, 0, row.length, coefficients[from + i]);
            }
            Polynomial low = Polynomial.of(field, block);
            value = value.isZero() ? low : modulus.multiply(value, giant).plus(low);
        }
        return value;
    }
}
