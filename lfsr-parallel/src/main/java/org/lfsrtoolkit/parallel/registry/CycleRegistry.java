package org.lfsrtoolkit.parallel.registry;

/**
 * Cycles that are known, each by its leader (the least of its states or table points, say); a cycle is claimed once.
 *
 * <p>Threads: any number may claim at once; a claim is one atomic check-and-set and never waits. Whoever loses a claim,
 * or sees {@link #isClaimed}, also sees what the winner wrote before its claim. The two counts are exact once all
 * claimants have finished.
 */
public interface CycleRegistry {

    /**
     * Claims the cycle with that leader.
     *
     * @return true for the one claimant that wins; false for all later ones, which are counted as lost
     * @throws IllegalArgumentException if {@code leader} is none that this registry can hold
     */
    boolean claim(long leader);

    /** Whether the cycle with that leader was claimed. */
    boolean isClaimed(long leader);

    /** Claims won: the number of cycles known. */
    long claims();

    /** Claims lost: how often a cycle was found again. */
    long lostClaims();

    /** Bytes taken by the table, allocated when the registry was made. */
    long bytes();
}
