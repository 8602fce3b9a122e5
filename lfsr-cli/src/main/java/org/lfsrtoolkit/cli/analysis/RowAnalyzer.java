package org.lfsrtoolkit.cli.analysis;

import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.RowError;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.CheckpointException;
import org.lfsrtoolkit.parallel.statespace.CycleSink;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * Answers one row with the exact engine, the mapping engine or both.
 *
 * <p>Every failure becomes an error of the row, so that one bad row never ends a batch; only a cancellation and failures of
 * output and checkpoint files are passed on.
 * Threads: one row at a time.
 */
public final class RowAnalyzer {

    /** Above this many stages the exact engine is not tried. */
    static final int LARGEST_REGISTER = 100_000;

    /** Above this side the exact engine is not tried. */
    static final int LARGEST_MATRIX = 4_000;

    /**
     * How rows are answered.
     *
     * @param method wanted
     * @param verifyLimit most states that {@link Method#AUTO} walks
     * @param exact options of the exact engine
     * @param mapping options of the mapping engine; its sink is replaced by the caller's
     * @param timeLimit for one row, null for none
     */
    public record Options(
            Method method,
            BigInteger verifyLimit,
            ExactOptions exact,
            MappingOptions mapping,
            @Nullable Duration timeLimit) {

        /** These options with other options of the mapping engine. */
        public Options withMapping(MappingOptions other) {
            return new Options(method, verifyLimit, exact, other, timeLimit);
        }
    }

    /** The algebra; {@link ExactCycleEngine} but in tests. */
    interface Algebra {
        ExactAnalysis analyze(AffineMap map, ExactOptions options, RunControl control);
    }

    /** The walk; {@link StateSpaceMapper} but in tests. */
    interface Walk {
        MappingResult map(AffineMap map, MappingOptions options, RunControl control);
    }

    private final Options options;
    private final Algebra algebra;
    private final Walk walk;

    public RowAnalyzer(Options options) {
        this(options, ExactCycleEngine::analyze, StateSpaceMapper::map);
    }

    RowAnalyzer(Options options, Algebra algebra, Walk walk) {
        this.options = options;
        this.algebra = algebra;
        this.walk = walk;
    }

    /** What will be run for a map: {@link Method#AUTO} is decided by the number of states. */
    public Method plan(AffineMap map) {
        if (options.method() != Method.AUTO) {
            return options.method();
        }
        return isAtMostVerifyLimit(map) ? Method.VERIFY : Method.EXACT;
    }

    private boolean isAtMostVerifyLimit(AffineMap map) {
        // q^d has at least d bits: spares the power for huge d.
        return map.dimension() <= options.verifyLimit().bitLength()
                && map.stateCount().compareTo(options.verifyLimit()) <= 0;
    }

    /**
     * The answer to one row.
     *
     * @param sink is told the cycles, if the row's plan walks; null for none
     * @throws CancellationException if the run is cancelled
     * @throws CheckpointException if the checkpoint in the options cannot be continued
     * @throws UncheckedIOException if a checkpoint cannot be read or written
     */
    public RowResult analyze(InputRow row, RunControl control, @Nullable CycleSink sink) {
        AffineMap map = row.map();
        if (map == null) {
            return RowResult.failed(row, Objects.requireNonNull(row.error()), 0);
        }
        Method plan = plan(map);
        RunControl limited = options.timeLimit() == null ? control : control.withBudget(options.timeLimit());
        long start = System.nanoTime();
        ExactAnalysis exact = null;
        MappingResult mapped = null;
        RowError error = null;
        try {
            if (plan != Method.ENUMERATE) {
                requireExactSize(map);
                exact = algebra.analyze(map, options.exact(), limited);
            }
            if (plan != Method.EXACT) {
                mapped = walk.map(map, options.mapping().withCycleSink(sink), limited);
            }
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (LimitExceededException limit) {
            error = error(row, RowError.Code.LIMIT, limit.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            error = error(
                    row,
                    RowError.Code.LIMIT,
                    "heap of " + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MiB used up, expected a smaller row or a larger heap");
        } catch (UncheckedOutputException | UncheckedIOException | CheckpointException notOfThisRow) {
            throw notOfThisRow;
        } catch (RuntimeException | StackOverflowError | AssertionError defect) {
            if (Boolean.getBoolean("lfsr.debug")) {
                defect.printStackTrace();
            }
            error = error(row, RowError.Code.INTERNAL, "internal error, please report it: " + defect);
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        StateSpaceStructure walked = mapped == null ? null : mapped.structure();
        Boolean verified = null;
        if (exact != null && walked != null) {
            List<String> differences = exact.differencesFrom(walked);
            verified = differences.isEmpty() ? exact.cycleStructure() == null ? null : true : Boolean.FALSE;
            if (!differences.isEmpty()) {
                error = error(
                        row,
                        RowError.Code.MISMATCH,
                        "the algebra and the walk differ: " + String.join("; ", differences));
            }
        }
        Method ran = exact == null
                ? walked == null ? null : Method.ENUMERATE
                : walked == null ? Method.EXACT : Method.VERIFY;
        boolean complete =
                error == null && (exact == null || exact.isComplete()) && (mapped == null || mapped.complete());
        return new RowResult(
                row, ran, exact, walked, verified, complete, elapsed, mapped == null ? null : mapped.metrics(), error);
    }

    private static void requireExactSize(AffineMap map) {
        int largest = map instanceof ShiftRegister ? LARGEST_REGISTER : LARGEST_MATRIX;
        if (map.dimension() > largest) {
            throw new LimitExceededException(
                    LimitExceededException.Limit.SIZE,
                    "degree = " + map.dimension() + ", expected at most " + largest + " for the exact engine");
        }
    }

    private static RowError error(InputRow row, RowError.Code code, @Nullable String message) {
        String line = message == null
                ? code.name().toLowerCase(Locale.ROOT)
                : message.strip().replaceAll("\\s+", " ");
        return new RowError(code, row.location() + ": " + line);
    }
}
