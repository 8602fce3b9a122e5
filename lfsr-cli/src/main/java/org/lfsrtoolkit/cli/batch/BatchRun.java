package org.lfsrtoolkit.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.ExitCodes;
import org.lfsrtoolkit.cli.Terminal;
import org.lfsrtoolkit.cli.analysis.Method;
import org.lfsrtoolkit.cli.analysis.RowAnalyzer;
import org.lfsrtoolkit.cli.analysis.RowResult;
import org.lfsrtoolkit.cli.analysis.UncheckedOutputException;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.MapInput;
import org.lfsrtoolkit.cli.input.UnusableInputException;
import org.lfsrtoolkit.cli.report.OutputFormat;
import org.lfsrtoolkit.cli.report.RowFormat;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.CheckpointException;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;

/**
 * Reads rows, has them analysed one after another, and writes the results in the order of the input.
 *
 * <p>Nothing is written before the first row was read. Threads: one run, one thread; the token may be thrown by another.
 */
public final class BatchRun {

    private static final String PREFIX = "lfsr map: ";

    private final BatchSettings settings;
    private final Terminal terminal;
    private final CancellationToken token;
    private final RowFormat format;
    private Tally tally = Tally.NONE;
    private boolean inputFailed;
    private long rowsWithoutCycles;

    public BatchRun(BatchSettings settings, Terminal terminal, CancellationToken token) {
        this.settings = settings;
        this.terminal = terminal;
        this.token = token;
        this.format = settings.format().rows();
    }

    /**
     * Runs to the end, to an interruption or to a failing output.
     *
     * @return one of {@link ExitCodes}
     * @throws CannotStartException if nothing could start; the caller says why
     */
    public int run() throws CannotStartException {
        long start = System.nanoTime();
        try (ProgressLine progress = new ProgressLine(terminal.err(), PREFIX, terminal.errIsScreen());
                RowSource source = openSource();
                BatchOutput output = new BatchOutput(settings)) {
            InputRow first = firstRow(source);
            requireFreeCheckpoint();
            boolean resumed = output.open();
            try {
                if (resumed) {
                    tally = output.tally();
                    progress.println(PREFIX + "continuing behind " + count(tally.rows()));
                    first = output.skip(first, () -> nextRow(source, progress));
                } else {
                    writeResult(output, progress, format.header());
                    output.started();
                }
                rows(first, source, output, progress);
                output.commit();
                endCheckpoint(progress);
            } catch (CancellationException interrupted) {
                output.keep();
                progress.println(PREFIX + "interrupted after " + count(tally.rows()) + output.whatIsKept());
                return ExitCodes.INTERRUPTED;
            } catch (CheckpointException unusable) {
                output.keep();
                throw new CannotStartException(String.valueOf(unusable.getMessage()));
            } catch (UncheckedIOException failed) {
                output.keep();
                progress.println(PREFIX + failed.getMessage() + output.whatIsKept());
                return ExitCodes.ROW_ERROR;
            } catch (UncheckedOutputException | IOException failed) {
                output.keep();
                IOException reason = failed instanceof UncheckedOutputException unchecked
                        ? unchecked.failure()
                        : (IOException) failed;
                if (!isReaderGone(reason)) {
                    progress.println(PREFIX + "cannot write " + output.name() + ": " + MapInput.reason(reason)
                            + output.whatIsKept());
                }
                return ExitCodes.ROW_ERROR;
            }
            summary(progress, start);
        }
        return inputFailed ? ExitCodes.ROW_ERROR : tally.exitCode();
    }

    /** The checkpoint of a finished walk goes; that of a walk which a limit ended stays. */
    private void endCheckpoint(ProgressLine progress) throws IOException {
        Path file = settings.checkpoint();
        if (file == null) {
            return;
        }
        if (tally.limits() == 0) {
            StateSpaceMapper.deleteCheckpoint(file);
        } else if (Files.exists(file)) {
            progress.println(PREFIX + file + " keeps what was walked, --resume goes on");
        }
    }

    private RowSource openSource() throws CannotStartException {
        try {
            return new RowSource(settings.inputs(), terminal.in(), settings.fields());
        } catch (UnusableInputException unusable) {
            throw new CannotStartException(String.valueOf(unusable.getMessage()));
        }
    }

