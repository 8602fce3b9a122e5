package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.LinearCombinations;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Distinct-degree factorization: splits a square-free f over GF(q) into products of irreducible factors of equal degree.
 *
 * <p>x^(q^i) − x is the product of all monic irreducible polynomials whose degree divides i. The powers h_i = x^(q^i) mod f
 * are made one after the other. The differences h_i − x of a block of successive i are multiplied together modulo f, so that
 * one gcd serves the block, and only a block that holds a factor is looked at degree by degree. In the first block, up to b,
 * the i below b/2 are left out of the product: the factors of degree i divide h_2i − x too.
 *
 * <p>Found factors are divided out, and the rest is irreducible as soon as its degree is below twice the next i. If there is
 * no factor of small degree, f is tested for being irreducible: rare among random polynomials, but not among those that
 * people look at, and cheaper than going on to n/2.
 *
 * <p>For large q and large n the powers come from {@link BabyStepGiantStepDegrees} instead.
 *
 * <p>Cost, n = deg f: at most n/2 applications of h ↦ h^q and as many products modulo f, n/(2b) gcds for blocks of b; for
 * random f about n/3 of each, because the search may stop. Memory: b polynomials, and the matrix of h ↦ h^q where that pays
 * (at most 8 MiB). Source: [GathenGerhard2013, ch. 14.2]; blocks after [GathenShoup1992].
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

    /** Without a factor up to this degree a polynomial is tested for being irreducible. */
    private static final int LONE_AFTER = 8;

    /** Words of the matrix of h ↦ h^q up to which products modulo f take half as long as a gcd or less. */
    private static final long SMALL_TABLE = 1L << 17;

    private final RunControl control;
    private final Polynomial x;
    private final List<DegreePart> parts = new ArrayList<>();
    /** What is left of f. */
    private Polynomial rest;
    /** Reduces modulo a multiple of the rest: renewed when the rest has become much smaller. */
    private PolynomialModulus modulus;

    private DistinctDegreeFactorization(Polynomial f, RunControl control) {
        this.control = control;
        this.x = Polynomial.x(f.field());
        this.rest = f.monic();
        this.modulus = PolynomialModulus.of(rest);
    }

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
        if (f.degree() == 0) {
            return List.of();
        }
        int n = f.degree();
        return BabyStepGiantStepDegrees.pays(f.field(), n)
                ? BabyStepGiantStepDegrees.of(f, control)
                : of(f, blockLength(f.field(), n), control);
    }

    /** A gcd costs as much as several products modulo f over the smallest fields, as two or three over GF(p) for small n, else as one. */
    private static int blockLength(FiniteField field, int n) {
        long q = field.cardinality();
        if (q < 16) {
            return Math.max(1, (int) (q == 2 ? Math.sqrt(n) : Math.sqrt(n) / 2));
        }
        return LinearCombinations.supports(field) && (long) n * n * (q < 1L << 25 ? 1 : 2) <= SMALL_TABLE ? 3 : 1;
    }

    /** {@link #of(Polynomial, RunControl)} with blocks of the given length: the answer does not depend on it. */
    static List<DegreePart> of(Polynomial f, int block, RunControl control) {
        DistinctDegreeFactorization factorization = new DistinctDegreeFactorization(f, control);
        factorization.run(block);
        return factorization.parts;
    }

    private void run(int blockLength) {
        FrobeniusMap frobenius = FrobeniusMap.of(modulus, rest.degree() / 2, control);
        boolean follow = frobenius.isByPowers();
        int degree = rest.degree();
        boolean tested = false;
        Polynomial power = x;
        int done = 0;
        while (rest.degree() >= 2 * (done + 1)) {
            int block = Math.min(blockLength, rest.degree() / 2 - done);
            if (10L * rest.degree() <= 9L * modulus.modulus().degree()) {
                modulus = PolynomialModulus.of(rest);
            }
            if (follow && frobenius.modulus() != modulus) {
                frobenius = FrobeniusMap.byPowers(modulus);
                power = modulus.reduce(power);
            }
            List<Polynomial> differences = new ArrayList<>(block);
            Polynomial product = Polynomial.one(x.field());
            for (int i = 1; i <= block; i++) {
                control.check();
                power = frobenius.apply(power);
                Polynomial difference = modulus.reduce(power.minus(x));
                differences.add(difference);
                if (done > 0 || 2 * i > block) {
                    product = product.isOne() ? difference : modulus.multiply(product, difference);
                }
            }
            Polynomial found = rest.gcd(product);
            if (found.degree() > 0) {
                rest = rest.quotient(found);
                if (block == 1) {
                    parts.add(new DegreePart(found, done + 1));
                } else {
                    separate(found, differences, done);
                }
            }
            done += block;
            if (!tested && done >= LONE_AFTER) {
                tested = true;
                if (rest.degree() == degree && isIrreducible(frobenius)) {
                    break;
                }
            }
            control.report("distinct-degree factorization", done, rest.degree() / 2);
        }
        if (rest.degree() > 0) {
            parts.add(new DegreePart(rest, rest.degree()));
        }
    }

    /** Whether the rest, from which nothing has been taken out, is irreducible. */
    private boolean isIrreducible(FrobeniusMap frobenius) {
        return frobenius.isByPowers()
                ? RabinIrreducibility.isIrreducible(rest, control)
                : RabinIrreducibility.isIrreducible(frobenius, control);
    }

    /** Splits what one block found; differences are those of degree done + 1, done + 2, …. */
    private void separate(Polynomial product, List<Polynomial> differences, int done) {
        Polynomial found = product;
        for (int i = 0; i < differences.size() && found.degree() > 0; i++) {
            control.check();
            int degree = done + i + 1;
            // All factors left are of this degree or a larger one: with less than two of them, the degree is known.
            if (found.degree() < 2 * degree) {
                parts.add(new DegreePart(found, found.degree()));
                return;
            }
            Polynomial part = found.gcd(differences.get(i).remainder(found));
            if (part.degree() > 0) {
                parts.add(new DegreePart(part, degree));
                found = found.quotient(part);
            }
        }
    }
}
