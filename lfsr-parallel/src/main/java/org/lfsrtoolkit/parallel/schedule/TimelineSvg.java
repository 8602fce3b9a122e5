package org.lfsrtoolkit.parallel.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.lfsrtoolkit.parallel.schedule.Timeline.Event;
import org.lfsrtoolkit.parallel.schedule.Timeline.Kind;

/**
 * Draws a timeline as SVG: a lane a worker, its batches as bars in two alternating shades, steals as arrows from the
 * victim's lane to the thief's; idle time is what stays light.
 *
 * <p>Large type and few colours (told apart also by people who see them differently), so that it can be read when
 * projected. Batches narrower than a pixel are drawn together, and at most {@value #MAX_ARROWS} steals are drawn, evenly
 * chosen; the caption says how many there were. Size of the file: O(workers · width), whatever the number of events.
 */
public final class TimelineSvg {

    private static final int WIDTH = 1600;
    private static final int LEFT = 130;
    private static final int RIGHT = 150;
    private static final int TOP = 130;
    private static final int BOTTOM = 80;
    private static final int MAX_ARROWS = 60;
    private static final double PLOT = WIDTH - LEFT - RIGHT;
    private static final double NARROWEST = 2.0;
    private static final String DARK = "#1f5a92";
    private static final String LIGHT = "#4d94d4";
    private static final String STEAL = "#d1521f";
    private static final String IDLE = "#e9ecef";
    private static final String INK = "#222";

    private final SchedulerMetrics metrics;
    private final String title;
    private final Appendable out;
    private final double laneHeight;
    private final double laneStep;
    private final double nanos;

    private TimelineSvg(SchedulerMetrics metrics, String title, Appendable out) {
        this.metrics = metrics;
        this.title = title;
        this.out = out;
        int lanes = Math.max(1, metrics.workers().size());
        laneStep = Math.max(6, Math.min(64, 900.0 / lanes));
        laneHeight = laneStep * 0.78;
        nanos = Math.max(1, metrics.elapsedNanos());
    }

