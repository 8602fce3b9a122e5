package org.lfsrtoolkit.parallel.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metrics and timeline as maps, lists, numbers and strings, ready for any JSON writer. Key order is fixed. */
public final class TimelineData {

    private TimelineData() {}

    /**
     * Keys {@code strategy, elapsedNanos, utilisation, timeImbalance, stateImbalance, schedulingShare, workers, events,
     * droppedEvents}; a worker has the components of {@link WorkerMetrics}, an event those of {@link Timeline.Event},
     * its item numbers as decimal strings (they pass 2^53) and {@code victim} only for a steal.
     */
    public static Map<String, Object> of(SchedulerMetrics metrics) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("strategy", metrics.strategy().externalName());
        data.put("elapsedNanos", metrics.elapsedNanos());
        data.put("utilisation", metrics.utilisation());
        data.put("timeImbalance", metrics.timeImbalance());
        data.put("stateImbalance", metrics.stateImbalance());
        data.put("schedulingShare", metrics.schedulingShare());
        data.put("workers", metrics.workers().stream().map(TimelineData::worker).toList());
        data.put("events", events(metrics.timeline()));
        data.put("droppedEvents", metrics.timeline().dropped());
        return data;
    }

    private static Map<String, Object> worker(WorkerMetrics worker) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("worker", worker.worker());
        data.put("busyNanos", worker.busyNanos());
        data.put("idleNanos", worker.idleNanos());
        data.put("schedulingNanos", worker.schedulingNanos());
        data.put("batches", worker.batches());
        data.put("steals", worker.steals());
        data.put("failedSteals", worker.failedSteals());
        data.put("statesWalked", worker.statesWalked());
        data.put("statesWalkedTwice", worker.statesWalkedTwice());
        data.put("claims", worker.claims());
        data.put("lostClaims", worker.lostClaims());
        return data;
    }

    private static List<Map<String, Object>> events(Timeline timeline) {
        return timeline.events().stream().map(TimelineData::event).toList();
    }

    private static Map<String, Object> event(Timeline.Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
        data.put("worker", event.worker());
        data.put("startNanos", event.startNanos());
        data.put("endNanos", event.endNanos());
        data.put("from", Long.toString(event.from()));
        data.put("to", Long.toString(event.to()));
        if (event.kind() == Timeline.Kind.STEAL) {
            data.put("victim", event.victim());
        }
        return data;
    }
}
