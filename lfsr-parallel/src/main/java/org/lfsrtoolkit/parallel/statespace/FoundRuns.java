package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where in the workers' buffers the cycles of each batch are: a batch finds its cycles in ascending order, so the batches
 * in the order of their items are all cycles in order, and nothing has to be sorted but the batches.
 *
 * <p>Threads: each worker adds to a list of its own; {@link #tell} after all have finished.
 */
final class FoundRuns {

    private record Run(long firstItem, LongArrayList pairs, int from, int to) {}

    private final List<List<Run>> byWorker = new ArrayList<>();

    FoundRuns(int workers) {
        for (int i = 0; i < workers; i++) {
            byWorker.add(new ArrayList<>());
        }
    }

    /** Notes that a batch added representative, length, … to a worker's pairs, from an index to their present end. */
    void add(int worker, long firstItem, LongArrayList pairs, int from) {
        if (from < pairs.size()) {
            byWorker.get(worker).add(new Run(firstItem, pairs, from, pairs.size()));
        }
    }

    /** Tells all cycles in the order of the items. */
    void tell(CycleSink sink) {
        List<Run> all = new ArrayList<>();
        byWorker.forEach(all::addAll);
        all.sort(Comparator.comparingLong(Run::firstItem));
        for (Run run : all) {
            for (int i = run.from(); i < run.to(); i += 2) {
                sink.accept(run.pairs().getLong(i), run.pairs().getLong(i + 1));
            }
        }
    }
}
