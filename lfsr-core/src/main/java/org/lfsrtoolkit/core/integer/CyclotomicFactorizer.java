package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.table.CyclotomicFactorTable;

/**
 * Factors one cyclotomic number Φ_n(b): table, then the primes a user knows, then our own factoring.
 *
 * <p>Every prime of Φ_n(b) is 1 modulo n, but for at most one, which is then the largest prime of n.
 */
final class CyclotomicFactorizer {

    private CyclotomicFactorizer() {}

    /** The factorization of Φ_n(b), as far as the budget of the control goes. */
    static IntegerFactorization factor(long b, int n, boolean useTable, KnownFactors known, RunControl control) {
        if (useTable) {
            Optional<List<BigInteger>> primes = CyclotomicFactorTable.primesOf(b, n);
            if (primes.isPresent()) {
                return IntegerFactorization.ofTestedPrimes(primes.get());
            }
        }
        BigInteger value = IntegerMath.cyclotomicValue(n, b);
        List<BigInteger> parts = new ArrayList<>();
        for (BigInteger factor : known.factors()) {
            BigInteger common = value.gcd(factor);
            while (!common.equals(BigInteger.ONE)) {
                parts.add(common);
                value = value.divide(common);
                common = value.gcd(common);
            }
        }
        parts.add(value);
        IntegerFactorization result = IntegerFactorization.one();
        for (BigInteger part : parts) {
            result = result.times(IntegerFactorizer.factor(part, control));
        }
        return result;
    }
}
