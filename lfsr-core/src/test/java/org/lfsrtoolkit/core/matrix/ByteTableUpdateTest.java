package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;

class ByteTableUpdateTest {

    private static final FiniteField GF2 = FiniteFields.of(2);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 31, 32, 33, 62, 63})
    void stepOnBitsIsTheAffineMapOnVectors(int d) {
        SplittableRandom random = new SplittableRandom(d);
        Matrix a = Matrix.random(GF2, d, d, random);
        long[] b = random.longs(d, 0, 2).toArray();
        ByteTableUpdate affine = ByteTableUpdate.of(a, b);
        ByteTableUpdate linear = ByteTableUpdate.of(a);
        for (int round = 0; round < 50; round++) {
            long[] v = random.longs(d, 0, 2).toArray();
            long[] image = a.leftMultiply(v);
            assertThat(linear.next(bits(v))).isEqualTo(bits(image));
            assertThat(affine.applyAsLong(bits(v))).isEqualTo(bits(image) ^ bits(b));
        }
    }

    private static long bits(long... v) {
        long bits = 0;
        for (int i = 0; i < v.length; i++) {
            bits |= v[i] << i;
        }
        return bits;
    }

    @Test
    void tablesHoldTheImagesOfSingleBytes() {
        Matrix a = Matrix.random(GF2, 20, 20, new SplittableRandom(20));
        ByteTableUpdate update = ByteTableUpdate.of(a);
        assertThat(update.dimension()).isEqualTo(20);
        assertThat(update.tables()).hasSize(3 * 256);
        assertThat(update.tables()[256 + 0x35]).isEqualTo(update.next(0x3500));
    }

    @Test
    void largeOrForeignMatricesAreRefused() {
        assertThatThrownBy(() -> ByteTableUpdate.of(Matrix.identity(GF2, 64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("side = 64, expected 1..63 for states in one word");
        assertThatThrownBy(() -> ByteTableUpdate.of(Matrix.identity(FiniteFields.of(4), 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix over GF(2^2), expected GF(2)");
    }
}
