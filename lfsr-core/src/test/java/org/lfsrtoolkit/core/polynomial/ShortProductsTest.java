package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;

/** Products in floating point without modular transforms, against integer transforms, at extreme coefficients. */
class ShortProductsTest {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 63, 64, 65, 66, 99, 128, 129, 131, 255, 256};

    /** Of kind 0 and 1 all coefficients are those farthest from 0 when balanced. */
    private static long[] coefficients(int kind, int n, long p, Random random) {
        long[] a = new long[n];
        for (int i = 0; i < n; i++) {
            a[i] = switch (kind) {
                case 0 -> p / 2;
                case 1 -> p / 2 + 1;
                // the low limb of 16 bits as large as it can be, and odd
                case 3 -> p < 1 << 17 ? 1 : (p / 2 & -0x10000) - 0x8001;
                default -> Math.floorMod(random.nextLong(), p);
            };
        }
        a[n - 1] = Math.max(1, a[n - 1]);
        return a;
    }

    @Test
    void integerProductsAreExactUpToTheirLimit() {
        Random random = new Random(81);
        for (int na : SIZES) {
            for (int nb : SIZES) {
                // one level of halves fits, two do not
                long largest = (long) Math.sqrt(0x1p52 / Math.min(na, nb)) - 1;
                for (int kind = 0; kind < 2; kind++) {
                    double[] a = integers(kind, na, largest, random);
                    double[] b = integers(kind, nb, largest, random);
                    double[] expected = new double[na + nb - 1];
                    for (int i = 0; i < na; i++) {
                        for (int j = 0; j < nb; j++) {
                            expected[i + j] += a[i] * b[j];
                        }
                    }
                    double bound = (double) largest * largest * Math.min(na, nb);
                    assertThat(ShortConvolution.multiply(a, b, bound)).isEqualTo(expected);
                }
            }
        }
        assertThat(ShortConvolution.levels(256, 0x1p51)).isEqualTo(1);
        assertThat(ShortConvolution.levels(256, 0x1p50)).isEqualTo(2);
        assertThat(ShortConvolution.levels(64, 1)).isZero();
    }

    private static double[] integers(int kind, int n, long largest, Random random) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = kind == 0 ? largest : Math.rint((2 * random.nextDouble() - 1) * largest);
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 11, 13, 31})
    void packedProductsAgreeWithIntegerTransforms(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(82);
        int grouped = 0;
        for (int n : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 40, 128, 254, 255, 256, 257, 799, 800, 801, 3000, 20_000}) {
            for (int kind = 0; kind < 3; kind++) {
                long[] a = coefficients(kind, n, p, random);
                long[] b = coefficients(kind / 2 * 2, 1 + n / 2 + random.nextInt(n), p, random);
                if (PackedMultiplication.group(p, Math.min(a.length, b.length)) > 1) {
                    grouped++;
                    assertThat(PackedMultiplication.multiply(p, a, b))
                            .isEqualTo(TransformMultiplication.multiply(field, a, b));
                    assertThat(PackedMultiplication.multiply(p, b, a))
                            .isEqualTo(TransformMultiplication.multiply(field, a, b));
                }
            }
        }
        assertThat(grouped).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 101, 65_537, 11_863_283, 67_108_859, 2_147_483_629L, 2_147_483_647L})
    void limbProductsAgreeWithIntegerTransforms(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(83);
        for (int n : SIZES) {
            for (int kind = 0; kind < 4; kind++) {
                long[] a = coefficients(kind, n, p, random);
                long[] b = coefficients(kind < 2 ? 3 : 0, n + random.nextInt(n), p, random);
                assertThat(LimbMultiplication.limbs(p, Math.min(a.length, b.length)))
                        .isPositive();
                assertThat(LimbMultiplication.multiply(p, a, b))
                        .isEqualTo(TransformMultiplication.multiply(field, a, b));
            }
        }
        assertThat(LimbMultiplication.limbs((1L << 31) + 11, 1)).isZero();
        assertThat(LimbMultiplication.limbs(2_147_483_647L, 257)).isZero();
    }
}
