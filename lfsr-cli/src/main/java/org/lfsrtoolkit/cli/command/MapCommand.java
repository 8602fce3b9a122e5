package org.lfsrtoolkit.cli.command;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.analysis.Method;
import org.lfsrtoolkit.cli.analysis.RowAnalyzer;
import org.lfsrtoolkit.cli.batch.BatchRun;
import org.lfsrtoolkit.cli.batch.BatchSettings;
import org.lfsrtoolkit.cli.batch.CannotStartException;
import org.lfsrtoolkit.cli.input.FieldTable;
import org.lfsrtoolkit.cli.option.MappingEngineOptions;
import org.lfsrtoolkit.cli.report.OutputFormat;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lfsr map}: the cycle structure of every register and matrix in the input. */
@Command(
        name = "map",
        header = "Finds the cycles of registers and linear maps over finite fields, exactly.",
        description = {
            "",
            "For every register or matrix in the input: characteristic and minimal polynomial, factors, orders, the length"
                    + " and number of all cycles, and what happens to the states that are on none.",
            ""
        },
        descriptionHeading = "",
        parameterListHeading = "Input:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row is answered",
            "1:a row has an error other than a limit, or algebra and walk differ",
            "2:nothing could start: wrong usage, unreadable or empty input, an output that exists already",
            "3:a row met a limit of memory, time or size; all others are answered",
            "130:interrupted; what was done is kept (see --resume)"
        },
        footerHeading = "%n",
        footer = {
            "A register is its coefficients c_0,…,c_(d-1): s(t+d) = c_0 s(t) + … + c_(d-1) s(t+d-1). Its state",
            "(s(t), …, s(t+d-1)) has the index Σ s(t+j) q^j, and a cycle is named by its least index.",
            "",
            "Input rows, in CSV (one register a line, # begins a comment):",
            "    1,1,0,0",
            "or in JSON Lines (registers and matrices; field, modulus, id and constant as needed):",
            "    {\"id\": \"aes\", \"field\": \"2^8\", \"modulus\": [1,1,0,1,1,0,0,0,1], \"coefficients\": [2,0,1]}",
            "    {\"field\": \"5\", \"matrix\": [[0,1],[4,0]], \"constant\": [1,0]}",
            "An element of GF(p^k) is the number whose base-p digits are its coefficients, lowest first.",
            "",
            "Examples:",
            "  lfsr map examples/strange.csv --field 2          three registers, both methods, as text",
            "  echo 1,1,0,0 | lfsr map - --field 2              one register from standard input",
            "  lfsr map rows.jsonl --output result.jsonl        a batch; after an interruption: --resume",
            "  lfsr map rows.csv --field 3 --method exact --format csv     algebra only, any size",
            "  lfsr map rows.csv --field 2 --method enumerate --cycles cycles.csv    every single cycle",
            "",
            "In JSON, large numbers are decimal strings and polynomials lists of coefficients, low to high.",
            "docs/conventions.md says what every name means."
        })
public final class MapCommand implements Callable<Integer> {

