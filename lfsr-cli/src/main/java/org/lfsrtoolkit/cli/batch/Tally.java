package org.lfsrtoolkit.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lfsrtoolkit.cli.ExitCodes;
import org.lfsrtoolkit.cli.analysis.RowResult;
import org.lfsrtoolkit.cli.input.RowError;

/**
 * How many rows ended how.
 *
 * @param rows all
 * @param verified answered by both engines, which agree
 * @param incomplete answered, with something capped or unresolved
 * @param badInput error {@link RowError.Code#BAD_INPUT}
 * @param limits error {@link RowError.Code#LIMIT}
 * @param mismatches error {@link RowError.Code#MISMATCH}
 * @param internal error {@link RowError.Code#INTERNAL}
 */
record Tally(long rows, long verified, long incomplete, long badInput, long limits, long mismatches, long internal) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** With one more row. */
    Tally plus(RowResult result) {
        RowError error = result.error();
        RowError.Code code = error == null ? null : error.code();
        return new Tally(
                rows + 1,
                verified + (error == null && Boolean.TRUE.equals(result.verified()) ? 1 : 0),
                incomplete + (error == null && !result.complete() ? 1 : 0),
                badInput + (code == RowError.Code.BAD_INPUT ? 1 : 0),
                limits + (code == RowError.Code.LIMIT ? 1 : 0),
                mismatches + (code == RowError.Code.MISMATCH ? 1 : 0),
                internal + (code == RowError.Code.INTERNAL ? 1 : 0));
    }

    long errors() {
        return badInput + limits + mismatches + internal;
    }

    /** The exit code these rows ask for. */
    int exitCode() {
        if (errors() > limits) {
            return ExitCodes.ROW_ERROR;
        }
        return limits > 0 ? ExitCodes.LIMIT : ExitCodes.ANSWERED;
    }

    /** For instance {@code 5 rows: 3 answered (3 verified), 2 with bad input}. */
    String summary() {
        List<String> parts = new ArrayList<>();
        long answered = rows - errors();
        List<String> details = new ArrayList<>();
        add(details, verified, "verified");
        add(details, incomplete, "incomplete");
        parts.add(number(answered) + " answered" + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")"));
        add(parts, badInput, "with bad input");
        add(parts, limits, "over a limit");
        add(parts, mismatches, "DIFFERENT by algebra and by walking");
        add(parts, internal, "with an internal error");
        return number(rows) + (rows == 1 ? " row: " : " rows: ") + String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(number(count) + " " + what);
        }
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
