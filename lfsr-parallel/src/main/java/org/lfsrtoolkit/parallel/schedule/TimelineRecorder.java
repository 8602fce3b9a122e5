package org.lfsrtoolkit.parallel.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lfsrtoolkit.parallel.schedule.Timeline.Event;
import org.lfsrtoolkit.parallel.schedule.Timeline.Kind;

/** Events of one worker, up to a cap. Threads: written by that worker alone, read after it has left. */
final class TimelineRecorder {

    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::startNanos).thenComparingInt(Event::worker);

    private final int worker;
    private final int cap;
    private final long originNanos;
    private final List<Event> events = new ArrayList<>();
    private long dropped;

    TimelineRecorder(int worker, int cap, long originNanos) {
        this.worker = worker;
        this.cap = cap;
        this.originNanos = originNanos;
    }

    void batch(long startNanos, long endNanos, long from, long to) {
        add(startNanos, endNanos, from, to, Kind.BATCH, -1);
    }

    void steal(long startNanos, long endNanos, long from, long to, int victim) {
        add(startNanos, endNanos, from, to, Kind.STEAL, victim);
    }

    private void add(long startNanos, long endNanos, long from, long to, Kind kind, int victim) {
        if (events.size() < cap) {
            events.add(new Event(worker, startNanos - originNanos, endNanos - originNanos, from, to, kind, victim, 0));
        } else {
            dropped++;
        }
    }

    static Timeline merge(List<TimelineRecorder> recorders, Timeline.Job job) {
        List<Event> all = new ArrayList<>();
        long dropped = 0;
        for (TimelineRecorder recorder : recorders) {
            all.addAll(recorder.events);
            dropped += recorder.dropped;
        }
        all.sort(ORDER);
        return new Timeline(all, dropped, List.of(job));
    }
}
