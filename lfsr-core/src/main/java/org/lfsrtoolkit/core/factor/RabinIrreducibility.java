package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Rabin's irreducibility test: f of degree n over GF(q) is irreducible if and only if x^(q^n) = x modulo f and
 * gcd(x^(q^(n/r)) − x, f) = 1 for every prime r dividing n.
 *
 * <p>Deterministic. Cost: n powers h ↦ h^q modulo f and one gcd for each prime of n. Source: [Rabin1980].
 */
public final class RabinIrreducibility {

    private RabinIrreducibility() {}

    /** Whether f is irreducible over its field; constants (and zero) are not, polynomials of degree 1 are. */
    public static boolean isIrreducible(Polynomial f, RunControl control) {
        int n = f.degree();
        if (n <= 1) {
            return n == 1;
        }
        if (f.coefficient(0) == 0) {
            return false;
        }
        PolynomialModulus modulus = PolynomialModulus.of(f);
        Polynomial x = Polynomial.x(f.field());
        List<Integer> primes = primesOf(n);
        Polynomial power = x;
        for (int i = 1; i <= n; i++) {
            control.check();
            power = modulus.frobenius(power);
            for (int r : primes) {
                if (i == n / r && f.gcd(power.minus(x)).degree() > 0) {
                    return false;
                }
            }
        }
        return power.equals(x);
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
