package org.lfsrtoolkit.core.sequence;

/**
 * How the rows of a binary sequence follow from the rows before them.
 *
 * <p>f(x)^(2^m) = f(x^(2^m)) annihilates every sequence that f annihilates. Cut into rows of 2^m bits, the sequence satisfies
 * row(n + d) = XOR of row(n + j) over the taps j: the same recurrence, whatever the width of a row.
 */
interface RowRecurrence {

    /** How many rows must be known. */
    int history();

    /** How many rows an {@link #advance} computes. */
    int block();

    /** Computes rows[history … history + block) from rows[0 … history). */
    void advance(long[][] rows);
}
