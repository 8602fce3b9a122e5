package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;

/** Structure, levels, least states and lengths of the reference cases with at most 2^26 states. */
class ReferenceCasesTest {

    private static final long MOST_STATES = 1L << 26;

    @Test
    void everySmallCaseIsMappedAsTheReferenceSays() throws Exception {
        ObjectMapper json = new ObjectMapper();
        int compared = 0;
        int lists = 0;
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/oracle/cases.jsonl"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = json.readTree(line);
                AffineMap map = map(node);
                if (map.stateCount().compareTo(BigInteger.valueOf(MOST_STATES)) > 0) {
                    continue;
                }
                compare(node, map, Strategy.values()[compared++ % Strategy.values().length]);
                lists += node.path("min_reps").isArray() ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(80);
        assertThat(lists).isGreaterThan(80);
    }

    private static void compare(JsonNode node, AffineMap map, Strategy strategy) {
        List<Long> representatives = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        boolean listed = node.path("min_reps").isArray();
        MappingOptions options = MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults()
                        .withStrategy(strategy)
                        .withWorkers(3)
                        .withForceParallel(true));
        if (listed) {
            options = options.withCycleSink((representative, length) -> {
                representatives.add(representative);
                lengths.add(length);
            });
        }
        MappingResult result = StateSpaceMapper.map(map, options, RunControl.unlimited());
        String id = node.get("id").asText();
        Map<BigInteger, BigInteger> counts = new HashMap<>();
        for (JsonNode pair : node.get("cycle_structure")) {
            counts.put(
                    new BigInteger(pair.get(0).asText()),
                    new BigInteger(pair.get(1).asText()));
        }
        List<BigInteger> levels = new ArrayList<>();
        node.get("levels").forEach(level -> levels.add(new BigInteger(level.asText())));
        assertThat(result.structure()).as(id).isEqualTo(new StateSpaceStructure(CycleStructure.of(counts), levels));
        if (listed) {
            assertThat(representatives.stream().mapToLong(r -> r).toArray())
                    .as(id)
                    .isEqualTo(longs(node.get("min_reps")));
            assertThat(lengths.stream().mapToLong(l -> l).toArray()).as(id).isEqualTo(longs(node.get("rep_lengths")));
        }
    }

    private static AffineMap map(JsonNode node) {
        FiniteField field = FiniteField.unchecked(node.get("p").asLong(), longs(node.get("modulus")));
        if (node.has("coefficients")) {
            return ShiftRegister.of(field, longs(node.get("coefficients")));
        }
        List<long[]> rows = new ArrayList<>();
        node.get("rows").forEach(row -> rows.add(longs(row)));
        return MatrixMap.linear(Matrix.of(field, rows.toArray(long[][]::new)));
    }

    private static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        Arrays.setAll(values, i -> array.get(i).asLong());
        return values;
    }
}
