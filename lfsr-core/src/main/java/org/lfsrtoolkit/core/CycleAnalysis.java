package org.lfsrtoolkit.core;

import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * The front door to everything about cycles that algebra answers without walking over states.
 *
 * <p>For example {@code CycleAnalysis.exact(ShiftRegister.of(FiniteFields.of(2), 1, 1, 0, 0)).cycleStructure()} is
 * {@code {1:1, 15:1}}. To list every cycle, or to check the algebra against reality, use {@code org.lfsrtoolkit.parallel}.
 *
 * <p>Threads: safe.
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
}