    private static final BigInteger DEFAULT_VERIFY_LIMIT = BigInteger.TWO.pow(24);

    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "CSV or JSON Lines files, in UTF-8; - is standard input.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-q", "--field"},
            paramLabel = "FIELD",
            description = "The field of rows that name none: 2, 3^4, 256, GF(2^8), or with a modulus of your own"
                    + " 2^8/x^8+x^4+x^3+x+1. CSV rows need it.")
    private @Nullable String field;

    @Option(
            names = {"-m", "--method"},
            paramLabel = "NAME",
            description =
                    "exact: by algebra, at any size. enumerate: by walking every state. verify: both, and compared."
                            + " auto (default): verify up to --verify-limit states, exact above.")
    private Method method = Method.AUTO;

    @Option(
            names = "--verify-limit",
            paramLabel = "STATES",
            description = "Most states that auto walks (default: 2^24).")
    private BigInteger verifyLimit = DEFAULT_VERIFY_LIMIT;

    @Mixin
    private MappingEngineOptions engine = new MappingEngineOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "NAME",
            description = "text, json (JSON Lines) or csv (default: by the extension of --output, else text).")
    private @Nullable OutputFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where the results go (default: standard output). The file appears when it is whole; until then"
                            + " it is FILE.part.")
    private @Nullable String output;

    @Option(
            names = "--cycles",
            paramLabel = "FILE",
            description = "Lists every cycle as CSV: id, representative (least state index), length. Needs enumerate or"
                    + " verify.")
    private @Nullable String cycles;

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    @Option(names = "--resume", description = "Continue an interrupted run: the same command with this option.")
    private boolean resume;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "For one long map: keep the walk's progress there every few seconds.")
    private @Nullable String checkpoint;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "Time for one row, for instance 30s, 5m or 2h (default: none).")
    private @Nullable Duration timeLimit;

    @Option(
            names = "--factoring-time",
            paramLabel = "TIME",
            description =
                    "Time for the factoring of numbers q^m - 1 in one row (default: 10s). What resists is reported.")
    private Duration factoringTime = ExactOptions.defaults().factoringBudget();

    @Option(
            names = "--max-lengths",
            paramLabel = "N",
            description = "Most different cycle lengths that the algebra lists (default: 100000). Above, totals only.")
    private int maxLengths = ExactOptions.defaults().maxDistinctLengths();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    public MapCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CannotStartException {
        return new BatchRun(settings(), context.terminal(), context.token()).run();
    }

    private BatchSettings settings() throws CannotStartException {
        if (maxLengths < 1) {
            throw new CannotStartException("--max-lengths = " + maxLengths + ", expected at least 1");
        }
        if (cycles != null && method == Method.EXACT) {
            throw new CannotStartException("--cycles with --method exact, expected --method enumerate or verify");
        }
        String results = "-".equals(output) ? null : output;
        if (resume && results == null && checkpoint == null) {
            throw new CannotStartException("--resume without --output or --checkpoint, expected the file to continue");
        }
        Path resultFile = path("--output", results);
        Path cycleFile = path("--cycles", cycles);
        Path checkpointFile = path("--checkpoint", checkpoint);
        requireDifferent(resultFile, cycleFile);
        requireDifferent(resultFile, checkpointFile);
        requireDifferent(cycleFile, checkpointFile);
        try {
            OutputFormat chosen =
                    format != null ? format : results == null ? OutputFormat.TEXT : OutputFormat.ofFileName(results);
            RowAnalyzer.Options analysis = new RowAnalyzer.Options(
                    method,
                    verifyLimit,
                    ExactOptions.defaults().withMaxDistinctLengths(maxLengths).withFactoringBudget(factoringTime),
                    engine.toMappingOptions(),
                    timeLimit);
            return new BatchSettings(
                    inputs,
                    fieldTable(),
                    field,
                    analysis,
                    chosen,
                    resultFile,
                    cycleFile,
                    checkpointFile,
                    force,
                    resume);
        } catch (IllegalArgumentException invalid) {
            throw new CannotStartException(String.valueOf(invalid.getMessage()));
        }
    }

    private FieldTable fieldTable() {
        try {
            return new FieldTable(field);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("--field: " + invalid.getMessage(), invalid);
        }
    }

    private static @Nullable Path path(String option, @Nullable String name) throws CannotStartException {
        if (name == null) {
            return null;
        }
        try {
            Path path = name.isEmpty() || name.equals("-") ? null : Path.of(name);
            if (path != null && path.getFileName() != null) {
                return path;
            }
        } catch (java.nio.file.InvalidPathException invalid) {
            // Reported below.
        }
        throw new CannotStartException(option + " '" + name + "', expected a file name");
    }

    private static void requireDifferent(@Nullable Path a, @Nullable Path b) throws CannotStartException {
        if (a != null
                && b != null
                && a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())) {
            throw new CannotStartException("two options name the same file " + a + ", expected different ones");
        }
    }
}
