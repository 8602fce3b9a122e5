package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.core.progress.RunControl;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Options, metrics and what is drawn from them. */
class SchedulerMetricsTest {

    private static SchedulerMetrics recorded(Strategy strategy, int workers, int cap) {
        return Schedulers.create(SchedulerOptions.defaults()
                        .withStrategy(strategy)
                        .withWorkers(workers)
                        .withBatchSize(3)
                        .withForceParallel(true)
                        .withTimeline(true)
                        .withTimelineCap(cap))
                .run(
                        0,
                        300,
                        (worker, from, to) -> {
                            SpinWork.nanos(20_000);
                            worker.addClaims(2);
                            worker.addLostClaims(1);
                            worker.addWalkedTwice(5);
                            return to - from;
                        },
                        RunControl.unlimited());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void countersAddUpAndTimesFillTheRun(Strategy strategy) {
        SchedulerMetrics metrics = recorded(strategy, 4, 100_000);
        assertThat(metrics.statesWalked()).isEqualTo(300);
        assertThat(metrics.claims()).isEqualTo(2 * metrics.batches());
        assertThat(metrics.lostClaims()).isEqualTo(metrics.batches());
        assertThat(metrics.statesWalkedTwice()).isEqualTo(5 * metrics.batches());
        assertThat(metrics.busyNanos()).isGreaterThanOrEqualTo(20_000 * metrics.batches());
        assertThat(metrics.utilisation()).isBetween(0.0, 1.0);
        for (WorkerMetrics worker : metrics.workers()) {
            assertThat(worker.busyNanos() + worker.idleNanos() + worker.schedulingNanos())
                    .isCloseTo(metrics.elapsedNanos(), within(1L));
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void timelineHoldsEveryBatchOnceAndEverySteal(Strategy strategy) {
        SchedulerMetrics metrics = recorded(strategy, 4, 100_000);
        Set<Long> items = new HashSet<>();
        long steals = 0;
        for (Timeline.Event event : metrics.timeline().events()) {
            assertThat(event.startNanos()).isBetween(0L, event.endNanos());
            assertThat(event.endNanos()).isLessThanOrEqualTo(metrics.elapsedNanos());
            if (event.kind() == Timeline.Kind.STEAL) {
                steals++;
                assertThat(event.victim()).isBetween(0, 3).isNotEqualTo(event.worker());
                continue;
            }
            for (long i = event.from(); i < event.to(); i++) {
                assertThat(items.add(i)).isTrue();
            }
        }
        assertThat(items).hasSize(300);
        assertThat(steals).isEqualTo(metrics.steals());
    }

    @Test
    void fullTimelineCountsWhatItDrops() {
        SchedulerMetrics metrics = recorded(Strategy.HYBRID, 2, 20);
        assertThat(metrics.timeline().events()).hasSizeLessThanOrEqualTo(20);
        assertThat(metrics.timeline().events().size() + metrics.timeline().dropped())
                .isEqualTo(metrics.batches() + metrics.steals());
    }

    @Test
    void imbalanceIsTheSpreadOverTheMean() {
        SchedulerMetrics metrics =
                new SchedulerMetrics(Strategy.STATIC, 100, List.of(worker(0, 30, 1), worker(1, 10, 3)), Timeline.EMPTY);
        assertThat(metrics.timeImbalance()).isEqualTo(1.0);
        assertThat(metrics.stateImbalance()).isEqualTo(1.0);
        assertThat(metrics.utilisation()).isEqualTo(0.2);
        assertThat(SchedulerMetrics.none(Strategy.HYBRID).timeImbalance()).isZero();
    }

    @Test
    void phasesAddUpWorkerByWorker() {
        SchedulerMetrics one = new SchedulerMetrics(
                Strategy.HYBRID,
                100,
                List.of(worker(0, 30, 1)),
                new Timeline(List.of(new Timeline.Event(0, 5, 9, 0, 1, Timeline.Kind.BATCH, -1, 0)), 2));
        SchedulerMetrics two = new SchedulerMetrics(
                Strategy.HYBRID,
                50,
                List.of(worker(0, 10, 2), worker(1, 20, 4)),
                new Timeline(List.of(new Timeline.Event(1, 5, 9, 0, 1, Timeline.Kind.BATCH, -1, 0)), 1));
        SchedulerMetrics sum = one.plus(two);
        assertThat(sum.elapsedNanos()).isEqualTo(150);
        assertThat(sum.workers().get(0).busyNanos()).isEqualTo(40);
        assertThat(sum.workers().get(1).idleNanos())
                .isEqualTo(100 + two.workers().get(1).idleNanos());
        assertThat(sum.statesWalked()).isEqualTo(7);
        assertThat(sum.timeline().events().get(1).startNanos()).isEqualTo(105);
        assertThat(sum.timeline().events().get(1).run()).isEqualTo(1);
        assertThat(sum.timeline().dropped()).isEqualTo(3);
        assertThat(SchedulerMetrics.none(Strategy.STATIC).plus(two)).isEqualTo(two);
    }

    private static WorkerMetrics worker(int index, long busy, long states) {
        return new WorkerMetrics(index, busy, 100 - busy, 0, 1, 0, 0, states, 0, 0, 0);
    }

    @Test
    void svgIsWellFormedAndStaysSmall() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            for (int workers : new int[] {1, 2, 120}) {
                SchedulerMetrics metrics = recorded(Strategy.HYBRID, workers, 100_000);
                StringBuilder svg = new StringBuilder();
                TimelineSvg.write(
                        List.of(new TimelineSvg.Panel("one", metrics), new TimelineSvg.Panel("two", metrics)),
                        "x^4 + x + 1 <over> GF(2) & more",
                        svg);
                Document document = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg.toString())));
                assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
                assertThat(svg.toString()).doesNotContain("NaN").contains("&lt;over&gt; GF(2) &amp; more");
                assertThat(svg.length()).isLessThan(400_000);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void drawingHasALaneAWorkerAndAnArrowASteal() {
        Timeline timeline = new Timeline(
                List.of(
                        new Timeline.Event(0, 0, 40, 0, 4, Timeline.Kind.BATCH, -1, 0),
                        new Timeline.Event(1, 50, 60, 4, 8, Timeline.Kind.STEAL, 0, 0),
                        new Timeline.Event(1, 60, 90, 4, 8, Timeline.Kind.BATCH, -1, 0)),
                0);
        SchedulerMetrics metrics =
                new SchedulerMetrics(Strategy.HYBRID, 100, List.of(worker(0, 40, 4), worker(1, 30, 4)), timeline);
        StringBuilder svg = new StringBuilder();
        TimelineSvg.write(List.of(new TimelineSvg.Panel("hybrid", metrics)), "title", svg);
        assertThat(svg.toString().split(">worker ")).hasSize(3);
        assertThat(svg.toString().split("L[0-9. ]+\" stroke=\"#d1521f\"")).hasSize(2);
        assertThat(svg).contains("hybrid:</tspan>", "busy 35.0 %", "imbalance 28.6 %");
    }

    @Test
    void strategiesAreParsedWhateverTheCase() {
        assertThat(Strategy.parse("Work-Stealing")).isEqualTo(Strategy.WORK_STEALING);
        assertThat(Strategy.parse(" shared_queue ")).isEqualTo(Strategy.SHARED_QUEUE);
        assertThatThrownBy(() -> Strategy.parse("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strategy = fast, expected one of sequential, static, shared-queue, work-stealing, hybrid");
    }

    @Test
    void badOptionsAreRefused() {
        SchedulerOptions options = SchedulerOptions.defaults();
        assertThatThrownBy(() -> options.withWorkers(0)).hasMessage("workers = 0, expected 1..4096");
        assertThatThrownBy(() -> options.withBatchSize(-1)).hasMessageStartingWith("batchSize = -1");
        assertThatThrownBy(() -> options.withTimelineCap(-1)).hasMessageStartingWith("timelineCap = -1");
        assertThatThrownBy(() -> options.withTargetBatchNanos(0)).hasMessageStartingWith("targetBatchNanos = 0");
        assertThatThrownBy(() -> Schedulers.create(options).run(1, 0, (worker, from, to) -> 0, RunControl.unlimited()))
                .hasMessage("range = 1..0, expected from <= to and at most 2^62 items");
        assertThatThrownBy(() -> Schedulers.create(options)
                        .run(Long.MIN_VALUE, Long.MAX_VALUE, (worker, from, to) -> 0, RunControl.unlimited()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
