package org.lfsrtoolkit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.progress.CancellationToken;

/** One run of the program inside this process. */
public record CommandRun(int code, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }

    public static CommandRun withInput(String input, String... arguments) {
        return withInput(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new CancellationToken(), arguments);
    }

    public static CommandRun withInput(InputStream input, CancellationToken token, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = LfsrCommandLine.execute(Terminal.of(input, out, err), token, arguments);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The rows of a JSON Lines output. */
    public List<JsonNode> rows() {
        return rows(out);
    }

    /** The rows of JSON Lines. */
    public static List<JsonNode> rows(String jsonLines) {
        List<JsonNode> rows = new ArrayList<>();
        jsonLines.lines().forEach(line -> {
            try {
                rows.add(JSON.readTree(line));
            } catch (IOException malformed) {
                throw new UncheckedIOException(line, malformed);
            }
        });
        return rows;
    }

    /** The only row of a JSON Lines output. */
    public JsonNode row() {
        List<JsonNode> rows = rows();
        if (rows.size() != 1) {
            throw new AssertionError("expected one row, got " + out + err);
        }
        return rows.get(0);
    }
}
