package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes cycles on to the sink, in order, and notes them in the journal.
 *
 * <p>The cycles of one window of candidates may wait while the next one is tested: the thread that maps, which is worker 0
 * there, tells some of them before each of its batches, so that the other workers go on meanwhile. Memory: two windows,
 * {@link #bytesFor}. Not thread-safe: used by the thread that maps.
 */
final class CycleDelivery {

    /** About a batch. */
    private static final long TURN_NANOS = 1_000_000;

    private static final int CYCLES_BETWEEN_LOOKS = 1 << 10;

    /** Of a pair in two windows, with the slack and the copies of lists that grow by half. */
    private static final long PAIR_BYTES = 2 * 40;

    private final CycleSink sink;
    private final @Nullable EncodingCycleSink encoding;
    private @Nullable CycleJournal journal;

    private List<FoundRuns.Run> waiting = List.of();
    private int nextRun;
    private int nextPair;

    CycleDelivery(CycleSink sink) {
        this.sink = sink;
        this.encoding = sink instanceof EncodingCycleSink encoder ? encoder : null;
    }

    /** Bytes for each candidate of a window, if all are representatives. */
    static long bytesFor(CycleSink sink) {
        return PAIR_BYTES + (sink instanceof EncodingCycleSink encoder ? 3L * encoder.longestEncoding() : 0);
    }

    /** What cycles are noted in from now on; null for nothing. */
    void noteIn(@Nullable CycleJournal cycles) {
        journal = cycles;
    }

    /** A place for the cycles of a window. */
    FoundRuns newRuns(int workers) {
        return new FoundRuns(workers, encoding);
    }

    /** Passes one cycle on; nothing may be waiting. */
    void tell(long representative, long length) {
        assert nextRun == waiting.size();
        sink.accept(representative, length);
        CycleJournal cycles = journal;
        if (cycles != null) {
            cycles.add(representative, length);
        }
    }

    /** Has the cycles of a window wait; what waited before is told first. */
    void enqueue(FoundRuns runs) {
        tellAll();
        waiting = runs.inOrder();
        nextRun = 0;
    }

    /** Tells what waits for about a millisecond. */
    void tellSome() {
        if (nextRun < waiting.size()) {
            long end = System.nanoTime() + TURN_NANOS;
            while (nextRun < waiting.size() && System.nanoTime() < end) {
                tellPart(CYCLES_BETWEEN_LOOKS);
            }
        }
    }

    /** Tells all that waits. */
    void tellAll() {
        while (nextRun < waiting.size()) {
            tellPart(Integer.MAX_VALUE);
        }
        waiting = List.of();
        nextRun = 0;
    }

    /** Tells the rest of a run, or as many cycles of it; bytes are written run by run. */
    private void tellPart(int cycles) {
        FoundRuns.Run run = waiting.get(nextRun);
        LongArrayList pairs = run.pairs();
        int from = run.from() + nextPair;
        EncodedCycles encoded = run.encoded();
        EncodingCycleSink encoder = encoding;
        int to;
        if (encoder != null && encoded != null) {
            to = run.to();
            encoder.write(encoded.bytes(), run.byteFrom(), run.byteTo());
        } else {
            to = (int) Math.min(run.to(), from + 2L * cycles);
            for (int i = from; i < to; i += 2) {
                sink.accept(pairs.getLong(i), pairs.getLong(i + 1));
            }
        }
        CycleJournal noted = journal;
        if (noted != null) {
            for (int i = from; i < to; i += 2) {
                noted.add(pairs.getLong(i), pairs.getLong(i + 1));
            }
        }
        nextPair = to - run.from();
        if (to == run.to()) {
            nextRun++;
            nextPair = 0;
        }
    }
}
