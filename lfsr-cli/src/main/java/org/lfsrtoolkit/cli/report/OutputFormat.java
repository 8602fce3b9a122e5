package org.lfsrtoolkit.cli.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of results. */
public enum OutputFormat {
    /** For people. */
    TEXT,
    /** JSON Lines, one object a row. */
    JSON,
    /** One line a row, with a header. */
    CSV;

    /** The name in options. */
    public String externalName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that name; case is ignored, {@code jsonl} is {@link #JSON}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OutputFormat parse(String name) {
        if (name.strip().equalsIgnoreCase("jsonl")) {
            return JSON;
        }
        for (OutputFormat format : values()) {
            if (format.name().equalsIgnoreCase(name.strip())) {
                return format;
            }
        }
        throw new IllegalArgumentException("format = " + name + ", expected "
                + Arrays.stream(values()).map(OutputFormat::externalName).collect(Collectors.joining(", ")));
    }

    /** What a file's extension says: {@code .jsonl} and {@code .json}, {@code .csv}, else text. */
    public static OutputFormat ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".jsonl") || lower.endsWith(".json")) {
            return JSON;
        }
        return lower.endsWith(".csv") ? CSV : TEXT;
    }

    /** The writer of rows in this format. */
    public RowFormat rows() {
        return switch (this) {
            case TEXT -> new TextRowFormat();
            case JSON -> new JsonRowFormat();
            case CSV -> new CsvRowFormat();
        };
    }
}
