package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Rabin's irreducibility test: f of degree n over GF(q) is irreducible if and only if x^(q^n) = x modulo f and
 * gcd(x^(q^(n/r)) − x, f) = 1 for every prime r dividing n.
 *
 * <p>Most polynomials have a factor of small degree. So the product of x^(q^i) − x over small i is tried first, in a few
 * steps of growing i; what passes is nearly always irreducible. Where q is large, the powers x^(q^i) of Rabin's
 * conditions are reached by composition instead of one after the other.
 *
 * <p>Deterministic. Cost: n powers h ↦ h^q modulo f, or O(log n) compositions for each prime of n, and one gcd for
 * each; much less for most reducible f. Memory: O(√n) residues of n coefficients at most. Source: [Rabin1980].
 */
public final class RabinIrreducibility {

    /** Fields up to this size have all their elements tried as roots. */
    private static final int EVERY_ELEMENT = 16;

    private RabinIrreducibility() {}

    /** Whether f is irreducible over its field; constants (and zero) are not, polynomials of degree 1 are. */
    public static boolean isIrreducible(Polynomial f, RunControl control) {
        int n = f.degree();
        if (n <= 1) {
            return n == 1;
        }
        FiniteField field = f.field();
        if (f.coefficient(0) == 0) {
            return false;
        }
        if (field.cardinality() <= EVERY_ELEMENT) {
            for (long a = 1; a < field.cardinality(); a++) {
                if (f.evaluate(a) == 0) {
                    return false;
                }
            }
            if (n <= 3) {
                return true;
            }
        }
        PolynomialModulus modulus = PolynomialModulus.of(f);
        int bits = 64 - Long.numberOfLeadingZeros(field.cardinality() - 1);
        double compositions = 0;
        for (int m : stops(n)) {
            compositions += 1.5 * (32 - Integer.numberOfLeadingZeros(m)) * FrobeniusPowers.productsPerComposition(n);
        }
        return field.isBinary() || (double) bits * n < compositions + bits
                ? oneByOne(FrobeniusMap.byPowers(modulus), control)
                : byComposition(modulus, control);
    }

    /** Whether the modulus f of this map, of degree n ≥ 2, is irreducible; by n applications of the map. */
    static boolean isIrreducible(FrobeniusMap frobenius, RunControl control) {
        return oneByOne(frobenius, control);
    }

    /** Takes every x^(q^i) in turn. */
    private static boolean oneByOne(FrobeniusMap frobenius, RunControl control) {
        PolynomialModulus modulus = frobenius.modulus();
        Polynomial f = modulus.modulus();
        int n = f.degree();
        Polynomial x = Polynomial.x(f.field());
        List<Integer> stops = stops(n);
        Polynomial product = Polynomial.one(f.field());
        Polynomial power = x;
        int next = 4;
        for (int i = 1; i <= n; i++) {
            control.check();
            power = frobenius.apply(power);
            boolean early = next <= n / 4;
            boolean stop = stops.contains(i) && i < n;
            if (2 * i > next && early || stop) {
                product = modulus.multiply(product, power.minus(x));
            }
            if (early && i == next || stop) {
                if (f.gcd(product).degree() > 0) {
                    return false;
                }
                product = Polynomial.one(f.field());
            }
            if (i == next) {
                next *= 4;
            }
        }
        return power.equals(x);
    }

    /** Tries x^q and the few powers that Rabin names. */
    private static boolean byComposition(PolynomialModulus modulus, RunControl control) {
        Polynomial f = modulus.modulus();
        Polynomial x = Polynomial.x(f.field());
        control.check();
        Polynomial frobenius = modulus.frobenius(x);
        if (f.gcd(frobenius.minus(x)).degree() > 0) {
            return false;
        }
        Polynomial second = modulus.compose(frobenius, frobenius);
        if (f.degree() > 2 && f.gcd(second.minus(x)).degree() > 0) {
            return false;
        }
        for (int i : stops(f.degree())) {
            Polynomial power = FrobeniusPowers.power(modulus, frobenius, i, control);
            if (i == f.degree() ? !power.equals(x) : f.gcd(power.minus(x)).degree() > 0) {
                return false;
            }
        }
        return true;
    }

    /** n/r for the primes r of n, and n; ascending. */
    private static List<Integer> stops(int n) {
        List<Integer> stops = new ArrayList<>();
        stops.add(n);
        for (int r : primesOf(n)) {
            stops.add(0, n / r);
        }
        return stops;
    }

    /** The primes that divide n, ascending. */
    static List<Integer> primesOf(int n) {
        List<Integer> primes = new ArrayList<>();
        int rest = n;
        for (int r = 2; r <= rest / r; r++) {
            if (rest % r == 0) {
                primes.add(r);
                while (rest % r == 0) {
                    rest /= r;
                }
            }
        }
        if (rest > 1) {
            primes.add(rest);
        }
        return primes;
    }
}