    /**
     * Writes the picture of a run that was made with {@link SchedulerOptions#recordTimeline()}.
     *
     * @param title shown at the top, plain text
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(SchedulerMetrics metrics, String title, Appendable out) {
        try {
            new TimelineSvg(metrics, title, out).draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw() throws IOException {
        int lanes = metrics.workers().size();
        double bottom = TOP + lanes * laneStep;
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
        caption();
        axis(bottom);
        for (int lane = 0; lane < lanes; lane++) {
            lane(lane);
        }
        arrows();
        line("</svg>");
    }

    private void caption() throws IOException {
        line("<text x=\"%d\" y=\"44\" font-size=\"30\" font-weight=\"bold\">%s</text>", LEFT, escape(title));
        Timeline timeline = metrics.timeline();
        line(
                "<text x=\"%d\" y=\"80\">%s, %d worker%s: %s, busy %.1f %%, imbalance %.1f %%, %d batches, %d steals%s</text>",
                LEFT,
                metrics.strategy().externalName(),
                metrics.workers().size(),
                metrics.workers().size() == 1 ? "" : "s",
                duration(nanos),
                100 * metrics.utilisation(),
                100 * metrics.timeImbalance(),
                metrics.batches(),
                metrics.steals(),
                timeline.dropped() == 0 ? "" : ", " + timeline.dropped() + " events not kept");
        double x = LEFT;
        double y = 98;
        line(
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"22\" height=\"16\" fill=\"%s\"/><rect x=\"%.0f\" y=\"%.0f\" width=\"22\" height=\"16\" fill=\"%s\"/>"
                        + "<text x=\"%.0f\" y=\"%.0f\">batches</text>",
                x, y, DARK, x + 22, y, LIGHT, x + 54, y + 15);
        line(
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"44\" height=\"16\" fill=\"%s\"/><text x=\"%.0f\" y=\"%.0f\">idle</text>",
                x + 170, y, IDLE, x + 224, y + 15);
        line(
                "<path d=\"M%.0f %.0fh44\" stroke=\"%s\" stroke-width=\"3\" marker-end=\"url(#tip)\"/><text x=\"%.0f\" y=\"%.0f\">steal, from victim to thief%s</text>",
                x + 310, y + 8, STEAL, x + 364, y + 15, arrowNote());
    }

    private String arrowNote() {
        long steals = steals().size();
        return steals <= MAX_ARROWS ? "" : " (" + MAX_ARROWS + " of " + steals + " drawn)";
    }

    private List<Event> steals() {
        return metrics.timeline().events().stream()
                .filter(e -> e.kind() == Kind.STEAL)
                .toList();
    }

    private void axis(double bottom) throws IOException {
        double step = tickNanos();
        for (double t = 0; t <= nanos * 1.0001; t += step) {
            line(
                    "<path d=\"M%.1f %dV%.1f\" stroke=\"#bbb\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                    x(t), TOP, bottom + 8, x(t), bottom + 32, t == 0 ? "0" : duration(t));
        }
        line(
                "<text x=\"%.0f\" y=\"%.1f\" text-anchor=\"middle\">time since the start of the run</text>",
                LEFT + PLOT / 2, bottom + 62);
        line("<text x=\"%.0f\" y=\"%d\" text-anchor=\"end\">busy</text>", (double) WIDTH - 40, TOP - 12);
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

    private void lane(int lane) throws IOException {
        WorkerMetrics worker = metrics.workers().get(lane);
        double y = TOP + lane * laneStep;
        line("<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", LEFT, y, PLOT, laneHeight, IDLE);
        boolean labelled = laneStep >= 22 || lane % (int) Math.ceil(22 / laneStep) == 0;
        if (labelled) {
            double base = y + laneHeight / 2 + 7;
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">worker %d</text>", LEFT - 12, base, worker.worker());
            line(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f %%</text>",
                    WIDTH - 40, base, 100.0 * worker.busyNanos() / nanos);
        }
        bars(worker.worker(), y);
    }

    /** Bars of one worker, by pixels: batches closer than half a pixel are one bar until it is wide enough to see. */
    private void bars(int worker, double y) throws IOException {
        double begin = -1;
        double end = -1;
        boolean dark = true;
        StringBuilder darkPath = new StringBuilder();
        StringBuilder lightPath = new StringBuilder();
        for (Event event : metrics.timeline().events()) {
            if (event.worker() != worker || event.kind() != Kind.BATCH) {
                continue;
            }
            double x1 = x(event.startNanos());
            double x2 = x(event.endNanos());
            boolean joins =
                    begin >= 0 && x1 - end < 0.5 && (end - begin < NARROWEST || x2 - x1 < NARROWEST && x2 - begin < 12);
            if (!joins && begin >= 0) {
                bar(dark ? darkPath : lightPath, begin, end, y);
                dark = !dark;
            }
            begin = joins ? begin : x1;
            end = x2;
        }
        if (begin >= 0) {
            bar(dark ? darkPath : lightPath, begin, end, y);
        }
        line("<path d=\"%s\" fill=\"%s\"/>", darkPath, DARK);
        line("<path d=\"%s\" fill=\"%s\"/>", lightPath, LIGHT);
    }

    private void bar(StringBuilder path, double begin, double end, double y) {
        path.append(String.format(
                Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh%.1fz", begin, y, end - begin, laneHeight, begin - end));
    }

    private void arrows() throws IOException {
        List<Event> steals = steals();
        int drawn = Math.min(MAX_ARROWS, steals.size());
        double width = laneStep >= 22 ? 3 : 1.5;
        for (int i = 0; i < drawn; i++) {
            Event steal = steals.get((int) ((long) i * steals.size() / drawn));
            double y1 = TOP + steal.victim() * laneStep + laneHeight / 2;
            double y2 = TOP + steal.worker() * laneStep + laneHeight / 2;
            double at = x(steal.endNanos());
            // A little slanted, so that arrows between the same lanes do not cover each other.
            line(
                    "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"white\" stroke-width=\"%.1f\"/><path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"%.1f\" marker-end=\"url(#tip)\"/>",
                    at - 10, y1, at, y2, width + 3, at - 10, y1, at, y2, STEAL, width);
        }
    }

    private double x(double atNanos) {
        return LEFT + PLOT * Math.min(1, atNanos / nanos);
    }

    private static String duration(double value) {
        if (value >= 1e9) {
            return trimmed(value / 1e9) + " s";
        }
        return value >= 1e6 ? trimmed(value / 1e6) + " ms" : trimmed(value / 1e3) + " µs";
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
