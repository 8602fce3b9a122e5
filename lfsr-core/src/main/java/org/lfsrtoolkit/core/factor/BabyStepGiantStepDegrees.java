package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.factor.DistinctDegreeFactorization.DegreePart;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.ModularComposer;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Distinct-degree factorization with few powers x^(q^i): √n baby steps and √n giant steps [KaltofenShoup1998].
 *
 * <p>With h_i = x^(q^i) mod f, every degree d is lj − i for one j ≥ 1 and one 0 ≤ i &lt; l, and an irreducible polynomial whose
 * degree divides d divides h_(lj) − h_i, which is (x^(q^d) − x)^(q^i). So the product over i of h_(lj) − h_i holds all
 * factors of the degrees l(j−1) + 1 to lj. Steps of either kind are compositions, with h_1 and with h_l.
 *
 * <p>Cost, n = deg f: one power x^q, about 2√(n/2) compositions, at most n/2 products modulo f, √(n/2) gcds. Memory: 2√n
 * polynomials. It pays over the interval method where q is large and n too large for the matrix of h ↦ h^q.
 */
final class BabyStepGiantStepDegrees {

    private BabyStepGiantStepDegrees() {}

    /** Whether this is the faster way for degree n. */
    static boolean pays(FiniteField field, int n) {
        double bits = Math.log(field.cardinality()) / Math.log(2);
        return n > 800 && bits * n / 2 > 2 * Math.sqrt(n / 2.0) * FrobeniusPowers.productsPerComposition(n);
    }

    /** As {@link DistinctDegreeFactorization#of(Polynomial, RunControl)}; f is not constant. */
    static List<DegreePart> of(Polynomial f, RunControl control) {
        List<DegreePart> parts = new ArrayList<>();
        Polynomial rest = f.monic();
        PolynomialModulus modulus = PolynomialModulus.of(rest);
        int l = Math.max(1, (int) Math.ceil(Math.sqrt(rest.degree() / 2.0)));

        List<Polynomial> babies = new ArrayList<>(l + 1);
        babies.add(modulus.reduce(Polynomial.x(f.field())));
        babies.add(modulus.frobenius(babies.get(0)));
        ModularComposer once = modulus.composer(babies.get(1), modulus.degree());
        for (int i = 2; i <= l; i++) {
            control.check();
            babies.add(once.compose(babies.get(i - 1)));
        }
        Polynomial step = babies.get(l);
        ModularComposer giantStep = modulus.composer(step, modulus.degree());

        Polynomial giant = step;
        for (int j = 1; rest.degree() >= 2 * (l * (j - 1) + 1); j++) {
            control.check();
            if (j > 1) {
                giant = giantStep.compose(giant);
            }
            if (10L * rest.degree() <= 7L * modulus.degree()) {
                modulus = PolynomialModulus.of(rest);
                babies.replaceAll(modulus::reduce);
                step = modulus.reduce(step);
                giant = modulus.reduce(giant);
                giantStep = modulus.composer(step, modulus.degree());
            }
            Polynomial product = Polynomial.one(f.field());
            for (int i = 0; i < l; i++) {
                control.check();
                product = modulus.multiply(product, giant.minus(babies.get(i)));
            }
            Polynomial found = rest.gcd(product);
            if (found.degree() > 0) {
                rest = rest.quotient(found);
                for (int i = l - 1; i >= 0 && found.degree() > 0; i--) {
                    control.check();
                    Polynomial part = found.gcd(giant.minus(babies.get(i)).remainder(found));
                    if (part.degree() > 0) {
                        parts.add(new DegreePart(part, l * j - i));
                        found = found.quotient(part);
                    }
                }
            }
            control.report("distinct-degree factorization", l * j, rest.degree() / 2);
        }
        if (rest.degree() > 0) {
            parts.add(new DegreePart(rest, rest.degree()));
        }
        return parts;
    }
}
