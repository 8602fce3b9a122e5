package org.lfsrtoolkit.cli.input;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * One row of input: a map, or why there is none.
 *
 * @param source the input as the user named it
 * @param line the line in that source, from 1
 * @param id the row's own name, or its line number
 * @param checksum of the line's bytes, to recognise the same input later
 * @param map what to analyse; null exactly when {@code error} is not
 * @param error why there is no map
 */
public record InputRow(
        String source,
        long line,
        String id,
        int checksum,
        @Nullable AffineMap map,
        @Nullable RowError error) {

    /** For instance {@code examples/strange.csv:3}. */
    public String location() {
        return source + ":" + line;
    }
}
