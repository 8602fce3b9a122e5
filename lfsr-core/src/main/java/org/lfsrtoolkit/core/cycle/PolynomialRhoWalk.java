package org.lfsrtoolkit.core.cycle;

import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

/** {@link RhoWalk} over any field: a step is a product modulo f. */
final class PolynomialRhoWalk extends RhoWalk {

    private final PolynomialModulus modulus;
    private final Polynomial[] multipliers;
    private Polynomial here;

    PolynomialRhoWalk(PolynomialModulus modulus, Polynomial[] multipliers, int pointBits) {
        super(pointBits);
        this.modulus = modulus;
        this.multipliers = multipliers;
        here = multipliers[0];
    }

    @Override
    RhoWalk fork() {
        return new PolynomialRhoWalk(modulus, multipliers, pointBits);
    }

    @Override
    void start(Polynomial place) {
        here = place;
    }

    @Override
    Polynomial place() {
        return here;
    }

    @Override
    int next() {
        return choice(hash(here.hashCode()));
    }

    @Override
    boolean advance(long maxSteps) {
        for (long i = 0; i < maxSteps; i++) {
            int choice = next();
            if (choice < 0) {
                return true;
            }
            here = modulus.multiply(here, multipliers[choice]);
        }
        return next() < 0;
    }
}
