package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/** The reference answers about characteristic polynomials: factorization, order, irreducible, primitive. */
class ReferenceCasesTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    record Case(String id, JsonNode data) {

        FiniteField field() {
            return FiniteField.unchecked(data.get("p").asLong(), longs(data.get("modulus")));
        }

        Polynomial characteristicPolynomial() {
            return Polynomial.of(field(), longs(data.get("charpoly")));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Case> cases() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Case> cases = new ArrayList<>();
        try (InputStream stream = ReferenceCasesTest.class.getResourceAsStream("/oracle/cases.jsonl");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode data = mapper.readTree(line);
                cases.add(new Case(data.get("id").asText(), data));
            }
        }
        assertThat(cases).hasSize(158);
        return cases.stream();
    }

    private static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asLong();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void factorsOrderAndKindAreTheReferenceOnes(Case reference) {
        JsonNode data = reference.data();
        FiniteField field = reference.field();
        Polynomial f = reference.characteristicPolynomial();
        PolynomialFactorization factorization = PolynomialFactorizer.factor(f, CONTROL);

        List<PolynomialFactor> expected = new ArrayList<>();
        data.get("factorization")
                .forEach(entry -> expected.add(new PolynomialFactor(
                        Polynomial.of(field, longs(entry.get(0))), entry.get(1).asInt())));
        assertThat(factorization.factors()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(factorization.factors()).isSortedAccordingTo(PolynomialFactor.ORDER);
        assertThat(factorization.expand()).isEqualTo(f);

        assertThat(factorization.isIrreducible())
                .isEqualTo(data.get("irreducible").asBoolean());
        assertThat(RabinIrreducibility.isIrreducible(f, CONTROL))
                .isEqualTo(data.get("irreducible").asBoolean());
        assertThat(Primitivity.isPrimitive(f, CONTROL))
                .contains(data.get("primitive").asBoolean());
        if (data.get("charpoly_order").isNull()) {
            assertThat(f.coefficient(0)).isZero();
        } else {
            PolynomialOrder order = PolynomialOrder.ofFactorization(factorization, CONTROL);
            assertThat(order.exact())
                    .contains(new BigInteger(data.get("charpoly_order").asText()));
        }
    }
}
