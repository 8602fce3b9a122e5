package org.lfsrtoolkit.core.register;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Any number of clocks at once, forward or back: x^k modulo the characteristic polynomial, made once and applied to any
 * number of states.
 *
 * <p>Example: over GF(2), s(t+4) = s(t) + s(t+1), a jump by 15 or by −15 leads from any state to itself.
 *
 * <p>Cost: O(log |k|) products modulo f to make (for a matrix also its characteristic polynomial); to apply, one
 * product modulo f for a register, d vector-matrix products for a matrix. Memory: O(d), for a matrix O(d²). Threads:
 * immutable.
 */
public final class Jump {

    private final LinearEmbedding embedding;
    private final BigInteger clocks;
    private final PolynomialModulus modulus;
    private final Polynomial power;
    /** Null for a matrix. */
    private final @Nullable StateResidue residues;

    private Jump(
            LinearEmbedding embedding,
            BigInteger clocks,
            PolynomialModulus modulus,
            Polynomial power,
            @Nullable StateResidue residues) {
        this.embedding = embedding;
        this.clocks = clocks;
        this.modulus = modulus;
        this.power = power;
        this.residues = residues;
    }

    /**
     * A jump of a map.
     *
     * @param clocks of any size; negative for clocks back
     * @throws ArithmeticException if clocks is negative and the map singular
     */
    public static Jump of(AffineMap map, BigInteger clocks, RunControl control) {
        if (clocks.signum() < 0 && !map.isNonsingular()) {
            throw new ArithmeticException(
                    "clocks = " + clocks + ", expected at least 0: a singular map has no unique way back");
        }
        LinearEmbedding embedding = LinearEmbedding.of(map);
        Polynomial f;
        StateResidue residues = null;
        if (embedding.linear() instanceof ShiftRegister register) {
            f = register.characteristicPolynomial();
            residues = StateResidue.of(f);
        } else {
            f = CharacteristicPolynomial.of(embedding.linear().matrix(), control);
        }
        PolynomialModulus modulus = PolynomialModulus.of(f);
        return new Jump(embedding, clocks, modulus, modulus.powerOfX(clocks), residues);
    }

    /** {@link #of(AffineMap, BigInteger, RunControl)} without limits. */
    public static Jump of(AffineMap map, long clocks) {
        return of(map, BigInteger.valueOf(clocks), RunControl.unlimited());
    }

    /** How far. */
    public BigInteger clocks() {
        return clocks;
    }

    /** x^clocks modulo the characteristic polynomial of the (embedded) map. */
    public Polynomial polynomial() {
        return power;
    }

    /** The state that many clocks away. */
    public long[] apply(long[] state) {
        long[] vector = embedding.embed(state);
        long[] image;
        if (residues != null) {
            image = residues.state(modulus.multiply(residues.residue(vector), power));
        } else {
            FiniteField field = embedding.map().field();
            image = new long[vector.length];
            for (int i = power.degree(); i >= 0; i--) {
                image = embedding.linear().next(image);
                field.addScaled(image, 0, vector, 0, vector.length, power.coefficient(i));
            }
        }
        return embedding.project(image);
    }
}
