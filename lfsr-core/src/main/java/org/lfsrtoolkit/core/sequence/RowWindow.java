package org.lfsrtoolkit.core.sequence;

/**
 * A binary sequence as a window of rows that moves on in blocks.
 *
 * <p>Memory: history + block rows. Threads: not safe.
 */
final class RowWindow {

    private final RowRecurrence recurrence;
    private final int width;
    /** The known rows and, behind them, those of the present block. */
    private final long[][] rows;
    /** Words of the present block that were handed out; at the end of the block, all. */
    private int taken;

    private final int blockWords;

    /** @param words at least width·history of them, the begin of the sequence; what follows these comes out of {@link #next} */
    RowWindow(RowRecurrence recurrence, int width, long[] words) {
        this.recurrence = recurrence;
        this.width = width;
        int history = recurrence.history();
        this.rows = new long[history + recurrence.block()][width];
        for (int n = 0; n < history; n++) {
            System.arraycopy(words, n * width, rows[n], 0, width);
        }
        this.blockWords = width * recurrence.block();
        recurrence.advance(rows);
    }

    /** Writes the next {@code count} words to {@code target[from…]}. */
    void next(long[] target, int from, int count) {
        int history = recurrence.history();
        int written = 0;
        while (written < count) {
            if (taken == blockWords) {
                slide();
            }
            int within = taken % width;
            int words = Math.min(width - within, count - written);
            System.arraycopy(rows[history + taken / width], within, target, from + written, words);
            taken += words;
            written += words;
        }
    }

    private void slide() {
        int history = recurrence.history();
        int block = recurrence.block();
        // The rows that fall out of the window become room for the next block.
        if (block <= history) {
            long[][] free = java.util.Arrays.copyOf(rows, block);
            System.arraycopy(rows, block, rows, 0, history);
            System.arraycopy(free, 0, rows, history, block);
        } else {
            for (int i = 0; i < history; i++) {
                long[] old = rows[i];
                rows[i] = rows[block + i];
                rows[block + i] = old;
            }
        }
        recurrence.advance(rows);
        taken = 0;
    }
}
