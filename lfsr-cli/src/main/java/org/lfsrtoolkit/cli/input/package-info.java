/**
 * Rows of registers and matrices from CSV and JSON Lines.
 *
 * <p>{@link org.lfsrtoolkit.cli.input.MapInput} opens one source and yields an {@link org.lfsrtoolkit.cli.input.InputRow}
 * per register or matrix; a row that cannot be used carries a {@link org.lfsrtoolkit.cli.input.RowError} instead of a map
 * and spoils no other. Only one line is held at a time. A source that cannot be used at all is an
 * {@link org.lfsrtoolkit.cli.input.UnusableInputException}.
 */
@NullMarked
package org.lfsrtoolkit.cli.input;

import org.jspecify.annotations.NullMarked;
