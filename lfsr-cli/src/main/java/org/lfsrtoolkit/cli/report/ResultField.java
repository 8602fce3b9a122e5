package org.lfsrtoolkit.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.analysis.RowResult;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.factor.UnresolvedOrder;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The fields of a result, in the order in which they are written.
 *
 * <p>Names and meanings are read by programs: adding a field keeps {@link #SCHEMA_VERSION}, changing or dropping one
 * raises it. Field elements, degrees, exponents, multiplicities and height are JSON numbers; states, cycles, lengths,
 * counts, orders and levels are decimal strings, exact at any size. Polynomials are lists of coefficients, low to high,
 * leading 1 included.
 */
enum ResultField {
    SCHEMA("schema") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            json.writeNumber(SCHEMA_VERSION);
        }
    },
    ID("id") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            json.writeString(result.row().id());
        }

        @Override
        String plainText(RowResult result) {
            return result.row().id();
        }
    },
    FIELD("field") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            AffineMap map = result.row().map();
            json.writeString(map == null ? null : map.field().name());
        }
    },
    MODULUS("modulus") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            AffineMap map = result.row().map();
            writeElements(
                    json,
                    map == null || map.field().isPrime() ? null : map.field().modulus());
        }
    },
    DEGREE("degree") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            AffineMap map = result.row().map();
            writeInteger(json, map == null ? null : map.dimension());
        }
    },
    COEFFICIENTS("coefficients") {
        @Override
        boolean appliesTo(RowResult result) {
            return result.row().map() instanceof ShiftRegister || result.row().map() == null;
        }

        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeElements(json, result.row().map() instanceof ShiftRegister r ? r.tapCoefficients() : null);
        }
    },
    MATRIX("matrix") {
        @Override
        boolean appliesTo(RowResult result) {
            return result.row().map() != null && !(result.row().map() instanceof ShiftRegister);
        }

        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            AffineMap map = result.row().map();
            if (map == null) {
                json.writeNull();
                return;
            }
            json.writeStartArray();
            for (int i = 0; i < map.dimension(); i++) {
                writeElements(json, map.matrix().row(i));
            }
            json.writeEndArray();
        }
    },
    CONSTANT("constant") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            AffineMap map = result.row().map();
            if (map instanceof ShiftRegister register) {
                json.writeNumber(register.constant());
            } else {
                writeElements(json, map == null ? null : map.translation());
            }
        }
    },
    CHARACTERISTIC_POLYNOMIAL("characteristicPolynomial") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            writePolynomial(json, exact == null ? null : exact.characteristicPolynomial());
        }
    },
    FACTORIZATION("factorization") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            if (exact == null) {
                json.writeNull();
                return;
            }
            json.writeStartArray();
            for (PolynomialFactor factor : exact.factorization().factors()) {
                json.writeStartArray();
                writePolynomial(json, factor.polynomial());
                json.writeNumber(factor.exponent());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    },
    MINIMAL_POLYNOMIAL("minimalPolynomial") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            writePolynomial(json, exact == null ? null : exact.minimalPolynomial());
        }
    },
    ELEMENTARY_DIVISORS("elementaryDivisors") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            if (exact == null) {
                json.writeNull();
                return;
            }
            json.writeStartArray();
            for (ElementaryDivisor divisor : exact.elementaryDivisors()) {
                json.writeStartArray();
                writePolynomial(json, divisor.factor());
                json.writeNumber(divisor.exponent());
                json.writeNumber(divisor.multiplicity());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    },
    MATRIX_ORDER("matrixOrder") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            writeDecimal(json, exact == null ? null : exact.matrixOrder());
        }
    },
    POLYNOMIAL_ORDER("polynomialOrder") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            writeDecimal(json, exact == null ? null : exact.polynomialOrder());
        }
    },
    IRREDUCIBLE("irreducible") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            writeBoolean(json, exact == null ? null : (Boolean) exact.irreducible());
        }
    },
    PRIMITIVE("primitive") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            ExactAnalysis exact = result.exact();
            writeBoolean(json, exact == null ? null : exact.primitive());
        }
    },
    STATES("states") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeDecimal(json, result.states());
        }
    },
    CYCLE_STRUCTURE("cycleStructure") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            CycleStructure structure = result.cycleStructure();
            if (structure == null) {
                json.writeNull();
                return;
            }
            json.writeStartArray();
            for (var entry : structure.counts().entrySet()) {
                json.writeStartArray();
                writeDecimal(json, entry.getKey());
                writeDecimal(json, entry.getValue());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    },
    CYCLES("cycles") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeDecimal(json, result.cycles());
        }
    },
    PERIODIC_STATES("periodicStates") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeDecimal(json, result.periodicStates());
        }
    },
    TRANSIENT_STATES("transientStates") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeDecimal(json, result.transientStates());
        }
    },
    HEIGHT("height") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeInteger(json, result.height());
        }
    },
    LEVELS("levels") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            List<BigInteger> levels = result.levels();
            if (levels == null) {
                json.writeNull();
                return;
            }
            json.writeStartArray();
            for (BigInteger level : levels) {
                writeDecimal(json, level);
            }
            json.writeEndArray();
        }
    },
    METHOD("method") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            json.writeString(result.ran() == null ? null : result.ran().externalName());
        }
    },
    VERIFIED("verified") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            writeBoolean(json, result.verified());
        }
    },
    COMPLETE("complete") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            json.writeBoolean(result.complete());
        }
    },
    UNRESOLVED("unresolved") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            json.writeStartArray();
            List<UnresolvedOrder> orders =
                    result.exact() == null ? List.of() : result.exact().unresolved();
            for (UnresolvedOrder order : orders) {
                json.writeStartObject();
                json.writeFieldName("factor");
                writePolynomial(json, order.factor());
                json.writeStringField("divides", order.divides().toString());
                json.writeStringField("cofactor", order.cofactor().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    },
    ELAPSED_SECONDS("elapsedSeconds") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            MetricsJson.writeSeconds(json, result.elapsedSeconds());
        }
    },
    METRICS("metrics") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            MetricsJson.write(json, result.metrics());
        }
    },
    ERROR("error") {
        @Override
        void write(RowResult result, JsonGenerator json) throws IOException {
            if (result.error() == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            json.writeStringField("code", result.error().code().name());
            json.writeStringField("message", result.error().message());
            json.writeEndObject();
        }
    };

    /** Raised when a field changes its meaning or goes. */
    static final int SCHEMA_VERSION = 1;

    private final String key;

    ResultField(String key) {
        this.key = key;
    }

    /** The field's name. */
    String key() {
        return key;
    }

    /** Whether a JSON object of this result has the field: coefficients for a register, else matrix. */
    boolean appliesTo(RowResult result) {
        return true;
    }

    /** The value as it is, for a field that holds free text; else null. */
    @Nullable String plainText(RowResult result) {
        return null;
    }

    /** Writes the value. */
    abstract void write(RowResult result, JsonGenerator json) throws IOException;

    private static void writePolynomial(JsonGenerator json, @Nullable Polynomial f) throws IOException {
        writeElements(json, f == null ? null : f.coefficients());
    }

    private static void writeElements(JsonGenerator json, long @Nullable [] elements) throws IOException {
        if (elements == null) {
            json.writeNull();
        } else {
            json.writeArray(elements, 0, elements.length);
        }
    }

    private static void writeDecimal(JsonGenerator json, @Nullable BigInteger value) throws IOException {
        json.writeString(value == null ? null : value.toString());
    }

    private static void writeInteger(JsonGenerator json, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeBoolean(JsonGenerator json, @Nullable Boolean value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }
}
