package org.lfsrtoolkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code lfsr} in a checkout of its own, whose program is a jar that points to the classes under test. Its path
 * holds a blank.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    Path folder;

    private Path home;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        home = Files.createDirectory(folder.resolve("a checkout"));
        Path script = Path.of("..", "lfsr").toAbsolutePath().normalize();
        Files.copy(script, home.resolve("lfsr"));
        assertThat(home.resolve("lfsr").toFile().setExecutable(true)).isTrue();
        FileTime old = FileTime.fromMillis(0);
        for (String module : List.of("lfsr-core", "lfsr-parallel", "lfsr-cli")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.createFile(home.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(home.resolve("pom.xml"));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, old);
            }
        }
        Path launch = Files.createDirectories(home.resolve("lfsr-cli/target/launch"));
        Files.createFile(launch.resolve("built"));
        // Well before anything a test creates: file times can be as coarse as a clock tick.
        Files.setLastModifiedTime(launch.resolve("built"), FileTime.fromMillis(1_000_000));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(launch.resolve("lfsr.jar")), manifest).close();
    }

    private Process start(Path script, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("LFSR_JAVA_OPTIONS");
        return builder.start();
    }

    private Ended run(Path script, Path directory, String input, String... arguments) throws Exception {
        Process process = start(script, directory, arguments);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return end(process);
    }

    private static Ended end(Process process) throws Exception {
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            String messages = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text, messages);
        }
    }

    @Test
    void runsFromAnywhereThroughALinkAndPassesTheExitCode() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("else where"));
        Files.writeString(elsewhere.resolve("rows.csv"), "1,1,0,0\n1,7\n");
        Path link = Files.createSymbolicLink(elsewhere.resolve("my lfsr"), Path.of("..", "a checkout", "lfsr"));
        Ended ended = run(link, elsewhere, "", "map", "rows.csv", "--field", "2", "--format", "json");

        assertThat(ended.code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(CommandRun.rows(ended.out())).hasSize(2);
        assertThat(ended.err()).startsWith("lfsr map: rows.csv:2: ");
        // The script made its class data archive, or noted that this class path cannot have one.
        try (Stream<Path> files = Files.list(home.resolve("lfsr-cli/target/launch"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".jsa") || name.endsWith(".nojsa"));
        }
        Ended again = run(home.resolve("lfsr"), elsewhere, "1,1\n", "map", "-", "--field", "2");
        assertThat(again.code()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("── 1: register of length 2 over GF(2) ─");
    }

    @Test
    void sourceNewerThanTheProgramAsksForABuild() throws Exception {
        Files.createFile(home.resolve("lfsr-core/src/main/New.java"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path maven = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no such module'\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(home.resolve("lfsr").toString(), "--version");
        builder.environment().merge("PATH", tools.toString(), (path, first) -> first + ":" + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Ended ended = end(builder.start());

        assertThat(ended.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("building", "[ERROR] no such module", "the build failed", "build.log");
    }

    @Test
    void wrongJavaHomeIsSaid() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("lfsr").toString(), "--version");
        builder.environment().put("JAVA_HOME", folder.toString());
        Ended ended = end(builder.start());

        assertThat(ended.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(ended.err()).contains("JAVA_HOME = " + folder).contains("expected");
    }

    @Test
    void interruptEndsWith130AndKeepsWhatWasDone() throws Exception {
        // The second row walks 2^48 states, which takes long enough to be interrupted.
        String rows = "1,1\n1,1" + ",0".repeat(46) + "\n";
        Files.writeString(folder.resolve("rows.csv"), rows);
        Process process = start(
                home.resolve("lfsr"),
                folder,
                "map",
                "rows.csv",
                "--field",
                "2",
                "--method",
                "enumerate",
                "-o",
                "result.jsonl");
        StringBuilder err = new StringBuilder();
        try (BufferedReader messages = process.errorReader(StandardCharsets.UTF_8)) {
            String progress = messages.readLine();
            err.append(progress);
            assertThat(progress).contains("row 2 (rows.csv:2)");
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            messages.lines().forEach(line -> err.append('\n').append(line));
        }

        assertThat(process.waitFor()).as(err.toString()).isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(err.toString()).contains("interrupted after 1 row; result.jsonl.part keeps them, --resume goes on");
        assertThat(folder.resolve("result.jsonl")).doesNotExist();
        assertThat(CommandRun.rows(Files.readString(folder.resolve("result.jsonl.part"))))
                .hasSize(1);
    }
}
