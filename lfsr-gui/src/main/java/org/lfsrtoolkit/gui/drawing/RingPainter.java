package org.lfsrtoolkit.gui.drawing;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.lfsrtoolkit.gui.layout.Ring;
import org.lfsrtoolkit.gui.layout.RingLayout;
import org.lfsrtoolkit.gui.viewmodel.Analysis;

/** Paints rings: colour by length, one dot a state where there is room, an arrowhead for the direction of clocking. */
public final class RingPainter {

    private static final Color BACKGROUND = Color.web("#fbfbfd");
    private static final Color LABEL = Color.web("#333b4a");
    private static final Font LABEL_FONT = Font.font(11.5);

    private RingPainter() {}

    /** Repaints the whole area. */
    public static void paint(
            GraphicsContext g,
            double width,
            double height,
            RingLayout.Placement placement,
            List<Analysis.CycleRow> rows,
            Optional<Analysis.CycleRow> selected) {
        g.setFill(BACKGROUND);
        g.fillRect(0, 0, width, height);
        for (Ring ring : placement.rings()) {
            boolean dimmed = selected.isPresent() && !selected.get().equals(ring.row());
            Color color = colorOf(rows, ring.row());
            paintRing(g, ring, dimmed ? color.deriveColor(0, 0.35, 1.15, 0.28) : color);
            if (!placement.single()) {
                g.setFill(dimmed ? LABEL.deriveColor(0, 1, 1, 0.35) : LABEL);
                g.setFont(LABEL_FONT);
                g.setTextAlign(TextAlignment.CENTER);
                g.setTextBaseline(VPos.TOP);
                g.fillText(label(ring.row()), ring.x(), ring.y() + ring.radius() + 4);
            }
        }
    }

    /** The colour that stands for a length, the same in the table: hue from blue (short) to red (long). */
    public static Color colorOf(List<Analysis.CycleRow> rows, Analysis.CycleRow row) {
        int position = rows.indexOf(row);
        double share = rows.size() <= 1 ? 0 : (double) position / (rows.size() - 1);
        return Color.hsb(222 - 214 * share, 0.72, 0.80);
    }

    private static void paintRing(GraphicsContext g, Ring ring, Color color) {
        double r = ring.radius();
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(ring.dots() > 0 ? 1.2 : Math.min(3.0, 1.2 + r / 40));
        g.strokeOval(ring.x() - r, ring.y() - r, 2 * r, 2 * r);
        double dot = Math.min(4.0, Math.max(1.6, Math.PI * r / Math.max(1, ring.dots()) * 0.45));
        for (int i = 0; i < ring.dots(); i++) {
            double angle = 2 * Math.PI * i / ring.dots() - Math.PI / 2;
            double x = ring.x() + r * Math.cos(angle);
            double y = ring.y() + r * Math.sin(angle);
            g.fillOval(x - dot, y - dot, 2 * dot, 2 * dot);
        }
        if (ring.dots() == 0 && r > 9) {
            g.fillPolygon(
                    new double[] {ring.x() - 4, ring.x() + 5, ring.x() - 4},
                    new double[] {ring.y() - r - 4.5, ring.y() - r, ring.y() - r + 4.5},
                    3);
        }
    }

    private static String label(Analysis.CycleRow row) {
        return shorten(row.count()) + " × " + shorten(row.length());
    }

    private static String shorten(BigInteger n) {
        String digits = n.toString();
        return digits.length() <= 7 ? digits : digits.charAt(0) + "." + digits.charAt(1) + "e" + (digits.length() - 1);
    }
}
