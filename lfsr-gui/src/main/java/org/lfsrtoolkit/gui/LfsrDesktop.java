package org.lfsrtoolkit.gui;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Application;

/** Launcher of the desktop app. Does not extend {@link Application}, so that it starts from a plain class path. */
public final class LfsrDesktop {

    private static final Set<String> HELP = Set.of("-h", "--help");

    private static final String USAGE = """
            Opens the desktop app.
            Usage: lfsr gui [FIELD [COEFFICIENTS]]

                  FIELD          The field to begin with, for instance 2 or 3^4.
                  COEFFICIENTS   The register to begin with, c_0,...,c_(d-1), for instance 1,1,0,0.

            Exit codes:
              0     the window was closed, or this text shown
              2     wrong usage, or no screen to open a window on
            """;

    private LfsrDesktop() {}

    /** Optional arguments: a field and coefficients to begin with, for instance {@code 2 1,1,0,0}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int exitCode = run(
                List.of(arguments),
                () -> Application.launch(ExplorerApplication.class, arguments),
                System.out,
                System.err);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Reads the arguments and runs {@code window}, which returns when the window is closed; gives the exit code. */
    static int run(List<String> arguments, Runnable window, PrintStream out, PrintStream err) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            out.print(USAGE);
            return 0;
        }
        if (arguments.size() > 2) {
            err.println("lfsr gui: " + arguments.size() + " arguments, expected at most a field and coefficients");
            return 2;
        }
        try {
            window.run();
            return 0;
        } catch (UnsupportedOperationException noScreen) {
            err.println("lfsr gui: " + noScreen.getMessage() + ", expected a graphical screen");
            return 2;
        }
    }
}
