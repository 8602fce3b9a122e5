package org.lfsrtoolkit.examples;

import java.io.PrintStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.factor.RabinIrreducibility;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.sequence.LinearComplexity;
import org.lfsrtoolkit.core.sequence.ShortestRecurrence;

/**
 * Recovers the characteristic polynomial of the Mersenne Twister MT19937 from its output alone, and proves it irreducible.
 *
 * <p>Every output bit is a linear function of a state of 19937 bits, so the highest bits of 2 · 19937 outputs give the
 * minimal polynomial by Berlekamp–Massey. 2^19937 − 1 is prime, so an irreducible polynomial of that degree is primitive
 * and the period is 2^19937 − 1, as published. Source: [MatsumotoNishimura1998].
 */
public final class MersenneTwisterPolynomial {

    /** The number of bits of the generator's state. */
    public static final int DEGREE = 19937;

    private MersenneTwisterPolynomial() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        ShortestRecurrence recurrence = recover(5489);
        out.println("linear complexity " + recurrence.linearComplexity());
        out.println("terms of the polynomial " + weight(recurrence.minimalPolynomial()));
        out.println("irreducible "
                + RabinIrreducibility.isIrreducible(recurrence.minimalPolynomial(), RunControl.unlimited()));
    }

    /** The shortest recurrence of the highest output bits after seeding. */
    static ShortestRecurrence recover(int seed) {
        MersenneTwister twister = new MersenneTwister(seed);
        long[] bits = new long[2 * DEGREE];
        for (int t = 0; t < bits.length; t++) {
            bits[t] = twister.nextInt() >>> 31;
        }
        return LinearComplexity.recurrenceOf(FiniteFields.of(2), bits);
    }

    static int weight(Polynomial f) {
        int terms = 0;
        for (long coefficient : f.coefficients()) {
            terms += coefficient == 0 ? 0 : 1;
        }
        return terms;
    }
}
