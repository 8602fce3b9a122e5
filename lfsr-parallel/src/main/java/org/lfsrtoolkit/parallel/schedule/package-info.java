/**
 * Runs a range of items on several threads: static partition first, work stealing for the remainder.
 *
 * <p>{@link org.lfsrtoolkit.parallel.schedule.Schedulers#create} makes a
 * {@link org.lfsrtoolkit.parallel.schedule.Scheduler} from
 * {@link org.lfsrtoolkit.parallel.schedule.SchedulerOptions}; its {@code run} hands batches of a range to a
 * {@link org.lfsrtoolkit.parallel.schedule.RangeTask} and returns
 * {@link org.lfsrtoolkit.parallel.schedule.SchedulerMetrics}.
 *
 * <table>
 * <caption>Which strategy for which case</caption>
 * <tr><th>case</th><th>take</th></tr>
 * <tr><td>any</td><td>HYBRID: keeps each worker on contiguous items, and evens out what is uneven</td></tr>
 * <tr><td>one thread, ascending order</td><td>SEQUENTIAL</td></tr>
 * <tr><td>items of equal cost, processors of one's own; comparisons</td><td>STATIC</td></tr>
 * <tr><td>few expensive items; comparisons</td><td>SHARED_QUEUE</td></tr>
 * <tr><td>comparisons</td><td>WORK_STEALING</td></tr>
 * </table>
 *
 * <p>Invariants: every item is run exactly once or the run ends with an exception; the caller is worker 0; no lock is
 * taken and no queue is shared (but for SHARED_QUEUE's counter); nobody waits for anything but helpers inside a batch,
 * so runs may be nested in each other and in any pool.
 *
 * <p>Out of scope: what the items mean; tasks that block; priorities.
 */
@NullMarked
package org.lfsrtoolkit.parallel.schedule;

import org.jspecify.annotations.NullMarked;
