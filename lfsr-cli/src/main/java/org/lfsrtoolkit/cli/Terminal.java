package org.lfsrtoolkit.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The three standard streams of one run.
 *
 * @param in standard input, as bytes
 * @param out standard output, as bytes: it reports a reader that has gone, which {@link System#out} hides
 * @param err messages and progress, UTF-8, flushed at every line
 * @param outIsScreen whether a person sees {@code out}
 * @param errIsScreen whether a person sees {@code err}, so that a line may be rewritten in place
 */
public record Terminal(InputStream in, OutputStream out, PrintStream err, boolean outIsScreen, boolean errIsScreen) {

    /** Set by the launcher script: a comma-separated list of {@code out}, {@code err}. */
    private static final String SCREENS_PROPERTY = "lfsr.screens";

    /** The streams of this process. */
    public static Terminal ofProcess() {
        String screens = System.getProperty(SCREENS_PROPERTY, "").toLowerCase(Locale.ROOT);
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                screens.contains("out"),
                screens.contains("err"));
    }

    /** Streams that no person watches, for callers inside this process. */
    public static Terminal of(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(in, out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    }
}
