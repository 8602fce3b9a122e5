package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.table.CyclotomicFactorTable;

/**
 * Factors one cyclotomic number Φ_n(b): table, Aurifeuillian split, factors a user knows, then our own factoring.
 *
 * <p>Every prime of Φ_n(b) is 1 modulo n, but for at most one, which is then the largest prime of n: so candidates
 * k·n + 1 are tried first, and n is a known divisor for the p − 1 method.
 *
 * <p>Threads: safe. Source: [Brillhart1988].
 */
final class CyclotomicFactorizer {

    /** Candidates k·n + 1 are tried for k up to this. */
    private static final int CANDIDATES = 20_000;
    /** A smaller number is better left to the general methods. */
    private static final int CANDIDATE_BITS = 200;

    private CyclotomicFactorizer() {}

    /** The factorization of Φ_n(b), as far as the budget of the control goes. */
    static IntegerFactorization factor(long b, int n, boolean useTable, KnownFactors known, RunControl control) {
        if (useTable) {
            Optional<List<BigInteger>> primes = CyclotomicFactorTable.primesOf(b, n);
            if (primes.isPresent()) {
                return IntegerFactorization.ofTestedPrimes(primes.get());
            }
        }
        List<BigInteger> parts = new ArrayList<>();
        BigInteger value = IntegerMath.cyclotomicValue(n, b);
        int[] primesOfIndex = IntegerMath.primeDivisors(n);
        if (primesOfIndex.length > 0) {
            value = divideOut(value, BigInteger.valueOf(primesOfIndex[primesOfIndex.length - 1]), parts);
        }
        for (BigInteger part : AurifeuillianSplit.split(b, n, value)) {
            BigInteger rest = part;
            for (BigInteger factor : known.factors()) {
                for (BigInteger common = rest.gcd(factor); !common.equals(BigInteger.ONE); common = rest.gcd(common)) {
                    parts.add(common);
                    rest = rest.divide(common);
                }
            }
            parts.add(tryCandidates(rest, n, parts));
        }
        IntegerFactorization result = IntegerFactorization.one();
        for (BigInteger part : parts) {
            result = result.times(IntegerFactorizer.factor(part, n, control));
        }
        return result;
    }

    private static BigInteger tryCandidates(BigInteger value, int n, List<BigInteger> parts) {
        BigInteger rest = value;
        long step = (n & 1) == 0 ? n : 2L * n;
        for (long k = 1; k <= CANDIDATES && rest.bitLength() > CANDIDATE_BITS; k++) {
            long candidate = k * step + 1;
            if (candidate % 3 != 0 && candidate % 5 != 0 && candidate % 7 != 0 || candidate < 8) {
                rest = divideOut(rest, BigInteger.valueOf(candidate), parts);
            }
        }
        return rest;
    }

    private static BigInteger divideOut(BigInteger value, BigInteger factor, List<BigInteger> parts) {
        BigInteger rest = value;
        BigInteger[] division = rest.divideAndRemainder(factor);
        while (division[1].signum() == 0 && !rest.equals(BigInteger.ONE)) {
            parts.add(factor);
            rest = division[0];
            division = rest.divideAndRemainder(factor);
        }
        return rest;
    }
}
