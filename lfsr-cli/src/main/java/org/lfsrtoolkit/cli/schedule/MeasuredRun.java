package org.lfsrtoolkit.cli.schedule;

import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;

/**
 * One timed run: the same map once, or several times in a row where it is small.
 *
 * @param setting how it was scheduled
 * @param round from 1; every setting runs once a round
 * @param elapsedNanos wall time of one map
 * @param metrics of the scheduler in the last map
 */
public record MeasuredRun(Setting setting, int round, long elapsedNanos, SchedulerMetrics metrics) {}
