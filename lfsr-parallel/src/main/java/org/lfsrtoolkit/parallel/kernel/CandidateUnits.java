package org.lfsrtoolkit.parallel.kernel;

/**
 * Candidates, cut into units of similar cost.
 *
 * @param starts ascending: unit i is the candidates from entry i to before entry i + 1; not copied
 * @param largest most candidates of a unit that are tested, and so most cycles that it can bring
 */
public record CandidateUnits(long[] starts, long largest) {

    /** Number of units. */
    public int count() {
        return starts.length - 1;
    }

    /** First candidate of a unit, or one past the last candidate for {@code unit} = {@link #count()}. */
    public long start(int unit) {
        return starts[unit];
    }
}
