package org.lfsrtoolkit.cli.schedule;

import org.lfsrtoolkit.parallel.schedule.Strategy;

/**
 * One way to schedule a map.
 *
 * @param strategy how work is handed out
 * @param workers most threads; 1 for {@link Strategy#SEQUENTIAL}
 */
public record Setting(Strategy strategy, int workers) {

    /** For instance {@code --strategy hybrid --workers 2}. */
    public String options() {
        return "--strategy " + strategy.externalName() + " --workers " + workers;
    }
}
