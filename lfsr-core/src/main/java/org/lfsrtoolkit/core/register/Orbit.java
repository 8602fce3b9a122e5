package org.lfsrtoolkit.core.register;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The states that follow a start: its transient part, if there is one, and then its cycle again and again.
 *
 * <p>For the preperiod and the period without a walk see {@code StateQueries}, with one see {@code BrentCycleDetector}.
 * Cost: one clock for each state. Memory: two states. Threads: immutable; every stream and iterator is its own walk.
 */
public final class Orbit implements Iterable<long[]> {

    private final AffineMap map;
    private final long[] start;

    private Orbit(AffineMap map, long[] start) {
        this.map = map;
        this.start = LinearEmbedding.requireState(map, start).clone();
    }

    /**
     * The orbit of a start.
     *
     * @throws IllegalArgumentException if the start is no state of the map
     */
    public static Orbit of(AffineMap map, long... start) {
        return new Orbit(map, start);
    }

    /** The map. */
    public AffineMap map() {
        return map;
    }

    /** The first state. */
    public long[] start() {
        return start.clone();
    }

    /** The state after any number of clocks, found by a jump; negative for a nonsingular map. */
    public long[] at(long clocks) {
        return Jump.of(map, clocks).apply(start);
    }

    /** The start, its successor, and so on without end: use {@code limit}. */
    public Stream<long[]> states() {
        return Stream.iterate(start.clone(), map::next);
    }

    /** As {@link #states()}. */
    @Override
    public Iterator<long[]> iterator() {
        return states().iterator();
    }

    /**
     * The start, its predecessor, and so on without end.
     *
     * @throws ArithmeticException if the map is singular
     */
    public Stream<long[]> statesBackward() {
        if (map instanceof ShiftRegister register) {
            if (!map.isNonsingular()) {
                throw new ArithmeticException("c_0 = 0: a state of a singular register has no unique predecessor");
            }
            return Stream.iterate(start.clone(), register::previous);
        }
        AffineMap inverse = ((MatrixMap) map).inverse();
        return Stream.iterate(start.clone(), inverse::next);
    }
}
