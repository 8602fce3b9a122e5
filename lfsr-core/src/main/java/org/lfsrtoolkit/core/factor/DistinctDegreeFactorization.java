package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Distinct-degree factorization: splits a square-free f over GF(q) into products of irreducible factors of equal degree.
 *
 * <p>x^(q^i) − x is the product of all monic irreducible polynomials whose degree divides i. The powers h_i = x^(q^i) mod
 * f are made one after the other; the differences h_i − x of a block of successive i are multiplied together modulo f, so
 * that one gcd serves the block, and only a block that holds a factor is looked at degree by degree.
 *
 * <p>Source: [GathenGerhard2013, ch. 14.2]; blocks after [GathenShoup1992].
 */
public final class DistinctDegreeFactorization {

    /**
     * The product of all irreducible factors of one degree.
     *
     * @param product monic, square-free
     * @param degree of each irreducible factor
     */
    public record DegreePart(Polynomial product, int degree) {

        /** The number of irreducible factors. */
        public int count() {
            return product.degree() / degree;
        }
    }

    private DistinctDegreeFactorization() {}

    /**
     * The parts of f by ascending degree; their product is f made monic. Empty for a constant.
     *
     * @param f square-free (<em>not checked</em>), not zero
     * @throws IllegalArgumentException if f is zero
     */
    public static List<DegreePart> of(Polynomial f, RunControl control) {
        if (f.isZero()) {
            throw new IllegalArgumentException("f = 0, expected a non-zero polynomial");
        }
        List<DegreePart> parts = new ArrayList<>();
        Polynomial rest = f.monic();
        Polynomial x = Polynomial.x(f.field());
        Polynomial power = x;
        int done = 0;
        while (rest.degree() >= 2 * (done + 1)) {
            PolynomialModulus modulus = PolynomialModulus.of(rest);
            int block = Math.min(Math.max(1, (int) Math.sqrt(rest.degree() / 2.0)), rest.degree() / 2 - done);
            List<Polynomial> differences = new ArrayList<>(block);
            Polynomial product = Polynomial.one(f.field());
            power = modulus.reduce(power);
            for (int i = 0; i < block; i++) {
                control.check();
                power = modulus.frobenius(power);
                Polynomial difference = power.minus(x);
                differences.add(difference);
                product = modulus.multiply(product, difference);
            }
            Polynomial found = rest.gcd(product);
            if (found.degree() > 0) {
                rest = rest.quotient(found);
                for (int i = 0; i < block && found.degree() > 0; i++) {
                    control.check();
                    Polynomial part = found.gcd(differences.get(i).remainder(found));
                    if (part.degree() > 0) {
                        parts.add(new DegreePart(part, done + i + 1));
                        found = found.quotient(part);
                    }
                }
            }
            done += block;
        }
        if (rest.degree() > 0) {
            parts.add(new DegreePart(rest, rest.degree()));
        }
        return parts;
    }
}
