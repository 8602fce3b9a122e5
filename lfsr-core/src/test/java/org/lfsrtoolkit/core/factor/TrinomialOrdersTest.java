package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/** OEIS A046932: the order of x^n + x + 1 over GF(2). */
class TrinomialOrdersTest {

    private static final RunControl CONTROL = RunControl.unlimited();
    private static final FiniteField FIELD = SmallFields.field(2);

    private static Polynomial trinomial(int n) {
        return Polynomial.monomial(FIELD, 1, n).plus(Polynomial.of(FIELD, 1, 1));
    }

    /** The first terms as published. */
    @Test
    void firstTermsArePublishedOnes() {
        long[] published = {
            1, 3, 7, 15, 21, 63, 127, 63, 73, 889, 1533, 3255, 7905, 11811, 32767, 255, 273, 253921, 413385, 761763,
            5461, 4194303, 2088705, 2097151, 10961685, 298935, 125829105, 17895697, 402653181, 10845877, 2097151, 1023,
            1057
        };
        for (int n = 1; n <= published.length; n++) {
            assertThat(PolynomialOrder.of(trinomial(n), CONTROL).exact())
                    .as("x^%s + x + 1", n)
                    .contains(BigInteger.valueOf(published[n - 1]));
        }
    }

    /** One register state stepped until it comes back. */
    @Test
    void firstTermsAreTheStepsOfARegister() {
        for (int n = 2; n <= 20; n++) {
            long state = 1;
            long steps = 0;
            do {
                long feedback = (state ^ state >>> 1) & 1; // s(t+n) = s(t+1) + s(t)
                state = state >>> 1 | feedback << (n - 1);
                steps++;
            } while (state != 1);
            // The state 0…01 reaches every component of the register, so its period is the order.
            assertThat(PolynomialOrder.of(trinomial(n), CONTROL).exact()).contains(BigInteger.valueOf(steps));
        }
    }

    @Test
    void ordersUpTo200AreProvedByPowers() {
        prove(34, 200);
    }

    @Test
    void ordersUpTo640AreProvedByPowers() {
        prove(201, 640);
    }

    /** x^e = 1 and x^(e/r) ≠ 1 for every prime r of e: that is the order, wherever e comes from. */
    private static void prove(int from, int to) {
        for (int n = from; n <= to; n++) {
            PolynomialOrder order = PolynomialOrder.of(trinomial(n), CONTROL);
            assertThat(order.unresolved()).as("x^%s + x + 1", n).isEmpty();
            BigInteger e = order.exact().orElseThrow();
            PolynomialModulus modulus = PolynomialModulus.of(trinomial(n));
            assertThat(modulus.powerOfX(e).isOne()).isTrue();
            BigInteger product = BigInteger.ONE;
            for (var prime : order.primes().entrySet()) {
                assertThat(prime.getKey().isProbablePrime(30)).isTrue();
                assertThat(modulus.powerOfX(e.divide(prime.getKey())).isOne()).isFalse();
                product = product.multiply(prime.getKey().pow(prime.getValue()));
            }
            assertThat(product).isEqualTo(e);
        }
    }
}
