package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;

/**
 * Rows from the recurrence as it stands: one exclusive or a tap. The choice for few taps.
 *
 * <p>Cost: one row operation a tap and row, six taps in one pass.
 */
final class TapRecurrence implements RowRecurrence {

    private static final int MIN_BLOCK = 16;

    private final int[] taps;
    private final int degree;
    private final long[] zero;

    /** @param taps the positions j with c_j = 1, ascending, all below the degree */
    TapRecurrence(int[] taps, int degree, int width) {
        this.taps = taps;
        this.degree = degree;
        this.zero = new long[width];
    }

    @Override
    public int history() {
        return degree;
    }

    @Override
    public int block() {
        return Math.max(MIN_BLOCK, degree / 8);
    }

    @Override
    public void advance(long[][] rows) {
        int block = block();
        for (int i = 0; i < block; i++) {
            combine(rows, i, taps, zero, rows[i + degree]);
        }
    }

    /** target = XOR of rows[base + taps[i]]; {@code zero} is a row of zeros. */
    static void combine(long[][] rows, int base, int[] taps, long[] zero, long[] target) {
        int count = taps.length;
        int i;
        if (count >= 2) {
            ExclusiveOrRows.sum(target, rows[base + taps[0]], rows[base + taps[1]]);
            i = 2;
        } else {
            Arrays.fill(target, 0);
            i = 0;
        }
        if (count - i <= 2) {
            for (; i < count; i++) {
                ExclusiveOrRows.add(target, rows[base + taps[i]]);
            }
        }
        for (; i < count; i += 6) {
            ExclusiveOrRows.add(
                    target,
                    rows[base + taps[i]],
                    tap(rows, base, taps, zero, i + 1),
                    tap(rows, base, taps, zero, i + 2),
                    tap(rows, base, taps, zero, i + 3),
                    tap(rows, base, taps, zero, i + 4),
                    tap(rows, base, taps, zero, i + 5));
        }
    }

    private static long[] tap(long[][] rows, int base, int[] taps, long[] zero, int i) {
        return i < taps.length ? rows[base + taps[i]] : zero;
    }
}
