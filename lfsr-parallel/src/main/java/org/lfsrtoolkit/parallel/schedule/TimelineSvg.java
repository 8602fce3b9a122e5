package org.lfsrtoolkit.parallel.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.lfsrtoolkit.core.format.NumberText;
import org.lfsrtoolkit.parallel.schedule.Timeline.Event;
import org.lfsrtoolkit.parallel.schedule.Timeline.Kind;

/**
 * Draws timelines as SVG: a panel a run, in it a lane a worker, its batches as bars in two alternating shades, steals as
 * arrows from the victim's lane to the thief's; idle time is what stays light. All panels have one time scale.
 *
 * <p>Large type and few colours (told apart also by people who see them differently), so that it can be read when
 * projected. Batches narrower than a pixel are drawn together, and at most {@value #MAX_ARROWS} steals a panel are drawn,
 * evenly chosen; the panel's heading says how many there were. Size of the file: O(runs · workers · width), whatever the
 * number of events. Threads: a drawing is made by the calling thread.
 */
public final class TimelineSvg {

    /**
     * One run to be drawn.
     *
     * @param name shown above its lanes, plain text
     * @param metrics of a run that was made with {@link SchedulerOptions#recordTimeline()}
     */
    public record Panel(String name, SchedulerMetrics metrics) {}

    private static final int WIDTH = 1600;
    private static final int LEFT = 130;
    private static final int RIGHT = 150;
    private static final int TOP = 110;
    private static final int HEADING = 44;
    private static final int GAP = 22;
    private static final int BOTTOM = 80;
    private static final int MAX_ARROWS = 60;
    private static final double PLOT = WIDTH - LEFT - RIGHT;
    /** Height of all lanes of a panel, at most, if they can be told apart then. */
    private static final double TALL_PANEL = 640;

    private static final double WIDEST_LANE = 46;
    private static final double NARROWEST_LANE = 5;
    /** Lanes below this height have no name of their own. */
    private static final double LABELLED = 22;

    private static final double NARROWEST = 2.0;
    private static final String DARK = "#1f5a92";
    private static final String LIGHT = "#4d94d4";
    private static final String STEAL = "#d1521f";
    private static final String IDLE = "#e9ecef";
    private static final String INK = "#222";

    private final List<Panel> panels;
    private final String title;
    private final Appendable out;
    private final double nanos;

    private TimelineSvg(List<Panel> panels, String title, Appendable out) {
        this.panels = panels;
        this.title = title;
        this.out = out;
        this.nanos = panels.stream()
                .mapToLong(panel -> panel.metrics().elapsedNanos())
                .reduce(1, Math::max);
    }

