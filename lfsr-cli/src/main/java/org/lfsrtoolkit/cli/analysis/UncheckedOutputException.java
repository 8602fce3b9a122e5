package org.lfsrtoolkit.cli.analysis;

import java.io.IOException;

/** Writing a result failed while an engine was running; ends the run, not the row. */
public final class UncheckedOutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IOException failure;

    public UncheckedOutputException(IOException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** What failed. */
    public IOException failure() {
        return failure;
    }
}
