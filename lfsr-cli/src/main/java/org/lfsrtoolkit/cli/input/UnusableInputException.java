package org.lfsrtoolkit.cli.input;

/** A source that cannot be read or holds nothing to work on; the message is one line for the user. */
public final class UnusableInputException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableInputException(String message) {
        super(message);
    }
}
