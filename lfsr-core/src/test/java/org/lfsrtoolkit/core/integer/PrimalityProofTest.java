package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.integer.PrimalityProof.Witness;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

class PrimalityProofTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @ParameterizedTest
    @ValueSource(ints = {2, 31, 61, 89, 107, 127})
    void mersennePrimesAreProved(int exponent) {
        BigInteger p = BigInteger.TWO.pow(exponent).subtract(BigInteger.ONE);
        PrimalityProof proof = PrimalityProof.find(p, CONTROL).orElseThrow();
        assertThat(proof.n()).isEqualTo(p);
        assertThat(proof.isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 70, 80, 100, 120})
    void randomPrimesAreProved(int bits) {
        Random random = new Random(bits);
        for (int i = 0; i < 5; i++) {
            BigInteger p = new BigInteger(bits, random).setBit(bits - 1).nextProbablePrime();
            assertThat(PrimalityProof.find(p, CONTROL)).isPresent().get().matches(PrimalityProof::isValid);
        }
    }

    @Test
    void compositesHaveNoProof() {
        assertThat(PrimalityProof.find(BigInteger.ONE, CONTROL)).isEmpty();
        assertThat(PrimalityProof.find(BigInteger.TWO.pow(67).subtract(BigInteger.ONE), CONTROL))
                .isEmpty();
        assertThat(PrimalityProof.of(BigInteger.valueOf(91), List.of(), List.of())
                        .isValid())
                .isFalse();
    }

    @Test
    void changedProofsAreNotValid() {
        BigInteger p = BigInteger.TWO.pow(100).nextProbablePrime();
        PrimalityProof proof = PrimalityProof.find(p, CONTROL).orElseThrow();
        assertThat(PrimalityProof.of(p.add(BigInteger.TWO), proof.witnesses(), proof.lemmas())
                        .isValid())
                .isFalse();
        assertThat(PrimalityProof.of(p, List.of(), proof.lemmas()).isValid()).isFalse();
        assertThat(PrimalityProof.of(p, proof.witnesses().subList(0, 1), proof.lemmas())
                        .isValid())
                .isFalse();
        Witness last = proof.witnesses().get(proof.witnesses().size() - 1);
        for (Witness wrong : List.of(
                new Witness(last.r(), 1),
                new Witness(last.r(), 0),
                new Witness(last.r().add(BigInteger.TWO), last.base()),
                new Witness(last.r().multiply(BigInteger.valueOf(3)), last.base()))) {
            List<Witness> changed = new ArrayList<>(proof.witnesses());
            changed.set(changed.size() - 1, wrong);
            assertThat(PrimalityProof.of(p, changed, proof.lemmas()).isValid())
                    .as("%s", wrong)
                    .isFalse();
        }
    }

    /** A strong pseudoprime to the first twelve prime bases: its "proof" must fail whatever the bases. */
    @Test
    void pseudoprimesCannotBeProved() {
        BigInteger n = new BigInteger("318665857834031151167461");
        List<Witness> witnesses = new ArrayList<>();
        IntegerFactorizer.factor(n.subtract(BigInteger.ONE), CONTROL)
                .primes()
                .keySet()
                .forEach(r -> witnesses.add(new Witness(r, 2)));
        assertThat(PrimalityProof.of(n, witnesses, List.of()).isValid()).isFalse();
    }

    @Test
    void lemmasMustBeSmallerPrimes() {
        BigInteger p = BigInteger.TWO.pow(100).nextProbablePrime();
        PrimalityProof circular = PrimalityProof.of(p, List.of(new Witness(p, 2)), List.of());
        assertThat(PrimalityProof.of(p, List.of(new Witness(p, 2)), List.of(circular))
                        .isValid())
                .isFalse();
    }

    @Test
    void budgetAndCancellationAreHeeded() {
        BigInteger hard = new BigInteger(
                "171417691861249198128317096534322116476165056718630345094896620367860006486977101859504089");
        assertThat(PrimalityProof.find(hard, CONTROL.withBudget(Duration.ZERO))).isEmpty();
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> PrimalityProof.find(
                        BigInteger.TEN.pow(70).nextProbablePrime(), CONTROL.withCancellation(token)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void provedPrimesAreNoLongerProbable() {
        IntegerFactorization f = PowerMinusOne.factor(3, 97, CONTROL);
        assertThat(f.isProven()).isFalse();
        assertThat(f.prove(CONTROL).isProven()).isTrue();
        assertThat(f.prove(CONTROL)).isEqualTo(f);
        assertThat(f.prove(CONTROL.withBudget(Duration.ZERO)).primes()).isEqualTo(f.primes());
    }
}
