package org.lfsrtoolkit.parallel.statespace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;

/**
 * How a state space is mapped. Immutable; start from {@link #defaults()} and change single options. No option changes
 * an answer.
 *
 * @param scheduler strategy, workers, batches
 * @param memoryBytes allowance for the tables of one mapping, in bytes; a map that cannot do with it is refused before
 *     anything is allocated
 * @param cycleSink is told every cycle; null where the structure is enough, which is faster for some maps
 * @param route which path to take
 * @param anchorSymbols how many leading symbols of an anchor are zero, at least 1; 0 leaves the choice to the mapper. A
 *     hint: it is cut to what fits
 * @param checkpoint file that the progress of a long map is kept in; null for none. It is left in place at the end, for
 *     the caller to delete once the answer is stored (with the file of cycles beside it, see
 *     {@link org.lfsrtoolkit.parallel.StateSpaceMapper#deleteCheckpoint}). A function of the index is known by its size, its
 *     {@link StateMap#identity} and a sample of its successors
 * @param resume whether an existing checkpoint is continued ({@link CheckpointException} if that cannot be); without
 *     it an existing file is replaced. A sink is told all cycles again, from the first
 * @param checkpointInterval time between two writes of the checkpoint
 */
public record MappingOptions(
        SchedulerOptions scheduler,
        long memoryBytes,
        @Nullable CycleSink cycleSink,
        Route route,
        int anchorSymbols,
        @Nullable Path checkpoint,
        boolean resume,
        Duration checkpointInterval) {

    /** Which algorithm maps the space. All give the same answer. */
    public enum Route {
        /** The fastest known for the map. */
        AUTO,
        /** Segments and candidates, one symbol at a time, without the kernels for many symbols an operation. */
        SCALAR,
        /** The general path for any function of the index: count of predecessors, visited bitmap. */
        GENERAL
    }

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);

    public MappingOptions {
        Objects.requireNonNull(scheduler, "scheduler");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(checkpointInterval, "checkpointInterval");
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("memoryBytes = " + memoryBytes + ", expected at least 1");
        }
        if (anchorSymbols < 0) {
            throw new IllegalArgumentException(
                    "anchorSymbols = " + anchorSymbols + ", expected 0 (chosen by the mapper) or more");
        }
        if (checkpointInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "checkpointInterval = " + checkpointInterval + ", expected a non-negative duration");
        }
    }

    /** Default scheduler, three quarters of the largest heap, no sink, no checkpoint. */
    public static MappingOptions defaults() {
        return new MappingOptions(
                SchedulerOptions.defaults(),
                Math.max(1, Runtime.getRuntime().maxMemory() / 4 * 3),
                null,
                Route.AUTO,
                0,
                null,
                false,
                DEFAULT_INTERVAL);
    }

    /** These options with that scheduler. */
    public MappingOptions withScheduler(SchedulerOptions value) {
        return new MappingOptions(
                value, memoryBytes, cycleSink, route, anchorSymbols, checkpoint, resume, checkpointInterval);
    }

    /** These options with that allowance in bytes. */
    public MappingOptions withMemoryBytes(long value) {
        return new MappingOptions(
                scheduler, value, cycleSink, route, anchorSymbols, checkpoint, resume, checkpointInterval);
    }

    /** These options, telling every cycle to the sink; null for none. */
    public MappingOptions withCycleSink(@Nullable CycleSink value) {
        return new MappingOptions(
                scheduler, memoryBytes, value, route, anchorSymbols, checkpoint, resume, checkpointInterval);
    }

    /** These options, taking that path. */
    public MappingOptions withRoute(Route value) {
        return new MappingOptions(
                scheduler, memoryBytes, cycleSink, value, anchorSymbols, checkpoint, resume, checkpointInterval);
    }

    /** These options with that many zero symbols in an anchor, 0 to leave the choice to the mapper. */
    public MappingOptions withAnchorSymbols(int value) {
        return new MappingOptions(
                scheduler, memoryBytes, cycleSink, route, value, checkpoint, resume, checkpointInterval);
    }

    /** These options, keeping progress in that file, and starting from it if it is there and resume is true. */
    public MappingOptions withCheckpoint(@Nullable Path file, boolean continueExisting) {
        return new MappingOptions(
                scheduler, memoryBytes, cycleSink, route, anchorSymbols, file, continueExisting, checkpointInterval);
    }

    /** These options with that time between two writes of the checkpoint. */
    public MappingOptions withCheckpointInterval(Duration value) {
        return new MappingOptions(scheduler, memoryBytes, cycleSink, route, anchorSymbols, checkpoint, resume, value);
    }
}
