package org.lfsrtoolkit.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

class BerlekampMasseyTest {

    static Stream<JsonNode> referenceSequences() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BerlekampMasseyTest.class.getResourceAsStream("/oracle/bm.jsonl"), StandardCharsets.UTF_8))) {
            List<String> text = lines.lines().toList();
            java.util.ArrayList<JsonNode> cases = new java.util.ArrayList<>();
            for (String line : text) {
                cases.add(json.readTree(line));
            }
            return cases.stream();
        }
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }

    private static FiniteField fieldOf(JsonNode test) {
        return test.get("k").asInt() == 1
                ? FiniteFields.of(test.get("p").asLong())
                : FiniteFields.withModulus(test.get("p").asLong(), longs(test.get("modulus")));
    }

    @ParameterizedTest
    @MethodSource("referenceSequences")
    void referenceSequenceHasItsRecurrence(JsonNode test) {
        FiniteField field = fieldOf(test);
        long[] sequence = longs(test.get("sequence"));
        for (ShortestRecurrence found : List.of(
                LinearComplexity.recurrenceOf(field, sequence),
                BerlekampMassey.of(field, sequence),
                HalfGcdRecurrence.of(field, sequence))) {
            assertThat(found.linearComplexity())
                    .as("%s", test.get("id"))
                    .isEqualTo(test.get("linear_complexity").asInt());
            assertThat(found.isUnique()).isEqualTo(test.get("unique").asBoolean());
            if (found.isUnique()) {
                assertThat(found.minimalPolynomial().coefficients()).isEqualTo(longs(test.get("minimal_polynomial")));
                assertThat(found.connectionPolynomial().coefficients())
                        .isEqualTo(longs(test.get("connection_polynomial")));
            }
            assertProduces(field, found, sequence);
        }
        assertThat(LinearComplexity.profileOf(field, sequence))
                .isEqualTo(java.util.Arrays.stream(longs(test.get("complexity_profile")))
                        .mapToInt(l -> (int) l)
                        .toArray());
    }

    private static void assertProduces(FiniteField field, ShortestRecurrence found, long[] sequence) {
        Polynomial m = found.minimalPolynomial();
        assertThat(m.degree()).isEqualTo(found.linearComplexity());
        assertThat(m.isMonic()).isTrue();
        for (int t = 0; t + m.degree() < sequence.length; t++) {
            assertThat(field.dot(m.coefficients(), 0, sequence, t, m.degree() + 1))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "256", "2147483647"})
    void halfGcdFindsTheSameComplexity(String name) {
        FiniteField field = FiniteFields.parse(name);
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(round < 50 ? 40 : 3000);
            int zeros = random.nextInt(n);
            long[] s = new long[n];
            for (int t = round % 3 == 0 ? zeros : 0; t < n; t++) {
                s[t] = random.nextInt(4) == 0 && round % 2 == 0 ? 0 : random.nextLong(field.cardinality());
            }
            ShortestRecurrence found = HalfGcdRecurrence.of(field, s);
            ShortestRecurrence plain = BerlekampMassey.of(field, s);
            assertThat(found.linearComplexity()).isEqualTo(plain.linearComplexity());
            if (plain.isUnique()) {
                assertThat(found).isEqualTo(plain);
            }
            if (n <= 200) {
                assertProduces(field, found, s);
            }
        }
    }

    @Test
    void transientStartKeepsItsPowerOfX() {
        FiniteField gf2 = FiniteFields.of(2);
        ShortestRecurrence found = LinearComplexity.recurrenceOf(gf2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(found.linearComplexity()).isEqualTo(6);
        assertThat(found.minimalPolynomial().degree()).isEqualTo(6);
    }

    @Test
    void linearComplexityIsNotTheDegreeOfTheConnectionPolynomial() {
        FiniteField gf2 = FiniteFields.of(2);
        ShortestRecurrence found = LinearComplexity.recurrenceOf(gf2, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0);
        assertThat(found.linearComplexity()).isEqualTo(5);
        assertThat(found.connectionPolynomial().degree()).isEqualTo(3);
    }

    @Test
    void packedAndPlainAgreeTermByTerm() {
        FiniteField gf2 = FiniteFields.of(2);
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 40; round++) {
            int n = 1 + random.nextInt(900);
            BerlekampMassey plain = new BerlekampMassey(gf2);
            BinaryBerlekampMassey packed = new BinaryBerlekampMassey();
            int density = 1 + random.nextInt(40);
            for (int t = 0; t < n; t++) {
                int bit = random.nextInt(density) == 0 ? 1 : 0;
                assertThat(packed.accept(bit)).isEqualTo(plain.accept(bit));
            }
            assertThat(packed.recurrence(gf2)).isEqualTo(plain.recurrence());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "9", "2147483647", "2305843009213693951", "7^3"})
    void twiceTheDegreeOfTermsGiveTheRecurrenceBack(String name) {
        FiniteField field = FiniteFields.parse(name);
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 30; round++) {
            int d = 1 + random.nextInt(20);
            long[] f = random.longs(d + 1, 0, field.cardinality()).toArray();
            f[d] = 1;
            long[] s = random.longs(2L * d, 0, field.cardinality()).toArray();
            for (int t = d; t < s.length; t++) {
                s[t] = field.negate(field.dot(f, 0, s, t - d, d));
            }
            ShortestRecurrence found = LinearComplexity.recurrenceOf(field, s);
            assertThat(found.isUnique()).isTrue();
            assertThat(Polynomial.of(field, f)
                            .remainder(found.minimalPolynomial())
                            .isZero())
                    .isTrue();
        }
    }
}
