package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

class PolynomialOrderTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    /** Steps x, x², x³, … modulo f until 1 comes back: shifts and one subtraction, no other arithmetic in common. */
    private static long orderBySteps(Polynomial f) {
        FiniteField field = f.field();
        int n = f.degree();
        long[] state = new long[n];
        state[0] = 1;
        for (long steps = 1; ; steps++) {
            long top = state[n - 1];
            System.arraycopy(state, 0, state, 1, n - 1);
            state[0] = 0;
            for (int i = 0; i < n; i++) {
                state[i] = field.subtract(state[i], field.multiply(top, f.coefficient(i)));
            }
            boolean one = state[0] == 1;
            for (int i = 1; i < n; i++) {
                one &= state[i] == 0;
            }
            if (one) {
                return steps;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 10", "3, 6", "4, 4", "5, 4", "7, 3", "8, 3", "9, 3", "16, 2", "25, 2"})
    void orderIsTheNumberOfStepsBackToOne(long q, int maximalDegree) {
        FiniteField field = SmallFields.field(q);
        for (int degree = 1; degree <= maximalDegree; degree++) {
            SmallFields.monic(field, degree).filter(f -> f.coefficient(0) != 0).forEach(f -> {
                PolynomialOrder order = PolynomialOrder.of(f, CONTROL);
                assertThat(order.exact()).as("%s over GF(%s)", f, q).contains(BigInteger.valueOf(orderBySteps(f)));
                assertThat(product(order.primes())).isEqualTo(order.divides());
                assertThat(order.unresolved()).isEmpty();
            });
        }
    }

    private static BigInteger product(Map<BigInteger, Integer> primes) {
        return primes.entrySet().stream()
                .map(prime -> prime.getKey().pow(prime.getValue()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    @Test
    void repeatedFactorMultipliesTheOrderByAPowerOfTheCharacteristic() {
        FiniteField field = SmallFields.field(2);
        Polynomial g = Polynomial.of(field, 1, 0, 1, 1);
        assertThat(PolynomialOrder.of(g, CONTROL)).hasToString("7");
        assertThat(PolynomialOrder.of(g.power(2), CONTROL)).hasToString("14");
        assertThat(PolynomialOrder.of(g.power(3), CONTROL)).hasToString("28");
        assertThat(PolynomialOrder.of(g.power(4), CONTROL)).hasToString("28");
        assertThat(PolynomialOrder.of(g.power(5), CONTROL)).hasToString("56");
        // Coefficients 1, 1, 0, 1: x^4 + x^3 + x + 1 = (x + 1)^2 (x^2 + x + 1) has order 6, not 3.
        assertThat(PolynomialOrder.of(Polynomial.of(field, 1, 1, 0, 1, 1), CONTROL))
                .hasToString("6");
    }

    @Test
    void signsMatterInOddCharacteristic() {
        FiniteField field = SmallFields.field(3);
        // x^4 + x + 2 and x^4 + 2x + 2 belong to coefficients 1,2,0,0 and 1,1,0,0; x^4 + 2x + 1 to 2,1,0,0.
        assertThat(PolynomialOrder.of(Polynomial.of(field, 2, 1, 0, 0, 1), CONTROL))
                .hasToString("80");
        assertThat(PolynomialOrder.of(Polynomial.of(field, 1, 2, 0, 0, 1), CONTROL))
                .hasToString("26");
    }

    @Test
    void constantsHaveOrderOneAndMultiplesOfXHaveNone() {
        FiniteField field = SmallFields.field(5);
        assertThat(PolynomialOrder.of(Polynomial.of(field, 3), CONTROL).exact()).contains(BigInteger.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolynomialOrder.of(Polynomial.of(field, 0, 1, 1), CONTROL))
                .withMessageContaining("f(0) = 0");
        assertThatIllegalArgumentException().isThrownBy(() -> PolynomialOrder.of(Polynomial.zero(field), CONTROL));
    }

    @Test
    void unitDoesNotMatter() {
        FiniteField field = SmallFields.field(9);
        Polynomial f = Polynomial.of(field, 5, 1, 7, 1);
        assertThat(PolynomialOrder.of(f.times(4), CONTROL)).isEqualTo(PolynomialOrder.of(f, CONTROL));
    }

    @Test
    void unresolvedCofactorThatMattersIsReported() {
        Polynomial g =
                Polynomial.of(SmallFields.field(2), 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1); // x^11 + x^2 + 1, primitive
        IntegerFactorization group = IntegerFactorization.ofFactors(List.of(BigInteger.valueOf(23 * 89)));
        assertThat(group.isComplete()).isFalse();
        PolynomialOrder order = PolynomialOrder.ofIrreducible(g, group, CONTROL);
        assertThat(order.exact()).isEmpty();
        assertThat(order.divides()).isEqualTo(2047);
        assertThat(order.unresolved())
                .containsExactly(new UnresolvedOrder(g, BigInteger.valueOf(2047), BigInteger.valueOf(2047)));
        assertThat(order)
                .hasToString("divides 2047; ord(x^11 + x^2 + 1) divides 2047, composite cofactor 2047 unresolved");
        PolynomialOrder square = order.timesPowerFor(2, 2);
        assertThat(square.divides()).isEqualTo(4094);
        assertThat(square.exact()).isEmpty();
        assertThat(Primitivity.isPrimitiveIrreducible(g, group, CONTROL)).isEmpty();
    }

    @Test
    void unresolvedCofactorThatDoesNotMatterIsDropped() {
        // 2^10 − 1 = 3 · 11 · 31; x^10 + x^9 + … + 1 has order 11, so the composite 3 · 31 has no part in it.
        Polynomial g = Polynomial.of(SmallFields.field(2), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        IntegerFactorization group =
                IntegerFactorization.ofFactors(List.of(BigInteger.valueOf(11), BigInteger.valueOf(93)));
        assertThat(group.unresolved()).containsExactly(BigInteger.valueOf(93));
        assertThat(PolynomialOrder.ofIrreducible(g, group, CONTROL).exact()).contains(BigInteger.valueOf(11));
        assertThat(Primitivity.isPrimitiveIrreducible(g, group, CONTROL)).contains(false);
    }

    @Test
    void largeOrdersAreExact() {
        FiniteField field = SmallFields.field(2);
        Polynomial f = Polynomial.monomial(field, 1, 100).plus(Polynomial.of(field, 1, 1));
        assertThat(PolynomialOrder.of(f, CONTROL)).hasToString("181080508308501851221811810889");
        Polynomial big = Polynomial.monomial(field, 1, 521)
                .plus(Polynomial.monomial(field, 1, 32))
                .plus(Polynomial.one(field));
        assertThat(PolynomialOrder.of(big, CONTROL).exact())
                .contains(BigInteger.ONE.shiftLeft(521).subtract(BigInteger.ONE));
        assertThat(Primitivity.isPrimitive(big, CONTROL)).contains(true);
    }
}
