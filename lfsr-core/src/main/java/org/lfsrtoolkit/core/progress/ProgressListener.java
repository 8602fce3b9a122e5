package org.lfsrtoolkit.core.progress;

/**
 * Told now and then how far a computation is.
 *
 * <p>Threads: calls may come from any worker, never from two at once for one {@link RunControl}. A listener returns
 * quickly and does not throw.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * @param phase short name of what is being done, for instance {@code "walking segments"}
     * @param done units finished in this phase, 0 ≤ done
     * @param total units in this phase, or −1 where it is not known
     */
    void progress(String phase, long done, long total);
}
