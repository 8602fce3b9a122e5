package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the workers' buffers the cycles of each batch are: a batch finds its cycles in ascending order, so the batches
 * in the order of their items are all cycles in order, and nothing has to be sorted but the batches.
 *
 * <p>Where the sink has cycles encoded, the worker does so at the end of its batch, while they are in its cache.
 *
 * <p>Threads: each worker adds to a list of its own; {@link #inOrder} after all have finished.
 */
final class FoundRuns {

    /**
     * The cycles of one batch.
     *
     * @param pairs representative, length, … at the indexes from..to−1
     * @param encoded the bytes of the same cycles at byteFrom..byteTo−1; null if the sink does not encode
     */
    record Run(
            long firstItem,
            LongArrayList pairs,
            int from,
            int to,
            @Nullable EncodedCycles encoded,
            int byteFrom,
            int byteTo) {}

    private final @Nullable EncodingCycleSink encoding;
    private final List<List<Run>> byWorker = new ArrayList<>();
    private final EncodedCycles[] encoded;

    /** @param encoding encodes the cycles found; null if they are passed on as they are */
    FoundRuns(int workers, @Nullable EncodingCycleSink encoding) {
        this.encoding = encoding;
        for (int i = 0; i < workers; i++) {
            byWorker.add(new ArrayList<>());
        }
        encoded = new EncodedCycles[encoding == null ? 0 : workers];
        Arrays.setAll(encoded, i -> new EncodedCycles());
    }

    /** Notes that a batch added representative, length, … to a worker's pairs, from an index to their present end. */
    void add(int worker, long firstItem, LongArrayList pairs, int from) {
        int to = pairs.size();
        if (from == to) {
            return;
        }
        EncodingCycleSink encoder = encoding;
        if (encoder == null) {
            byWorker.get(worker).add(new Run(firstItem, pairs, from, to, null, 0, 0));
            return;
        }
        EncodedCycles out = encoded[worker];
        int byteFrom = out.size();
        for (int i = from; i < to; i += 2) {
            encoder.encode(pairs.getLong(i), pairs.getLong(i + 1), out);
        }
        byWorker.get(worker).add(new Run(firstItem, pairs, from, to, out, byteFrom, out.size()));
    }

    /** Forgets everything, but keeps the memory. */
    void clear() {
        byWorker.forEach(List::clear);
        for (EncodedCycles bytes : encoded) {
            bytes.clear();
        }
    }

    /** All runs in the order of the items. */
    List<Run> inOrder() {
        List<Run> all = new ArrayList<>();
        byWorker.forEach(all::addAll);
        all.sort(Comparator.comparingLong(Run::firstItem));
        return all;
    }
}
