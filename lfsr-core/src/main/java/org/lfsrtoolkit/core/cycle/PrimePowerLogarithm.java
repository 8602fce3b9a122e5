package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The Pohlig–Hellman step: a logarithm in a cyclic group of order r^a, digit by digit to base r.
 *
 * <p>Each digit is a logarithm in a group of order r: {@link BabyStepGiantStep} while its table is small, {@link
 * PollardRhoLogarithm} above. Cost: a·√r products, or steps of the rho method, which idle cores share. Memory: that of the
 * method, some thousand residues. Source: [PohligHellman1978].
 */
public final class PrimePowerLogarithm {

    /** Largest prime, in bits, for which the table of baby steps is made. */
    private static final int TABLE_BITS = 22;

    private PrimePowerLogarithm() {}

    /**
     * n, 0 ≤ n &lt; r^a, with base^n = target; empty if there is none.
     *
     * @param base of order r^a modulo f
     * @param r a prime below 2^62
     */
    public static Optional<BigInteger> find(
            PolynomialModulus modulus, Polynomial base, Polynomial target, BigInteger r, int a, RunControl control) {
        Polynomial generator = modulus.power(base, r.pow(a - 1));
        Polynomial inverse = modulus.inverse(base);
        Polynomial rest = modulus.reduce(target);
        BigInteger n = BigInteger.ZERO;
        BigInteger weight = BigInteger.ONE;
        for (int i = 0; i < a; i++) {
            Polynomial image = modulus.power(rest, r.pow(a - 1 - i));
            OptionalLong digit = image.isOne() ? OptionalLong.of(0) : digit(modulus, generator, image, r, control);
            if (digit.isEmpty()) {
                return Optional.empty();
            }
            BigInteger step = weight.multiply(BigInteger.valueOf(digit.getAsLong()));
            n = n.add(step);
            rest = modulus.multiply(rest, modulus.power(inverse, step));
            weight = weight.multiply(r);
        }
        return rest.isOne() ? Optional.of(n) : Optional.empty();
    }

    private static OptionalLong digit(
            PolynomialModulus modulus, Polynomial generator, Polynomial image, BigInteger r, RunControl control) {
        long prime = r.longValueExact();
        return r.bitLength() <= TABLE_BITS
                ? BabyStepGiantStep.find(modulus, generator, image, prime, control)
                : PollardRhoLogarithm.find(modulus, generator, image, prime, control);
    }
}
