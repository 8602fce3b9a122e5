package org.lfsrtoolkit.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.ExitCodes;
import org.lfsrtoolkit.cli.batch.CannotStartException;
import org.lfsrtoolkit.cli.batch.OutputFile;
import org.lfsrtoolkit.cli.batch.ProgressLine;
import org.lfsrtoolkit.cli.input.FieldTable;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.MapInput;
import org.lfsrtoolkit.cli.input.UnusableInputException;
import org.lfsrtoolkit.cli.option.OptionConverters.MemorySize;
import org.lfsrtoolkit.cli.report.ComparisonJson;
import org.lfsrtoolkit.cli.report.ComparisonText;
import org.lfsrtoolkit.cli.report.OutputFormat;
import org.lfsrtoolkit.cli.schedule.ComparisonResult;
import org.lfsrtoolkit.cli.schedule.StrategyComparison;
import org.lfsrtoolkit.core.format.NumberText;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.schedule.ScheduleSimulator;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.schedule.TimelineSvg;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lfsr schedule}: which strategy and how many workers map a state space fastest here. */
@Command(
        name = "schedule",
        header = "Compares scheduling strategies and worker counts on one register, and recommends a setting.",
        description = {
            "",
            "Walks all states of the first row of the input (or of the row named by --id) with every setting: first for a"
                    + " while to warm up, then in rounds that take turns, so that a machine that drifts does so to all"
                    + " alike; a small map is walked many times in a row. Every run must give the same cycles.",
            ""
        },
        descriptionHeading = "",
        parameterListHeading = "Input:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:compared",
            "1:two runs gave different cycles, or the output cannot be written",
            "2:nothing could start: wrong usage, unreadable or bad input, an output that exists already",
            "3:a limit of memory, time or size was met",
            "130:interrupted"
        },
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  lfsr schedule examples/prbs.csv --field 2 --id 9",
            "  lfsr schedule rows.jsonl --workers 1,2,4 --strategies static,hybrid --timeline steals.svg",
            "  lfsr schedule rows.csv --field 2 --simulate 8,128,1024",
            "  lfsr schedule rows.csv --field 2 --force-parallel --format json --output runs.json"
        })
public final class ScheduleCommand implements Callable<Integer> {

    private static final String PREFIX = "lfsr schedule: ";
    private static final int MAX_ROUNDS = 1000;

    private final CommandContext context;

    @Parameters(paramLabel = "INPUT", description = "A CSV or JSON Lines file; - is standard input.")
    private String input = MapInput.STANDARD_INPUT;

    @Option(
            names = {"-q", "--field"},
            paramLabel = "FIELD",
            description = "The field of rows that name none, as in lfsr map.")
    private @Nullable String field;

