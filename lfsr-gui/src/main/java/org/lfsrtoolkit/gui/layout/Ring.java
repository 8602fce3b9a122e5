package org.lfsrtoolkit.gui.layout;

import org.lfsrtoolkit.gui.viewmodel.Analysis;

/**
 * One circle on the plane: a single cycle, or all cycles of one length.
 *
 * @param row the length it stands for
 * @param x centre, in pixels from the left
 * @param y centre, in pixels from the top
 * @param radius of the circle through the states, in pixels
 * @param dots states drawn on it; 0 when there are too many to tell apart
 * @param single whether it stands for one cycle, not for all of its length
 */
public record Ring(Analysis.CycleRow row, double x, double y, double radius, int dots, boolean single) {

    /** Whether the point is on or inside the circle, with a margin of a few pixels. */
    public boolean contains(double px, double py) {
        return Math.hypot(px - x, py - y) <= radius + 4;
    }
}
