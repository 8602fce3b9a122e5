package org.lfsrtoolkit.bench;

import org.jspecify.annotations.Nullable;

/** Where the results of timed work go, so that no compiler can leave the work out. Threads: safe. */
public final class Results {

    private static volatile @Nullable Object last;

    private Results() {}

    /** Keeps a result until the next one comes. */
    public static void consume(@Nullable Object result) {
        last = result;
    }

    /** The result kept last, of whatever thread. */
    public static @Nullable Object last() {
        return last;
    }
}
