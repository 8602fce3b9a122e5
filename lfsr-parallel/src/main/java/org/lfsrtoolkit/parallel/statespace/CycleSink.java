package org.lfsrtoolkit.parallel.statespace;

/**
 * Told every cycle of a map once, in ascending order of the representatives.
 *
 * <p>Threads: called by one thread at a time, the one that called the mapper. A sink that throws ends the mapping; its
 * exception reaches the caller. Nothing is kept by the mapper, so that billions of cycles can be passed on. While a sink is
 * told, the other workers go on. One that takes long for each cycle is better an {@link EncodingCycleSink}.
 */
@FunctionalInterface
public interface CycleSink {

    /**
     * @param representative the least state index on the cycle
     * @param length number of states of the cycle, at least 1
     */
    void accept(long representative, long length);
}
