package org.lfsrtoolkit.core.cycle;

import java.util.Arrays;
import java.util.Optional;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * Preperiod and period of an orbit by walking it, in constant memory: for orbits known to be short, and to check
 * {@link StateQueries} against reality.
 *
 * <p>A marker waits while the walker runs ahead, and jumps to the walker at each power of two, until they meet: the distance
 * run since is the period λ. Two walkers λ apart then find the preperiod μ. Cost: at most 3·(μ + λ) + λ clocks. Source:
 * [Brent1980].
 */
public final class BrentCycleDetector {

    /**
     * What an orbit looks like.
     *
     * @param preperiod clocks before the cycle
     * @param period length of the cycle
     */
    public record OrbitShape(long preperiod, long period) {}

    private static final int CHECK_MASK = (1 << 12) - 1;

    private BrentCycleDetector() {}

    /**
     * The shape of the orbit of a start.
     *
     * @param limit most clocks to walk in search of the period; the walk is given up, with an empty answer, beyond it
     */
    public static Optional<OrbitShape> detect(AffineMap map, long[] start, long limit, RunControl control) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit = " + limit + ", expected at least 1");
        }
        long[] marker = start;
        long[] walker = map.next(start);
        long power = 1;
        long period = 1;
        for (long clocks = 1; !Arrays.equals(marker, walker); clocks++) {
            if (clocks >= limit) {
                return Optional.empty();
            }
            if (period == power) {
                marker = walker;
                power *= 2;
                period = 0;
            }
            walker = map.next(walker);
            period++;
            if ((clocks & CHECK_MASK) == 0) {
                control.check();
            }
        }
        long[] ahead = start;
        for (long i = 0; i < period; i++) {
            ahead = map.next(ahead);
        }
        long[] behind = start;
        long preperiod = 0;
        while (!Arrays.equals(ahead, behind)) {
            ahead = map.next(ahead);
            behind = map.next(behind);
            preperiod++;
        }
        return Optional.of(new OrbitShape(preperiod, period));
    }
}
