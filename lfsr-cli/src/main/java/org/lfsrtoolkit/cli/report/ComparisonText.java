package org.lfsrtoolkit.cli.report;

import java.util.Locale;
import org.lfsrtoolkit.cli.schedule.ComparisonResult;
import org.lfsrtoolkit.cli.schedule.SettingSummary;

/** A comparison of schedules for people: a table, and which setting to use. */
public final class ComparisonText {

    private ComparisonText() {}

    /** The report, line end included. */
    public static String of(ComparisonResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: degree %d over %s, %s states; %d processors; %d timed %s of every setting after a warm-up%n%n",
                result.id(),
                result.map().dimension(),
                result.map().field(),
                NumberText.brief(result.map().stateCount()),
                Runtime.getRuntime().availableProcessors(),
                result.rounds(),
                result.rounds() == 1 ? "run" : "runs"));
        TextTable table = new TextTable(
                "strategy",
                "workers",
                "used",
                "states/s",
                "slowest",
                "fastest",
                "speed-up",
                "busy",
                "imbalance",
                "steals");
        for (SettingSummary summary : result.summaries()) {
            table.row(
                    summary.setting().strategy().externalName(),
                    Integer.toString(summary.setting().workers()),
                    Integer.toString(summary.workersSeen()),
                    speed(summary.median()),
                    speed(summary.slowest()),
                    speed(summary.fastest()),
                    ratio(result.speedUp(summary)),
                    percent(summary.utilisation()),
                    percent(summary.timeImbalance()),
                    String.format(Locale.ROOT, "%,d", summary.steals()));
        }
        table.appendTo(text, "  ");
        text.append("""

                  states/s  median over the runs; slowest and fastest run beside it
                  used      workers that ran a batch: a small job is done by one
                  speed-up  over the fastest setting with one worker
                  busy      part of the workers' time that was spent inside tasks
                  imbalance (max - min) / mean of the workers' busy times

                """);
        SettingSummary best = result.recommended();
        text.append("Use ")
                .append(best.setting().options())
                .append(": ")
                .append(reason(result, best))
                .append('\n');
        return text.toString();
    }

    /** Why that setting, in one sentence. */
    static String reason(ComparisonResult result, SettingSummary best) {
        SettingSummary fastest = result.fastest();
        String speed = speed(best.median()) + " states/s";
        if (best.setting().equals(fastest.setting())) {
            return speed + ", the highest median.";
        }
        return speed + "; " + fastest.setting().options() + " has a higher median (" + speed(fastest.median())
                + "), but within the spread of the runs, and this setting "
                + (best.setting().workers() < fastest.setting().workers() ? "needs fewer workers." : "is the default.");
    }

    private static String speed(double statesPerSecond) {
        String[] units = {"", " k", " M", " G", " T"};
        double value = statesPerSecond;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT, value < 9.995 ? "%.2f%s" : value < 99.95 ? "%.1f%s" : "%.0f%s", value, units[unit]);
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
