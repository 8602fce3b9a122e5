package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

class MatrixOrderTest {

    private static final RunControl FREE = RunControl.unlimited();

    @Test
    void orderComesFromTheMinimalNotTheCharacteristicPolynomial() {
        FiniteField field = FiniteFields.of(2);
        Matrix register = Matrix.companion(field, 1, 1, 0);
        Matrix twice = MatrixGenerators.conjugated(Matrix.blockDiagonal(register, register), new SplittableRandom(3));
        assertThat(MatrixOrder.of(twice, FREE).orElseThrow().exact()).hasValue(BigInteger.valueOf(7));
        assertThat(PolynomialOrder.of(CharacteristicPolynomial.of(twice, FREE), FREE)
                        .exact())
                .hasValue(BigInteger.valueOf(14));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 9})
    void smallOrdersAgreeWithRepeatedMultiplication(long q) {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int round = 0; round < 30; round++) {
            Matrix a = Matrix.randomInvertible(field, 1 + random.nextInt(q < 4 ? 6 : 3), random);
            assertThat(MatrixOrder.of(a, FREE).orElseThrow().exact())
                    .as("%s", a)
                    .hasValue(NaiveMatrices.order(a, 1000));
        }
    }

    @Test
    void singularMatrixHasNoOrder() {
        assertThat(MatrixOrder.of(Matrix.companion(FiniteFields.of(3), 0, 1), FREE))
                .isEmpty();
    }

    @Test
    void orderRaisesTheMatrixToTheIdentityAndNoPrimePartOfItDoes() {
        FiniteField field = FiniteFields.of(2);
        Matrix a = Matrix.randomInvertible(field, 100, new SplittableRandom(100));
        PolynomialOrder order = MatrixOrder.of(a, FREE).orElseThrow();
        BigInteger e = order.exact().orElseThrow();
        Matrix identity = Matrix.identity(field, 100);
        assertThat(a.power(e)).isEqualTo(identity);
        for (BigInteger prime : order.primes().keySet()) {
            assertThat(a.power(e.divide(prime))).isNotEqualTo(identity);
        }
    }
}
