package org.lfsrtoolkit.core;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.lfsrtoolkit.core.cycle.CycleCertificate;
import org.lfsrtoolkit.core.cycle.CycleRepresentative;
import org.lfsrtoolkit.core.cycle.CycleRepresentatives;
import org.lfsrtoolkit.core.cycle.CycleSampler;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.cycle.StateQueries;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * The front door to everything about cycles that algebra answers without walking over states.
 *
 * <p>For example {@code CycleAnalysis.exact(ShiftRegister.of(FiniteFields.of(2), 1, 1, 0, 0)).cycleStructure()} is
 * {@code {1:1, 15:1}}. To list every cycle, or to check the algebra against reality, use {@code org.lfsrtoolkit.parallel}.
 *
 * <p>Cost and memory: those of {@code ExactCycleEngine} and {@code StateQueries}. Threads: safe.
 */
public final class CycleAnalysis {

    private CycleAnalysis() {}

    /** Everything about the map, with default limits and nobody to cancel. */
    public static ExactAnalysis exact(AffineMap map) {
        return exact(map, ExactOptions.defaults(), RunControl.unlimited());
    }

    /** Everything about the map; see {@link ExactCycleEngine#analyze}. */
    public static ExactAnalysis exact(AffineMap map, ExactOptions options, RunControl control) {
        return ExactCycleEngine.analyze(map, options, control);
    }

    /** Ready to answer questions about single states of the map. */
    public static StateQueries states(AffineMap map) {
        return StateQueries.of(map);
    }

    /** One state of every cycle, made one at a time. */
    public static Stream<CycleRepresentative> representatives(AffineMap map) {
        return CycleRepresentatives.stream(map, RunControl.unlimited());
    }

    /**
     * A random state on a cycle of the given length; empty if there is no such cycle.
     *
     * @param seed the same seed gives the same state
     */
    public static Optional<long[]> randomStateOnCycle(AffineMap map, BigInteger length, long seed) {
        return CycleSampler.stateOnCycle(map, length, new SplittableRandom(seed), RunControl.unlimited());
    }

    /** A certificate that someone else can check; it says what it does not certify where the answer is not complete. */
    public static CycleCertificate certify(AffineMap map) {
        return CycleCertificate.of(exact(map), RunControl.unlimited());
    }
}
