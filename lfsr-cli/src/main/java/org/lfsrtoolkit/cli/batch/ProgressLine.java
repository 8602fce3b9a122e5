package org.lfsrtoolkit.cli.batch;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.ProgressListener;

/**
 * Tells a waiting person how far the run is: nothing in the first second, then one line that is rewritten in place on a
 * screen, and a line now and then elsewhere.
 *
 * <p>A thread of its own prints, so that a computation that reports nothing still shows the time. Everything else that goes
 * to the same stream must go through {@link #println}. Threads: safe.
 */
public final class ProgressLine implements ProgressListener, AutoCloseable {

    private static final long FIRST_MILLIS = 1_000;
    private static final long SCREEN_MILLIS = 250;
    private static final long LOG_MILLIS = 10_000;
    private static final int SCREEN_COLUMNS = 79;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream stream;
    private final String prefix;
    private final boolean inPlace;
    private final long startNanos = System.nanoTime();
    private final Thread ticker;

    // Guarded by this.
    private String subject = "";
    private @Nullable String phase;
    private long done;
    private long total;
    private boolean shown;
    private boolean closed;

    /**
     * @param stream where to
     * @param prefix stands before every line, for instance {@code "lfsr map: "}
     * @param inPlace whether the line is rewritten, which only a screen understands
     */
    public ProgressLine(PrintStream stream, String prefix, boolean inPlace) {
        this.stream = stream;
        this.prefix = prefix;
        this.inPlace = inPlace;
        this.ticker = new Thread(this::tick, "lfsr-progress");
        ticker.setDaemon(true);
        ticker.start();
    }

    /** Names what is being worked on; its phase is not known yet. */
    public synchronized void begin(String what) {
        subject = what;
        phase = null;
    }

    @Override
    public synchronized void progress(String newPhase, long newDone, long newTotal) {
        phase = newPhase;
        done = newDone;
        total = newTotal;
    }

    /** Prints a line of its own; the progress line makes room. */
    public synchronized void println(String line) {
        clear();
        stream.println(line);
    }

    /** Takes the progress line off the screen, before something is written beside it. */
    public synchronized void clear() {
        if (shown) {
            stream.print(ERASE_LINE);
            stream.flush();
            shown = false;
        }
    }

    private void tick() {
        long wait = FIRST_MILLIS;
        while (sleep(wait)) {
            show();
            wait = inPlace ? SCREEN_MILLIS : LOG_MILLIS;
        }
    }

    private synchronized boolean sleep(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = millis; left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            return false;
        }
        return !closed;
    }

    private synchronized void show() {
        if (subject.isEmpty()) {
            return;
        }
        String line = prefix + line();
        if (inPlace) {
            stream.print(ERASE_LINE + (line.length() > SCREEN_COLUMNS ? line.substring(0, SCREEN_COLUMNS) : line));
            stream.flush();
            shown = true;
        } else {
            stream.println(line);
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder(subject);
        if (phase != null) {
            line.append(", ").append(Objects.requireNonNull(phase));
            if (total > 0) {
                line.append(String.format(Locale.ROOT, " %.1f %% (%,d of %,d)", 100.0 * done / total, done, total));
            } else if (done > 0) {
                line.append(String.format(Locale.ROOT, " %,d", done));
            }
        }
        long seconds = (System.nanoTime() - startNanos) / 1_000_000_000;
        return line.append(", ").append(seconds).append(" s").toString();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        clear();
    }
}
