package org.lfsrtoolkit.core.cycle;

import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

/**
 * A walk that multiplies by one of {@value #MULTIPLIERS} fixed elements, chosen by a hash of where it stands, and ends at a
 * distinguished point, one whose hash has enough zeros in a fixed place.
 *
 * <p>Two walks that meet go on together and end at the same point. Not thread-safe: {@link #fork} makes one for another
 * thread, with the same multipliers. Source: [VanOorschotWiener1999]; [Teske1998].
 */
abstract class RhoWalk {

    /** Log of the number of multipliers. */
    static final int MULTIPLIER_BITS = 4;

    static final int MULTIPLIERS = 1 << MULTIPLIER_BITS;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    final int pointBits;

    RhoWalk(int pointBits) {
        this.pointBits = pointBits;
    }

    /** The walk with the fastest steps for the field. */
    static RhoWalk of(PolynomialModulus modulus, Polynomial[] multipliers, int pointBits) {
        return BinaryRhoWalk.suits(modulus)
                ? new BinaryRhoWalk(modulus, multipliers, pointBits)
                : new PolynomialRhoWalk(modulus, multipliers, pointBits);
    }

    /** A walk of its own with the same steps. */
    abstract RhoWalk fork();

    /** Sets the walk to a place. */
    abstract void start(Polynomial place);

    /** Where the walk stands. */
    abstract Polynomial place();

    /** Which multiplier comes next; −1 at a distinguished point. */
    abstract int next();

    /** Walks on, but not more than that many steps; true if it stands at a distinguished point then. */
    abstract boolean advance(long maxSteps);

    /** The number of the multiplier for a hash, whose high bits are used; −1 at a distinguished point. */
    final int choice(long hash) {
        return hash << MULTIPLIER_BITS >>> Long.SIZE - pointBits == 0
                ? -1
                : (int) (hash >>> Long.SIZE - MULTIPLIER_BITS);
    }

    /** A hash of a word whose high bits depend on all of it. */
    static long hash(long word) {
        return word * GOLDEN;
    }
}
