package org.lfsrtoolkit.core.cycle;

import java.util.List;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The monic polynomial of least degree that kills a state: Σ a_i·(state after i clocks) = 0.
 *
 * <p>For residues S_i modulo f_i it is the least common multiple of f_i / gcd(f_i, S_i). Its factor x^μ gives the preperiod μ,
 * its other factors the period. It is also the minimal polynomial of the sequence of states. The zero state has 1.
 */
public final class StateAnnihilator {

    private StateAnnihilator() {}

    /** The annihilator of a tuple of residues. */
    public static Polynomial of(CyclicModules modules, List<Polynomial> residues) {
        Polynomial annihilator = Polynomial.one(modules.moduli().get(0).field());
        for (int i = 0; i < residues.size(); i++) {
            Polynomial f = modules.moduli().get(i);
            annihilator = annihilator.lcm(f.quotient(f.gcd(residues.get(i))));
        }
        return annihilator;
    }

    /** The largest e with g^e dividing f ≠ 0. */
    static int multiplicity(Polynomial f, Polynomial g) {
        int e = 0;
        Polynomial rest = f;
        while (rest.degree() >= g.degree()) {
            Polynomial.Division division = rest.divide(g);
            if (!division.remainder().isZero()) {
                return e;
            }
            rest = division.quotient();
            e++;
        }
        return e;
    }
}
