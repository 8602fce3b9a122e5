package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import java.util.Comparator;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A dense univariate polynomial over a finite field.
 *
 * <p>Immutable value. Coefficients are element codes, low to high. The zero polynomial has degree −1. Operands of one
 * operation must be over equal fields.
 */
public final class Polynomial implements Comparable<Polynomial> {

    /** By degree, then by coefficients from the highest: the order in which factors are listed. */
    public static final Comparator<Polynomial> ORDER = Polynomial::compareTo;

    private final FiniteField field;
    /** Low to high, last one non-zero. */
    private final long[] coefficients;

    private Polynomial(FiniteField field, long[] trimmed) {
        this.field = field;
        this.coefficients = trimmed;
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
        return trusted(field, coefficients.clone());
    }

    /** As {@link #of}, without the check and without a copy where none is needed: the array is handed over. */
    static Polynomial trusted(FiniteField field, long[] coefficients) {
        int length = coefficients.length;
        while (length > 0 && coefficients[length - 1] == 0) {
            length--;
        }
        return new Polynomial(
                field, length == coefficients.length ? coefficients : Arrays.copyOf(coefficients, length));
    }

    /** 0. */
    public static Polynomial zero(FiniteField field) {
        return new Polynomial(field, new long[0]);
    }

    /** 1. */
    public static Polynomial one(FiniteField field) {
        return new Polynomial(field, new long[] {1});
    }

    /** x. */
    public static Polynomial x(FiniteField field) {
        return monomial(field, 1, 1);
    }

    /** coefficient · x^degree. */
    public static Polynomial monomial(FiniteField field, long coefficient, int degree) {
        long[] coefficients = new long[degree + 1];
        coefficients[degree] = coefficient;
        return trusted(field, coefficients);
    }

    /** The field of the coefficients. */
    public FiniteField field() {
        return field;
    }

    /** The degree; −1 for the zero polynomial. */
    public int degree() {
        return coefficients.length - 1;
    }

    /** The coefficient of x^i; 0 above the degree. */
    public long coefficient(int i) {
        return i < coefficients.length ? coefficients[i] : 0;
    }

    /** All coefficients, low to high, leading one included; empty for the zero polynomial. */
    public long[] coefficients() {
        return coefficients.clone();
    }

    /** The coefficient of x^degree; 0 for the zero polynomial. */
    public long leadingCoefficient() {
        return coefficients.length == 0 ? 0 : coefficients[coefficients.length - 1];
    }

    public boolean isZero() {
        return coefficients.length == 0;
    }

    public boolean isOne() {
        return coefficients.length == 1 && coefficients[0] == 1;
    }

    public boolean isMonic() {
        return leadingCoefficient() == 1;
    }

    /** Whether this is x. */
    public boolean isX() {
        return coefficients.length == 2 && coefficients[0] == 0 && coefficients[1] == 1;
    }

    /** this + other. */
    public Polynomial plus(Polynomial other) {
        Polynomial longer = coefficients.length >= other.coefficients.length ? this : other;
        Polynomial shorter = longer == this ? other : this;
        long[] sum = longer.coefficients.clone();
        for (int i = 0; i < shorter.coefficients.length; i++) {
            sum[i] = field.add(sum[i], shorter.coefficients[i]);
        }
        return trusted(field, sum);
    }

    /** this − other. */
    public Polynomial minus(Polynomial other) {
        return plus(other.negate());
    }

    /** −this. */
    public Polynomial negate() {
        long[] negated = coefficients.clone();
        for (int i = 0; i < negated.length; i++) {
            negated[i] = field.negate(negated[i]);
        }
        return trusted(field, negated);
    }

    /** this · other. */
    public Polynomial times(Polynomial other) {
        if (isZero() || other.isZero()) {
            return zero(field);
        }
        long[] product = new long[coefficients.length + other.coefficients.length - 1];
        for (int i = 0; i < coefficients.length; i++) {
            field.addScaled(product, i, other.coefficients, 0, other.coefficients.length, coefficients[i]);
        }
        return trusted(field, product);
    }

    /** scalar · this. */
    public Polynomial times(long scalar) {
        long[] scaled = coefficients.clone();
        field.scale(scaled, 0, scaled.length, scalar);
        return trusted(field, scaled);
    }

    /** this². */
    public Polynomial square() {
        return times(this);
    }

    /** this^exponent, exponent ≥ 0. */
    public Polynomial power(int exponent) {
        Polynomial result = one(field);
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
        if (isZero()) {
            return this;
        }
        long[] shifted = new long[coefficients.length + count];
        System.arraycopy(coefficients, 0, shifted, count, coefficients.length);
        return trusted(field, shifted);
    }

