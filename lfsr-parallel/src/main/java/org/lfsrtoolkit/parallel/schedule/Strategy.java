package org.lfsrtoolkit.parallel.schedule;

import java.util.Arrays;
import java.util.Locale;

/** How a range of items is handed out to workers. Every strategy runs every item exactly once. */
public enum Strategy {
    /** The caller runs everything itself, in ascending order. */
    SEQUENTIAL,
    /** One contiguous range a worker, fixed at the start; nothing moves. */
    STATIC,
    /** One shared counter from which every worker claims its next batch. */
    SHARED_QUEUE,
    /** All items start at worker 0; idle workers steal half of what a randomly chosen victim has left. */
    WORK_STEALING,
    /** One contiguous range a worker at the start; an idle worker steals half of what the fullest victim has left. */
    HYBRID;

    /**
     * The strategy of that name; case is ignored and {@code '-'} stands for {@code '_'}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Strategy parse(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Strategy strategy : values()) {
            if (strategy.name().equals(wanted)) {
                return strategy;
            }
        }
        throw new IllegalArgumentException("strategy = " + name + ", expected one of "
                + String.join(
                        ", ",
                        Arrays.stream(values()).map(Strategy::externalName).toList()));
    }

    /** The name as users type it: lower case, words joined by {@code '-'}. */
    public String externalName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
