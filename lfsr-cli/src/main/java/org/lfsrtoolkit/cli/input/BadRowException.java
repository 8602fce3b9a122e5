package org.lfsrtoolkit.cli.input;

import org.jspecify.annotations.Nullable;

/** A row that describes no map; the message says what is wrong and what was expected, without the place. */
final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String id;

    BadRowException(String message) {
        this(message, null);
    }

    /** @param id the row's own name, where it was read before the mistake */
    BadRowException(String message, @Nullable String id) {
        super(message, null, false, false);
        this.id = id;
    }

    @Nullable String id() {
        return id;
    }
}
