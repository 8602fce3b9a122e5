package org.lfsrtoolkit.cli.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.input.InputRow;

/**
 * What a batch has done so far, in {@code OUTPUT.part.journal}: one line a row, appended after the row was handed to the
 * operating system, so that a kill at any moment loses the row in progress and nothing else.
 *
 * <p>The first line holds the settings that the answers depend on. Every line carries a checksum of its own; a torn last
 * line is passed over. A line is the state after its row: number of rows, a running checksum of the input rows (so that a
 * changed input is noticed, standard input included), and the lengths of the files.
 */
final class Journal implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String VERSION = "lfsr map journal 1";
    private static final String CHECK = ",\"check\":";

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * The state after some rows.
     *
     * @param tally of these rows
     * @param inputChecksum of these rows, see {@link #next}
     * @param outputLength bytes of the results
     * @param outputChecksum CRC-32C of these bytes
     * @param cyclesLength bytes of the cycle list
     */
    record State(Tally tally, long inputChecksum, long outputLength, int outputChecksum, long cyclesLength) {

        /** The input checksum after one more row. */
        static long next(long inputChecksum, InputRow row) {
            return (inputChecksum * 0x9E3779B97F4A7C15L + row.checksum()) ^ row.line();
        }
    }

    static Path fileOf(Path output) {
        Path part = PartialFile.partOf(output);
        return part.resolveSibling(part.getFileName() + ".journal");
    }

    /** Starts a journal; an earlier one is replaced. */
    static Journal create(Path output, String settings) throws IOException {
        Journal journal = new Journal(FileChannel.open(
                fileOf(output),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
        journal.append(json -> {
            json.writeStringField("journal", VERSION);
            json.writeStringField("settings", settings);
        });
        return journal;
    }

    /** Goes on with an existing journal, whose torn last line, if any, is ended. */
    static Journal reopen(Path output) throws IOException {
        FileChannel channel = FileChannel.open(fileOf(output), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        return new Journal(channel);
    }

    /**
     * The states in a journal, oldest first.
     *
     * @throws CannotStartException if the file is no journal, is damaged, or belongs to a run with other settings
     */
    static List<State> read(Path output, String settings) throws IOException, CannotStartException {
        Path file = fileOf(output);
        List<State> states = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            Map<String, String> header = fields(reader.readLine());
            if (header == null || !VERSION.equals(header.get("journal"))) {
                throw new CannotStartException(
                        file + ": not the journal of an interrupted run, expected one to --resume from");
            }
            String before = header.getOrDefault("settings", "");
            if (!before.equals(settings)) {
                throw new CannotStartException(file + ": interrupted run had other options (" + before
                        + "), expected the same (" + settings + ")");
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Map<String, String> fields = fields(line);
                if (fields != null) {
                    states.add(state(fields));
                }
            }
        } catch (NumberFormatException damaged) {
            throw new CannotStartException(file + ": damaged, expected the journal of an interrupted run");
        }
        return states;
    }

    void append(State state) throws IOException {
        append(json -> {
            Tally tally = state.tally();
            json.writeNumberField("rows", tally.rows());
            json.writeNumberField("verified", tally.verified());
            json.writeNumberField("incomplete", tally.incomplete());
            json.writeNumberField("badInput", tally.badInput());
            json.writeNumberField("limits", tally.limits());
            json.writeNumberField("mismatches", tally.mismatches());
            json.writeNumberField("internal", tally.internal());
            json.writeNumberField("input", state.inputChecksum());
            json.writeNumberField("output", state.outputLength());
            json.writeNumberField("outputChecksum", state.outputChecksum());
            json.writeNumberField("cycles", state.cyclesLength());
        });
    }

    private static State state(Map<String, String> fields) {
        return new State(
                new Tally(
                        number(fields, "rows"),
                        number(fields, "verified"),
                        number(fields, "incomplete"),
                        number(fields, "badInput"),
                        number(fields, "limits"),
                        number(fields, "mismatches"),
                        number(fields, "internal")),
                number(fields, "input"),
                number(fields, "output"),
                (int) number(fields, "outputChecksum"),
                number(fields, "cycles"));
    }

    private static long number(Map<String, String> fields, String key) {
        return Long.parseLong(fields.getOrDefault(key, "missing"));
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private void append(Writing content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.to(json);
            json.writeEndObject();
        }
        // The checksum covers the line without its closing brace; it becomes the line's last field.
        String whole = text.toString();
        String open = whole.substring(0, whole.length() - 1);
        String line = open + CHECK + checksum(open) + "}\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** The fields of a whole line, or null if it is none. Lines are read as Latin-1, which keeps every byte. */
    private static @Nullable Map<String, String> fields(@Nullable String latin) {
        String line =
                latin == null ? "" : new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int check = line.lastIndexOf(CHECK);
        if (check < 0 || !line.substring(check).equals(CHECK + checksum(line.substring(0, check)) + "}")) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    fields.put(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return fields;
    }

    private static long checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
