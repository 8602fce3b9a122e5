package org.lfsrtoolkit.parallel.kernel;

/**
 * Candidates, cut into units of similar cost.
 *
 * @param starts ascending, at least one: unit i is the candidates from entry i to before entry i + 1; not copied
 * @param end last candidate of the last unit
 * @param largest most candidates of a unit that are tested, and so most cycles that it can bring
 */
public record CandidateUnits(long[] starts, long end, long largest) {

    /** Number of units. */
    public int count() {
        return starts.length;
    }

    /** First candidate of a unit. */
    public long first(int unit) {
        return starts[unit];
    }

    /** Last candidate of a unit. */
    public long last(int unit) {
        return unit + 1 < starts.length ? starts[unit + 1] - 1 : end;
    }
}
