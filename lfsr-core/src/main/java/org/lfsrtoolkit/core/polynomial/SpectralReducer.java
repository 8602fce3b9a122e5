package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.polynomial.FloatingConvolution.Format;
import org.lfsrtoolkit.core.polynomial.FloatingConvolution.Spectrum;

/**
 * Products modulo one monic polynomial f of degree n over GF(p) with the transforms of f and of its inverse kept.
 *
 * <p>With I = floor(x^(2n−1) / f), the quotient of c, deg c ≤ 2n − 1, is q = floor(floor(c / x^n)·I / x^(n−1)), as in
 * {@link BarrettReducer}. The remainder c − q·f has degree below n, so it is enough to know q·f modulo x^N − 1 for one N ≥ n:
 * a transform of half the length.
 *
 * <p>Cost: five transforms of length 2n and two of length n for a product, four and two for a square (a plain product
 * takes three of length 2n). Memory: about 3n words for each prime of the transforms. Threads: safe. Source: [Shoup1995].
 */
final class SpectralReducer {

    private final FloatingConvolution convolution;
    private final org.lfsrtoolkit.core.field.FiniteField field;
    private final int n;
    private final Format full;
    private final Format half;
    private final Spectrum inverse;
    private final Spectrum modulus;

    /** @param inverse I, of n coefficients */
    SpectralReducer(FloatingConvolution convolution, DenseKernel kernel, long[] f, long[] inverse) {
        this.convolution = convolution;
        this.field = kernel.field;
        this.n = f.length - 1;
        this.full = convolution.format(2 * n - 1, n);
        this.half = convolution.format(n, n);
        this.inverse = convolution.spectrum(inverse, full);
        this.modulus = convolution.spectrum(f, half);
    }

    /** a·b mod f in n coefficients, zeros at the top included, for a and b of at most n. */
    long[] multiply(long[] a, long[] b) {
        Spectrum x = convolution.spectrum(a, full);
        Spectrum y = a == b ? x : convolution.spectrum(b, full);
        convolution.multiply(x, x, y);
        return reduce(convolution.coefficients(x, 2 * n - 1));
    }

    /** c mod f in n coefficients, for c of n to 2n coefficients. */
    long[] reduce(long[] c) {
        Spectrum top = convolution.spectrum(java.util.Arrays.copyOfRange(c, n, c.length), full);
        convolution.multiply(top, top, inverse);
        long[] product = convolution.coefficients(top, 2 * n - 1);
        Spectrum quotient = convolution.spectrum(java.util.Arrays.copyOfRange(product, n - 1, 2 * n - 1), half);
        convolution.multiply(quotient, quotient, modulus);
        long[] rest = convolution.coefficients(quotient, n);
        int length = half.length();
        for (int i = 0; i < n; i++) {
            long low = c[i];
            for (int j = i + length; j < c.length; j += length) {
                low = field.add(low, c[j]);
            }
            rest[i] = field.subtract(low, rest[i]);
        }
        return rest;
    }
}
