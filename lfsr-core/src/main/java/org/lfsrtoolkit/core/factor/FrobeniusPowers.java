package org.lfsrtoolkit.core.factor;

import org.lfsrtoolkit.core.polynomial.ModularComposer;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Single powers x^(q^i) and traces h + h^q + … + h^(q^(i−1)) modulo f, without all those before them.
 *
 * <p>With z_i = x^(q^i) mod f and T_i the trace of i terms, z_(i+j) = z_i(z_j) and T_(i+j) = T_j + T_i(z_j): the map h ↦ h^(q^j)
 * is composition with z_j. Doubling reaches i in O(log i) compositions.
 *
 * <p>Source: [GathenShoup1992]. Threads: pure functions.
 */
final class FrobeniusPowers {

    private FrobeniusPowers() {}

    /** About how many products modulo f one composition costs. */
    static double productsPerComposition(int degree) {
        return 2 * Math.sqrt(degree) + 1;
    }

    /** x^(q^i) mod f from frobenius = x^q mod f, i ≥ 1. */
    static Polynomial power(PolynomialModulus modulus, Polynomial frobenius, int i, RunControl control) {
        Polynomial result = frobenius;
        for (int bit = Integer.highestOneBit(i) >>> 1; bit != 0; bit >>>= 1) {
            result = compose(modulus, result, result, control);
            if ((i & bit) != 0) {
                result = compose(modulus, result, frobenius, control);
            }
        }
        return result;
    }

    private static Polynomial compose(
            PolynomialModulus modulus, Polynomial outer, Polynomial inner, RunControl control) {
        control.check();
        return modulus.compose(outer, inner);
    }

    /** h + h^q + … + h^(q^(i−1)) mod f from frobenius = x^q mod f, i ≥ 1. */
    static Polynomial trace(PolynomialModulus modulus, Polynomial frobenius, Polynomial h, int i, RunControl control) {
        Polynomial start = modulus.reduce(h);
        Polynomial power = frobenius;
        Polynomial trace = start;
        ModularComposer once = modulus.composer(frobenius, modulus.degree());
        int reached = 1;
        for (int bit = Integer.highestOneBit(i) >>> 1; bit != 0; bit >>>= 1) {
            control.check();
            ModularComposer composition = reached == 1 ? once : modulus.composer(power, modulus.degree());
            trace = trace.plus(composition.compose(trace));
            reached *= 2;
            boolean odd = (i & bit) != 0;
            if (bit > 1) {
                power = composition.compose(power);
            }
            if (odd) {
                trace = once.compose(trace).plus(start);
                reached++;
                if (bit > 1) {
                    power = once.compose(power);
                }
            }
        }
        return trace;
    }
}
