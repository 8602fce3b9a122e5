package org.lfsrtoolkit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfsrtoolkit.cli.CommandRun;
import org.lfsrtoolkit.cli.ExitCodes;

/** The 158 reference cases through the program, from input row to output field. */
class ReferenceCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigInteger SMALL = BigInteger.TWO.pow(22);

    /** Reference name to output name. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("charpoly", "characteristicPolynomial"),
            Map.entry("factorization", "factorization"),
            Map.entry("minpoly", "minimalPolynomial"),
            Map.entry("elementary_divisors", "elementaryDivisors"),
            Map.entry("matrix_order", "matrixOrder"),
            Map.entry("charpoly_order", "polynomialOrder"),
            Map.entry("irreducible", "irreducible"),
            Map.entry("primitive", "primitive"),
            Map.entry("cycle_structure", "cycleStructure"),
            Map.entry("periodic_states", "periodicStates"),
            Map.entry("transient_states", "transientStates"),
            Map.entry("height", "height"),
            Map.entry("levels", "levels"));

    private static final List<JsonNode> CASES = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        CASES.clear();
        try (InputStream in = Objects.requireNonNull(
                ReferenceCasesTest.class.getResourceAsStream("/oracle/cases.jsonl"), "reference cases")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                CASES.add(JSON.readTree(line));
            }
        }
    }

    private static BigInteger states(JsonNode reference) {
        int degree = reference.has("coefficients")
                ? reference.get("coefficients").size()
                : reference.get("rows").size();
        return BigInteger.valueOf(reference.get("p").longValue())
                .pow(reference.get("k").intValue() * degree);
    }

    /** The case as an input row, and nothing of its answers. */
    private static String input(List<JsonNode> cases) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode reference : cases) {
            ObjectNode row = JSON.createObjectNode();
            row.set("id", reference.get("id"));
            int k = reference.get("k").intValue();
            row.put("field", reference.get("p").asText() + (k == 1 ? "" : "^" + k));
            row.set("modulus", reference.get("modulus"));
            if (reference.has("coefficients")) {
                row.set("coefficients", reference.get("coefficients"));
            } else {
                row.set("matrix", reference.get("rows"));
            }
            lines.append(row).append('\n');
        }
        return lines.toString();
    }

    /** As text, entries of unordered lists sorted. */
    private static String canonical(String field, JsonNode value) {
        boolean list = field.equals("factorization") || field.equals("elementary_divisors");
        if (!list || value.isNull()) {
            return value.toString();
        }
        List<JsonNode> entries = new ArrayList<>();
        value.forEach(entries::add);
        entries.sort(Comparator.comparing(JsonNode::toString));
        ArrayNode sorted = JSON.createArrayNode();
        entries.forEach(sorted::add);
        return sorted.toString();
    }

    @Test
    void algebraGivesEveryFieldOfEveryCase() {
        CommandRun run = CommandRun.withInput(input(CASES), "map", "-", "--method", "exact", "--format", "json");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(CASES).hasSize(158);
        List<JsonNode> rows = run.rows();
        assertThat(rows).hasSameSizeAs(CASES);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode reference = CASES.get(i);
            JsonNode row = rows.get(i);
            assertThat(row.get("id")).isEqualTo(reference.get("id"));
            assertThat(row.get("complete").booleanValue()).isTrue();
            FIELDS.forEach((name, output) -> assertThat(canonical(name, row.get(output)))
                    .as("%s of %s", output, row.get("id"))
                    .isEqualTo(canonical(name, reference.get(name))));
            assertConsistent(row);
        }
    }

    private static void assertConsistent(JsonNode row) {
        BigInteger cycles = BigInteger.ZERO;
        BigInteger periodic = BigInteger.ZERO;
        BigInteger before = BigInteger.ZERO;
        for (JsonNode entry : row.get("cycleStructure")) {
            BigInteger length = new BigInteger(entry.get(0).textValue());
            BigInteger count = new BigInteger(entry.get(1).textValue());
            assertThat(length).as("ascending lengths").isGreaterThan(before);
            before = length;
            cycles = cycles.add(count);
            periodic = periodic.add(length.multiply(count));
        }
        assertThat(row.get("cycles").textValue()).isEqualTo(cycles.toString());
        assertThat(row.get("periodicStates").textValue()).isEqualTo(periodic.toString());
        assertThat(new BigInteger(row.get("states").textValue()))
                .isEqualTo(
                        periodic.add(new BigInteger(row.get("transientStates").textValue())));
    }

    @Test
    void walkingGivesTheSameStructuresAndTheListedRepresentatives() throws IOException {
        List<JsonNode> small =
                CASES.stream().filter(c -> states(c).compareTo(SMALL) <= 0).toList();
        Path list = folder.resolve("cycles.csv");
        CommandRun run = CommandRun.withInput(
                input(small), "map", "-", "--method", "enumerate", "--format", "json", "--cycles", list.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.ANSWERED);
        Map<String, List<String>> listed = new HashMap<>();
        try (var lines = Files.lines(list)) {
            lines.skip(1).forEach(line -> {
                String[] cells = line.split(",");
                listed.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(cells[1] + ":" + cells[2]);
            });
        }
        int withRepresentatives = 0;
        for (int i = 0; i < small.size(); i++) {
            JsonNode reference = small.get(i);
            JsonNode row = run.rows().get(i);
            for (String name : List.of("cycle_structure", "periodic_states", "transient_states", "height", "levels")) {
                assertThat(row.get(FIELDS.get(name)).toString())
                        .as("%s of %s", name, row.get("id"))
                        .isEqualTo(reference.get(name).toString());
            }
            if (reference.hasNonNull("min_reps")) {
                withRepresentatives++;
                List<String> expected = new ArrayList<>();
                for (int j = 0; j < reference.get("min_reps").size(); j++) {
                    expected.add(reference.get("min_reps").get(j).asText() + ":"
                            + reference.get("rep_lengths").get(j).asText());
                }
                assertThat(listed.get(row.get("id").textValue())).isEqualTo(expected);
            }
        }
        assertThat(withRepresentatives).isEqualTo(97);
    }
}
