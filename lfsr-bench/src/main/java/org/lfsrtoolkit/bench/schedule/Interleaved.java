package org.lfsrtoolkit.bench.schedule;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lfsrtoolkit.bench.Results;

/**
 * Times several settings by turns, in rounds of which every other one goes backwards, so that a machine that speeds up
 * or slows down does so to all of them alike.
 *
 * <p>Before that all settings run by turns until the given warm-up has passed, at least once: with compiler threads still
 * at work a setting with two workers has only one of two processors.
 */
final class Interleaved {

    private Interleaved() {}

    /** What one run of a setting came to. */
    record Sample<T>(double nanos, T result) {}

    /** The runs of one setting, by round. */
    static final class Samples<T> {
        final List<Sample<T>> list = new ArrayList<>();

        /** Quantile of the times, 0..1. */
        double nanos(double quantile) {
            return Interleaved.quantile(list.stream().mapToDouble(Sample::nanos).toArray(), quantile);
        }
    }

    /**
     * Runs every setting once a round.
     *
     * @param repeats of the body in one timed run, at least 1; the time is that of one
     */
    static <K, T> Map<K, Samples<T>> time(Map<K, Supplier<T>> settings, long warmUpNanos, int rounds, int repeats) {
        Map<K, Samples<T>> samples = new LinkedHashMap<>();
        settings.keySet().forEach(key -> samples.put(key, new Samples<>()));
        List<K> order = new ArrayList<>(settings.keySet());
        long start = System.nanoTime();
        do {
            for (Supplier<T> body : settings.values()) {
                Results.consume(body.get());
            }
        } while (System.nanoTime() - start < warmUpNanos);
        for (int round = 0; round < rounds; round++) {
            for (K key : order) {
                Supplier<T> body = requireNonNull(settings.get(key));
                long begin = System.nanoTime();
                T result = body.get();
                for (int i = 1; i < repeats; i++) {
                    result = body.get();
                }
                requireNonNull(samples.get(key))
                        .list
                        .add(new Sample<>((System.nanoTime() - begin) / (double) repeats, result));
            }
            Collections.reverse(order);
        }
        return samples;
    }

    /** Quantile 0..1, between the two values it falls between. */
    static double quantile(double[] values, double quantile) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = quantile * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
