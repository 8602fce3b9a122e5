package org.lfsrtoolkit.core.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/** One run of the algorithm described at {@link FrobeniusDecomposition}. Threads: confined to one. */
final class CyclicSplitting {

    private static final long SEED = 0x5eed_0001L;

    private final FiniteField field;
    private final int n;
    private final RunControl control;
    private final KrylovSpan span;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** A finished part: generator u, offset of its Krylov sequence in the span, annihilator f, and u = u' + Σ s_j·u'_j. */
    private record Part(
            long[] start,
            int offset,
            Polynomial f,
            @Nullable Polynomial[] s) {}

    private final List<Part> parts = new ArrayList<>();

    CyclicSplitting(Matrix matrix, RunControl control) {
        matrix.requireSquare();
        this.field = matrix.field();
        this.n = matrix.rowCount();
        this.control = control;
        this.span = matrix.entries().krylovSpan();
    }

    FrobeniusDecomposition run() {
        long[] start = span.randomOutside(random);
        while (true) {
            Part part = spin(start);
            int k = firstNonMaximalPart(part);
            if (k < 0) {
                parts.add(divided(part));
                control.report("splitting the space", span.size(), n);
                if (span.size() == n) {
                    break;
                }
                start = span.randomOutside(random);
            } else {
                start = joined(k, part);
                span.truncate(parts.get(k).offset());
                parts.subList(k, parts.size()).clear();
            }
        }
        return result();
    }

    /** Only the characteristic polynomial: one round, whatever the divisions say. */
    Polynomial characteristicPolynomial() {
        List<Polynomial> factors = new ArrayList<>();
        while (span.size() < n) {
            int offset = span.size();
            long[] y = span.spin(span.randomOutside(random), control);
            factors.add(annihilator(y, offset));
            control.report("characteristic polynomial", span.size(), n);
        }
        return PolynomialProduct.of(field, factors);
    }

    /** The new part, with the relation coefficients c_j over the adjusted generators u'_j in place of s_j. */
    private Part spin(long[] start) {
        int offset = span.size();
        long[] y = span.spin(start, control);
        int count = parts.size();
        @Nullable Polynomial[] c = new @Nullable Polynomial[count];
        boolean[] touched = new boolean[count];
        for (int j = 0; j < count; j++) {
            Part part = parts.get(j);
            int end = part.offset() + part.f().degree();
            Polynomial own = slice(y, part.offset(), end);
            if (own.isZero()) {
                continue;
            }
            c[j] = c[j] == null ? own : c[j].plus(own);
            // u_j = u'_j + Σ s_l u'_l
            for (int l = 0; l < j; l++) {
                Polynomial s = part.s()[l];
                if (s != null) {
                    Polynomial term = own.times(s);
                    c[l] = c[l] == null ? term : c[l].plus(term);
                    touched[l] = true;
                }
            }
        }
        for (int l = 0; l < count; l++) {
            Polynomial reduced = c[l];
            if (reduced != null && touched[l]) {
                reduced = reduced.remainder(parts.get(l).f());
                c[l] = reduced;
            }
            if (reduced != null && reduced.isZero()) {
                c[l] = null;
            }
        }
        return new Part(start, offset, annihilator(y, offset), c);
    }

    private static Polynomial slice(FiniteField field, long[] y, int from, int to) {
        return Polynomial.of(field, Arrays.copyOfRange(y, from, to));
    }

    private Polynomial slice(long[] y, int from, int to) {
        int end = to;
        while (end > from && y[end - 1] == 0) {
            end--;
        }
        return end == from ? Polynomial.zero(field) : slice(field, y, from, end);
    }

    /** x^d − Σ y_t x^(t − offset): what annihilates the start vector modulo the parts before it. */
    private Polynomial annihilator(long[] y, int offset) {
        long[] f = new long[y.length - offset + 1];
        for (int t = offset; t < y.length; t++) {
            f[t - offset] = field.negate(y[t]);
        }
        f[y.length - offset] = 1;
        return Polynomial.of(field, f);
    }

    /**
     * The least k such that the annihilator of the new vector modulo the parts before k does not divide f_k; −1 if the new
     * part splits off, that is if f divides f_(last) and every c_j.
     */
    private int firstNonMaximalPart(Part part) {
        int count = parts.size();
        if (count == 0 || splitsOff(part)) {
            return -1;
        }
        Polynomial[] modulo = annihilatorsModuloParts(part);
        for (int k = 0; k < count; k++) {
            if (!divides(modulo[k], parts.get(k).f())) {
                return k;
            }
        }
        throw new IllegalStateException("a part that does not split off, but with nothing to improve");
    }

