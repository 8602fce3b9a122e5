package org.lfsrtoolkit.core.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** One of the reference answers in {@code oracle/cases.jsonl}; see the README beside it. */
record ReferenceCase(String id, FiniteField field, JsonNode json) {

    /** All cases, in file order. */
    static List<ReferenceCase> all() {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceCase.class.getResourceAsStream("/oracle/cases.jsonl")),
                StandardCharsets.UTF_8))) {
            List<ReferenceCase> cases = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode json = mapper.readTree(line);
                FiniteField field = FiniteField.unchecked(json.get("p").asLong(), longs(json.get("modulus")));
                cases.add(new ReferenceCase(json.get("id").asText(), field, json));
            }
            return cases;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    boolean isRegister() {
        return json.get("kind").asText().equals("lfsr");
    }

    AffineMap map() {
        if (isRegister()) {
            return ShiftRegister.of(field, longs(json.get("coefficients")));
        }
        JsonNode rows = json.get("rows");
        long[][] entries = new long[rows.size()][];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = longs(rows.get(i));
        }
        return MatrixMap.linear(Matrix.of(field, entries));
    }

    Polynomial polynomial(String name) {
        return Polynomial.of(field, longs(json.get(name)));
    }

    /** The list of [polynomial, number, …] entries, as text. */
    List<String> entries(String name) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : json.get(name)) {
            StringBuilder text =
                    new StringBuilder(Polynomial.of(field, longs(entry.get(0))).toString());
            for (int i = 1; i < entry.size(); i++) {
                text.append(" | ").append(entry.get(i).asInt());
            }
            entries.add(text.toString());
        }
        return entries;
    }

    @Nullable BigInteger number(String name) {
        return json.get(name).isNull() ? null : new BigInteger(json.get(name).asText());
    }

    CycleStructure cycleStructure() {
        Map<BigInteger, BigInteger> counts = new TreeMap<>();
        for (JsonNode entry : json.get("cycle_structure")) {
            counts.put(
                    new BigInteger(entry.get(0).asText()),
                    new BigInteger(entry.get(1).asText()));
        }
        return CycleStructure.of(counts);
    }

    List<BigInteger> numbers(String name) {
        List<BigInteger> numbers = new ArrayList<>();
        json.get(name).forEach(entry -> numbers.add(new BigInteger(entry.asText())));
        return numbers;
    }

    static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asLong();
        }
        return values;
    }

    @Override
    public String toString() {
        return id;
    }
}
