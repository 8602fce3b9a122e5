package org.lfsrtoolkit.core.progress;

/**
 * A stated limit was reached before the answer was: time, memory, work or size.
 *
 * <p>Never thrown for wrong input. The message is one line that names the limit, its value and what would have been
 * needed, so that it can be shown to a person as it is.
 */
public final class LimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What ran out. */
    public enum Limit {
        /** The deadline or time budget. */
        TIME,
        /** The memory allowance; thrown before anything is allocated. */
        MEMORY,
        /** A number of steps or rows. */
        WORK,
        /** The problem is larger than the kernel or representation can hold. */
        SIZE
    }

    private final Limit limit;

    public LimitExceededException(Limit limit, String message) {
        super(message);
        this.limit = limit;
    }

    /** What ran out. */
    public Limit limit() {
        return limit;
    }
}
