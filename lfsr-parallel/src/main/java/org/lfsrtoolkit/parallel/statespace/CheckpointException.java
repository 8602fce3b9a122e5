package org.lfsrtoolkit.parallel.statespace;

/** A checkpoint cannot be continued: it belongs to another map, or is damaged. The message is one line. */
public final class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }
}
