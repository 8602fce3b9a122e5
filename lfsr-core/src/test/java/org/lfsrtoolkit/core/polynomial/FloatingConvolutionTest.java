package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;

/** Products by transforms in floating point, against products term by term and against integer transforms. */
class FloatingConvolutionTest {

    /** Sizes on both sides of the lengths 64, 128, 192, 256, 384, 512 and 768 of a product. */
    private static final int[] SIZES = {1, 2, 32, 33, 64, 65, 96, 97, 128, 129, 192, 193, 256, 257, 384, 385};

    private static long[] coefficients(int kind, int n, long p, Random random) {
        long[] a = new long[n];
        for (int i = 0; i < n; i++) {
            a[i] = switch (kind) {
                case 0 -> p - 1;
                case 1 -> p / 2;
                case 2 -> p / 2 + (i & 1);
                default -> Math.floorMod(random.nextLong(), p);
            };
        }
        return a;
    }

    private static long[] termByTerm(FiniteField field, long[] a, long[] b) {
        long[] product = new long[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
            }
        }
        return product;
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                3,
                5,
                7,
                101,
                65_537,
                2_147_483_629L,
                2_147_483_647L,
                (1L << 40) - 87,
                (1L << 48) - 59,
                (1L << 48) + 21,
                (1L << 61) - 1,
                (1L << 62) - 57
            })
    void productsAgreeWithTermByTerm(long p) {
        FiniteField field = FiniteField.unchecked(p);
        FloatingConvolution convolution = new FloatingConvolution(field);
        Random random = new Random(61);
        for (int n : SIZES) {
            int kind = random.nextInt(4);
            long[] a = coefficients(kind, n, p, random);
            long[] b = coefficients(kind, 1 + random.nextInt(n), p, random);
            assertThat(convolution.multiply(a, b)).isEqualTo(termByTerm(field, a, b));
            assertThat(convolution.multiply(a, a)).isEqualTo(termByTerm(field, a, a));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 101, 65_537, 2_147_483_647L, (1L << 48) - 59, (1L << 48) + 21, (1L << 62) - 57})
    void longProductsOfExtremeCoefficientsAgreeWithIntegerTransforms(long p) {
        FiniteField field = FiniteField.unchecked(p);
        FloatingConvolution convolution = new FloatingConvolution(field);
        Random random = new Random(62);
        for (int n : new int[] {1000, 3000, 6000, 20_000}) {
            for (int kind = 0; kind < 4; kind++) {
                long[] a = coefficients(kind, n, p, random);
                long[] b = coefficients(kind, n + 1, p, random);
                assertThat(convolution.multiply(a, b)).isEqualTo(TransformMultiplication.multiply(field, a, b));
            }
        }
    }

    @Test
    void inverseOfSpectrumIsTheArgumentAtEveryShape() {
        Random random = new Random(63);
        for (int prime = 0; prime < FloatingTransform.PRIME_COUNT; prime++) {
            FloatingTransform transform = FloatingTransform.get(prime);
            for (int length = 64;
                    length <= 1 << 17;
                    length = TransformShape.of(length + 1).length()) {
                TransformShape shape = TransformShape.of(length);
                double[][] x = new double[shape.rows()][shape.columns()];
                for (double[] row : x) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = transform.balanced(random.nextLong(transform.prime()));
                    }
                }
                double[][] expected = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
                double[][] back = transform.inverse(transform.forward(x));
                for (double[] row : back) {
                    FloatingRowKernels.reduce(row, transform.m(), transform.mi());
                }
                assertThat(back).isDeepEqualTo(expected);
            }
        }
    }

    @Test
    void primesAreOneModuloTheLongestLength() {
        for (int i = 0; i < FloatingTransform.PRIME_COUNT; i++) {
            long prime = FloatingTransform.get(i).prime();
            assertThat(java.math.BigInteger.valueOf(prime).isProbablePrime(40)).isTrue();
            assertThat(prime % (3L * FloatingTransform.LARGEST)).isEqualTo(1);
            assertThat(Math.log(prime) / Math.log(2)).isBetween(FloatingTransform.PRIME_BITS, 48.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 13, 31})
    void pairsAreExactAtTheLargestLengthThatPacksThem(long p) {
        FiniteField field = FiniteField.unchecked(p);
        FloatingConvolution convolution = new FloatingConvolution(field);
        int n = 1;
        while (convolution.format(2 * n + 1, n + 1).slot() > 0) {
            n++;
        }
        long[] a = coefficients(1, n, p, new Random(67));
        assertThat(convolution.format(2 * n - 1, n).slot()).isPositive();
        assertThat(convolution.multiply(a, a)).isEqualTo(TransformMultiplication.multiply(field, a, a));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 31, 1_000_003, (1L << 62) - 57})
    void longOperandsAreFolded(long p) {
        FiniteField field = FiniteField.unchecked(p);
        FloatingConvolution convolution = new FloatingConvolution(field);
        long[] a = coefficients(3, 200, p, new Random(64));
        FloatingConvolution.Format format = convolution.format(64, 200);
        int length = format.length();
        long[] expected = new long[length];
        for (int i = 0; i < a.length; i++) {
            expected[i % length] = field.add(expected[i % length], a[i]);
        }
        assertThat(convolution.coefficients(convolution.spectrum(a, format), length))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 65_537, (1L << 62) - 57})
    void cyclicProductsWrapAround(long p) {
        FiniteField field = FiniteField.unchecked(p);
        FloatingConvolution convolution = new FloatingConvolution(field);
        Random random = new Random(66);
        FloatingConvolution.Format format = convolution.format(100, 300);
        int length = format.length();
        long[] a = coefficients(1, length, p, random);
        long[] b = coefficients(3, length - 1, p, random);
        long[] product = termByTerm(field, a, b);
        long[] expected = new long[length];
        for (int i = 0; i < product.length; i++) {
            expected[i % length] = field.add(expected[i % length], product[i]);
        }
        FloatingConvolution.Spectrum x = convolution.spectrum(a, format);
        convolution.multiply(x, x, convolution.spectrum(b, format));
        assertThat(convolution.coefficients(x, length)).isEqualTo(expected);
    }

    @Test
    void sumsOfTwoProductsOfLargestCoefficientsAreExact() {
        long p = (1L << 62) - 57;
        FiniteField field = FiniteField.unchecked(p);
        FloatingConvolution convolution = new FloatingConvolution(field);
        int n = 3000;
        long[] a = coefficients(2, n, p, new Random(65));
        FloatingConvolution.Spectrum x = convolution.spectrum(a, convolution.format(2 * n - 1, 2 * n));
        FloatingConvolution.Spectrum sum = convolution.blank(x);
        convolution.multiply(sum, x, x);
        convolution.addProduct(sum, x, x);
        long[] expected = TransformMultiplication.multiply(field, a, a);
        field.scale(expected, 0, expected.length, 2);
        assertThat(convolution.coefficients(sum, 2 * n - 1)).isEqualTo(expected);
    }
}
