package org.lfsrtoolkit.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.lfsrtoolkit.cli.analysis.RowResult;

/** JSON Lines: one object a row, every field of {@link ResultField} in it, numbers that can be large as decimal strings. */
public final class JsonRowFormat implements RowFormat {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public String row(RowResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (ResultField field : ResultField.values()) {
                if (field.appliesTo(result)) {
                    json.writeFieldName(field.key());
                    field.write(result, json);
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }
}
