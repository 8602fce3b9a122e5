package org.lfsrtoolkit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConwayPolynomialsTest {

    @Test
    void agreesWithTheReferenceTable() throws IOException {
        try (InputStream in = ConwayPolynomials.class.getResourceAsStream("conway.json")) {
            JsonNode table = new ObjectMapper().readTree(in);
            assertThat(table.size()).isEqualTo(43);
            for (Map.Entry<String, JsonNode> entry : table.properties()) {
                String[] key = entry.getKey().split(",");
                long[] expected = new long[entry.getValue().size()];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = entry.getValue().get(i).asLong();
                }
                assertThat(ConwayPolynomials.find(Long.parseLong(key[0]), Integer.parseInt(key[1]))
                                .orElseThrow())
                        .as(entry.getKey())
                        .containsExactly(expected);
            }
        }
    }

    @Test
    void absentEntriesAreEmpty() {
        assertThat(ConwayPolynomials.find(2, 1)).isEmpty();
        assertThat(ConwayPolynomials.find(2, 62)).isEmpty();
        assertThat(ConwayPolynomials.find(4, 2)).isEmpty();
        assertThat(ConwayPolynomials.find(2147483647, 2)).isEmpty();
    }
}
