package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Finds and lists irreducible and primitive polynomials of a degree over GF(q).
 *
 * <p>All results are monic. Everything is exact: a search for primitive polynomials whose q^n − 1 could not be factored
 * completely ends with a {@link LimitExceededException} at the first candidate that this leaves undecided.
 *
 * <p>"First" means first in {@link Polynomial#ORDER}: least coefficients, compared from the highest. Over GF(2) that is the
 * least integer whose bits are the coefficients.
 *
 * <p>Cost: about n irreducibility tests for an irreducible polynomial (one in n is irreducible), about n·(q^n −
 * 1)/φ(q^n − 1) of them for a primitive one; a list costs a few operations for each polynomial listed. Memory: O(n),
 * and O(n²) elements for lists.
 */
public final class PolynomialSearch {

    /** What to look for. */
    public enum Kind {
        /** Irreducible polynomials; for degree 1 that includes x. */
        IRREDUCIBLE,
        /** Irreducible polynomials of order q^n − 1; x is not among them. */
        PRIMITIVE
    }

    private PolynomialSearch() {}

    /**
     * The first polynomial of the kind. There is one of every degree and kind, over every field.
     *
     * @throws IllegalArgumentException if degree is below 1
     * @throws LimitExceededException if primitivity of a candidate cannot be decided
     */
    public static Polynomial first(FiniteField field, int degree, Kind kind, RunControl control) {
        requireDegree(degree);
        return oneByOne(field, degree, kind, control).findFirst().orElseThrow();
    }

    /**
     * The first polynomial of the kind with exactly that number of non-zero terms, the leading one included; empty if there
     * is none (every candidate has then been looked at).
     *
     * @param terms for instance 3 for trinomials, 5 for pentanomials; 2 ≤ terms ≤ degree + 1
     * @throws IllegalArgumentException if degree or terms is out of range
     */
    public static Optional<Polynomial> firstWithTerms(
            FiniteField field, int degree, int terms, Kind kind, RunControl control) {
        return allWithTerms(field, degree, terms, kind, control).findFirst();
    }

    /**
     * A random polynomial of the kind, uniformly distributed; the same for the same seed.
     *
     * @throws IllegalArgumentException if degree is below 1
     */
    public static Polynomial random(FiniteField field, int degree, Kind kind, long seed, RunControl control) {
        requireDegree(degree);
        SplittableRandom random = new SplittableRandom(seed);
        Predicate<Polynomial> test = test(field, degree, kind, control);
        Polynomial leading = Polynomial.monomial(field, 1, degree);
        while (true) {
            control.check();
            Polynomial candidate = leading.plus(EqualDegreeFactorization.random(field, degree, random));
            if (test.test(candidate)) {
                return candidate;
            }
        }
    }

    /**
     * A random polynomial of the kind with exactly that number of non-zero terms, the same for the same seed; empty if there
     * is none (every candidate has then been looked at).
     *
     * <p>The candidates are visited in a random arithmetic progression, each once, so that the search ends. The distribution
     * is near uniform, not exactly so.
     *
     * @throws IllegalArgumentException if degree or terms is out of range
     */
    public static Optional<Polynomial> randomWithTerms(
            FiniteField field, int degree, int terms, Kind kind, long seed, RunControl control) {
        requireTerms(degree, terms);
        if (isEvenBinary(field, degree, terms)) {
            return Optional.empty();
        }
        SparsePolynomials candidates = new SparsePolynomials(field, degree, terms);
        BigInteger count = candidates.count();
        SplittableRandom random = new SplittableRandom(seed);
        BigInteger index = random(count, random);
        BigInteger step = random(count, random);
        while (!step.gcd(count).equals(BigInteger.ONE)) {
            step = random(count, random);
        }
        Predicate<Polynomial> test = test(field, degree, kind, control);
        for (BigInteger seen = BigInteger.ZERO; seen.compareTo(count) < 0; seen = seen.add(BigInteger.ONE)) {
            control.check();
            Polynomial candidate = candidates.get(index);
            if (test.test(candidate)) {
                return Optional.of(candidate);
            }
            index = index.add(step).mod(count);
        }
        return Optional.empty();
    }

    /** Uniform in 0..bound − 1. */
    private static BigInteger random(BigInteger bound, SplittableRandom random) {
        int bits = bound.bitLength();
        while (true) {
            BigInteger value = BigInteger.ZERO;
            for (int filled = 0; filled < bits; filled += 32) {
                value = value.shiftLeft(32).or(BigInteger.valueOf(random.nextInt() & 0xFFFF_FFFFL));
            }
            value = value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
            if (value.compareTo(bound) < 0) {
                return value;
            }
        }
    }

    /**
     * All polynomials of the kind, in {@link Polynomial#ORDER}, made as they are asked for. The stream has no cap; for
     * their number see {@link PolynomialCounts}.
     *
     * @throws IllegalArgumentException if degree is below 1
     */
    public static Stream<Polynomial> all(FiniteField field, int degree, Kind kind, RunControl control) {
        requireDegree(degree);
        if (IrreducibleSieve.fits(field)) {
            Stream<Polynomial> irreducible = stream(IrreducibleSieve.of(field, degree, control));
            return kind == Kind.IRREDUCIBLE ? irreducible : irreducible.filter(primitive(field, degree, control));
        }
        return oneByOne(field, degree, kind, control);
    }

    /**
     * All polynomials of the kind with exactly that number of non-zero terms, in {@link Polynomial#ORDER}, made as they are
     * asked for.
     *
     * @throws IllegalArgumentException if degree or terms is out of range
     */
    public static Stream<Polynomial> allWithTerms(
            FiniteField field, int degree, int terms, Kind kind, RunControl control) {
        requireTerms(degree, terms);
        if (isEvenBinary(field, degree, terms)) {
            return Stream.empty();
        }
        return stream(MonicPolynomials.sparse(field, degree, terms)).filter(test(field, degree, kind, control));
    }

    private static Stream<Polynomial> oneByOne(FiniteField field, int degree, Kind kind, RunControl control) {
        Stream<Polynomial> x =
                degree == 1 && kind == Kind.IRREDUCIBLE ? Stream.of(Polynomial.x(field)) : Stream.empty();
        return Stream.concat(
                x, stream(MonicPolynomials.dense(field, degree)).filter(test(field, degree, kind, control)));
    }

    private static Predicate<Polynomial> test(FiniteField field, int degree, Kind kind, RunControl control) {
        Predicate<Polynomial> irreducible = f -> RabinIrreducibility.isIrreducible(f, control);
        return kind == Kind.IRREDUCIBLE ? irreducible : irreducible.and(primitive(field, degree, control));
    }

    /** Of irreducible polynomials. */
    private static Predicate<Polynomial> primitive(FiniteField field, int degree, RunControl control) {
        IntegerFactorization group = PowerMinusOne.factor(field.cardinality(), degree, control);
        return f -> Primitivity.isPrimitiveIrreducible(f, group, control).orElseThrow(() -> undecided(f, group));
    }

    private static LimitExceededException undecided(Polynomial f, IntegerFactorization group) {
        return new LimitExceededException(
                LimitExceededException.Limit.WORK,
                "whether " + f + " is primitive needs the factors of " + group.unresolved());
    }

    private static Stream<Polynomial> stream(Iterator<Polynomial> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        iterator, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                false);
    }

    /** Then f(1) = 0. */
    private static boolean isEvenBinary(FiniteField field, int degree, int terms) {
        return field.isBinary() && terms % 2 == 0 && degree > 1;
    }

    private static void requireTerms(int degree, int terms) {
        requireDegree(degree);
        if (terms < 2 || terms > degree + 1L) {
            throw new IllegalArgumentException("terms = " + terms + ", expected 2.." + (degree + 1L));
        }
    }

    private static void requireDegree(int degree) {
        if (degree < 1) {
            throw new IllegalArgumentException("degree = " + degree + ", expected at least 1");
        }
    }
}
