package org.lfsrtoolkit.core;

import java.math.BigInteger;
import java.util.Arrays;
import org.lfsrtoolkit.core.factor.RabinIrreducibility;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.format.FieldText;
import org.lfsrtoolkit.core.format.PolynomialText;
import org.lfsrtoolkit.core.integer.Primality;
import org.lfsrtoolkit.core.integer.PrimePower;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.table.ConwayPolynomials;

/**
 * Makes finite fields, and checks what it is given: that q is a prime power and that the modulus is irreducible.
 *
 * <p>Where no modulus is given the field gets the Conway polynomial of the shipped table; a field outside that table needs
 * a modulus, and there is no silent substitute. For example {@code FiniteFields.parse("2^8/x^8+x^4+x^3+x+1")} is the field
 * of AES, whose generator {@code a} (code 2) has order 51.
 *
 * <p>Cost: a primality test of p and, for a modulus of one's own of degree k, k Frobenius powers modulo it. Memory:
 * that of the field. Threads: safe. Source: [LidlNiederreiter1997, ch. 2]; Conway polynomials [Luebeck2021].
 */
public final class FiniteFields {

    private static final long CARDINALITY_LIMIT = 1L << 62;

    private FiniteFields() {}

    /**
     * GF(q) with the Conway polynomial as modulus.
     *
     * @param q a prime power, 2 ≤ q &lt; 2^62
     * @throws IllegalArgumentException if q is no prime power, or no Conway polynomial is shipped for it
     */
    public static FiniteField of(long q) {
        PrimePower power =
                q < 2 || q >= CARDINALITY_LIMIT ? null : PrimePower.of(q).orElse(null);
        if (power == null) {
            throw new IllegalArgumentException("field size q = " + q + ", expected a prime power 2 <= q < 2^62");
        }
        return of(power.prime(), power.exponent());
    }

    /**
     * GF(p^k) with the Conway polynomial as modulus.
     *
     * @throws IllegalArgumentException if p is no prime, p^k reaches 2^62, or no Conway polynomial is shipped for it
     */
    public static FiniteField of(long p, int k) {
        requirePrime(p);
        requireCardinality(p, k);
        if (k == 1) {
            return FiniteField.unchecked(p);
        }
        long[] modulus = ConwayPolynomials.find(p, k)
                .orElseThrow(() -> new IllegalArgumentException("no Conway polynomial is shipped for GF(" + p + "^" + k
                        + "), expected an irreducible modulus of degree " + k + ", as in " + p + "^" + k + "/x^" + k
                        + "+…"));
        return FiniteField.unchecked(p, modulus);
    }

    /**
     * GF(p^k) with a modulus of one's own.
     *
     * @param modulus coefficients in 0..p−1, low to high, leading 1 included (length k + 1); for k = 1 any monic
     *     polynomial of degree 1, which changes nothing
     * @throws IllegalArgumentException if p is no prime, or the modulus is not monic and irreducible over GF(p)
     */
    public static FiniteField withModulus(long p, long... modulus) {
        requirePrime(p);
        int k = modulus.length - 1;
        if (k < 1) {
            throw new IllegalArgumentException(
                    "modulus = " + Arrays.toString(modulus) + ", expected at least 2 coefficients, low to high");
        }
        requireCardinality(p, k);
        FiniteField prime = FiniteField.unchecked(p);
        for (int i = 0; i <= k; i++) {
            prime.requireElement(modulus[i], "modulus coefficient of x^" + i);
        }
        Polynomial f = Polynomial.of(prime, modulus);
        if (modulus[k] != 1) {
            throw new IllegalArgumentException("modulus = " + Arrays.toString(modulus)
                    + ", expected leading coefficient 1 (coefficients low to high)");
        }
        if (k == 1) {
            return prime;
        }
        if (!RabinIrreducibility.isIrreducible(f, RunControl.unlimited())) {
            throw new IllegalArgumentException("modulus " + PolynomialText.format(f) + " is reducible over GF(" + p
                    + "), expected an irreducible one");
        }
        return FiniteField.unchecked(p, modulus);
    }

    /**
     * The field in the notation of {@link FieldText}: {@code 2}, {@code 3^4}, {@code 256}, {@code GF(2^8)},
     * {@code 2^8/x^8+x^4+x^3+x+1}.
     *
     * @throws IllegalArgumentException as the other factories, or if the text does not follow the notation
     */
    public static FiniteField parse(String text) {
        return of(FieldText.parse(text));
    }

    /** As {@link #parse}, for text already read. */
    public static FiniteField of(FieldText text) {
        long q = BigInteger.valueOf(text.base()).pow(text.exponent()).longValueExact();
        String modulus = text.modulus();
        if (modulus == null) {
            return text.exponent() > 1 && Primality.isPrime(text.base()) ? of(text.base(), text.exponent()) : of(q);
        }
        PrimePower power = PrimePower.of(q)
                .orElseThrow(() ->
                        new IllegalArgumentException("field size q = " + q + ", expected a prime power 2 <= q < 2^62"));
        Polynomial f = PolynomialText.parse(FiniteField.unchecked(power.prime()), modulus);
        if (f.degree() != power.exponent()) {
            throw new IllegalArgumentException("modulus " + PolynomialText.format(f) + " has degree " + f.degree()
                    + ", expected " + power.exponent() + " for GF(" + power.prime() + "^" + power.exponent() + ")");
        }
        return withModulus(power.prime(), f.coefficients());
    }

    private static void requirePrime(long p) {
        if (p < 2 || p >= CARDINALITY_LIMIT || !Primality.isPrime(p)) {
            throw new IllegalArgumentException("characteristic p = " + p + ", expected a prime below 2^62");
        }
    }

    private static void requireCardinality(long p, int k) {
        if (k < 1 || k > 61 || BigInteger.valueOf(p).pow(k).bitLength() > 62) {
            throw new IllegalArgumentException("field GF(" + p + "^" + k + "), expected p^k < 2^62 with k at least 1");
        }
    }
}
