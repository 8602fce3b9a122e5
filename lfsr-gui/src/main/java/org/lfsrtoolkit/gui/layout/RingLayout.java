package org.lfsrtoolkit.gui.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.gui.viewmodel.Analysis;

/**
 * Places the rings of a cycle structure in rows, the longest cycles first.
 *
 * <p>Up to {@value #MAX_SINGLE_RINGS} cycles each get a ring of their own; beyond that each length gets one ring, and the
 * label says how many cycles it stands for. Lengths beyond the {@value #MAX_LENGTH_RINGS} longest are left out, and
 * {@link Placement#omittedLengths()} says how many. A ring's radius grows with its length: in proportion while all
 * lengths fit, with the logarithm otherwise. The largest scale at which all rows fit is found by bisection.
 *
 * <p>Cost: O(rings · log precision). Threads: stateless.
 */
public final class RingLayout {

    /** Up to this many cycles are drawn one by one. */
    public static final int MAX_SINGLE_RINGS = 240;

    /** Up to this many distinct lengths are drawn. */
    public static final int MAX_LENGTH_RINGS = 400;

    private static final double LABEL_HEIGHT = 18;
    private static final double LABEL_WIDTH = 78;
    private static final double GAP = 10;
    private static final double LARGEST_UNIT = 150;

    private RingLayout() {}

    /**
     * Rings on the plane.
     *
     * @param omittedLengths distinct lengths for which there is no ring
     */
    public record Placement(List<Ring> rings, boolean single, int omittedLengths) {

        public Placement {
            rings = List.copyOf(rings);
        }
    }

    private record Item(Analysis.CycleRow row, double unit) {}

    /** @param width and height of the area, in pixels; nothing is placed in an area without room */
    public static Placement place(List<Analysis.CycleRow> rows, double width, double height) {
        if (rows.isEmpty() || width < 40 || height < 40) {
            return new Placement(List.of(), true, rows.size());
        }
        BigInteger cycles = rows.stream().map(Analysis.CycleRow::count).reduce(BigInteger.ZERO, BigInteger::add);
        boolean single = cycles.compareTo(BigInteger.valueOf(MAX_SINGLE_RINGS)) <= 0;
        int kept = Math.min(rows.size(), MAX_LENGTH_RINGS);
        BigInteger longest = rows.get(rows.size() - 1).length();
        List<Item> items = new ArrayList<>();
        for (int i = rows.size() - 1; i >= rows.size() - kept; i--) {
            Analysis.CycleRow row = rows.get(i);
            int copies = single ? row.count().intValueExact() : 1;
            for (int c = 0; c < copies; c++) {
                items.add(new Item(row, unitRadius(row.length(), longest)));
            }
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < 30; step++) {
            double middle = (low + high) / 2;
            if (heightOf(items, middle, width, single) <= height) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Placement(rings(items, low, width, height, single), single, rows.size() - kept);
    }

    /** Between 0.06 and 1: in proportion up to 64 states, beyond that by the logarithm. */
    private static double unitRadius(BigInteger length, BigInteger longest) {
        if (longest.bitLength() <= 6) {
            return Math.max(0.06, length.doubleValue() / longest.doubleValue());
        }
        return 0.06 + 0.94 * logarithm(length) / logarithm(longest);
    }

    private static double logarithm(BigInteger n) {
        int shift = Math.max(0, n.bitLength() - 60);
        return Math.log(n.shiftRight(shift).doubleValue()) + shift * Math.log(2);
    }

    private static double cellWidth(Item item, double scale, boolean single) {
        double diameter = 2 * radius(item, scale) + GAP;
        return single ? diameter : Math.max(LABEL_WIDTH, diameter);
    }

    private static double cellHeight(Item item, double scale, boolean single) {
        return 2 * radius(item, scale) + GAP + (single ? 0 : LABEL_HEIGHT);
    }

    private static double radius(Item item, double scale) {
        return Math.max(1.5, LARGEST_UNIT * scale * item.unit());
    }

    private static double heightOf(List<Item> items, double scale, double width, boolean single) {
        double total = GAP;
        for (List<Item> row : rowsOf(items, scale, width, single)) {
            total += cellHeight(row.get(0), scale, single);
        }
        return total;
    }

    /** Items arrive by falling size, so the first of a row is its tallest. */
    private static List<List<Item>> rowsOf(List<Item> items, double scale, double width, boolean single) {
        List<List<Item>> rows = new ArrayList<>();
        List<Item> row = new ArrayList<>();
        double used = GAP;
        for (Item item : items) {
            double cell = cellWidth(item, scale, single);
            if (!row.isEmpty() && used + cell > width) {
                rows.add(row);
                row = new ArrayList<>();
                used = GAP;
            }
            row.add(item);
            used += cell;
        }
        rows.add(row);
        return rows;
    }

    private static List<Ring> rings(List<Item> items, double scale, double width, double height, boolean single) {
        List<Ring> rings = new ArrayList<>();
        double top = Math.max(GAP, (height - heightOf(items, scale, width, single)) / 2);
        for (List<Item> row : rowsOf(items, scale, width, single)) {
            double used = row.stream()
                    .mapToDouble(item -> cellWidth(item, scale, single))
                    .sum();
            double left = Math.max(GAP, (width - used) / 2);
            double rowHeight = cellHeight(row.get(0), scale, single);
            double middle = top + (rowHeight - (single ? 0 : LABEL_HEIGHT)) / 2;
            for (Item item : row) {
                double cell = cellWidth(item, scale, single);
                double radius = radius(item, scale);
                rings.add(new Ring(item.row(), left + cell / 2, middle, radius, dots(item.row(), radius), single));
                left += cell;
            }
            top += rowHeight;
        }
        return rings;
    }

    /** All states if neighbouring dots stay apart, else none. */
    private static int dots(Analysis.CycleRow row, double radius) {
        if (row.length().bitLength() > 12) {
            return 0;
        }
        int length = row.length().intValueExact();
        return 2 * Math.PI * radius / length >= 4.5 || length == 1 ? length : 0;
    }
}
