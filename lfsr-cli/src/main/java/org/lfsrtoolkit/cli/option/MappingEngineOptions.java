package org.lfsrtoolkit.cli.option;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.option.OptionConverters.MemorySize;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import picocli.CommandLine.Option;

/** How the states are walked; no option here changes an answer. */
public final class MappingEngineOptions {

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "How work is handed to the workers: sequential, static, shared-queue, work-stealing or hybrid"
                    + " (default). Changes the speed only.")
    private Strategy strategy = Strategy.HYBRID;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Threads that walk states (default: one for each processor).")
    private @Nullable Integer workers;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "Memory that one walk may take, for instance 512m or 2g (default: three quarters of the heap)."
                            + " A map that needs more is refused before it begins.")
    private @Nullable MemorySize memory;

    /**
     * The options of the mapping engine.
     *
     * @throws IllegalArgumentException if a value is out of range; the message is one line
     */
    public MappingOptions toMappingOptions() {
        SchedulerOptions scheduler = SchedulerOptions.defaults().withStrategy(strategy);
        MappingOptions options = MappingOptions.defaults();
        try {
            options = options.withScheduler(workers == null ? scheduler : scheduler.withWorkers(workers));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("--" + invalid.getMessage(), invalid);
        }
        if (memory == null) {
            return options;
        }
        long heap = Runtime.getRuntime().maxMemory();
        if (memory.bytes() > heap) {
            throw new IllegalArgumentException(
                    "--memory = " + (memory.bytes() >> 20) + " MiB, expected at most the heap of " + (heap >> 20)
                            + " MiB (LFSR_JAVA_OPTIONS=-Xmx… makes it larger)");
        }
        return options.withMemoryBytes(memory.bytes());
    }
}
