package org.lfsrtoolkit.cli.schedule;

import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;

/**
 * One timed map.
 *
 * @param setting how it was scheduled
 * @param round from 1; every setting runs once a round
 * @param elapsedNanos wall time of the whole map
 * @param metrics of its scheduler
 */
public record MeasuredRun(Setting setting, int round, long elapsedNanos, SchedulerMetrics metrics) {}
