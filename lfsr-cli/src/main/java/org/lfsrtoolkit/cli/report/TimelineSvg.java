package org.lfsrtoolkit.cli.report;

import java.util.List;
import java.util.Locale;
import org.lfsrtoolkit.cli.schedule.ComparisonResult;
import org.lfsrtoolkit.cli.schedule.MeasuredRun;
import org.lfsrtoolkit.parallel.schedule.Timeline;

/**
 * Timelines as an SVG drawing: a panel for each run, a lane for each worker, all panels on one time scale.
 *
 * <p>Batches that stand closer than half a pixel are drawn as one bar, so that a long run stays a small file; neighbouring
 * bars alternate in shade. A steal is a red tick, with a line from its victim's lane.
 */
public final class TimelineSvg {

    private static final int WIDTH = 1000;
    private static final int LEFT = 70;
    private static final int LANE = 18;
    private static final int TITLE = 26;
    private static final int GAP = 14;
    private static final double MERGED = 0.5;
    /** Lanes above which a panel is squeezed. */
    private static final int TALL_PANEL = 32;

    private TimelineSvg() {}

    /** The drawing of all recorded runs. */
    public static String of(ComparisonResult result) {
        List<MeasuredRun> runs = result.timelines();
        long longest = runs.stream()
                .mapToLong(run -> run.metrics().elapsedNanos())
                .max()
                .orElse(1);
        double pixelsPerNano = (double) WIDTH / Math.max(1, longest);
        StringBuilder panels = new StringBuilder();
        int y = GAP;
        for (MeasuredRun run : runs) {
            y = panel(panels, run, y, pixelsPerNano);
        }
        y = axis(panels, y, longest);
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s</svg>%n",
                LEFT + WIDTH + GAP,
                y,
                panels);
    }

    private static int panel(StringBuilder svg, MeasuredRun run, int top, double scale) {
        int lanes = Math.max(1, run.metrics().workers().size());
        double laneHeight = lanes <= TALL_PANEL ? LANE : (double) TALL_PANEL * LANE / lanes;
        Timeline timeline = run.metrics().timeline();
        format(
                svg,
                "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s, %d workers: %.3f ms, %.1f %% busy, %d steals%s</text>%n",
                LEFT,
                top + 13,
                run.setting().strategy().externalName(),
                run.setting().workers(),
                run.metrics().elapsedNanos() / 1e6,
                100 * run.metrics().utilisation(),
                run.metrics().steals(),
                timeline.dropped() == 0 ? "" : ", " + timeline.dropped() + " events not recorded");
        double base = top + TITLE;
        for (int lane = 0; lane < lanes; lane++) {
            double y = base + lane * laneHeight;
            format(
                    svg,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#f0f0f0\"/>%n",
                    LEFT,
                    y,
                    run.metrics().elapsedNanos() * scale,
                    laneHeight * 0.85);
            if (lanes <= TALL_PANEL) {
                format(
                        svg,
                        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">worker %d</text>%n",
                        LEFT - 6,
                        y + laneHeight * 0.7,
                        lane);
            }
            bars(svg, timeline, lane, y, laneHeight * 0.85, scale);
        }
        for (Timeline.Event event : timeline.events()) {
            if (event.kind() == Timeline.Kind.STEAL) {
                double x = LEFT + event.endNanos() * scale;
                format(
                        svg,
                        "<line x1=\"%.2f\" y1=\"%.1f\" x2=\"%.2f\" y2=\"%.1f\" stroke=\"#d03030\" stroke-width=\"0.8\"/>%n",
                        x,
                        base + (event.victim() + 0.43) * laneHeight,
                        x,
                        base + (event.worker() + 0.43) * laneHeight);
            }
        }
        return (int) Math.ceil(base + lanes * laneHeight) + GAP;
    }

    private static void bars(StringBuilder svg, Timeline timeline, int lane, double y, double height, double scale) {
        double from = Double.NaN;
        double to = 0;
        int bar = 0;
        for (Timeline.Event event : timeline.events()) {
            if (event.kind() != Timeline.Kind.BATCH || event.worker() != lane) {
                continue;
            }
            double start = event.startNanos() * scale;
            double end = event.endNanos() * scale;
            if (!Double.isNaN(from) && start - to < MERGED && end - from < 4 * MERGED) {
                to = Math.max(to, end);
                continue;
            }
            bar(svg, from, to, y, height, bar++);
            from = start;
            to = end;
        }
        bar(svg, from, to, y, height, bar);
    }

    private static void bar(StringBuilder svg, double from, double to, double y, double height, int number) {
        if (!Double.isNaN(from)) {
            format(
                    svg,
                    "<rect x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" fill=\"%s\"/>%n",
                    LEFT + from,
                    y,
                    Math.max(0.2, to - from),
                    height,
                    number % 2 == 0 ? "#3b7dd8" : "#6ea3e8");
        }
    }

    private static int axis(StringBuilder svg, int top, long longestNanos) {
        for (int i = 0; i <= 10; i++) {
            int x = LEFT + WIDTH * i / 10;
            format(svg, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888888\"/>%n", x, top, x, top + 5);
            format(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%.3g ms</text>%n",
                    x,
                    top + 18,
                    longestNanos / 1e6 * i / 10);
        }
        return top + 30;
    }

    private static void format(StringBuilder svg, String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values));
    }
}
