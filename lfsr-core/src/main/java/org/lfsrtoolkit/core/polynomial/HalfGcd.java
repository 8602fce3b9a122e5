package org.lfsrtoolkit.core.polynomial;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Greatest common divisors by halves: the first half of Euclid's quotients depend only on the upper half of the
 * coefficients, so they are found from those, recursively, and applied to the whole operands at once by products.
 *
 * <p>Cost: O(M(n) log n). Memory: linear. Below the degree at which this pays, Euclid's algorithm of the kernel is used.
 * Threads: pure functions. Source: [GathenGerhard2013, ch. 11].
 */
final class HalfGcd {

    /** Which entries of a matrix the caller wants; the others are null. */
    private enum Wanted {
        NONE,
        SECOND_COLUMN,
        ALL
    }

    private HalfGcd() {}

    /**
     * A sequence of Euclid's steps on (u, v): the remainders r0 = a·u + b·v and r1 = c·u + d·v.
     *
     * <p>The matrix ((a, b), (c, d)) has determinant ±1; entries that nobody wants are null.
     */
    private record Steps(
            @Nullable Polynomial a,
            @Nullable Polynomial b,
            @Nullable Polynomial c,
            @Nullable Polynomial d,
            Polynomial r0,
            Polynomial r1) {

        static Steps none(Polynomial u, Polynomial v) {
            Polynomial one = Polynomial.one(u.field());
            Polynomial zero = Polynomial.zero(u.field());
            return new Steps(one, zero, zero, one, u, v);
        }

        private long[][] matrix() {
            return new long[][] {
                requireNonNull(a).data(),
                requireNonNull(b).data(),
                requireNonNull(c).data(),
                requireNonNull(d).data()
            };
        }

        /** {a·u + b·v, c·u + d·v}. */
        Polynomial[] of(Polynomial u, Polynomial v) {
            PolynomialKernel kernel = u.kernel();
            long[][] results = kernel.applyMatrix(matrix(), u.data(), v.data());
            return new Polynomial[] {new Polynomial(kernel, results[0]), new Polynomial(kernel, results[1])};
        }

        /** These steps, which were found from u and v shifted down by count, with their remainders of u and v themselves. */
        Steps applied(Polynomial u, Polynomial v, int count) {
            Polynomial[] low = of(u.low(count), v.low(count));
            return new Steps(
                    a,
                    b,
                    c,
                    d,
                    r0.shiftUp(count).plus(low[0]),
                    r1.shiftUp(count).plus(low[1]));
        }

        /** One division more: ((0, 1), (1, −q)) · this. */
        Steps divided(Wanted wanted) {
            Polynomial.Division division = r0.divide(r1);
            Polynomial q = division.quotient();
            return new Steps(
                    c,
                    d,
                    wanted == Wanted.ALL ? after(a, q, c) : null,
                    wanted != Wanted.NONE ? after(b, q, d) : null,
                    r1,
                    division.remainder());
        }

        private static Polynomial after(@Nullable Polynomial last, Polynomial q, @Nullable Polynomial now) {
            return requireNonNull(last).minus(q.times(requireNonNull(now)));
        }

        /** The steps after these: next · this. */
        Steps then(Steps next, Wanted wanted) {
            PolynomialKernel kernel = r0.kernel();
            if (wanted == Wanted.ALL) {
                long[][] product = kernel.multiplyMatrices(next.matrix(), matrix());
                return new Steps(
                        new Polynomial(kernel, product[0]),
                        new Polynomial(kernel, product[1]),
                        new Polynomial(kernel, product[2]),
                        new Polynomial(kernel, product[3]),
                        next.r0,
                        next.r1);
            }
            if (wanted == Wanted.NONE) {
                return new Steps(null, null, null, null, next.r0, next.r1);
            }
            Polynomial[] column = next.of(requireNonNull(b), requireNonNull(d));
            return new Steps(null, column[0], null, column[1], next.r0, next.r1);
        }
    }

    static Polynomial gcd(Polynomial a, Polynomial b) {
        PolynomialKernel kernel = a.kernel();
        return gcd(a, b, kernel.halfGcdThreshold(), kernel.halfGcdBase());
    }

    /** As above, with Euclid's algorithm below degree limit, and below degree base ≥ 2 inside the recursion. */
    static Polynomial gcd(Polynomial a, Polynomial b, int limit, int base) {
        PolynomialKernel kernel = a.kernel();
        Polynomial u = a;
        Polynomial v = b;
        while (!v.isZero() && v.degree() >= limit) {
            if (u.degree() > v.degree()) {
                Steps steps = half(u, v, base, Wanted.NONE);
                u = steps.r0;
                v = steps.r1;
                if (v.isZero()) {
                    return u;
                }
            }
            Polynomial rest = u.remainder(v);
            u = v;
            v = rest;
        }
        return new Polynomial(kernel, kernel.gcd(u.data(), v.data()));
    }

    /** {g, s} with g = s·a + t·b. */
    static Polynomial[] gcdWithCofactor(Polynomial a, Polynomial b) {
        PolynomialKernel kernel = a.kernel();
        return gcdWithCofactor(a, b, kernel.halfGcdThreshold(), kernel.halfGcdBase());
    }

