package org.lfsrtoolkit.parallel;

import java.io.IOException;
import java.nio.file.Path;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.statespace.AffineMapper;
import org.lfsrtoolkit.parallel.statespace.CheckpointFiles;
import org.lfsrtoolkit.parallel.statespace.FunctionMapper;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;
import org.lfsrtoolkit.parallel.statespace.StateMap;

/**
 * Maps whole state spaces by walking: all cycles, their lengths and least states, and the depth of the transient states.
 *
 * <pre>{@code
 * MappingResult result = StateSpaceMapper.map(register, MappingOptions.defaults(), RunControl.unlimited());
 * System.out.println(result.structure().cycles());   // {1:1, 15:1} for x^4 + x + 1 over GF(2)
 * }</pre>
 *
 * <p>Every answer is proved complete: the lengths found add up to the number of periodic states. It is the same for
 * every strategy, number of workers and batch size.
 *
 * <p>Threads: no state; may be called by any number of threads at once, also from inside other pools.
 */
public final class StateSpaceMapper {

    private StateSpaceMapper() {}

    /**
     * Maps a register or matrix, affine and singular ones included.
     *
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException if there are more than 2^63 states, the tables do not
     *     fit the memory allowance, or the time budget of {@code control} is used up
     * @throws java.util.concurrent.CancellationException if {@code control} was cancelled
     */
    public static MappingResult map(AffineMap map, MappingOptions options, RunControl control) {
        return AffineMapper.map(map, options, control);
    }

    /**
     * Maps any function of the state index.
     *
     * @throws IllegalArgumentException if a successor is out of range, or the map says wrongly that it is a bijection
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException as above
     * @throws java.util.concurrent.CancellationException if {@code control} was cancelled
     */
    public static MappingResult map(StateMap map, MappingOptions options, RunControl control) {
        return FunctionMapper.map(map, options, control);
    }

    /**
     * Bytes of the tables that {@link #map(AffineMap, MappingOptions, RunControl)} would take with these options.
     *
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException if there are more than 2^63 states
     */
    public static long memoryNeeded(AffineMap map, MappingOptions options) {
        return AffineMapper.memoryNeeded(map, options);
    }

    /** Bytes of the tables that {@link #map(StateMap, MappingOptions, RunControl)} would take with these options. */
    public static long memoryNeeded(StateMap map, MappingOptions options) {
        return FunctionMapper.memoryNeeded(map, options);
    }

    /**
     * Deletes a checkpoint with the files beside it, once the answer is stored.
     *
     * @throws IOException if a file that is there cannot be deleted
     */
    public static void deleteCheckpoint(Path checkpoint) throws IOException {
        CheckpointFiles.delete(checkpoint);
    }
}
