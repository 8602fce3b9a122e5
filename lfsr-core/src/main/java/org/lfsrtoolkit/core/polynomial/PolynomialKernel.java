package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Arithmetic on the arrays behind {@link Polynomial}, in the representation that suits the field.
 *
 * <p>The last entry of an array is not 0; the zero polynomial is the empty array. Arguments are never changed, and a
 * result may be an argument itself. Threads: kernels are immutable.
 */
abstract class PolynomialKernel {

    final FiniteField field;

    PolynomialKernel(FiniteField field) {
        this.field = field;
    }

    /** The kernel for a field: packed words for GF(2), an entry a coefficient for all others. */
    static PolynomialKernel of(FiniteField field) {
        return field.isBinary() ? new BinaryKernel(field) : new DenseKernel(field);
    }

    /** The array of these coefficients, low to high, which are elements of the field; the argument is handed over. */
    abstract long[] pack(long[] coefficients);

    /** The coefficients, low to high, in a new array. */
    abstract long[] unpack(long[] a);

    abstract int degree(long[] a);

    abstract long coefficient(long[] a, int i);

    abstract long[] monomial(long coefficient, int degree);

    abstract long[] add(long[] a, long[] b);

    abstract long[] subtract(long[] a, long[] b);

    abstract long[] negate(long[] a);

    abstract long[] multiply(long[] a, long[] b);

    abstract long[] square(long[] a);

    abstract long[] scale(long[] a, long scalar);

    abstract long[] shiftUp(long[] a, int count);

    abstract long[] shiftDown(long[] a, int count);

    abstract long[] low(long[] a, int count);

    /** {quotient, remainder}; b is not zero. */
    abstract long[][] divide(long[] a, long[] b);

    /** Some greatest common divisor, not always monic. */
    abstract long[] gcd(long[] a, long[] b);

    /** {g, s} with g = s·a + t·b a greatest common divisor, not always monic. */
    abstract long[][] gcdWithCofactor(long[] a, long[] b);

    /**
     * Euclid's steps on (u, v), deg u &gt; deg v, while the second remainder has at least the degree stop.
     *
     * @return {a, b, c, d, r0, r1}: the remainders are r0 = a·u + b·v and r1 = c·u + d·v; empty where the kernel has no
     *     method of its own
     */
    long[][] euclideanSteps(long[] u, long[] v, int stop) {
        return new long[0][];
    }

    /** The same steps without the cofactors of u: {b, d, r0, r1}, or empty. */
    long[][] euclideanStepsOfSecond(long[] u, long[] v, int stop) {
        long[][] steps = euclideanSteps(u, v, stop);
        return steps.length == 0 ? steps : new long[][] {steps[1], steps[3], steps[4], steps[5]};
    }

    /** {a·u + b·v, c·u + d·v} for a matrix {a, b, c, d}. */
    long[][] applyMatrix(long[][] m, long[] u, long[] v) {
        return new long[][] {
            add(multiply(m[0], u), multiply(m[1], v)), add(multiply(m[2], u), multiply(m[3], v)),
        };
    }

    /** The product of two matrices {a, b, c, d}, the second one applied first. */
    long[][] multiplyMatrices(long[][] m, long[][] n) {
        long[][] left = applyMatrix(m, n[0], n[2]);
        long[][] right = applyMatrix(m, n[1], n[3]);
        return new long[][] {left[0], right[0], left[1], right[1]};
    }

    /** The degree from which {@link HalfGcd} beats {@link #gcd}. */
    abstract int halfGcdThreshold();

    /** The degree below which the recursion of {@link HalfGcd} ends. */
    int halfGcdBase() {
        return halfGcdThreshold() / 8;
    }

    /** The number of terms from which {@link RationalReconstruction} finds a recurrence faster than a walk over the terms. */
    abstract int reconstructionThreshold();

    abstract long[] derivative(long[] a);

    abstract long evaluate(long[] a, long point);

    abstract long[] reverse(long[] a);

    /** The number of zero coefficients below the first other one; a is not zero. */
    abstract int trailingZeros(long[] a);

    /** What reduces modulo f, monic of degree ≥ 1. */
    abstract Reducer reducer(long[] f);

    /** Compares polynomials of one degree by their coefficients from the highest. */
    abstract int compareCoefficients(long[] a, long[] b);

    /** Arithmetic modulo one polynomial. Arguments other than that of {@code reduce} are reduced. Threads: safe. */
    interface Reducer {

        /** a mod f. */
        long[] reduce(long[] a);

        /** {quotient, remainder} of a by f. */
        long[][] divide(long[] a);

        /** a·b mod f. */
        long[] multiply(long[] a, long[] b);

        /** a² mod f. */
        long[] square(long[] a);

        /** a·x mod f. */
        long[] timesX(long[] a);
    }
}
