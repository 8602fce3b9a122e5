package org.lfsrtoolkit.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.WorkerMetrics;

/** The scheduler's metrics as a JSON object; times in nanoseconds. */
final class MetricsJson {

    private MetricsJson() {}

    static void write(JsonGenerator json, @Nullable SchedulerMetrics metrics) throws IOException {
        if (metrics == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("strategy", metrics.strategy().externalName());
        json.writeNumberField("elapsedNanos", metrics.elapsedNanos());
        json.writeNumberField("busyNanos", metrics.busyNanos());
        json.writeNumberField("statesWalked", metrics.statesWalked());
        json.writeNumberField("statesWalkedTwice", metrics.statesWalkedTwice());
        json.writeNumberField("claims", metrics.claims());
        json.writeNumberField("lostClaims", metrics.lostClaims());
        json.writeNumberField("batches", metrics.batches());
        json.writeNumberField("steals", metrics.steals());
        json.writeNumberField("failedSteals", metrics.failedSteals());
        writeRatio(json, "utilisation", metrics.utilisation());
        writeRatio(json, "schedulingShare", metrics.schedulingShare());
        writeRatio(json, "timeImbalance", metrics.timeImbalance());
        writeRatio(json, "stateImbalance", metrics.stateImbalance());
        json.writeArrayFieldStart("workers");
        for (WorkerMetrics worker : metrics.workers()) {
            json.writeStartObject();
            json.writeNumberField("worker", worker.worker());
            json.writeNumberField("busyNanos", worker.busyNanos());
            json.writeNumberField("idleNanos", worker.idleNanos());
            json.writeNumberField("schedulingNanos", worker.schedulingNanos());
            json.writeNumberField("batches", worker.batches());
            json.writeNumberField("steals", worker.steals());
            json.writeNumberField("failedSteals", worker.failedSteals());
            json.writeNumberField("statesWalked", worker.statesWalked());
            json.writeNumberField("statesWalkedTwice", worker.statesWalkedTwice());
            json.writeNumberField("claims", worker.claims());
            json.writeNumberField("lostClaims", worker.lostClaims());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Seconds with six decimals, never in exponent notation. */
    static void writeSeconds(JsonGenerator json, double seconds) throws IOException {
        json.writeNumber(rounded(seconds, 6).toPlainString());
    }

    static void writeRatio(JsonGenerator json, String name, double ratio) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(rounded(ratio, 4).toPlainString());
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
