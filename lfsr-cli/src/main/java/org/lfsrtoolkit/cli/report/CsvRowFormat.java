package org.lfsrtoolkit.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.lfsrtoolkit.cli.analysis.RowResult;

/**
 * CSV with a header: a column for every {@link ResultField}. A cell holds the field's JSON value; strings stand without
 * their quotes and null is an empty cell.
 */
public final class CsvRowFormat implements RowFormat {

    private static final JsonFactory JSON = new JsonFactory();
    /** Quotes a cell where it must be; without the feature every cell above 24 characters would be quoted. */
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(
                    Arrays.stream(ResultField.values()).map(ResultField::key).toList(), CsvSchema.ColumnType.STRING)
            .setUseHeader(false)
            .setLineSeparator('\n')
            .build();

    @Override
    public String header() {
        return Arrays.stream(ResultField.values()).map(ResultField::key).collect(Collectors.joining(",")) + "\n";
    }

    @Override
    public String row(RowResult result) {
        StringWriter text = new StringWriter();
        try (CsvGenerator csv = CSV.createGenerator(text)) {
            csv.setSchema(SCHEMA);
            csv.writeStartArray();
            for (ResultField field : ResultField.values()) {
                csv.writeString(field.appliesTo(result) ? cell(field, result) : "");
            }
            csv.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** One CSV line of one cell, quoted where it must be, line end included. */
    public static String line(String cell) {
        StringWriter text = new StringWriter();
        try (CsvGenerator csv = CSV.createGenerator(text)) {
            csv.setSchema(CsvSchema.builder()
                    .addColumn("cell")
                    .setUseHeader(false)
                    .setLineSeparator('\n')
                    .build());
            csv.writeStartArray();
            csv.writeString(cell);
            csv.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String cell(ResultField field, RowResult result) throws IOException {
        String plain = field.plainText(result);
        if (plain != null) {
            return plain;
        }
        StringWriter value = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(value)) {
            field.write(result, json);
        }
        String text = value.toString();
        return text.equals("null") ? "" : unquoted(text);
    }

    /** Decimal strings such as {@code "1023"} stand without quotes. */
    private static String unquoted(String json) {
        boolean simple = json.length() >= 2 && json.charAt(0) == '"' && json.indexOf('\\') < 0;
        return simple ? json.substring(1, json.length() - 1) : json;
    }
}
