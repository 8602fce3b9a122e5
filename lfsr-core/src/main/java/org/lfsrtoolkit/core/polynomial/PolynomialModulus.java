package org.lfsrtoolkit.core.polynomial;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Arithmetic in F_q[x]/(f) for one fixed f: what is worth computing once is computed once.
 *
 * <p>Arguments are reduced first where they need it; results are reduced. What reduction needs is computed at its first
 * use (see {@link BinaryReducer} and {@link DenseReducer} for cost and memory). Threads: safe to share.
 */
public final class PolynomialModulus {

    private final Polynomial modulus;
    private final FiniteField field;
    private final PolynomialKernel kernel;
    private final PolynomialKernel.Reducer reducer;

    private PolynomialModulus(Polynomial modulus) {
        this.modulus = modulus.monic();
        this.field = modulus.field();
        this.kernel = modulus.kernel();
        this.reducer = kernel.reducer(this.modulus.data());
    }

    /** @throws IllegalArgumentException if f has degree below 1 */
    public static PolynomialModulus of(Polynomial f) {
        if (f.degree() < 1) {
            throw new IllegalArgumentException("modulus = " + f + ", expected a polynomial of degree at least 1");
        }
        return new PolynomialModulus(f);
    }

    /** f, made monic. */
    public Polynomial modulus() {
        return modulus;
    }

    /** deg f. */
    public int degree() {
        return modulus.degree();
    }

    private Polynomial polynomial(long[] data) {
        return new Polynomial(kernel, data);
    }

    private long[] reduced(Polynomial a) {
        return a.degree() < modulus.degree() ? a.data() : reducer.reduce(a.data());
    }

    /** a mod f. */
    public Polynomial reduce(Polynomial a) {
        return a.degree() < modulus.degree() ? a : polynomial(reducer.reduce(a.data()));
    }

    /** a·b mod f. */
    public Polynomial multiply(Polynomial a, Polynomial b) {
        return polynomial(reducer.multiply(reduced(a), reduced(b)));
    }

    /** a² mod f. */
    public Polynomial square(Polynomial a) {
        return polynomial(reducer.square(reduced(a)));
    }

    /** a·x mod f. */
    public Polynomial timesX(Polynomial a) {
        return polynomial(reducer.timesX(reduced(a)));
    }

    /**
     * a^exponent mod f; a negative exponent needs a to be a unit.
     *
     * <p>Cost: one squaring a bit of the exponent and a multiplication for each 1 to 5 bits.
     *
     * @throws ArithmeticException if exponent &lt; 0 and a is no unit
     */
    public Polynomial power(Polynomial a, BigInteger exponent) {
        Polynomial base = exponent.signum() < 0 ? inverse(a) : reduce(a);
        BigInteger e = exponent.abs();
        if (base.isX()) {
            return powerOfX(e);
        }
        int bits = e.bitLength();
        int window = bits < 24 ? 1 : bits < 80 ? 3 : bits < 240 ? 4 : 5;
        // odd powers of the base
        long[][] odd = new long[1 << (window - 1)][];
        odd[0] = base.data();
        if (window > 1) {
            long[] square = reducer.square(odd[0]);
            for (int i = 1; i < odd.length; i++) {
                odd[i] = reducer.multiply(odd[i - 1], square);
            }
        }
        long[] result = reducer.reduce(kernel.monomial(1, 0));
        int i = bits - 1;
        while (i >= 0) {
            if (!e.testBit(i)) {
                result = reducer.square(result);
                i--;
                continue;
            }
            int end = Math.max(0, i - window + 1);
            while (!e.testBit(end)) {
                end++;
            }
            int digit = 0;
            for (; i >= end; i--) {
                digit = 2 * digit + (e.testBit(i) ? 1 : 0);
                result = reducer.square(result);
            }
            result = reducer.multiply(result, odd[digit >> 1]);
        }
        return polynomial(result);
    }

    /**
     * x^exponent mod f; a negative exponent needs f(0) ≠ 0.
     *
     * <p>Cost: one squaring a bit of the exponent beyond log2(deg f); the factors x are shifts.
     *
     * @throws ArithmeticException if exponent &lt; 0 and f(0) = 0
     */
    public Polynomial powerOfX(BigInteger exponent) {
        if (exponent.signum() < 0) {
            return power(inverse(Polynomial.x(field)), exponent.negate());
        }
        int n = modulus.degree();
        int rest = exponent.bitLength();
        int head = 0;
        // the leading bits of the exponent, while x to that power is its own residue
        while (rest > 0 && 2L * head + 1 < n) {
            rest--;
            head = 2 * head + (exponent.testBit(rest) ? 1 : 0);
        }
        long[] result = reducer.reduce(kernel.monomial(1, head));
        while (rest > 0) {
            rest--;
            result = reducer.square(result);
            if (exponent.testBit(rest)) {
                result = reducer.timesX(result);
            }
        }
        return polynomial(result);
    }

    /** a^q mod f. */
    public Polynomial frobenius(Polynomial a) {
        return field.isBinary() ? square(a) : power(a, BigInteger.valueOf(field.cardinality()));
    }

    /** a(b) mod f. Use {@link #composer} to insert one b into many polynomials. */
    public Polynomial compose(Polynomial a, Polynomial b) {
        return composer(b, a.degree() + 1).compose(a);
    }

    /**
     * What inserts b into polynomials of fewer than {@code terms} coefficients.
     *
     * <p>Cost: √terms multiplications modulo f here.
     */
    public ModularComposer composer(Polynomial b, int terms) {
        return new ModularComposer(kernel, reducer, modulus.degree(), reduced(b), terms);
    }

    /**
     * 1/a mod f.
     *
     * @throws ArithmeticException if a is no unit modulo f
     */
    public Polynomial inverse(Polynomial a) {
        Polynomial[] gcd = HalfGcd.gcdWithCofactor(reduce(a), modulus);
        if (gcd[0].degree() != 0) {
            throw new ArithmeticException("no inverse modulo a polynomial of degree " + modulus.degree()
                    + ": common factor of degree " + gcd[0].degree());
        }
        return reduce(gcd[1].times(field.inverse(gcd[0].leadingCoefficient())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolynomialModulus that && that.modulus.equals(modulus);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(modulus.data());
    }

    /** For instance "mod x^4 + x + 1". */
    @Override
    public String toString() {
        return "mod " + modulus;
    }
}
