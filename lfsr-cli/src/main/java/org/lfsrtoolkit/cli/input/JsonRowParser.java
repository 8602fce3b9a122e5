package org.lfsrtoolkit.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * A JSON Lines row: {@code {"id", "field", "modulus", "coefficients", "constant"}} for a register or
 * {@code {"id", "field", "modulus", "matrix", "constant"}} for a matrix.
 *
 * <p>Read token by token, so that a long row is never held twice. A key that is given twice is an error; {@code null}
 * counts as absent; other keys are passed over, so that our own output can be read again.
 */
final class JsonRowParser implements RowParser {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate (?:Object property|field) [\"'](.*)[\"']");
    /** What the parser says to programmers, not to the writer of the row. */
    private static final Pattern LIBRARY_REMARKS = Pattern.compile(" \\(start marker at .*\\)|: enable `.*");

    private final FieldTable fields;
    private final @Nullable FiniteField defaultField;

    /** @param defaultField for rows that name none; null if every row must name its own */
    JsonRowParser(FieldTable fields, @Nullable FiniteField defaultField) {
        this.fields = fields;
        this.defaultField = defaultField;
    }

    @Override
    public @Nullable Parsed parse(String text) throws BadRowException {
        if (text.isBlank()) {
            return null;
        }
        Keys keys = new Keys();
        try {
            try (JsonParser parser = FACTORY.createParser(text)) {
                read(parser, keys);
            } catch (JsonProcessingException malformed) {
                throw new BadRowException(reason(malformed));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new Parsed(keys.id, map(keys));
        } catch (BadRowException bad) {
            throw new BadRowException(message(bad), keys.id);
        } catch (IllegalArgumentException invalid) {
            throw new BadRowException(message(invalid), keys.id);
        }
    }

    /** What a row may say; null where it says nothing. */
    private static final class Keys {
        @Nullable String id;

        @Nullable String field;

        long @Nullable [] modulus;

        long @Nullable [] coefficients;

        long @Nullable [] @Nullable [] matrix;

        @Nullable Long registerConstant;

        long @Nullable [] matrixConstant;
    }

    private static void read(JsonParser parser, Keys keys) throws IOException, BadRowException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadRowException(
                    "starts with " + Quotation.of(parser.getText()) + ", expected one JSON object {…} a line");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (key) {
                case "id" -> keys.id = name(parser, key, "a string");
                case "field" -> keys.field = name(parser, key, "a string such as \"2^8\"");
                case "modulus" -> keys.modulus = elements(parser, key, "coefficient of x^");
                case "coefficients" -> keys.coefficients = elements(parser, key, "coefficient c_");
                case "matrix" -> keys.matrix = rows(parser);
                case "constant" -> {
                    if (value == JsonToken.START_ARRAY) {
                        keys.matrixConstant = elements(parser, key, "constant ");
                    } else {
                        keys.registerConstant = integer(parser, key);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new BadRowException("more text after the JSON object, in column "
                    + parser.currentTokenLocation().getColumnNr() + ", expected one object a line");
        }
    }

    private AffineMap map(Keys keys) throws BadRowException {
        FiniteField field = field(keys);
        if (keys.coefficients != null && keys.matrix != null) {
            throw new BadRowException("coefficients and matrix are both given, expected one of them");
        }
        if (keys.coefficients != null) {
            if (keys.matrixConstant != null) {
                throw new BadRowException("constant is a list, expected one element for a register");
            }
            ShiftRegister register = ShiftRegister.of(field, keys.coefficients);
            return keys.registerConstant == null ? register : register.withConstant(keys.registerConstant);
        }
        if (keys.matrix != null) {
            if (keys.registerConstant != null) {
                throw new BadRowException("constant = " + keys.registerConstant
                        + ", expected a list with an element for every column of the matrix");
            }
            Matrix matrix = Matrix.of(field, keys.matrix);
            return keys.matrixConstant == null
                    ? MatrixMap.linear(matrix)
                    : MatrixMap.affine(matrix, keys.matrixConstant);
        }
        throw new BadRowException("neither coefficients nor matrix, expected one of them");
    }

    private FiniteField field(Keys keys) throws BadRowException {
        if (keys.field != null) {
            return fields.resolve(keys.field, keys.modulus);
        }
        if (defaultField == null) {
            throw new BadRowException("no field, expected \"field\" in the row or --field");
        }
        return keys.modulus == null ? defaultField : fields.resolve(fields.nameOfDefault(), keys.modulus);
    }

    private static String name(JsonParser parser, String key, String expected) throws IOException, BadRowException {
        JsonToken value = parser.currentToken();
        if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
            throw new BadRowException(key + " is " + kind(parser) + ", expected " + expected);
        }
        return parser.getText();
    }

    private static long[][] rows(JsonParser parser) throws IOException, BadRowException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BadRowException("matrix is " + kind(parser) + ", expected a list of rows");
        }
        List<long[]> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String name = "matrix row " + rows.size();
            rows.add(elements(parser, name, name + ", entry "));
        }
        return rows.toArray(new long[0][]);
    }

    private static long[] elements(JsonParser parser, String key, String prefix) throws IOException, BadRowException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BadRowException(key + " is " + kind(parser) + ", expected a list of field elements");
        }
        LongList list = new LongList();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                list.add(parser.getLongValue());
            } else {
                list.add(integer(parser, prefix + list.size()));
            }
        }
        return list.toArray();
    }

    private static long integer(JsonParser parser, String name) throws IOException, BadRowException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return parser.getLongValue();
            }
            throw new BadRowException(
                    name + " = " + Quotation.of(parser.getText()) + ", expected an integer below 2^62");
        }
        throw new BadRowException(name + " is " + kind(parser) + ", expected an integer");
    }

    /** What the current token is, in words that a user of JSON knows. */
    private static String kind(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "the string " + Quotation.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + Quotation.of(parser.getText());
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            default -> "no value";
        };
    }

    /** A parser's complaint on one line, with its column. */
    static String reason(JsonProcessingException malformed) {
        String text = message(malformed.getOriginalMessage());
        Matcher duplicate = DUPLICATE.matcher(text);
        if (duplicate.matches()) {
            return duplicate.group(1) + " given twice, expected every key once";
        }
        return "not valid JSON" + where(malformed) + ": "
                + LIBRARY_REMARKS.matcher(text).replaceAll("");
    }

    /** The column of a parser's complaint, for a message; empty if it names none. */
    static String where(JsonProcessingException malformed) {
        int column =
                malformed.getLocation() == null ? 0 : malformed.getLocation().getColumnNr();
        return column > 0 ? " in column " + column : "";
    }

    /** An exception's message on one line. */
    static String message(Exception problem) {
        return message(problem.getMessage());
    }

    private static String message(@Nullable String text) {
        return text == null ? "no reason given" : text.strip().replaceAll("\\s+", " ");
    }
}
