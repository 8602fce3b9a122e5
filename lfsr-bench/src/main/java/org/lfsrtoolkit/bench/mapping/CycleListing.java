package org.lfsrtoolkit.bench.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.CycleSink;
import org.lfsrtoolkit.parallel.statespace.EncodedCycles;
import org.lfsrtoolkit.parallel.statespace.EncodingCycleSink;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;

/**
 * What listing every cycle costs: no list, a sink that counts, lines formatted by the caller, lines formatted by the workers;
 * with one worker and with two, alternating in one process. The lines are dropped, so that no disk is measured.
 *
 * <p>Run: {@code java -Xmx2g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.mapping.CycleListing [repeats]}
 */
public final class CycleListing {

    private CycleListing() {}

    /** Lines {@code id,representative,length}; keeps their number of bytes. */
    private static final class Lines implements EncodingCycleSink {

        private final EncodedCycles single = new EncodedCycles();
        private long written;

        @Override
        public void accept(long representative, long length) {
            int from = single.size();
            encode(representative, length, single);
            write(single.room(0), from, single.size());
            single.clear();
        }

        @Override
        public void encode(long representative, long length, EncodedCycles out) {
            byte[] bytes = out.room(longestEncoding());
            int end = out.size();
            bytes[end++] = '1';
            bytes[end++] = ',';
            end = append(bytes, representative, end);
            bytes[end++] = ',';
            end = append(bytes, length, end);
            bytes[end++] = '\n';
            out.appended(end);
        }

        private static int append(byte[] bytes, long n, int from) {
            int digits = 1;
            for (long rest = n; rest >= 10; rest /= 10) {
                digits++;
            }
            long rest = n;
            for (int i = from + digits - 1; i >= from; i--) {
                bytes[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            return from + digits;
        }

        @Override
        public int longestEncoding() {
            return 45;
        }

        @Override
        public void write(byte[] bytes, int from, int to) {
            written += to - from;
        }
    }

    public static void main(String[] arguments) {
        int repeats = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        Map<String, @Nullable CycleSink> sinks = new LinkedHashMap<>();
        long[] counted = new long[1];
        Lines byCaller = new Lines();
        sinks.put("no list", null);
        sinks.put("counted", (representative, length) -> counted[0]++);
        sinks.put("lines by the caller", byCaller::accept);
        sinks.put("lines by the workers", new Lines());
        double[][][] seconds = new double[sinks.size()][2][repeats];
        for (int run = -2; run < repeats; run++) {
            int row = 0;
            for (CycleSink sink : sinks.values()) {
                for (int workers = 1; workers <= 2; workers++) {
                    long start = System.nanoTime();
                    StateSpaceMapper.map(
                            MappingShapes.taps(28, 0),
                            MappingOptions.defaults()
                                    .withScheduler(SchedulerOptions.defaults().withWorkers(workers))
                                    .withCycleSink(sink),
                            RunControl.unlimited());
                    if (run >= 0) {
                        seconds[row][workers - 1][run] = (System.nanoTime() - start) * 1e-9;
                    }
                }
                row++;
            }
        }
        int row = 0;
        for (String name : sinks.keySet()) {
            double[] one = seconds[row][0];
            double[] two = seconds[row][1];
            Arrays.sort(one);
            Arrays.sort(two);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.2f |%n",
                    name,
                    one[0],
                    one[repeats / 2],
                    two[0],
                    two[repeats / 2],
                    one[0] / two[0]);
            row++;
        }
    }
}
