package org.lfsrtoolkit.cli.input;

/**
 * Why a row has no answer.
 *
 * @param code what kind of failure, for programs
 * @param message one line for people: what, where, what was expected
 */
public record RowError(Code code, String message) {

    /** Kinds of failure; the names are part of the output format. */
    public enum Code {
        /** The row does not describe a map. */
        BAD_INPUT,
        /** Memory, time or size did not suffice. */
        LIMIT,
        /** The two engines differ. */
        MISMATCH,
        /** A defect of this program. */
        INTERNAL
    }
}
