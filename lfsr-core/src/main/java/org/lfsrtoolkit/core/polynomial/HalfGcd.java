package org.lfsrtoolkit.core.polynomial;

/**
 * Greatest common divisors by halves: the first half of Euclid's quotients depend only on the upper half of the
 * coefficients, so they are found from those, recursively, and applied to the whole operands at once by products.
 *
 * <p>Cost: O(M(n) log n). Memory: linear. Below the degree at which this pays, Euclid's algorithm of the kernel is used.
 * Threads: pure functions. Source: [GathenGerhard2013, ch. 11].
 */
final class HalfGcd {

    private HalfGcd() {}

    /** The 2 × 2 matrix ((a, b), (c, d)) of polynomials with determinant ±1. */
    private record Step(Polynomial a, Polynomial b, Polynomial c, Polynomial d) {

        static Step identity(Polynomial like) {
            Polynomial one = Polynomial.one(like.field());
            Polynomial zero = Polynomial.zero(like.field());
            return new Step(one, zero, zero, one);
        }

        Polynomial first(Polynomial u, Polynomial v) {
            return a.times(u).plus(b.times(v));
        }

        Polynomial second(Polynomial u, Polynomial v) {
            return c.times(u).plus(d.times(v));
        }

        /** ((0, 1), (1, −q)) · this: one more division with quotient q. */
        Step divided(Polynomial q) {
            return new Step(c, d, a.minus(q.times(c)), b.minus(q.times(d)));
        }

        /** next · this. */
        Step then(Step next) {
            return new Step(next.first(a, c), next.first(b, d), next.second(a, c), next.second(b, d));
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
                Step step = half(u, v, base);
                Polynomial first = step.first(u, v);
                v = step.second(u, v);
                u = first;
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
                Step step = half(u, v, base);
                Polynomial first = step.first(u, v);
                v = step.second(u, v);
                u = first;
                first = step.first(s, s1);
                s1 = step.second(s, s1);
                s = first;
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

    /**
     * Two neighbouring remainders r0, r1 of Euclid's algorithm on (u, v), deg u &gt; deg v, with deg r0 ≥ ceil(deg u / 2) &gt;
     * deg r1, and their cofactors of v.
     *
     * @return {r0, t0, r1, t1} with r ≡ t·v modulo u
     */
    static Polynomial[] middle(Polynomial u, Polynomial v) {
        Step step = half(u, v, u.kernel().halfGcdThreshold());
        return new Polynomial[] {step.first(u, v), step.b(), step.second(u, v), step.d()};
    }

    /**
     * The product of Euclid's steps on (u, v), deg u &gt; deg v, up to the last whose first result has degree at least
     * ceil(deg u / 2); the second result is below that.
     */
    private static Step half(Polynomial u, Polynomial v, int base) {
        int n = u.degree();
        int m = (n + 1) / 2;
        if (v.degree() < m) {
            return Step.identity(u);
        }
        if (n < base) {
            return byDivisions(u, v, m);
        }
        Step step = half(u.shiftDown(m), v.shiftDown(m), base);
        Polynomial u1 = step.first(u, v);
        Polynomial v1 = step.second(u, v);
        if (v1.degree() < m) {
            return step;
        }
        Polynomial.Division division = u1.divide(v1);
        step = step.divided(division.quotient());
        Polynomial u2 = v1;
        Polynomial v2 = division.remainder();
        if (v2.degree() < m) {
            return step;
        }
        int k = 2 * m - u2.degree();
        return step.then(half(u2.shiftDown(k), v2.shiftDown(k), base));
    }

    private static Step byDivisions(Polynomial u, Polynomial v, int m) {
        PolynomialKernel kernel = u.kernel();
        long[][] matrix = kernel.euclideanMatrix(u.data(), v.data(), m);
        if (matrix.length != 0) {
            return new Step(
                    new Polynomial(kernel, matrix[0]),
                    new Polynomial(kernel, matrix[1]),
                    new Polynomial(kernel, matrix[2]),
                    new Polynomial(kernel, matrix[3]));
        }
        Step step = Step.identity(u);
        Polynomial r0 = u;
        Polynomial r1 = v;
        while (r1.degree() >= m) {
            Polynomial.Division division = r0.divide(r1);
            step = step.divided(division.quotient());
            r0 = r1;
            r1 = division.remainder();
        }
        return step;
    }
}