    /**
     * Writes the picture of some runs, one below the other.
     *
     * @param title shown at the top, plain text
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(List<Panel> panels, String title, Appendable out) {
        try {
            new TimelineSvg(List.copyOf(panels), title, out).draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw() throws IOException {
        double bottom = TOP;
        for (Panel panel : panels) {
            bottom += panelHeight(panel);
        }
        int height = (int) Math.ceil(bottom + BOTTOM);
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"20\" fill=\"%s\">",
                WIDTH, height, WIDTH, height, INK);
        line(
                "<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"5\" markerHeight=\"5\""
                        + " orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"%s\"/></marker></defs>",
                STEAL);
        line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
        line("<text x=\"%d\" y=\"44\" font-size=\"30\" font-weight=\"bold\">%s</text>", LEFT, escape(title));
        legend();
        double top = TOP;
        for (Panel panel : panels) {
            panel(panel, top);
            top += panelHeight(panel);
        }
        axis(bottom);
        line("</svg>");
    }

    private static int lanes(Panel panel) {
        return Math.max(1, panel.metrics().workers().size());
    }

    private static double laneStep(Panel panel) {
        return Math.max(NARROWEST_LANE, Math.min(WIDEST_LANE, TALL_PANEL / lanes(panel)));
    }

    private static double panelHeight(Panel panel) {
        return HEADING + lanes(panel) * laneStep(panel) + GAP;
    }

    private void legend() throws IOException {
        double x = LEFT;
        double y = 68;
        line(
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"22\" height=\"16\" fill=\"%s\"/><rect x=\"%.0f\" y=\"%.0f\" width=\"22\" height=\"16\" fill=\"%s\"/>"
                        + "<text x=\"%.0f\" y=\"%.0f\">batches, one dark, one light</text>",
                x, y, DARK, x + 22, y, LIGHT, x + 54, y + 15);
        line(
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"44\" height=\"16\" fill=\"%s\"/><text x=\"%.0f\" y=\"%.0f\">idle</text>",
                x + 400, y, IDLE, x + 454, y + 15);
        line(
                "<path d=\"M%.0f %.0fh44\" stroke=\"%s\" stroke-width=\"3\" marker-end=\"url(#tip)\"/><text x=\"%.0f\" y=\"%.0f\">steal, from victim to thief</text>",
                x + 540, y + 8, STEAL, x + 594, y + 15);
    }

    private void panel(Panel panel, double top) throws IOException {
        SchedulerMetrics metrics = panel.metrics();
        List<Event> steals = metrics.timeline().events().stream()
                .filter(event -> event.kind() == Kind.STEAL)
                .toList();
        line(
                "<text x=\"%d\" y=\"%.1f\"><tspan font-weight=\"bold\">%s:</tspan> %s, busy %s, imbalance %s, %,d batches, %,d steals%s%s</text>",
                LEFT,
                top + 30,
                escape(panel.name()),
                NumberText.duration(metrics.elapsedNanos()),
                NumberText.percent(metrics.utilisation()),
                NumberText.percent(metrics.timeImbalance()),
                metrics.batches(),
                metrics.steals(),
                steals.size() <= MAX_ARROWS ? "" : " (" + MAX_ARROWS + " drawn)",
                metrics.timeline().dropped() == 0
                        ? ""
                        : ", " + metrics.timeline().dropped() + " events not kept");
        line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">busy</text>", WIDTH - 40, top + 30);
        double first = top + HEADING;
        double step = laneStep(panel);
        for (int lane = 0; lane < metrics.workers().size(); lane++) {
            lane(metrics, lane, first + lane * step, step);
        }
        arrows(steals, first, step);
    }

    private void lane(SchedulerMetrics metrics, int lane, double y, double step) throws IOException {
        WorkerMetrics worker = metrics.workers().get(lane);
        double height = step * 0.78;
        double width = x(metrics.elapsedNanos()) - LEFT;
        line("<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", LEFT, y, width, height, IDLE);
        if (step >= LABELLED || lane % (int) Math.ceil(LABELLED / step) == 0) {
            double base = y + height / 2 + 7;
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">worker %d</text>", LEFT - 12, base, worker.worker());
            line(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f %%</text>",
                    WIDTH - 40, base, 100.0 * worker.busyNanos() / Math.max(1, metrics.elapsedNanos()));
        }
        bars(metrics.timeline(), worker.worker(), y, height);
    }

    /** Bars of one worker, by pixels: batches closer than half a pixel are one bar until it is wide enough to see. */
    private void bars(Timeline timeline, int worker, double y, double height) throws IOException {
        double begin = -1;
        double end = -1;
        boolean dark = true;
        StringBuilder darkPath = new StringBuilder();
        StringBuilder lightPath = new StringBuilder();
        for (Event event : timeline.events()) {
            if (event.worker() != worker || event.kind() != Kind.BATCH) {
                continue;
            }
            double x1 = x(event.startNanos());
            double x2 = x(event.endNanos());
            boolean joins =
                    begin >= 0 && x1 - end < 0.5 && (end - begin < NARROWEST || x2 - x1 < NARROWEST && x2 - begin < 12);
            if (!joins && begin >= 0) {
                bar(dark ? darkPath : lightPath, begin, end, y, height);
                dark = !dark;
            }
            begin = joins ? begin : x1;
            end = x2;
        }
        if (begin >= 0) {
            bar(dark ? darkPath : lightPath, begin, end, y, height);
        }
        line("<path d=\"%s\" fill=\"%s\"/>", darkPath, DARK);
        line("<path d=\"%s\" fill=\"%s\"/>", lightPath, LIGHT);
    }

    private static void bar(StringBuilder path, double begin, double end, double y, double height) {
        double width = Math.max(0.3, end - begin);
        path.append(String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh%.1fz", begin, y, width, height, -width));
    }

    private void arrows(List<Event> steals, double first, double step) throws IOException {
        int drawn = Math.min(MAX_ARROWS, steals.size());
        double width = step >= LABELLED ? 3 : 1.5;
        for (int i = 0; i < drawn; i++) {
            Event steal = steals.get((int) ((long) i * steals.size() / drawn));
            double y1 = first + steal.victim() * step + step * 0.39;
            double y2 = first + steal.worker() * step + step * 0.39;
            double at = x(steal.endNanos());
            // A little slanted, so that arrows between the same lanes do not cover each other.
            double from = Math.max(LEFT, at - 10);
            line(
                    "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"white\" stroke-width=\"%.1f\"/><path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"%.1f\" marker-end=\"url(#tip)\"/>",
                    from, y1, at, y2, width + 3, from, y1, at, y2, STEAL, width);
        }
    }

    private void axis(double bottom) throws IOException {
        double step = tickNanos();
        for (double t = 0; t <= nanos * 1.0001; t += step) {
            line(
                    "<path d=\"M%.1f %dV%.1f\" stroke=\"#888\" stroke-opacity=\"0.4\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                    x(t), TOP + HEADING, bottom + 4, x(t), bottom + 28, t == 0 ? "0" : NumberText.duration(t));
        }
        line(
                "<text x=\"%.0f\" y=\"%.1f\" text-anchor=\"middle\">time since the start of the run</text>",
                LEFT + PLOT / 2, bottom + 58);
    }

    private double tickNanos() {
        double raw = nanos / 6;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (factor * power >= raw) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private double x(double atNanos) {
        return LEFT + PLOT * Math.min(1, atNanos / nanos);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