    @Option(names = "--id", paramLabel = "ID", description = "The row to map (default: the first).")
    private @Nullable String id;

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "NAME",
            description = "Strategies to compare, separated by commas (default: all five).")
    private List<Strategy> strategies = new ArrayList<>(Arrays.asList(Strategy.values()));

    @Option(
            names = "--workers",
            split = ",",
            paramLabel = "N",
            description = "Worker counts to compare, separated by commas (default: 1 and one for each processor).")
    private List<Integer> workers = defaultWorkers();

    @Option(names = "--rounds", paramLabel = "N", description = "Timed runs of every setting (default: 5).")
    private int rounds = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            description = "How long all settings take turns before they are timed, at least once (default: 1500ms).")
    private Duration warmUp = Duration.ofMillis(1500);

    @Option(
            names = "--simulate",
            split = ",",
            paramLabel = "N",
            description =
                    "Simulates every strategy with these worker counts too, up to 1024, each with a processor of its own,"
                            + " from the batches measured in a sequential run: time, utilisation, imbalance, claims a"
                            + " second. Settings that were run as well are set beside their prediction.")
    private List<Integer> simulated = new ArrayList<>();

    @Option(
            names = "--force-parallel",
            description = "Use threads however small the job is. By default a small job is done by one.")
    private boolean forceParallel;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Memory that one walk may take, as in lfsr map.")
    private @Nullable MemorySize memory;

    @Option(names = "--time-limit", paramLabel = "TIME", description = "Time for the whole comparison (default: none).")
    private @Nullable Duration timeLimit;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "NAME",
            description = "text or json (default: by the extension of --output, else text).")
    private @Nullable OutputFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the table goes (default: standard output).")
    private @Nullable Path output;

    @Option(
            names = "--timeline",
            paramLabel = "FILE",
            description =
                    "Writes batches and steals of one more run of each strategy: a drawing if the name ends in .svg,"
                            + " else JSON. May be given twice.")
    private List<Path> timelines = new ArrayList<>();

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    public ScheduleCommand(CommandContext context) {
        this.context = context;
    }

    private static List<Integer> defaultWorkers() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ArrayList<>(processors == 1 ? List.of(1) : List.of(1, processors));
    }

    @Override
    public Integer call() throws CannotStartException {
        requireOptions();
        InputRow row = row();
        StrategyComparison comparison = new StrategyComparison(
                strategies.stream().distinct().toList(),
                workers.stream().distinct().toList(),
                rounds,
                memory == null
                        ? MappingOptions.defaults()
                        : MappingOptions.defaults().withMemoryBytes(memory.bytes()),
                forceParallel,
                warmUp);
        try (ProgressLine progress = new ProgressLine(
                context.terminal().err(), PREFIX, context.terminal().errIsScreen())) {
            progress.begin("row " + row.id());
            try {
                RunControl control =
                        RunControl.unlimited().withCancellation(context.token()).withListener(progress);
                ComparisonResult result = comparison.run(
                        row.id(),
                        java.util.Objects.requireNonNull(row.map()),
                        !timelines.isEmpty(),
                        simulated.stream().distinct().toList(),
                        timeLimit == null ? control : control.withBudget(timeLimit));
                progress.clear();
                write(result);
                return ExitCodes.ANSWERED;
            } catch (CancellationException interrupted) {
                progress.println(PREFIX + "interrupted");
                return ExitCodes.INTERRUPTED;
            } catch (LimitExceededException limit) {
                progress.println(PREFIX + row.location() + ": " + limit.getMessage());
                return ExitCodes.LIMIT;
            } catch (IllegalStateException different) {
                progress.println(PREFIX + row.location() + ": " + different.getMessage());
                return ExitCodes.ROW_ERROR;
            } catch (IOException failed) {
                progress.println(PREFIX + "cannot write: " + MapInput.reason(failed));
                return ExitCodes.ROW_ERROR;
            }
        }
    }

    private void requireOptions() throws CannotStartException {
        for (int count : workers) {
            if (count < 1 || count > SchedulerOptions.MAX_WORKERS) {
                throw new CannotStartException(
                        "--workers = " + count + ", expected 1.." + SchedulerOptions.MAX_WORKERS);
            }
        }
        for (int count : simulated) {
            if (count < 1 || count > ScheduleSimulator.MAX_WORKERS) {
                throw new CannotStartException(
                        "--simulate = " + count + ", expected 1.." + ScheduleSimulator.MAX_WORKERS);
            }
        }
        if (rounds < 1 || rounds > MAX_ROUNDS) {
            throw new CannotStartException("--rounds = " + rounds + ", expected 1.." + MAX_ROUNDS);
        }
        if (format() == OutputFormat.CSV) {
            throw new CannotStartException("format = csv, expected text, json");
        }
        if (output != null) {
            OutputFile.requirePlace(output, "--output", force);
        }
        for (Path file : timelines) {
            OutputFile.requirePlace(file, "--timeline", force);
        }
    }

    private OutputFormat format() {
        return format != null
                ? format
                : output == null ? OutputFormat.TEXT : OutputFormat.ofFileName(output.toString());
    }

    private InputRow row() throws CannotStartException {
        try {
            FieldTable fields = new FieldTable(field);
            try (MapInput rows = MapInput.open(input, context.terminal().in(), fields)) {
                for (InputRow row = rows.next(); row != null; row = rows.next()) {
                    if (id == null || row.id().equals(id)) {
                        if (row.error() != null) {
                            throw new CannotStartException(row.error().message());
                        }
                        return row;
                    }
                }
            }
        } catch (UnusableInputException | IllegalArgumentException unusable) {
            throw new CannotStartException(String.valueOf(unusable.getMessage()));
        } catch (IOException unreadable) {
            throw new CannotStartException(input + ": " + MapInput.reason(unreadable));
        }
        throw new CannotStartException(input + ": no row with id '" + id + "', expected one of its ids");
    }

    private void write(ComparisonResult result) throws IOException {
        String text = format() == OutputFormat.JSON ? ComparisonJson.of(result) : ComparisonText.of(result);
        if (output == null) {
            context.terminal().out().write(text.getBytes(StandardCharsets.UTF_8));
            context.terminal().out().flush();
        } else {
            OutputFile.write(output, text);
        }
        for (Path file : timelines) {
            boolean drawing = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
            OutputFile.write(file, drawing ? drawing(result) : ComparisonJson.timelines(result));
        }
    }

    private static String drawing(ComparisonResult result) {
        StringBuilder svg = new StringBuilder();
        TimelineSvg.write(
                result.timelines().stream()
                        .map(run -> new TimelineSvg.Panel(
                                run.setting().strategy().externalName() + ", "
                                        + run.setting().workers()
                                        + (run.setting().workers() == 1 ? " worker" : " workers"),
                                run.metrics()))
                        .toList(),
                result.id() + ": degree " + result.map().dimension() + " over "
                        + result.map().field() + ", "
                        + NumberText.brief(result.map().stateCount()) + " states",
                svg);
        return svg.toString();
    }
}
