package org.lfsrtoolkit.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** A CSV row is a register: its coefficients c_0,…,c_{d−1}; {@code #} begins a comment. */
final class CsvRowParser implements RowParser {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private final FiniteField field;

    CsvRowParser(FiniteField field) {
        this.field = field;
    }

    @Override
    public @Nullable Parsed parse(String text) throws BadRowException {
        int comment = text.indexOf('#');
        String row = (comment < 0 ? text : text.substring(0, comment)).strip();
        if (row.isEmpty()) {
            return null;
        }
        LongList coefficients = new LongList();
        try (CsvParser parser = FACTORY.createParser(row)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    coefficients.add(coefficient(parser.getText(), coefficients.size()));
                }
            }
        } catch (JsonProcessingException malformed) {
            throw new BadRowException(
                    "not valid CSV" + JsonRowParser.where(malformed) + ", expected integers separated by commas");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            return new Parsed(null, ShiftRegister.of(field, coefficients.toArray()));
        } catch (IllegalArgumentException invalid) {
            throw new BadRowException(JsonRowParser.message(invalid));
        }
    }

    private long coefficient(String text, int index) throws BadRowException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notALong) {
            throw new BadRowException(
                    "coefficient c_" + index + (text.isEmpty() ? " is empty" : " = " + Quotation.of(text))
                            + ", expected an integer 0.." + (field.cardinality() - 1));
        }
    }
}