    /** The polynomial part of this / x^count, count ≥ 0. */
    public Polynomial shiftDown(int count) {
        return count >= coefficients.length
                ? zero(field)
                : trusted(field, Arrays.copyOfRange(coefficients, count, coefficients.length));
    }

    /** this mod x^count, count ≥ 0. */
    public Polynomial low(int count) {
        return count >= coefficients.length ? this : trusted(field, Arrays.copyOf(coefficients, count));
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
        int n = divisor.degree();
        if (degree() < n) {
            return new Division(zero(field), this);
        }
        long[] rest = coefficients.clone();
        long[] quotient = new long[degree() - n + 1];
        long inverse = field.inverse(divisor.leadingCoefficient());
        for (int i = quotient.length - 1; i >= 0; i--) {
            long factor = field.multiply(rest[i + n], inverse);
            quotient[i] = factor;
            field.addScaled(rest, i, divisor.coefficients, 0, n + 1, field.negate(factor));
        }
        return new Division(trusted(field, quotient), trusted(field, Arrays.copyOf(rest, n)));
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
        return isZero() || isMonic() ? this : times(field.inverse(leadingCoefficient()));
    }

    /** The monic greatest common divisor; zero only if both are zero. */
    public Polynomial gcd(Polynomial other) {
        Polynomial a = this;
        Polynomial b = other;
        while (!b.isZero()) {
            Polynomial r = a.remainder(b);
            a = b;
            b = r;
        }
        return a.monic();
    }

    /** g = s·a + t·b with g the monic greatest common divisor of a and b. */
    public record Bezout(Polynomial gcd, Polynomial s, Polynomial t) {}

    /** Extended gcd: this = a, other = b. */
    public Bezout extendedGcd(Polynomial other) {
        Polynomial r0 = this;
        Polynomial r1 = other;
        Polynomial s0 = one(field);
        Polynomial s1 = zero(field);
        Polynomial t0 = zero(field);
        Polynomial t1 = one(field);
        while (!r1.isZero()) {
            Division division = r0.divide(r1);
            Polynomial q = division.quotient();
            Polynomial s2 = s0.minus(q.times(s1));
            Polynomial t2 = t0.minus(q.times(t1));
            r0 = r1;
            r1 = division.remainder();
            s0 = s1;
            s1 = s2;
            t0 = t1;
            t1 = t2;
        }
        if (r0.isZero()) {
            return new Bezout(r0, s0, t0);
        }
        long inverse = field.inverse(r0.leadingCoefficient());
        return new Bezout(r0.times(inverse), s0.times(inverse), t0.times(inverse));
    }

    /** Least common multiple, monic. */
    public Polynomial lcm(Polynomial other) {
        return isZero() || other.isZero()
                ? zero(field)
                : quotient(gcd(other)).times(other).monic();
    }

    /** The formal derivative. */
    public Polynomial derivative() {
        if (degree() < 1) {
            return zero(field);
        }
        long[] derived = new long[coefficients.length - 1];
        for (int i = 1; i < coefficients.length; i++) {
            derived[i - 1] = field.multiply(field.fromInteger(i), coefficients[i]);
        }
        return trusted(field, derived);
    }

    /** The value at an element. */
    public long evaluate(long point) {
        long value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = field.add(field.multiply(value, point), coefficients[i]);
        }
        return value;
    }

    /** x^degree · this(1/x): the coefficients in reverse. Loses factors x. */
    public Polynomial reciprocal() {
        long[] reversed = new long[coefficients.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = coefficients[reversed.length - 1 - i];
        }
        return trusted(field, reversed);
    }

    /** The largest h with x^h dividing this; 0 for the zero polynomial. */
    public int multiplicityOfX() {
        int h = 0;
        while (h < coefficients.length && coefficients[h] == 0) {
            h++;
        }
        return h == coefficients.length ? 0 : h;
    }

    @Override
    public int compareTo(Polynomial other) {
        int byDegree = Integer.compare(coefficients.length, other.coefficients.length);
        for (int i = coefficients.length - 1; byDegree == 0 && i >= 0; i--) {
            byDegree = Long.compare(coefficients[i], other.coefficients[i]);
        }
        return byDegree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial polynomial
                && Arrays.equals(polynomial.coefficients, coefficients)
                && polynomial.field.equals(field);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coefficients);
    }

    /** For instance "x^4 + 2*x + 1"; coefficients as element codes. */
    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (int i = degree(); i >= 0; i--) {
            long c = coefficients[i];
            if (c != 0) {
                text.append(text.isEmpty() ? "" : " + ");
                text.append(c != 1 || i == 0 ? c + (i == 0 ? "" : "*") : "");
                text.append(i == 0 ? "" : i == 1 ? "x" : "x^" + i);
            }
        }
        return text.toString();
    }
}