    private void requireFreeCheckpoint() throws CannotStartException {
        Path file = settings.checkpoint();
        if (file != null && Files.exists(file) && !settings.resume() && !settings.force()) {
            throw new CannotStartException("--checkpoint " + file
                    + ": exists already, expected --resume to continue it or --force to start anew");
        }
    }

    private static InputRow firstRow(RowSource source) throws CannotStartException {
        try {
            return Objects.requireNonNull(source.next(), "a source without rows is unusable");
        } catch (UnusableInputException unusable) {
            throw new CannotStartException(String.valueOf(unusable.getMessage()));
        }
    }

    /** The next row; a source that cannot be used costs its own rows only. */
    private @Nullable InputRow nextRow(RowSource source, ProgressLine progress) {
        while (true) {
            try {
                return source.next();
            } catch (UnusableInputException unusable) {
                inputFailed = true;
                progress.println(PREFIX + unusable.getMessage());
            }
        }
    }

    private void rows(@Nullable InputRow first, RowSource source, BatchOutput output, ProgressLine progress)
            throws IOException, CannotStartException {
        RunControl control = RunControl.unlimited().withCancellation(token).withListener(progress);
        for (InputRow row = first; row != null; ) {
            control.check();
            InputRow next = settings.checkpoint() == null ? null : requireOnlyRow(nextRow(source, progress));
            progress.begin("row " + row.id() + " (" + row.location() + ")");
            RowResult result = answer(row, output, control, progress);
            tally = tally.plus(result);
            writeResult(output, progress, format.row(result));
            if (result.error() != null && !isOnScreenAlready()) {
                progress.println(PREFIX + result.error().message());
            }
            output.rowDone(row, tally);
            row = settings.checkpoint() == null ? nextRow(source, progress) : next;
        }
    }

    private @Nullable InputRow requireOnlyRow(@Nullable InputRow second) throws CannotStartException {
        if (second != null) {
            throw new CannotStartException("--checkpoint keeps one map, but there is a second row at "
                    + second.location() + "; for a batch, --output and --resume are enough");
        }
        return null;
    }

    private RowResult answer(InputRow row, BatchOutput output, RunControl control, ProgressLine progress) {
        RowAnalyzer.Options analysis = settings.analysis();
        RowAnalyzer analyzer = new RowAnalyzer(analysis);
        AffineMap map = row.map();
        boolean walks = map != null && analyzer.plan(map) != Method.EXACT;
        if (map != null && walks) {
            Path checkpoint = settings.checkpoint() == null ? output.mapCheckpoint(map) : settings.checkpoint();
            MappingOptions mapping = analysis.mapping().withCheckpoint(checkpoint, settings.resume());
            analyzer = new RowAnalyzer(analysis.withMapping(mapping));
        }
        CycleList cycles = output.cycles();
        if (cycles != null && row.map() != null && !walks) {
            rowsWithoutCycles++;
            if (rowsWithoutCycles == 1) {
                progress.println(
                        PREFIX + row.location() + ": more states than --verify-limit, its cycles are not listed");
            }
        }
        if (cycles == null || !walks) {
            return analyzer.analyze(row, control, null);
        }
        cycles.begin(row.id());
        RowResult result = analyzer.analyze(row, control, cycles);
        if (result.walked() == null) {
            cycles.takeBack();
        }
        return result;
    }

    private void writeResult(BatchOutput output, ProgressLine progress, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        if (settings.output() != null) {
            output.write(text);
            return;
        }
        if (terminal.outIsScreen()) {
            progress.clear();
        }
        OutputStream out = terminal.out();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A person who reads the report on the screen has just read the error in it. */
    private boolean isOnScreenAlready() {
        return settings.format() == OutputFormat.TEXT
                && settings.output() == null
                && terminal.outIsScreen()
                && terminal.errIsScreen();
    }

    private void summary(ProgressLine progress, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        if (tally.rows() > 1 || settings.output() != null) {
            String where = settings.output() == null ? "" : ", written to " + settings.output();
            progress.println(PREFIX
                    + tally.summary()
                    + where
                    + String.format(Locale.ROOT, seconds < 10 ? ", %.2f s" : ", %.0f s", seconds));
        }
        if (rowsWithoutCycles > 1) {
            progress.println(PREFIX + "cycles of " + count(rowsWithoutCycles) + " are not listed");
        }
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
    }

    /** Whether whoever read our standard output has stopped reading, as {@code head} does. */
    private boolean isReaderGone(IOException failure) {
        String message = failure.getMessage();
        return settings.output() == null
                && message != null
                && message.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
