package org.lfsrtoolkit.core.register;

import java.util.Objects;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The states of a linear register as residues modulo f, on which clocking is multiplication by x.
 *
 * <p>The residue of (s_0, …, s_{d−1}) is P(x), the polynomial part of f(x)·Σ s_i x^(−1−i), of degree below d. It is a
 * bijection, and the residue of the next state is x·P mod f. (Σ s_i x^i has that property for hardly any f.) The leading
 * coefficient P_{d−1} is s_0. The coefficients of P are also the cells of the same register in Galois configuration, see
 * {@link GaloisRegister}.
 *
 * <p>Example: x^4 + x + 1 over GF(2), state (1, 0, 0, 0): P = x^3 + 1; the next state (0, 0, 0, 1) has
 * x·P = x^4 + x = 1 mod f.
 *
 * <p>Cost: one product or one quotient of polynomials of degree d. Memory: O(d). Threads: immutable.
 */
public final class StateResidue {

    private final Polynomial f;

    private StateResidue(Polynomial f) {
        this.f = f;
    }

    /**
     * For the linear registers with characteristic polynomial f.
     *
     * @param f monic of degree d ≥ 1
     * @throws IllegalArgumentException if f is constant or not monic
     */
    public static StateResidue of(Polynomial f) {
        if (f.degree() < 1 || !f.isMonic()) {
            throw new IllegalArgumentException(
                    "characteristic polynomial = " + f + ", expected monic of degree at least 1");
        }
        return new StateResidue(f);
    }

    /** f. */
    public Polynomial characteristicPolynomial() {
        return f;
    }

    /**
     * The residue of a state.
     *
     * @throws IllegalArgumentException if the state does not have d symbols
     */
    public Polynomial residue(long[] state) {
        int d = f.degree();
        if (state.length != d) {
            throw new IllegalArgumentException("state has " + state.length + " symbols, expected " + d);
        }
        long[] reversed = new long[d];
        for (int i = 0; i < d; i++) {
            reversed[i] = state[d - 1 - i];
        }
        return f.times(Polynomial.of(f.field(), reversed)).shiftDown(d);
    }

    /** The state of a residue of degree below d: the first d terms of residue/f as a series in 1/x. */
    public long[] state(Polynomial residue) {
        Objects.requireNonNull(residue);
        int d = f.degree();
        if (residue.degree() >= d) {
            throw new IllegalArgumentException("residue of degree " + residue.degree() + ", expected below " + d);
        }
        Polynomial series = residue.shiftUp(d).quotient(f);
        long[] state = new long[d];
        for (int i = 0; i < d; i++) {
            state[i] = series.coefficient(d - 1 - i);
        }
        return state;
    }
}
