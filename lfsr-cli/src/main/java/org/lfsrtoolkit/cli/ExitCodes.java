package org.lfsrtoolkit.cli;

/** What the program tells its caller when it ends. */
public final class ExitCodes {

    /** Every row was answered. */
    public static final int ANSWERED = 0;

    /** A row has an error other than a limit, or a verification differed. */
    public static final int ROW_ERROR = 1;

    /** Nothing could start: wrong usage, unreadable or empty input, an output that exists already. */
    public static final int NOT_STARTED = 2;

    /** A row met a limit of memory, time or size; all others were answered. */
    public static final int LIMIT = 3;

    /** Interrupted; what was done is kept. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
