package org.lfsrtoolkit.cli.report;

import java.util.Locale;
import org.lfsrtoolkit.cli.schedule.ComparisonResult;
import org.lfsrtoolkit.cli.schedule.MapSimulation;
import org.lfsrtoolkit.cli.schedule.MapSimulation.Prediction;
import org.lfsrtoolkit.cli.schedule.SettingSummary;
import org.lfsrtoolkit.core.format.NumberText;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SimulatedCosts;
import org.lfsrtoolkit.parallel.schedule.WorkerMetrics;

/** A comparison of schedules for people: tables, and which setting to use. */
public final class ComparisonText {

    private ComparisonText() {}

    /** The report, line end included. */
    public static String of(ComparisonResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: degree %d over %s, %s states; %d processors; after a warm-up, %d timed %s of every setting%s%n%n",
                result.id(),
                result.map().dimension(),
                result.map().field(),
                NumberText.brief(result.map().stateCount()),
                Runtime.getRuntime().availableProcessors(),
                result.rounds(),
                result.rounds() == 1 ? "run" : "runs",
                result.mapsPerRun() == 1
                        ? ""
                        : String.format(Locale.ROOT, ", each %,d maps in a row", result.mapsPerRun())));
        settings(text, result);
        SettingSummary best = result.recommended();
        workers(text, best);
        if (!result.predictions().isEmpty()) {
            simulated(text, result);
        }
        text.append("Use ")
                .append(best.setting().options())
                .append(": ")
                .append(reason(result, best))
                .append('\n');
        return text.toString();
    }

    private static void settings(StringBuilder text, ComparisonResult result) {
        TextTable table = new TextTable(
                "strategy",
                "workers",
                "used",
                "a map",
                "states/s",
                "slowest",
                "fastest",
                "speed-up",
                "busy",
                "imbalance",
                "sched.",
                "steals");
        double states = result.map().stateCount().doubleValue();
        for (SettingSummary summary : result.summaries()) {
            table.row(
                    summary.setting().strategy().externalName(),
                    Integer.toString(summary.setting().workers()),
                    Integer.toString(summary.workersSeen()),
                    NumberText.duration(states * 1e9 / summary.median()),
                    NumberText.scaled(summary.median()),
                    NumberText.scaled(summary.slowest()),
                    NumberText.scaled(summary.fastest()),
                    ratio(result.speedUp(summary)),
                    NumberText.percent(summary.utilisation()),
                    NumberText.percent(summary.timeImbalance()),
                    String.format(Locale.ROOT, "%.2f %%", 100 * summary.schedulingShare()),
                    String.format(Locale.ROOT, "%.1f", summary.steals()));
        }
        table.appendTo(text, "  ");
        text.append("""

                  used      workers that ran a batch: a small job is done by one, however many are allowed
                  states/s  median over the runs; slowest and fastest run beside it
                  speed-up  over the fastest setting with one worker
                  busy      part of the workers' time that was spent inside tasks
                  imbalance (max - min) / mean of the workers' busy times
                  sched.    part of the time at work that went into claiming and stealing

                """);
    }

    /** What every worker of the recommended setting did in its median run. */
    private static void workers(StringBuilder text, SettingSummary best) {
        SchedulerMetrics metrics = best.medianRun().metrics();
        text.append("Workers of ")
                .append(best.setting().options())
                .append(String.format(
                        Locale.ROOT,
                        " in its median run; imbalance over time %s, over states %s:%n%n",
                        NumberText.percent(metrics.timeImbalance()),
                        NumberText.percent(metrics.stateImbalance())));
        TextTable table = new TextTable(
                "worker",
                "busy",
                "idle",
                "sched.",
                "batches",
                "steals",
                "failed",
                "states walked",
                "twice",
                "claims",
                "lost");
        for (WorkerMetrics worker : metrics.workers()) {
            table.row(
                    Integer.toString(worker.worker()),
                    NumberText.duration(worker.busyNanos()),
                    NumberText.duration(worker.idleNanos()),
                    NumberText.duration(worker.schedulingNanos()),
                    count(worker.batches()),
                    count(worker.steals()),
                    count(worker.failedSteals()),
                    count(worker.statesWalked()),
                    count(worker.statesWalkedTwice()),
                    count(worker.claims()),
                    count(worker.lostClaims()));
        }
        table.appendTo(text, "  ");
        text.append('\n');
    }

    private static void simulated(StringBuilder text, ComparisonResult result) {
        SimulatedCosts costs = MapSimulation.COSTS;
        text.append(String.format(
                Locale.ROOT,
                "Simulated: batches measured in a sequential run, replayed on workers with a processor each.%n"
                        + "Assumed: a claim %s, a steal %s, the shared counter %s a claim, to start a helper's thread %s, until it"
                        + " is at work %s.%n%n",
                NumberText.duration(costs.claimNanos()),
                NumberText.duration(costs.stealNanos()),
                NumberText.duration(costs.queueClaimNanos()),
                NumberText.duration(costs.spawnNanos()),
                NumberText.duration(costs.startNanos())));
        TextTable table = new TextTable(
                "strategy",
                "workers",
                "a map",
                "states/s",
                "busy",
                "imbalance",
                "claims/s",
                "steals",
                "measured",
                "predicted/measured");
        double states = result.map().stateCount().doubleValue();
        for (Prediction prediction : result.predictions()) {
            double measured = result.comparableNanos(prediction.setting());
            table.row(
                    prediction.setting().strategy().externalName(),
                    Integer.toString(prediction.setting().workers()),
                    NumberText.duration(prediction.nanos()),
                    NumberText.scaled(states * 1e9 / prediction.nanos()),
                    NumberText.percent(prediction.utilisation()),
                    NumberText.percent(prediction.run().timeImbalance()),
                    NumberText.scaled(prediction.claimsPerSecond()),
                    count(prediction.run().steals()),
                    Double.isNaN(measured) ? "-" : NumberText.duration(measured),
                    ratio(prediction.nanos() / measured));
        }
        table.appendTo(text, "  ");
        text.append('\n');
    }

    /** Why that setting, in one sentence. */
    static String reason(ComparisonResult result, SettingSummary best) {
        SettingSummary fastest = result.fastest();
        if (result.isTooSmallToShare()) {
            return "any setting will do, also the defaults: one worker does the whole map, whatever is allowed.";
        }
        String speed = NumberText.scaled(best.median()) + " states/s";
        if (best.setting().equals(fastest.setting())) {
            return speed + ", the highest median.";
        }
        return speed + "; " + fastest.setting().options() + " has a higher median ("
                + NumberText.scaled(fastest.median()) + "), but within the spread of the runs, and this setting "
                + (best.setting().workers() < fastest.setting().workers() ? "needs fewer workers." : "is the default.");
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
