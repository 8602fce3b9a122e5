package org.lfsrtoolkit.bench.factor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.factor.EqualDegreeFactorization;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.factor.SquareFreeFactorization;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/** The baseline: distinct degrees by one power and one gcd for each degree, nothing put together. */
final class PlainFactorization {

    private PlainFactorization() {}

    /** The irreducible factors of f, each once. */
    static List<Polynomial> factor(Polynomial f, RunControl control) {
        List<Polynomial> factors = new ArrayList<>();
        for (PolynomialFactor part : SquareFreeFactorization.of(f, control)) {
            Polynomial x = Polynomial.x(f.field());
            Polynomial rest = part.polynomial();
            Polynomial power = x;
            BigInteger q = BigInteger.valueOf(f.field().cardinality());
            for (int i = 1; 2 * i <= rest.degree(); i++) {
                power = PolynomialModulus.of(rest).power(power, q);
                Polynomial found = rest.gcd(power.minus(x));
                if (found.degree() > 0) {
                    factors.addAll(EqualDegreeFactorization.of(found, i, control));
                    rest = rest.quotient(found);
                }
            }
            if (rest.degree() > 0) {
                factors.add(rest);
            }
        }
        return factors;
    }
}
