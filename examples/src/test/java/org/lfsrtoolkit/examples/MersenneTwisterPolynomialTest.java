package org.lfsrtoolkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MersenneTwisterPolynomialTest {

    @Test
    void polynomialIsRecoveredAndDoesNotDependOnTheSeed() {
        assertThat(MersenneTwisterPolynomial.recover(5489).linearComplexity())
                .isEqualTo(MersenneTwisterPolynomial.DEGREE);
        assertThat(MersenneTwisterPolynomial.recover(1).minimalPolynomial())
                .isEqualTo(MersenneTwisterPolynomial.recover(2).minimalPolynomial());
    }

    /** 135 terms: [MatsumotoNishimura1998], table II. */
    @Test
    @Tag("long")
    void polynomialIsIrreducible() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MersenneTwisterPolynomial.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("linear complexity 19937", "terms of the polynomial 135", "irreducible true");
    }
}
