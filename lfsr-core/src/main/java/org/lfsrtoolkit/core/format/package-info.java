/**
 * One grammar to parse and print fields, polynomials and numbers, shared by the command line and the desktop app.
 *
 * <p>{@link org.lfsrtoolkit.core.format.FieldText} for field names, {@link org.lfsrtoolkit.core.format.PolynomialText} for
 * polynomials, {@link org.lfsrtoolkit.core.format.NumberText} for numbers that people read. Numbers are decimal; element codes are those of {@link org.lfsrtoolkit.core.field.FiniteField}. File formats
 * are out of scope.
 */
@NullMarked
package org.lfsrtoolkit.core.format;

import org.jspecify.annotations.NullMarked;
