package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.kernel.BinaryMatrixKernel;
import org.lfsrtoolkit.parallel.kernel.BinaryRegisterKernel;
import org.lfsrtoolkit.parallel.kernel.DigitMatrixKernel;
import org.lfsrtoolkit.parallel.kernel.SmallPrimeRegisterKernel;
import org.lfsrtoolkit.parallel.kernel.TernaryMatrixKernel;
import org.lfsrtoolkit.parallel.kernel.TernaryRegisterKernel;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.statespace.MappingOptions.Route;

/**
 * Maps affine maps over a field: takes the periodic part of a singular map ({@link NonsingularPart}), then chooses the
 * kernel.
 *
 * <p>Registers have kernels for many states a word (GF(2^e), GF(3^m), GF(p^m) for p below 2^15); matrices are walked as a
 * register where only the structure is asked for and they are cyclic, else state by state; what no kernel can pack takes the
 * general path, or is walked symbol by symbol if that has not the memory.
 */
public final class AffineMapper {

    /** Below this many states the candidates are tested sooner than polynomials are factored. */
    private static final long LEAST_GUESSED = 1L << 18;

    private AffineMapper() {}

    /** See {@link org.lfsrtoolkit.parallel.StateSpaceMapper#map(AffineMap, MappingOptions, RunControl)}. */
    public static MappingResult map(AffineMap map, MappingOptions options, RunControl control) {
        StateCounts.lastIndex(map.field().cardinality(), map.dimension());
        control.check();
        if (options.route() == Route.GENERAL) {
            return FunctionMapper.map(
                    new AffineStateMap(map), options, CheckpointKeeper.of(map, options, true), control);
        }
        NonsingularPart part = NonsingularPart.of(map);
        CycleSink sink = options.cycleSink();
        AffineMap inner = part.map();
        if (inner == null) {
            if (sink != null) {
                sink.accept(part.embed(0), 1);
            }
            return new MappingResult(
                    new StateSpaceStructure(CycleStructure.of(Map.of(BigInteger.ONE, BigInteger.ONE)), part.levels()),
                    true,
                    SchedulerMetrics.none(options.scheduler().strategy()),
                    "one periodic state",
                    0,
                    0);
        }
        CycleSink embedding = sink == null ? null : EmbeddingSink.of(part, sink);
        WalkKernel kernel = walker(inner, options);
        if (kernel == null) {
            MappingResult result = FunctionMapper.map(
                    new AffineStateMap(inner),
                    options.withCycleSink(embedding),
                    CheckpointKeeper.of(map, options, true),
                    control);
            return new MappingResult(
                    new StateSpaceStructure(result.structure().cycles(), part.levels()),
                    true,
                    result.metrics(),
                    result.kernel(),
                    result.memoryBytes(),
                    result.anchors());
        }
        CycleGuess guess = guess(kernel, inner, options, control);
        MappingPlan plan = plan(kernel, guess, options);
        CheckpointKeeper keeper = CheckpointKeeper.of(map, options, false);
        MapCheckpoint resumed = keeper == null
                ? null
                : keeper.load(options.resume(), in -> MapCheckpoint.read(in, plan, kernel.lastIndex()));
        PermutationMapper mapper =
                new PermutationMapper(kernel, kernel.lastIndex() + 1, options, embedding, keeper, control);
        mapper.map(
                plan,
                resumed,
                plan.bitmapFallback() ? marks -> new StateMapKernel(new AffineStateMap(inner), marks, null) : null,
                guess);
        return new MappingResult(
                new StateSpaceStructure(mapper.tally().structure(), part.levels()),
                true,
                mapper.metrics(),
                kernel.name(),
                plan.bytes(),
                plan.anchors());
    }

    private static MappingPlan plan(WalkKernel kernel, @Nullable CycleGuess guess, MappingOptions options) {
        return MappingPlan.of(kernel, options, guess == null ? 0 : SmallFactorCycles.bytesFor(options));
    }

    /** Where missing cycles may be; null if nothing is guessed. */
    private static @Nullable CycleGuess guess(
            WalkKernel kernel, AffineMap map, MappingOptions options, RunControl control) {
        if (kernel.lastIndex() < LEAST_GUESSED
                || options.route() != Route.AUTO
                || SmallFactorCycles.bytesFor(options) == 0) {
            return null;
        }
        ShiftRegister register = map instanceof ShiftRegister itself
                ? itself
                : options.cycleSink() == null ? CyclicForm.registerOf(map) : null;
        return register == null
                ? new SmallSubspaceCycles(map, options, control)
                : new SmallFactorCycles(register, options, control);
    }

    /**
     * What walks a nonsingular map; null if that is the general path. A map that no kernel packs and that the general path
     * has no memory for is walked symbol by symbol.
     */
    private static @Nullable WalkKernel walker(AffineMap map, MappingOptions options) {
        WalkKernel kernel = kernel(map, options.cycleSink() == null, options.route());
        if (kernel != null) {
            return kernel;
        }
        AffineStateMap plain = new AffineStateMap(map);
        return FunctionMapper.memoryNeeded(plain, options) <= options.memoryBytes()
                ? null
                : new StateMapKernel(plain, null, null);
    }

    /** The fastest kernel for a nonsingular map; null if none takes it. */
    static @Nullable WalkKernel kernel(AffineMap map, boolean structureOnly, Route route) {
        if (route == Route.AUTO) {
            ShiftRegister register =
                    map instanceof ShiftRegister itself ? itself : structureOnly ? CyclicForm.registerOf(map) : null;
            if (register != null) {
                if (BinaryRegisterKernel.supports(register)) {
                    return BinaryRegisterKernel.of(register);
                }
                if (TernaryRegisterKernel.supports(register)) {
                    return TernaryRegisterKernel.of(register);
                }
                if (SmallPrimeRegisterKernel.supports(register)) {
                    return SmallPrimeRegisterKernel.of(register);
                }
            }
        }
        if (BinaryMatrixKernel.supports(map)) {
            return BinaryMatrixKernel.of(map);
        }
        if (TernaryMatrixKernel.supports(map)) {
            return TernaryMatrixKernel.of(map);
        }
        return DigitMatrixKernel.supports(map) ? DigitMatrixKernel.of(map) : null;
    }

    /** Bytes of the tables taken. */
    public static long memoryNeeded(AffineMap map, MappingOptions options) {
        StateCounts.lastIndex(map.field().cardinality(), map.dimension());
        if (options.route() == Route.GENERAL) {
            return FunctionMapper.memoryNeeded(new AffineStateMap(map), options);
        }
        AffineMap inner = NonsingularPart.of(map).map();
        if (inner == null) {
            return 0;
        }
        WalkKernel kernel = walker(inner, options);
        return kernel == null
                ? FunctionMapper.memoryNeeded(new AffineStateMap(inner), options)
                : plan(kernel, guess(kernel, inner, options, RunControl.unlimited()), options)
                        .bytes();
    }
}