    /** As above, with Euclid's algorithm below degree limit, and below degree base ≥ 2 inside the recursion. */
    static Polynomial[] gcdWithCofactor(Polynomial a, Polynomial b, int limit, int base) {
        PolynomialKernel kernel = a.kernel();
        if (Math.min(a.degree(), b.degree()) < limit) {
            long[][] result = kernel.gcdWithCofactor(a.data(), b.data());
            return new Polynomial[] {new Polynomial(kernel, result[0]), new Polynomial(kernel, result[1])};
        }
        Polynomial u = a;
        Polynomial v = b;
        // (s, t) and (s1, t1) with u = s·a + t·b and v = s1·a + t1·b; only the first of each pair is kept
        Polynomial s = Polynomial.one(a.field());
        Polynomial s1 = Polynomial.zero(a.field());
        while (!v.isZero() && v.degree() >= limit) {
            if (u.degree() > v.degree()) {
                Steps steps = half(u, v, base, Wanted.ALL);
                u = steps.r0;
                v = steps.r1;
                Polynomial[] cofactors = steps.of(s, s1);
                s = cofactors[0];
                s1 = cofactors[1];
                if (v.isZero()) {
                    return new Polynomial[] {u, s};
                }
            }
            Polynomial.Division division = u.divide(v);
            u = v;
            v = division.remainder();
            Polynomial next = s.minus(division.quotient().times(s1));
            s = s1;
            s1 = next;
        }
        long[][] result = kernel.gcdWithCofactor(u.data(), v.data());
        Polynomial g = new Polynomial(kernel, result[0]);
        Polynomial c = new Polynomial(kernel, result[1]);
        if (v.isZero()) {
            return new Polynomial[] {u, s};
        }
        // g = c·u + d·v
        Polynomial d = g.minus(c.times(u)).quotient(v);
        return new Polynomial[] {g, c.times(s).plus(d.times(s1))};
    }

    /** As below, the recursion ending where the kernel says. */
    static Polynomial[] middle(Polynomial u, Polynomial v) {
        return middle(u, v, u.kernel().halfGcdBase());
    }

    /**
     * Two neighbouring remainders r0, r1 of Euclid's algorithm on (u, v), deg u &gt; deg v, with deg r0 ≥ ceil(deg u / 2) &gt;
     * deg r1, and their cofactors of v.
     *
     * @param base degree ≥ 2 below which the recursion ends
     * @return {r0, t0, r1, t1} with r ≡ t·v modulo u
     */
    static Polynomial[] middle(Polynomial u, Polynomial v, int base) {
        Steps steps = half(u, v, base, Wanted.SECOND_COLUMN);
        return new Polynomial[] {steps.r0, requireNonNull(steps.b), steps.r1, requireNonNull(steps.d)};
    }

    /**
     * Euclid's steps on (u, v), deg u &gt; deg v, up to the last whose first remainder has degree at least ceil(deg u / 2);
     * the second remainder is below that.
     *
     * <p>The steps found from the upper parts leave the upper parts of the remainders too; products are needed for the
     * lower parts alone.
     */
    private static Steps half(Polynomial u, Polynomial v, int base, Wanted wanted) {
        int n = u.degree();
        int m = (n + 1) / 2;
        if (v.degree() < m) {
            return Steps.none(u, v);
        }
        if (n < base) {
            return byDivisions(u, v, m, wanted);
        }
        Steps upper = half(u.shiftDown(m), v.shiftDown(m), base, Wanted.ALL).applied(u, v, m);
        if (upper.r1.degree() < m) {
            return upper;
        }
        Steps divided = upper.divided(wanted);
        if (divided.r1.degree() < m) {
            return divided;
        }
        int k = 2 * m - divided.r0.degree();
        Steps lower = half(divided.r0.shiftDown(k), divided.r1.shiftDown(k), base, Wanted.ALL)
                .applied(divided.r0, divided.r1, k);
        return divided.then(lower, wanted);
    }

    private static Steps byDivisions(Polynomial u, Polynomial v, int m, Wanted wanted) {
        PolynomialKernel kernel = u.kernel();
        if (wanted == Wanted.SECOND_COLUMN) {
            long[][] steps = kernel.euclideanStepsOfSecond(u.data(), v.data(), m);
            if (steps.length != 0) {
                return new Steps(
                        null,
                        new Polynomial(kernel, steps[0]),
                        null,
                        new Polynomial(kernel, steps[1]),
                        new Polynomial(kernel, steps[2]),
                        new Polynomial(kernel, steps[3]));
            }
        }
        long[][] steps = kernel.euclideanSteps(u.data(), v.data(), m);
        if (steps.length != 0) {
            return new Steps(
                    new Polynomial(kernel, steps[0]),
                    new Polynomial(kernel, steps[1]),
                    new Polynomial(kernel, steps[2]),
                    new Polynomial(kernel, steps[3]),
                    new Polynomial(kernel, steps[4]),
                    new Polynomial(kernel, steps[5]));
        }
        Steps done = Steps.none(u, v);
        while (done.r1.degree() >= m) {
            done = done.divided(Wanted.ALL);
        }
        return done;
    }
}
