package org.lfsrtoolkit.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.lfsrtoolkit.cli.batch.CannotStartException;
import org.lfsrtoolkit.cli.command.CommandContext;
import org.lfsrtoolkit.cli.command.MapCommand;
import org.lfsrtoolkit.cli.command.ScheduleCommand;
import org.lfsrtoolkit.cli.option.OptionConverters;
import org.lfsrtoolkit.core.progress.CancellationToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The program {@code lfsr}: parses the command line, runs one command, turns every failure into a line and an exit code. */
@Command(
        name = "lfsr",
        header = "Exact cycle analysis of shift registers and linear maps over finite fields.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = LfsrCommandLine.Version.class,
        footerHeading = "%n",
        footer = {
            "  gui       Opens the desktop app (started by the script lfsr in a checkout).",
            "",
            "Try it:  echo 1,1,0,0 | lfsr map - --field 2",
            "Help on a command:  lfsr map --help"
        })
public final class LfsrCommandLine implements Runnable {

    /** How long an interrupted run may take to put its files in order. */
    private static final long SHUTDOWN_SECONDS = 10;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    private boolean version;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it runs the command
    private CommandLine.Model.CommandSpec spec;

    private LfsrCommandLine() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        CancellationToken token = new CancellationToken();
        AtomicInteger code = new AtomicInteger(ExitCodes.INTERRUPTED);
        CountDownLatch ended = new CountDownLatch(1);
        Thread interrupt = new Thread(() -> {
            token.cancel();
            try {
                if (!ended.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                    code.set(ExitCodes.INTERRUPTED);
                }
            } catch (InterruptedException impatient) {
                code.set(ExitCodes.INTERRUPTED);
            }
            Runtime.getRuntime().halt(code.get());
        });
        Runtime.getRuntime().addShutdownHook(interrupt);
        code.set(execute(Terminal.ofProcess(), token, args));
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupt);
            System.exit(code.get());
        } catch (IllegalStateException interrupted) {
            // The shutdown has begun; the hook ends the process with our code.
        }
    }

    /**
     * Runs one command.
     *
     * @return one of {@link ExitCodes}
     */
    public static int execute(Terminal terminal, CancellationToken token, String... args) {
        CommandContext context = new CommandContext(terminal, token);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8);
        CommandLine program = new CommandLine(new LfsrCommandLine());
        program.addSubcommand(new MapCommand(context));
        program.addSubcommand(new ScheduleCommand(context));
        OptionConverters.register(program);
        program.setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    String name = command.getCommandSpec().qualifiedName();
                    err.println(name + ": " + line(String.valueOf(wrong.getMessage())) + " (see " + name + " --help)");
                    return ExitCodes.NOT_STARTED;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    String name = command.getCommandSpec().qualifiedName();
                    if (failure instanceof CannotStartException) {
                        err.println(name + ": " + line(String.valueOf(failure.getMessage())));
                        return ExitCodes.NOT_STARTED;
                    }
                    if (Boolean.getBoolean("lfsr.debug")) {
                        failure.printStackTrace(err);
                    }
                    err.println(name + ": internal error, please report it: " + line(failure.toString()));
                    return ExitCodes.ROW_ERROR;
                });
        int code = program.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given, expected for instance map");
    }

    private static String line(String message) {
        return message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = LfsrCommandLine.class.getPackage().getImplementationVersion();
            return new String[] {
                "lfsr " + (version == null ? "development" : version),
                "Java " + System.getProperty("java.version") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors, heap of up to "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB"
            };
        }
    }
}
