package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

class IntegerFactorizationTest {

    private static final BigInteger P = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
    private static final BigInteger Q = BigInteger.TWO.pow(89).nextProbablePrime();
    private static final BigInteger R = BigInteger.TWO.pow(107).nextProbablePrime();

    private static BigInteger big(long n) {
        return BigInteger.valueOf(n);
    }

    @Test
    void oneHasNoFactors() {
        assertThat(IntegerFactorization.one().value()).isEqualTo(BigInteger.ONE);
        assertThat(IntegerFactorization.of(Map.of())).isEqualTo(IntegerFactorization.one());
        assertThat(IntegerFactorization.one().divisors()).containsExactly(BigInteger.ONE);
        assertThat(IntegerFactorization.one()).hasToString("1");
    }

    @Test
    void onlyPrimesAreAccepted() {
        assertThatThrownBy(() -> IntegerFactorization.of(Map.of(big(15), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factor = 15, expected a prime");
        assertThatThrownBy(() -> IntegerFactorization.of(Map.of(big(5), 0)))
                .hasMessage("exponent = 0 of 5, expected at least 1");
    }

    @Test
    void productsMergeExponents() {
        IntegerFactorization a = IntegerFactorization.of(Map.of(big(2), 3, big(5), 1));
        IntegerFactorization b = IntegerFactorization.of(Map.of(big(2), 1, big(7), 2));
        assertThat(a.times(b)).hasToString("2^4 · 5 · 7^2");
        assertThat(a.times(b).value()).isEqualTo(a.value().multiply(b.value()));
        assertThat(a.times(IntegerFactorization.one())).isEqualTo(a);
        assertThat(a.power(3)).hasToString("2^9 · 5^3");
        assertThat(a.power(0)).isEqualTo(IntegerFactorization.one());
    }

    @Test
    void cofactorIsSplitByAPrimeOfTheOtherSide() {
        IntegerFactorization open = IntegerFactorization.ofFactors(List.of(P.multiply(Q)));
        assertThat(open.isComplete()).isFalse();
        assertThat(open.unresolved()).containsExactly(P.multiply(Q));
        IntegerFactorization product = open.times(IntegerFactorization.of(Map.of(P, 1)));
        assertThat(product.isComplete()).isTrue();
        assertThat(product.primes()).isEqualTo(Map.of(P, 2, Q, 1));
    }

    @Test
    void cofactorsAreSplitByEachOther() {
        IntegerFactorization product = IntegerFactorization.ofFactors(List.of(P.multiply(Q)))
                .times(IntegerFactorization.ofFactors(List.of(Q.multiply(R))));
        assertThat(product.isComplete()).isTrue();
        assertThat(product.primes()).isEqualTo(Map.of(P, 1, Q, 2, R, 1));
        assertThat(product.value()).isEqualTo(P.multiply(Q).multiply(Q).multiply(R));
    }

    @Test
    void equalCofactorsAreRepeated() {
        BigInteger c = P.multiply(Q);
        IntegerFactorization square =
                IntegerFactorization.ofFactors(List.of(c)).times(IntegerFactorization.ofFactors(List.of(c)));
        assertThat(square.unresolved()).containsExactly(c, c);
        assertThat(IntegerFactorization.ofFactors(List.of(c.pow(3))))
                .hasToString("[" + c + "] · [" + c + "] · [" + c + "]");
        assertThat(IntegerFactorization.ofFactors(List.of(c)).power(2)).isEqualTo(square);
    }

    @Test
    void primesAboveTwoToTheSixtyFourAreProbable() {
        IntegerFactorization f = IntegerFactorization.of(Map.of(P, 1, Q, 2));
        assertThat(f.isProven()).isFalse();
        assertThat(f.probablePrimes()).containsExactly(Q);
        assertThat(IntegerFactorization.of(Map.of(P, 1)).isProven()).isTrue();
        assertThat(IntegerFactorization.of(Map.of(BigInteger.TWO.pow(89).subtract(BigInteger.ONE), 1))
                        .isProven())
                .isTrue();
        assertThat(f.withProved(List.of(Q)).isProven()).isTrue();
        assertThat(f.withProved(List.of(Q)).times(f).isProven()).isTrue();
    }

    @Test
    void divisorsAreAllAndAscending() {
        for (long n = 1; n <= 600; n++) {
            long m = n;
            IntegerFactorization f = IntegerFactorizer.factor(big(n), RunControl.unlimited());
            List<BigInteger> expected = LongStream.rangeClosed(1, n)
                    .filter(d -> m % d == 0)
                    .mapToObj(BigInteger::valueOf)
                    .toList();
            assertThat(f.divisors()).isEqualTo(expected);
            assertThat(f.divisorCount()).isEqualTo(big(expected.size()));
        }
    }

    @Test
    void divisorsNeedACompleteFactorizationAndALimit() {
        assertThatThrownBy(() ->
                        IntegerFactorization.ofFactors(List.of(P.multiply(Q))).divisors())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(P.multiply(Q).toString());
        TreeMap<BigInteger, Integer> many = new TreeMap<>();
        for (int p : TrialDivision.primesBelow(90)) {
            many.put(big(p), 1);
        }
        assertThatThrownBy(() -> IntegerFactorization.of(many).divisors())
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("divisors = 16777216, expected at most 4194304 for a list");
    }

    @Test
    void resultsCannotBeChanged() {
        IntegerFactorization f = IntegerFactorization.of(Map.of(big(2), 3));
        assertThatThrownBy(() -> f.primes().put(big(3), 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> f.unresolved().add(big(3))).isInstanceOf(UnsupportedOperationException.class);
    }
}
