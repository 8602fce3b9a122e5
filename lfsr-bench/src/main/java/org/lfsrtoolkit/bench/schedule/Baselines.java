package org.lfsrtoolkit.bench.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What one would write without our scheduler. Each sums the work of all items. */
final class Baselines {

    private Baselines() {}

    static long plainLoop(int[] rounds) {
        return part(rounds, 0, rounds.length);
    }

    static long part(int[] rounds, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Work.rounds(i, rounds[i]);
        }
        return sum;
    }

    static long parallelStream(int[] rounds) {
        return IntStream.range(0, rounds.length)
                .parallel()
                .mapToLong(i -> Work.rounds(i, rounds[i]))
                .sum();
    }

    /** Chunks in a queue behind a mutex, taken by the threads of a fixed pool. */
    static long mutexQueue(ExecutorService pool, int threads, int chunk, int[] rounds) throws Exception {
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int from = 0; from < rounds.length; from += chunk) {
            queue.add(from);
        }
        List<Future<Long>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            parts.add(pool.submit(() -> {
                long sum = 0;
                while (true) {
                    Integer from;
                    synchronized (queue) {
                        from = queue.poll();
                    }
                    if (from == null) {
                        return sum;
                    }
                    sum += part(rounds, from, Math.min(rounds.length, from + chunk));
                }
            }));
        }
        long sum = 0;
        for (Future<Long> part : parts) {
            sum += part.get();
        }
        return sum;
    }
}
