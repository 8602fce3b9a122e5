package org.lfsrtoolkit.core.sequence;

/** What goes on with a sequence of symbols after its beginning. Threads: not safe. */
interface SymbolSource {

    /** Writes the next {@code count} symbols to {@code target[from…]}. */
    void next(long[] target, int from, int count);
}
