package org.lfsrtoolkit.cli.input;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.format.FieldText;
import org.lfsrtoolkit.core.integer.PrimePower;

/**
 * The fields that the rows of a run name, each made once: making one tests a prime and a modulus.
 *
 * <p>Keeps the {@value #KEPT} fields used last. Threads: confined.
 */
public final class FieldTable {

    private static final int KEPT = 64;

    private final @Nullable String defaultName;
    private final @Nullable FiniteField defaultField;
    private final Map<String, FiniteField> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FiniteField> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param defaultName the field of rows that name none, as {@code --field} gives it; null for none
     * @throws IllegalArgumentException if that is no field; the message is one line
     */
    public FieldTable(@Nullable String defaultName) {
        this.defaultName = defaultName;
        this.defaultField = defaultName == null ? null : FiniteFields.parse(defaultName);
    }

    /** The field of rows that name none, or null. */
    public @Nullable FiniteField defaultField() {
        return defaultField;
    }

    String nameOfDefault() {
        if (defaultName == null) {
            throw new IllegalStateException("there is no default field");
        }
        return defaultName;
    }

    /**
     * The field with that name.
     *
     * @param modulus from the row, low to high; null for the one in the name, or the default one
     * @throws IllegalArgumentException if there is no such field
     */
    FiniteField resolve(String name, long @Nullable [] modulus) throws BadRowException {
        if (modulus != null && name.contains("/")) {
            throw new BadRowException(
                    "modulus given twice, in field " + Quotation.of(name) + " and in modulus, expected it once");
        }
        String key = modulus == null ? name : name + Arrays.toString(modulus);
        FiniteField field = known.get(key);
        if (field == null) {
            field = modulus == null ? FiniteFields.parse(name) : withModulus(name, modulus);
            known.put(key, field);
        }
        return field;
    }

    private static FiniteField withModulus(String name, long[] modulus) throws BadRowException {
        FieldText text = FieldText.parse(name);
        BigInteger q = BigInteger.valueOf(text.base()).pow(text.exponent());
        PrimePower power =
                q.bitLength() > 62 ? null : PrimePower.of(q.longValueExact()).orElse(null);
        if (power == null) {
            throw new BadRowException("field size q = " + q + ", expected a prime power 2 <= q < 2^62");
        }
        if (modulus.length != power.exponent() + 1) {
            throw new BadRowException("modulus has " + modulus.length + " coefficients, expected "
                    + (power.exponent() + 1) + ", low to high, for GF(" + power.prime() + "^" + power.exponent() + ")");
        }
        return FiniteFields.withModulus(power.prime(), modulus);
    }
}
