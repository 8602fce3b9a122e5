package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/** Compares with the reference answers; registers take part through their companion matrices. */
class MatrixReferenceTest {

    private static final RunControl FREE = RunControl.unlimited();

    /** One line of the file. */
    record Case(JsonNode json) {

        Matrix matrix() {
            FiniteField field = FiniteField.unchecked(json.get("p").asLong(), codes(json.get("modulus")));
            if (json.get("kind").asText().equals("lfsr")) {
                return Matrix.companion(field, codes(json.get("coefficients")));
            }
            List<long[]> rows = new ArrayList<>();
            json.get("rows").forEach(row -> rows.add(codes(row)));
            return Matrix.of(field, rows.toArray(new long[0][]));
        }

        @Override
        public String toString() {
            return json.get("id").asText();
        }
    }

    private static long[] codes(JsonNode array) {
        long[] codes = new long[array.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = array.get(i).asLong();
        }
        return codes;
    }

    static Stream<Case> cases() {
        ObjectMapper mapper = new ObjectMapper();
        List<Case> cases = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(MatrixReferenceTest.class.getResourceAsStream("/oracle/cases.jsonl"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                cases.add(new Case(mapper.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(cases).hasSize(158);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void polynomialsAndElementaryDivisorsAreTheReferences(Case reference) {
        Matrix a = reference.matrix();
        JsonNode json = reference.json();
        FrobeniusDecomposition decomposition = FrobeniusDecomposition.of(a, FREE);
        assertThat(CharacteristicPolynomial.of(a, FREE).coefficients()).isEqualTo(codes(json.get("charpoly")));
        assertThat(decomposition.characteristicPolynomial().coefficients()).isEqualTo(codes(json.get("charpoly")));
        assertThat(decomposition.minimalPolynomial().coefficients()).isEqualTo(codes(json.get("minpoly")));
        List<ElementaryDivisor> expected = new ArrayList<>();
        json.get("elementary_divisors")
                .forEach(entry -> expected.add(new ElementaryDivisor(
                        Polynomial.of(a.field(), codes(entry.get(0))),
                        entry.get(1).asInt(),
                        entry.get(2).asInt())));
        expected.sort(ElementaryDivisor.ORDER);
        assertThat(ElementaryDivisors.of(decomposition, FREE)).isEqualTo(expected);
        assertThat(KernelSequence.of(decomposition).levels())
                .extracting(Object::toString)
                .isEqualTo(texts(json.get("levels")));
        assertThat(KernelSequence.of(decomposition).height())
                .isEqualTo(json.get("height").asInt());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orderOfTheMatrixIsTheReference(Case reference) {
        JsonNode expected = reference.json().get("matrix_order");
        Optional<PolynomialOrder> order = MatrixOrder.of(reference.matrix(), FREE);
        if (expected.isNull()) {
            assertThat(order).isEmpty();
        } else {
            assertThat(order.orElseThrow().exact()).map(Object::toString).hasValue(expected.asText());
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
