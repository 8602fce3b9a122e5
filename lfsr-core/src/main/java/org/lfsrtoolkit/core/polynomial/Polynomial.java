package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A dense univariate polynomial over a finite field.
 *
 * <p>Immutable value. Coefficients are element codes, low to high. The zero polynomial has degree −1. Operands of one
 * operation must be over equal fields; this is not checked.
 *
 * <p>Over GF(2) the coefficients are packed 64 to a word ({@link #ofBinaryWords}, {@link #binaryWords}), over other
 * fields each takes a {@code long}. With M(n) for the cost of a product of degree n: products are Karatsuba's for
 * GF(2), then by ternary transforms, which need shifts and additions alone; over GF(p) term by term or Karatsuba's, then by transforms modulo primes near 2^48; over GF(p^k)
 * by one product over GF(p). Division costs O(M(n)) (n²/4096 word operations for GF(2)), greatest common divisors n²/64
 * for GF(2), else O(M(n) log n). Memory is linear. For many operations with one modulus use {@link PolynomialModulus}.
 */
public final class Polynomial implements Comparable<Polynomial> {

    /** By degree, then by coefficients from the highest: the order in which factors are listed. */
    public static final Comparator<Polynomial> ORDER = Polynomial::compareTo;

    private final PolynomialKernel kernel;
    /** As {@link PolynomialKernel} describes. */
    private final long[] data;

    private final int degree;

    Polynomial(PolynomialKernel kernel, long[] data) {
        this.kernel = kernel;
        this.data = data;
        this.degree = kernel.degree(data);
    }

    PolynomialKernel kernel() {
        return kernel;
    }

    long[] data() {
        return data;
    }

    private Polynomial with(long[] result) {
        return result == data ? this : new Polynomial(kernel, result);
    }

    /**
     * The polynomial with these coefficients, low to high; zeros at the top are dropped.
     *
     * @throws IllegalArgumentException if a coefficient is no element of the field
     */
    public static Polynomial of(FiniteField field, long... coefficients) {
        for (int i = 0; i < coefficients.length; i++) {
            if (!field.contains(coefficients[i])) {
                field.requireElement(coefficients[i], "coefficient of x^" + i);
            }
        }
        PolynomialKernel kernel = PolynomialKernel.of(field);
        return new Polynomial(kernel, kernel.pack(coefficients.clone()));
    }

    /**
     * The polynomial over GF(2) with these bits: bit i of word w is the coefficient of x^(64w + i).
     *
     * @throws IllegalArgumentException if the field is not GF(2)
     */
    public static Polynomial ofBinaryWords(FiniteField field, long... words) {
        requireBinary(field);
        long[] trimmed = BinaryWords.trim(words);
        return new Polynomial(PolynomialKernel.of(field), trimmed == words ? words.clone() : trimmed);
    }

    /**
     * A random polynomial of exactly this degree, every one equally likely; degree −1 gives zero.
     *
     * @throws IllegalArgumentException if degree is below −1
     */
    public static Polynomial random(FiniteField field, int degree, RandomGenerator random) {
        if (degree < -1) {
            throw new IllegalArgumentException("degree = " + degree + ", expected at least -1");
        }
        long[] coefficients = new long[degree + 1];
        for (int i = 0; i <= degree; i++) {
            coefficients[i] =
                    i < degree ? random.nextLong(field.cardinality()) : random.nextLong(1, field.cardinality());
        }
        PolynomialKernel kernel = PolynomialKernel.of(field);
        return new Polynomial(kernel, kernel.pack(coefficients));
    }

    /** 0. */
    public static Polynomial zero(FiniteField field) {
        return monomial(field, 0, 0);
    }

    /** 1. */
    public static Polynomial one(FiniteField field) {
        return monomial(field, 1, 0);
    }

    /** x. */
    public static Polynomial x(FiniteField field) {
        return monomial(field, 1, 1);
    }

    /** coefficient · x^degree. */
    public static Polynomial monomial(FiniteField field, long coefficient, int degree) {
        PolynomialKernel kernel = PolynomialKernel.of(field);
        return new Polynomial(kernel, kernel.monomial(field.requireElement(coefficient, "coefficient"), degree));
    }

    /**
     * The sum of x^e over the given exponents, for instance {@code ofExponents(field, 31, 3, 0)} = x^31 + x^3 + 1; an
     * exponent given n times has coefficient n·1.
     */
    public static Polynomial ofExponents(FiniteField field, int... exponents) {
        long[] coefficients = new long[Arrays.stream(exponents).max().orElse(-1) + 1];
        for (int e : exponents) {
            coefficients[e] = field.add(coefficients[e], 1);
        }
        return of(field, coefficients);
    }

    /** The field of the coefficients. */
    public FiniteField field() {
        return kernel.field;
    }

    /** The degree; −1 for the zero polynomial. */
    public int degree() {
        return degree;
    }

    /** The coefficient of x^i; 0 above the degree. */
    public long coefficient(int i) {
        return kernel.coefficient(data, i);
    }

    /** All coefficients, low to high, leading one included; empty for the zero polynomial. */
    public long[] coefficients() {
        return kernel.unpack(data);
    }

    /**
     * The coefficients over GF(2) as bits: bit i of word w is that of x^(64w + i); degree/64 + 1 words, none for zero.
     *
     * @throws IllegalArgumentException if the field is not GF(2)
     */
    public long[] binaryWords() {
        requireBinary(field());
        return data.clone();
    }

    private static void requireBinary(FiniteField field) {
        if (!field.isBinary()) {
            throw new IllegalArgumentException("field = " + field + ", expected GF(2)");
        }
    }

    /** The number of coefficients other than 0. */
    public int weight() {
        int weight = 0;
        for (int i = 0; i <= degree; i++) {
            weight += coefficient(i) != 0 ? 1 : 0;
        }
        return weight;
    }

    /** The coefficient of x^degree; 0 for the zero polynomial. */
    public long leadingCoefficient() {
        return degree < 0 ? 0 : coefficient(degree);
    }

    public boolean isZero() {
        return degree < 0;
    }

    public boolean isOne() {
        return degree == 0 && data[0] == 1;
    }

    public boolean isMonic() {
        return leadingCoefficient() == 1;
    }

    /** Whether this is x. */
    public boolean isX() {
        return degree == 1 && coefficient(0) == 0 && coefficient(1) == 1;
    }

    /** this + other. */
    public Polynomial plus(Polynomial other) {
        return with(kernel.add(data, other.data));
    }

    /** this − other. */
    public Polynomial minus(Polynomial other) {
        return with(kernel.subtract(data, other.data));
    }

    /** −this. */
    public Polynomial negate() {
        return with(kernel.negate(data));
    }

    /** this · other. */
    public Polynomial times(Polynomial other) {
        return with(kernel.multiply(data, other.data));
    }

    /** scalar · this. */
    public Polynomial times(long scalar) {
        return with(kernel.scale(data, scalar));
    }

    /** this². */
    public Polynomial square() {
        return with(kernel.square(data));
    }

    /** this^exponent, exponent ≥ 0. */
    public Polynomial power(int exponent) {
        Polynomial result = with(kernel.monomial(1, 0));
        Polynomial square = this;
        for (int e = exponent; e != 0; e >>>= 1) {
            if ((e & 1) != 0) {
                result = result.times(square);
            }
            if (e > 1) {
                square = square.square();
            }
        }
        return result;
    }

    /** this · x^count, count ≥ 0. */
    public Polynomial shiftUp(int count) {
        return with(kernel.shiftUp(data, count));
    }

    /** The polynomial part of this / x^count, count ≥ 0. */
    public Polynomial shiftDown(int count) {
        return with(kernel.shiftDown(data, count));
    }

    /** this mod x^count, count ≥ 0. */
    public Polynomial low(int count) {
        return with(kernel.low(data, count));
    }

    /** Quotient and remainder of a division with remainder. */
    public record Division(Polynomial quotient, Polynomial remainder) {}

    /**
     * Quotient and remainder, deg remainder &lt; deg divisor.
     *
     * @throws ArithmeticException if the divisor is zero
     */
    public Division divide(Polynomial divisor) {
        if (divisor.isZero()) {
            throw new ArithmeticException("division of a polynomial by zero");
        }
        long[][] division = kernel.divide(data, divisor.data);
        return new Division(with(division[0]), with(division[1]));
    }

    /** The quotient of {@link #divide}. */
    public Polynomial quotient(Polynomial divisor) {
        return divide(divisor).quotient();
    }

    /** The remainder of {@link #divide}. */
    public Polynomial remainder(Polynomial divisor) {
        return divide(divisor).remainder();
    }

    /** this divided by its leading coefficient; zero stays zero. */
    public Polynomial monic() {
        return isZero() || isMonic() ? this : times(field().inverse(leadingCoefficient()));
    }

    /** The monic greatest common divisor; zero only if both are zero. */
    public Polynomial gcd(Polynomial other) {
        return HalfGcd.gcd(this, other).monic();
    }

    /** g = s·a + t·b with g the monic greatest common divisor of a and b. */
    public record Bezout(Polynomial gcd, Polynomial s, Polynomial t) {}

    /** Extended gcd: this = a, other = b; deg s &lt; deg b − deg g and deg t &lt; deg a − deg g unless one divides the other. */
    public Bezout extendedGcd(Polynomial other) {
        Polynomial[] result = HalfGcd.gcdWithCofactor(this, other);
        Polynomial g = result[0];
        if (g.isZero()) {
            return new Bezout(g, with(kernel.monomial(1, 0)), g);
        }
        long inverse = field().inverse(g.leadingCoefficient());
        Polynomial s = result[1].times(inverse);
        g = g.times(inverse);
        Polynomial t = other.isZero() ? other : g.minus(s.times(this)).quotient(other);
        return new Bezout(g, s, t);
    }

    /** Least common multiple, monic. */
    public Polynomial lcm(Polynomial other) {
        return isZero() || other.isZero()
                ? with(kernel.monomial(0, 0))
                : quotient(gcd(other)).times(other).monic();
    }

    /** The formal derivative. */
    public Polynomial derivative() {
        return with(kernel.derivative(data));
    }

    /** The value at an element. */
    public long evaluate(long point) {
        return kernel.evaluate(data, point);
    }

    /** x^degree · this(1/x): the coefficients in reverse. Loses factors x. */
    public Polynomial reciprocal() {
        return with(kernel.reverse(data));
    }

    /** The largest h with x^h dividing this; 0 for the zero polynomial. */
    public int multiplicityOfX() {
        return isZero() ? 0 : kernel.trailingZeros(data);
    }

    @Override
    public int compareTo(Polynomial other) {
        int byDegree = Integer.compare(degree, other.degree);
        return byDegree != 0 ? byDegree : kernel.compareCoefficients(data, other.data);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Polynomial polynomial
                && Arrays.equals(polynomial.data, data)
                && polynomial.field().equals(field());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data);
    }

    /** For instance "x^4 + 2*x + 1"; coefficients as element codes. */
    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (int i = degree(); i >= 0; i--) {
            long c = coefficient(i);
            if (c != 0) {
                text.append(text.isEmpty() ? "" : " + ");
                text.append(c != 1 || i == 0 ? c + (i == 0 ? "" : "*") : "");
                text.append(i == 0 ? "" : i == 1 ? "x" : "x^" + i);
            }
        }
        return text.toString();
    }
}
