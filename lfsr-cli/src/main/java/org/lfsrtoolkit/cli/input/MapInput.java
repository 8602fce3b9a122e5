package org.lfsrtoolkit.cli.input;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * The rows of one source, in order, one line in memory at a time.
 *
 * <p>JSON Lines if the first character that is no space is an opening brace, else CSV. Threads: confined.
 */
public final class MapInput implements Closeable {

    /** The name that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** Bytes in a line, above which the row is refused. */
    static final int MAXIMUM_LINE = 1 << 26;

    private final String name;
    private final LineReader lines;
    private final InputStream in;
    private final FieldTable fields;
    private final @Nullable FiniteField defaultField;
    private @Nullable RowParser parser;
    private long rows;

    private MapInput(String name, InputStream in, FieldTable fields, @Nullable FiniteField defaultField)
            throws IOException, UnusableInputException {
        this.name = name;
        this.in = in;
        this.fields = fields;
        this.defaultField = defaultField;
        this.lines = new LineReader(in, MAXIMUM_LINE);
        requireText(lines.peek());
    }

    /**
     * Opens a source.
     *
     * @param argument a path, or {@code -} for standard input
     * @param standardInput read where the argument says so; not closed
     * @param fields shared by all sources of a run
     * @throws UnusableInputException if there is nothing readable there; the message is one line
     */
    public static MapInput open(String argument, InputStream standardInput, FieldTable fields)
            throws UnusableInputException {
        boolean standard = argument.equals(STANDARD_INPUT);
        String name = standard ? "standard input" : argument;
        try {
            InputStream in = standard ? new BufferedInputStream(standardInput) : Files.newInputStream(file(argument));
            try {
                return new MapInput(name, in, fields, fields.defaultField());
            } catch (IOException | UnusableInputException | RuntimeException failed) {
                if (!standard) {
                    in.close();
                }
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new UnusableInputException(name + ": " + reason(unreadable));
        }
    }

    /** Says at once, before any work, why a source could not be opened later; does nothing for standard input. */
    public static void requireReadable(String argument) throws UnusableInputException {
        if (!argument.equals(STANDARD_INPUT)) {
            Path path = file(argument);
            if (!Files.isReadable(path)) {
                throw new UnusableInputException(argument + ": not readable, expected a CSV or JSON Lines file");
            }
        }
    }

    private static Path file(String argument) throws UnusableInputException {
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException invalid) {
            throw new UnusableInputException(Quotation.of(argument) + ": not a file name");
        }
        if (argument.isEmpty()) {
            throw new UnusableInputException("an empty file name, expected a file or - for standard input");
        }
        if (Files.isDirectory(path)) {
            throw new UnusableInputException(argument + ": a directory, expected a CSV or JSON Lines file");
        }
        if (!Files.exists(path)) {
            throw new UnusableInputException(argument + ": no such file");
        }
        return path;
    }

    /** Why reading or writing failed, in a few words. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return JsonRowParser.message(failure);
    }

    private void requireText(byte[] start) throws UnusableInputException {
        if (start.length >= 2 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe && (start[0] & 0xff) >= 0xfe) {
            throw new UnusableInputException(name + ": UTF-16 text, expected CSV or JSON Lines in UTF-8");
        }
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                throw new UnusableInputException(
                        name + ": not text (NUL byte at offset " + i + "), expected CSV or JSON Lines in UTF-8");
            }
        }
    }

    /**
     * The next row, or null after the last.
     *
     * @throws UnusableInputException if the source ends without a single row, or needs a field that was not given
     */
    public @Nullable InputRow next() throws IOException, UnusableInputException {
        for (TextLine line = lines.next(); line != null; line = lines.next()) {
            InputRow row = row(line);
            if (row != null) {
                rows++;
                return row;
            }
        }
        if (rows == 0) {
            throw new UnusableInputException(name + ": no rows, expected at least one register or matrix");
        }
        return null;
    }

    private @Nullable InputRow row(TextLine line) throws UnusableInputException {
        String number = Long.toString(line.number());
        String id = number;
        String problem = line.problem();
        if (problem == null) {
            try {
                RowParser.Parsed parsed = parser(line.text()).parse(line.text());
                if (parsed == null) {
                    return null;
                }
                return new InputRow(
                        name,
                        line.number(),
                        parsed.id() == null ? number : parsed.id(),
                        line.checksum(),
                        parsed.map(),
                        null);
            } catch (BadRowException bad) {
                problem = JsonRowParser.message(bad);
                id = bad.id() == null ? number : bad.id();
            }
        }
        RowError error = new RowError(RowError.Code.BAD_INPUT, name + ":" + line.number() + ": " + problem);
        return new InputRow(name, line.number(), id, line.checksum(), null, error);
    }

    private RowParser parser(String text) throws UnusableInputException {
        RowParser known = parser;
        if (known != null) {
            return known;
        }
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return ignored -> null;
        }
        RowParser chosen;
        if (start.charAt(0) == '{') {
            chosen = new JsonRowParser(fields, defaultField);
        } else if (start.charAt(0) == '[') {
            throw new UnusableInputException(
                    name + ": starts with '[', expected JSON Lines (one {…} object a line) or CSV");
        } else if (defaultField == null) {
            throw new UnusableInputException(
                    name + ": CSV rows name no field, expected --field, for instance --field 2");
        } else {
            chosen = new CsvRowParser(defaultField);
        }
        parser = chosen;
        return chosen;
    }

    @Override
    public void close() throws IOException {
        if (!name.equals("standard input")) {
            in.close();
        }
    }
}
