package org.lfsrtoolkit.parallel.statespace;

/**
 * A sink that takes most cycles as bytes which many threads have made: a list in a file, say, whose lines are formatted by
 * the workers that found the cycles and only written one after the other.
 *
 * <p>Some cycles still come one by one, through {@link #accept}. Calls of {@link #accept} and {@link #write} together are all
 * cycles, each once, in ascending order of the representatives.
 */
public interface EncodingCycleSink extends CycleSink {

    /**
     * Appends the form of one cycle.
     *
     * <p>Threads: called by many threads at once, each with an {@code out} of its own.
     */
    void encode(long representative, long length, EncodedCycles out);

    /** Most bytes that {@link #encode} appends for one cycle; what memory is planned by. */
    int longestEncoding();

    /**
     * Takes the forms of the next cycles.
     *
     * <p>Threads: as {@link #accept}, by the thread that called the mapper.
     *
     * @param bytes not to be kept or changed
     * @param from first byte
     * @param to one past the last byte
     */
    void write(byte[] bytes, int from, int to);
}
