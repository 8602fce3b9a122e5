package org.lfsrtoolkit.core.progress;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What a long computation accepts from its caller: cancellation, a time budget and a progress listener.
 *
 * <p>Immutable; the {@code with} methods return changed copies, so that a callee can tighten the budget of one step
 * without touching the caller's. A computation calls {@link #check()} at least every few milliseconds, outside its
 * inner loops, and {@link #report} at the end of each batch.
 *
 * <p>Threads: safe to share; reports are passed on one at a time.
 */
public final class RunControl {

    private static final long NO_DEADLINE = Long.MAX_VALUE;
    private static final RunControl UNLIMITED = new RunControl(new CancellationToken(), NO_DEADLINE, null, null);

    private final CancellationToken token;
    /** Nanoseconds since {@link #ORIGIN}. */
    private final long deadlineNanos;

    private final @Nullable Duration budget;
    private final @Nullable ProgressListener listener;

    private static final long ORIGIN = System.nanoTime();

    private RunControl(
            CancellationToken token,
            long deadlineNanos,
            @Nullable Duration budget,
            @Nullable ProgressListener listener) {
        this.token = token;
        this.deadlineNanos = deadlineNanos;
        this.budget = budget;
        this.listener = listener;
    }

    /** No deadline, no listener, and a token that nobody cancels. */
    public static RunControl unlimited() {
        return UNLIMITED;
    }

    /** This control, stopped by the given token instead. */
    public RunControl withCancellation(CancellationToken cancellation) {
        return new RunControl(Objects.requireNonNull(cancellation), deadlineNanos, budget, listener);
    }

    /** This control, with a deadline that far from now, or the present one if that comes first. */
    public RunControl withBudget(Duration timeFromNow) {
        if (timeFromNow.isNegative()) {
            throw new IllegalArgumentException("budget = " + timeFromNow + ", expected a non-negative duration");
        }
        long nanos;
        try {
            nanos = Math.addExact(now(), timeFromNow.toNanos());
        } catch (ArithmeticException tooLong) {
            return this;
        }
        return nanos >= deadlineNanos ? this : new RunControl(token, nanos, timeFromNow, listener);
    }

    /** This control, reporting to the given listener; null for none. */
    public RunControl withListener(@Nullable ProgressListener progressListener) {
        return new RunControl(token, deadlineNanos, budget, progressListener);
    }

    /** Whether the caller cancelled; does not look at the clock. */
    public boolean isCancelled() {
        return token.isCancelled();
    }

    /** Whether the caller cancelled or the deadline has passed. */
    public boolean isStopRequested() {
        return token.isCancelled() || isOutOfTime();
    }

    /** Whether the deadline has passed. */
    public boolean isOutOfTime() {
        return deadlineNanos != NO_DEADLINE && now() >= deadlineNanos;
    }

    /** Nanoseconds left before the deadline, 0 when it has passed, {@code Long.MAX_VALUE} when there is none. */
    public long remainingNanos() {
        return deadlineNanos == NO_DEADLINE ? Long.MAX_VALUE : Math.max(0, deadlineNanos - now());
    }

    /**
     * Returns if the computation may go on.
     *
     * @throws CancellationException if the caller cancelled
     * @throws LimitExceededException if the deadline has passed
     */
    public void check() {
        if (token.isCancelled()) {
            throw new CancellationException("cancelled");
        }
        if (isOutOfTime()) {
            throw new LimitExceededException(
                    LimitExceededException.Limit.TIME, "time budget of " + seconds(budget) + " s used up");
        }
    }

    /** Whether anybody listens to {@link #report}; lets a caller skip the sums that a report would need. */
    public boolean hasListener() {
        return listener != null;
    }

    /** Passes progress on to the listener, if there is one. See {@link ProgressListener#progress}. */
    public void report(String phase, long done, long total) {
        ProgressListener receiver = listener;
        if (receiver != null) {
            synchronized (receiver) {
                receiver.progress(phase, done, total);
            }
        }
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null
                ? "?"
                : java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static long now() {
        return System.nanoTime() - ORIGIN;
    }
}