    private boolean splitsOff(Part part) {
        if (!divides(part.f(), parts.get(parts.size() - 1).f())) {
            return false;
        }
        for (Polynomial c : part.s()) {
            if (c != null && !divides(part.f(), c)) {
                return false;
            }
        }
        return true;
    }

    /** Entry k: f · lcm of f_j / gcd(f_j, c_j) over j ≥ k, the annihilator modulo the direct sum of the parts before k. */
    private Polynomial[] annihilatorsModuloParts(Part part) {
        int count = parts.size();
        Polynomial[] modulo = new Polynomial[count];
        Polynomial lcm = Polynomial.one(field);
        for (int j = count - 1; j >= 0; j--) {
            Polynomial c = part.s()[j];
            if (c != null) {
                Polynomial f = parts.get(j).f();
                lcm = lcm.lcm(f.quotient(f.gcd(c)));
            }
            modulo[j] = part.f().times(lcm);
        }
        return modulo;
    }

    private static boolean divides(Polynomial divisor, Polynomial multiple) {
        return divisor.equals(multiple)
                || (divisor.degree() <= multiple.degree()
                        && multiple.remainder(divisor).isZero());
    }

    private Part divided(Part part) {
        @Nullable Polynomial[] s = part.s().clone();
        for (int j = 0; j < s.length; j++) {
            Polynomial c = s[j];
            s[j] = c == null ? null : c.quotient(part.f());
        }
        return new Part(part.start(), part.offset(), part.f(), s);
    }

    /**
     * A vector whose annihilator modulo the parts before k is lcm(a, b), where a and b are those of the new vector and of
     * u_k. Split lcm(a, b) = a'·b' with a' | a, b' | b coprime; then (a/a')·u + (b/b')·u_k has it.
     */
    private long[] joined(int k, Part part) {
        Polynomial a = annihilatorsModuloParts(part)[k];
        Polynomial b = parts.get(k).f();
        Polynomial gcd = a.gcd(b);
        Polynomial surplus = a.quotient(gcd);
        // a' = the part of a made of the primes that divide a more often than b
        Polynomial ownA = Polynomial.one(field);
        Polynomial rest = a;
        for (Polynomial common = rest.gcd(surplus); !common.isOne(); common = rest.gcd(surplus)) {
            ownA = ownA.times(common);
            rest = rest.quotient(common);
        }
        Polynomial ownB = surplus.times(b).quotient(ownA);
        long[] sum = applied(a.quotient(ownA), part.start());
        span.addTo(sum, applied(b.quotient(ownB), parts.get(k).start()));
        return sum;
    }

    /** v·g(A), by Horner's rule. */
    private long[] applied(Polynomial g, long[] v) {
        long[] sum = new long[v.length];
        for (int i = g.degree(); i >= 0; i--) {
            control.check();
            if (i < g.degree()) {
                sum = span.apply(sum);
            }
            if (g.coefficient(i) != 0) {
                span.addScaledTo(sum, v, g.coefficient(i));
            }
        }
        return sum;
    }

    /** Replaces u_i by u'_i = u_i − Σ s_j u'_j, written over the Krylov vectors of the u_j; degrees never reach f_j's. */
    private FrobeniusDecomposition result() {
        List<Polynomial> annihilators = new ArrayList<>();
        List<long[]> generators = new ArrayList<>();
        List<@Nullable Polynomial[]> adjustments = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            @Nullable Polynomial[] t = new @Nullable Polynomial[i];
            boolean adjusted = false;
            for (int j = 0; j < i; j++) {
                Polynomial s = part.s()[j];
                if (s == null) {
                    continue;
                }
                adjusted = true;
                Polynomial minus = s.negate();
                t[j] = t[j] == null ? minus : t[j].plus(minus);
                @Nullable Polynomial[] earlier = adjustments.get(j);
                for (int l = 0; l < j; l++) {
                    if (earlier[l] != null) {
                        Polynomial term = minus.times(earlier[l]);
                        t[l] = t[l] == null ? term : t[l].plus(term);
                    }
                }
            }
            adjustments.add(t);
            annihilators.add(part.f());
            generators.add(span.toCodes(adjusted ? adjustedVector(part, t) : part.start()));
            control.check();
        }
        return new FrobeniusDecomposition(field, n, annihilators, generators);
    }

    private long[] adjustedVector(Part part, @Nullable Polynomial[] t) {
        long[] coordinates = new long[part.offset()];
        for (int j = 0; j < t.length; j++) {
            Polynomial g = t[j];
            for (int e = 0; g != null && e <= g.degree(); e++) {
                coordinates[parts.get(j).offset() + e] = g.coefficient(e);
            }
        }
        long[] vector = span.combination(coordinates);
        span.addTo(vector, part.start());
        return vector;
    }
}
