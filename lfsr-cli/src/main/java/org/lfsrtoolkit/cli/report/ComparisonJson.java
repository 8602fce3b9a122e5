package org.lfsrtoolkit.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.lfsrtoolkit.cli.schedule.ComparisonResult;
import org.lfsrtoolkit.cli.schedule.MapSimulation;
import org.lfsrtoolkit.cli.schedule.MeasuredRun;
import org.lfsrtoolkit.cli.schedule.Setting;
import org.lfsrtoolkit.cli.schedule.SettingSummary;
import org.lfsrtoolkit.parallel.schedule.SimulatedRun;
import org.lfsrtoolkit.parallel.schedule.Timeline;

/** A comparison of schedules, and timelines, as JSON. */
public final class ComparisonJson {

    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private ComparisonJson() {}

    private interface Content {
        void to(JsonGenerator json) throws IOException;
    }

    /** One object on one line: what was mapped, where, every setting with its runs, and the recommendation. */
    public static String of(ComparisonResult result) {
        return object(json -> {
            json.writeNumberField("schema", SCHEMA_VERSION);
            json.writeStringField("id", result.id());
            json.writeStringField("field", result.map().field().name());
            json.writeNumberField("degree", result.map().dimension());
            json.writeStringField("states", result.map().stateCount().toString());
            json.writeStringField("cycles", result.structure().cycles().cycles().toString());
            json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            json.writeStringField("java", System.getProperty("java.version"));
            json.writeNumberField("rounds", result.rounds());
            json.writeNumberField("mapsPerRun", result.mapsPerRun());
            json.writeArrayFieldStart("settings");
            for (SettingSummary summary : result.summaries()) {
                setting(json, result, summary);
            }
            json.writeEndArray();
            if (!result.predictions().isEmpty()) {
                simulation(json, result);
            }
            SettingSummary best = result.recommended();
            json.writeObjectFieldStart("recommendation");
            names(json, best.setting());
            json.writeStringField("reason", ComparisonText.reason(result, best));
            json.writeEndObject();
        });
    }

    private static void setting(JsonGenerator json, ComparisonResult result, SettingSummary summary)
            throws IOException {
        json.writeStartObject();
        names(json, summary.setting());
        json.writeNumberField("medianStatesPerSecond", Math.round(summary.median()));
        json.writeNumberField("slowestStatesPerSecond", Math.round(summary.slowest()));
        json.writeNumberField("fastestStatesPerSecond", Math.round(summary.fastest()));
        double speedUp = result.speedUp(summary);
        if (Double.isNaN(speedUp)) {
            json.writeNullField("speedUp");
        } else {
            MetricsJson.writeRatio(json, "speedUp", speedUp);
        }
        MetricsJson.writeRatio(json, "utilisation", summary.utilisation());
        MetricsJson.writeRatio(json, "timeImbalance", summary.timeImbalance());
        MetricsJson.writeRatio(json, "schedulingShare", summary.schedulingShare());
        MetricsJson.writeRatio(json, "steals", summary.steals());
        json.writeArrayFieldStart("runs");
        for (MeasuredRun run : summary.runs()) {
            json.writeStartObject();
            json.writeNumberField("round", run.round());
            json.writeFieldName("elapsedSeconds");
            MetricsJson.writeSeconds(json, run.elapsedNanos() / 1e9);
            json.writeNumberField("elapsedNanos", run.elapsedNanos());
            json.writeFieldName("metrics");
            MetricsJson.write(json, run.metrics());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void simulation(JsonGenerator json, ComparisonResult result) throws IOException {
        json.writeObjectFieldStart("simulation");
        json.writeObjectFieldStart("assumedNanos");
        MetricsJson.writeRatio(json, "claim", MapSimulation.COSTS.claimNanos());
        MetricsJson.writeRatio(json, "steal", MapSimulation.COSTS.stealNanos());
        MetricsJson.writeRatio(json, "queueClaim", MapSimulation.COSTS.queueClaimNanos());
        MetricsJson.writeRatio(json, "spawn", MapSimulation.COSTS.spawnNanos());
        MetricsJson.writeRatio(json, "start", MapSimulation.COSTS.startNanos());
        MetricsJson.writeRatio(json, "ready", MapSimulation.COSTS.readyNanos());
        json.writeEndObject();
        json.writeArrayFieldStart("settings");
        double states = result.map().stateCount().doubleValue();
        for (MapSimulation.Prediction prediction : result.predictions()) {
            SimulatedRun run = prediction.run();
            double measured = result.comparableNanos(prediction.setting());
            json.writeStartObject();
            names(json, prediction.setting());
            json.writeNumberField("predictedNanos", Math.round(prediction.nanos()));
            if (Double.isNaN(measured)) {
                json.writeNullField("measuredNanos");
                json.writeNullField("predictedOverMeasured");
            } else {
                json.writeNumberField("measuredNanos", Math.round(measured));
                MetricsJson.writeRatio(json, "predictedOverMeasured", prediction.nanos() / measured);
            }
            json.writeNumberField("statesPerSecond", Math.round(states * 1e9 / prediction.nanos()));
            MetricsJson.writeRatio(json, "utilisation", prediction.utilisation());
            MetricsJson.writeRatio(json, "timeImbalance", run.timeImbalance());
            json.writeNumberField("claimsPerSecond", Math.round(prediction.claimsPerSecond()));
            json.writeNumberField("batches", run.batches());
            json.writeNumberField("steals", run.steals());
            json.writeNumberField("failedSteals", run.failedSteals());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, Setting setting) throws IOException {
        json.writeStringField("strategy", setting.strategy().externalName());
        json.writeNumberField("workers", setting.workers());
    }

    /** One object on one line: the events of every recorded run. */
    public static String timelines(ComparisonResult result) {
        return object(json -> {
            json.writeNumberField("schema", SCHEMA_VERSION);
            json.writeStringField("id", result.id());
            json.writeArrayFieldStart("timelines");
            for (MeasuredRun run : result.timelines()) {
                Timeline timeline = run.metrics().timeline();
                json.writeStartObject();
                names(json, run.setting());
                json.writeNumberField("elapsedNanos", run.metrics().elapsedNanos());
                json.writeNumberField("dropped", timeline.dropped());
                json.writeArrayFieldStart("events");
                for (Timeline.Event event : timeline.events()) {
                    json.writeStartObject();
                    json.writeStringField("kind", event.kind().name());
                    json.writeNumberField("worker", event.worker());
                    json.writeNumberField("startNanos", event.startNanos());
                    json.writeNumberField("endNanos", event.endNanos());
                    json.writeNumberField("from", event.from());
                    json.writeNumberField("to", event.to());
                    json.writeNumberField("victim", event.victim());
                    json.writeNumberField("run", event.run());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String object(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.to(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }
}
