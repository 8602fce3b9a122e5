package org.lfsrtoolkit.core.field;

import org.apache.commons.math3.Field;
import org.apache.commons.math3.FieldElement;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.util.LocalizedFormats;
import org.jspecify.annotations.Nullable;

/**
 * One element of GF(q) as an object, for the linear algebra of Commons Math ({@code FieldMatrix},
 * {@code FieldLUDecomposition}, …).
 *
 * <p>Immutable value: equal when field and code are equal. One object an element; for speed use the {@code long} codes
 * with {@link FiniteField}. Operands must be of equal fields.
 *
 * <p>Cost and memory: those of {@link FiniteField}, and one object of two fields for each result.
 */
public final class FiniteFieldElement implements FieldElement<FiniteFieldElement> {

    private final FiniteField field;
    private final long code;

    FiniteFieldElement(FiniteField field, long code) {
        this.field = field;
        this.code = code;
    }

    /**
     * The element with this code.
     *
     * @throws IllegalArgumentException if code is outside 0..q−1
     */
    public static FiniteFieldElement of(FiniteField field, long code) {
        return new FiniteFieldElement(field, field.requireElement(code, "element"));
    }

    /** The element's integer, 0..q−1. */
    public long code() {
        return code;
    }

    /** GF(q). */
    public FiniteField finiteField() {
        return field;
    }

    private FiniteFieldElement same(long result) {
        return new FiniteFieldElement(field, result);
    }

    private long operand(FiniteFieldElement other) {
        if (other.field != field && !other.field.equals(field)) {
            throw new IllegalArgumentException("operand of " + other.field + ", expected one of " + field);
        }
        return other.code;
    }

    @Override
    public FiniteFieldElement add(FiniteFieldElement other) {
        return same(field.add(code, operand(other)));
    }

    @Override
    public FiniteFieldElement subtract(FiniteFieldElement other) {
        return same(field.subtract(code, operand(other)));
    }

    @Override
    public FiniteFieldElement negate() {
        return same(field.negate(code));
    }

    /** n · this, that is this added n times; not the product with the element of code n. */
    @Override
    public FiniteFieldElement multiply(int n) {
        return same(field.multiply(field.fromInteger(n), code));
    }

    @Override
    public FiniteFieldElement multiply(FiniteFieldElement other) {
        return same(field.multiply(code, operand(other)));
    }

    /** @throws MathArithmeticException if this is zero */
    @Override
    public FiniteFieldElement reciprocal() {
        if (code == 0) {
            throw new MathArithmeticException(LocalizedFormats.ZERO_DENOMINATOR);
        }
        return same(field.inverse(code));
    }

    /** @throws MathArithmeticException if the divisor is zero */
    @Override
    public FiniteFieldElement divide(FiniteFieldElement divisor) {
        return multiply(same(operand(divisor)).reciprocal());
    }

    @Override
    public Field<FiniteFieldElement> getField() {
        return new CommonsMathField(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FiniteFieldElement element && element.code == code && element.field.equals(field);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(code) * 31 + field.hashCode();
    }

    /** The code. */
    @Override
    public String toString() {
        return Long.toString(code);
    }
}
