package org.lfsrtoolkit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;

class LinearCombinationsTest {

    private static Polynomial polynomial(int kind, FiniteField field, int degree, Random random) {
        long p = field.characteristic();
        if (kind == 2) {
            return SchoolbookPolynomials.random(field, degree, random);
        }
        long[] coefficients = new long[degree + 1];
        // of kind 3 the low limb of 16 bits is as large as it can be, and odd
        Arrays.fill(coefficients, kind < 2 || p < 1 << 17 ? p / 2 + kind % 2 : (p / 2 & -0x10000) - 0x8001);
        return Polynomial.of(field, coefficients);
    }

    /** 33,554,393 and 33,554,467 lie on both sides of 2^25. */
    @ParameterizedTest
    @ValueSource(longs = {3, 5, 101, 65_537, 33_554_393, 33_554_467, 2_147_483_629L, 2_147_483_647L})
    void sumsAgreeWithProductsOneByOne(long p) {
        FiniteField field = FiniteField.unchecked(p);
        Random random = new Random(95);
        for (int count : new int[] {1, 3, 4, 5, 63, 253, 600}) {
            for (int width : new int[] {1, 63, 64, 65, 130}) {
                for (int kind = 0; kind < 4; kind++) {
                    List<Polynomial> images = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        images.add(
                                kind == 2 && i % 5 == 0
                                        ? Polynomial.zero(field)
                                        : polynomial(
                                                kind, field, kind == 2 ? random.nextInt(width) : width - 1, random));
                    }
                    Polynomial c = polynomial(kind % 3, field, count - 1, random);
                    Polynomial expected = Polynomial.zero(field);
                    for (int i = 0; i < count; i++) {
                        expected = expected.plus(images.get(i).times(c.coefficient(i)));
                    }
                    LinearCombinations combinations = LinearCombinations.of(images, width);
                    assertThat(combinations.combine(c)).isEqualTo(expected);
                    assertThat(combinations.combine(Polynomial.zero(field)).isZero())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void unsupportedArgumentsAreNamed() {
        FiniteField field = FiniteField.unchecked(5);
        List<Polynomial> images = List.of(Polynomial.one(field), Polynomial.x(field));
        LinearCombinations combinations = LinearCombinations.of(images, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> combinations.combine(Polynomial.monomial(field, 1, 2)))
                .withMessage("degree = 2, expected below 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearCombinations.of(images, 1))
                .withMessage("degree = 1, expected below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearCombinations.of(List.of(Polynomial.one(FiniteField.unchecked(2))), 1))
                .withMessage("field = GF(2), expected GF(p), p odd, below 2^31");
    }
}
