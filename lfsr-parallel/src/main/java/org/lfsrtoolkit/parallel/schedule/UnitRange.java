package org.lfsrtoolkit.parallel.schedule;

/**
 * The items of a run, counted in units so that 31 bits hold any position: unit u stands for the {@code granule} items
 * from {@code from + u·granule}, the last unit for what remains.
 *
 * <p>Up to 2^31 − 1 items a unit is one item. The most items, 2^62, make units of 2^31 + 1 items.
 */
record UnitRange(long from, long to, long granule, int units) {

    static UnitRange of(long from, long to) {
        long items = to - from;
        long granule = Math.max(1, (items + PackedRanges.MAX_UNITS - 1) / PackedRanges.MAX_UNITS);
        return new UnitRange(from, to, granule, (int) ((items + granule - 1) / granule));
    }

    /** First item of a unit; for {@code unit == units}, the end. */
    long item(int unit) {
        return unit >= units ? to : from + unit * granule;
    }

    /** Units that hold about that many items, at least one. */
    int unitsFor(long items) {
        return (int) Math.max(1, Math.min(units, items / granule));
    }

    /** First unit of part {@code i} of {@code parts} equal parts. */
    int partStart(int i, int parts) {
        return (int) ((long) units * i / parts);
    }
}
