package org.lfsrtoolkit.cli.batch;

/** A run that cannot begin; nothing was written. The message is one line for the user. */
public final class CannotStartException extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotStartException(String message) {
        super(message);
    }
}
