package org.lfsrtoolkit.cli.input;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.register.AffineMap;

/** Turns the text of one line into a map. Implementations keep no state between lines. */
interface RowParser {

    /**
     * @param id the row's own name, null where it has none
     * @param map what it describes
     */
    record Parsed(@Nullable String id, AffineMap map) {}

    /** The map of one line, or null if the line holds nothing (blank, comment). */
    @Nullable Parsed parse(String text) throws BadRowException;
}
