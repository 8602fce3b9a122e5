package org.lfsrtoolkit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.cli.CommandRun;
import org.lfsrtoolkit.cli.ExitCodes;
import org.lfsrtoolkit.core.progress.CancellationToken;

class BadInputTest {

    @TempDir
    Path folder;

    /** A bad row, and what its message must say. */
    static List<Arguments> badRows() {
        return List.of(
                Arguments.of("1,x,0", "coefficient c_1 = 'x', expected an integer 0..1"),
                Arguments.of("1;0;1", "coefficient c_0 = '1;0;1', expected"),
                Arguments.of("1,,1", "coefficient c_1 is empty, expected"),
                Arguments.of("1,0,", "coefficient c_2 is empty, expected"),
                Arguments.of("1,2", "coefficient c_1 = 2, expected 0..1"),
                Arguments.of("1,-1", "coefficient c_1 = -1, expected 0..1"),
                Arguments.of("1,0.5", "coefficient c_1 = '0.5', expected an integer"),
                Arguments.of("1,99999999999999999999", "coefficient c_1 = '99999999999999999999', expected"),
                Arguments.of("\"1,0", "expected"),
                Arguments.of("{\"field\":\"6\",\"coefficients\":[1]}", "q = 6, expected a prime power"),
                Arguments.of("{\"field\":\"1\",\"coefficients\":[1]}", "expected a prime power"),
                Arguments.of("{\"field\":\"GF(x)\",\"coefficients\":[1]}", "'GF(x)' not understood, expected"),
                Arguments.of("{\"field\":\"2^80\",\"coefficients\":[1]}", "expected"),
                Arguments.of("{\"field\":\"2^2\",\"modulus\":[1,0,1],\"coefficients\":[1]}", "x^2+1 is reducible"),
                Arguments.of(
                        "{\"field\":\"2^2\",\"modulus\":[1,1,0,1],\"coefficients\":[1]}",
                        "modulus has 4 coefficients, expected 3"),
                Arguments.of("{\"field\":\"2^2\",\"modulus\":[1,1,2],\"coefficients\":[1]}", "= 2, expected 0..1"),
                Arguments.of(
                        "{\"field\":\"2^2/x^2+x+1\",\"modulus\":[1,1,1],\"coefficients\":[1]}", "modulus given twice"),
                Arguments.of("{\"field\":\"2147483647^2\",\"coefficients\":[1]}", "no Conway polynomial"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1],\"coefficients\":[1]}", "coefficients given twice"),
                Arguments.of(
                        "{\"field\":\"2\",\"coefficients\":\"1,1\"}", "coefficients is the string '1,1', expected"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[\"1\"]}", "coefficient c_0 is the string '1'"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[NaN]}", "not valid JSON in column"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1.0]}", "coefficient c_0 is the number '1.0'"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1e9999]}", "coefficient c_0 is the number '1e9999'"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[]}", "no coefficients, expected at least 1"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[null]}", "coefficient c_0 is null, expected"),
                Arguments.of("{\"field\":\"2\"}", "neither coefficients nor matrix"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1],\"matrix\":[[1]]}", "both given"),
                Arguments.of("{\"field\":\"2\",\"matrix\":[[1,0],[1]]}", "row 1 has 1 entries, expected 2"),
                Arguments.of(
                        "{\"field\":\"2\",\"matrix\":[[1,0,1],[1,0,1]]}", "2 × 3, expected as many rows as columns"),
                Arguments.of("{\"field\":\"2\",\"matrix\":[]}", "matrix without entries"),
                Arguments.of("{\"field\":\"2\",\"matrix\":[1]}", "matrix row 0 is the number '1', expected a list"),
                Arguments.of("{\"field\":\"2\",\"matrix\":[[1]],\"constant\":1}", "expected a list"),
                Arguments.of(
                        "{\"field\":\"2\",\"matrix\":[[1]],\"constant\":[1,1]}", "constant has 2 entries, expected 1"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1],\"constant\":[1]}", "expected one element"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1],\"constant\":5}", "constant = 5, expected 0..1"),
                Arguments.of("{\"field\":[2],\"coefficients\":[1]}", "field is a list, expected a string"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1]", "not valid JSON"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":[1]} {}", "more text after the JSON object"),
                Arguments.of("{\"field\":\"2\",\"coefficients\":" + "[".repeat(5000), "expected"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void badRowGetsOneLineAndOthersAreAnswered(String bad, String message) {
        boolean json = bad.startsWith("{");
        String good = json ? "{\"id\":\"good\",\"field\":\"2\",\"coefficients\":[1,1]}" : "1,1";
        CommandRun run =
                CommandRun.withInput(good + "\n" + bad + "\n" + good + "\n", "map", "-", "-q", "2", "-f", "json");

        assertThat(run.code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(run.rows()).hasSize(3);
        assertThat(run.rows().get(0).get("error").isNull()).isTrue();
        assertThat(run.rows().get(2).get("error").isNull()).isTrue();
        var error = run.rows().get(1).get("error");
        assertThat(error.get("code").textValue()).isEqualTo("BAD_INPUT");
        assertThat(error.get("message").textValue())
                .startsWith("standard input:2: ")
                .contains(message)
                .hasSizeLessThan(400);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err())
                .startsWith("lfsr map: standard input:2: ")
                .doesNotContain("\tat ", "Exception", "REDACTED");
    }

    /** A whole input that nothing can start with. */
    static List<Arguments> uselessInputs() {
        byte[] junk = new byte[100_000];
        new Random(1).nextBytes(junk);
        return List.of(
                Arguments.of(bytes(""), "no rows"),
                Arguments.of(bytes("# nothing\n\n  \n"), "no rows"),
                Arguments.of(bytes("\uFEFF"), "no rows"),
                Arguments.of(junk, "not text"),
                Arguments.of("1,1".getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of(bytes("[{\"field\":\"2\",\"coefficients\":[1]}]"), "expected JSON Lines"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("uselessInputs")
    void uselessInputStartsNothing(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("input"), content);
        Path output = folder.resolve("output.json");
        CommandRun run = CommandRun.of("map", file.toString(), "-q", "2", "-o", output.toString());

        assertRefused(run, message);
        assertThat(run.err()).contains(file.toString());
        assertThat(output).doesNotExist();
    }

    /** A command line that nothing can start with; FILE stands for a good input, DIR for a folder. */
    static List<Arguments> uselessCommandLines() {
        return List.of(
                Arguments.of("map FILE --field 6", "q = 6, expected a prime power"),
                Arguments.of("map FILE --field 2^2/x^2+1", "reducible"),
                Arguments.of("map FILE --field 2147483647^2", "no Conway polynomial"),
                Arguments.of("map FILE", "--field"),
                Arguments.of("map FILE -q 2 --workers 0", "--workers = 0, expected"),
                Arguments.of("map FILE -q 2 --workers many", "many, expected an integer"),
                Arguments.of("map FILE -q 2 --method guess", "method = guess, expected"),
                Arguments.of("map FILE -q 2 --strategy lifo", "strategy = lifo, expected"),
                Arguments.of("map FILE -q 2 --format xml", "format = xml, expected"),
                Arguments.of("map FILE -q 2 --verify-limit -1", "expected"),
                Arguments.of("map FILE -q 2 --memory 12q", "expected for instance"),
                Arguments.of("map FILE -q 2 --memory 900000g", "expected at most the heap"),
                Arguments.of("map FILE -q 2 --time-limit soon", "expected for instance"),
                Arguments.of("map FILE -q 2 --output FILE", "exists already"),
                Arguments.of("map FILE -q 2 --output DIR", "a directory, expected a file"),
                Arguments.of("map FILE -q 2 --output DIR/none/x.json", "no such folder"),
                Arguments.of("map FILE -q 2 --cycles FILE", "exists already"),
                Arguments.of("map FILE -q 2 --cycles DIR/c --method exact", "expected --method enumerate or verify"),
                Arguments.of("map FILE -q 2 --cycles DIR/c -o DIR/c", "the same file"),
                Arguments.of("map FILE -q 2 --resume", "--resume without --output"),
                Arguments.of("map FILE -q 2 -q 3", "only once"),
                Arguments.of("map DIR -q 2", "a directory, expected"),
                Arguments.of("map FILE DIR/none -q 2", "no such file"),
                Arguments.of("map FILE -q 2 --no-such-option", "Unknown option"),
                Arguments.of("map", "INPUT"),
                Arguments.of("nothing", "nothing"),
                Arguments.of("", "no command given"));
    }

    @ParameterizedTest
    @MethodSource("uselessCommandLines")
    void uselessCommandLineStartsNothing(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("good.csv"), "1,1\n");
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace("FILE", file.toString()).replace("DIR", folder.toString());
        }

        assertRefused(CommandRun.of(arguments), message);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("\tat ", "Exception");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void laterInputThatIsUselessCostsItsOwnRowsOnly() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path good = Files.writeString(folder.resolve("good.csv"), "1,1\n");
        CommandRun run =
                CommandRun.of("map", good.toString(), empty.toString(), good.toString(), "-q", "2", "-f", "json");

        assertThat(run.code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(run.rows()).hasSize(2);
        assertThat(run.err()).contains("empty.csv: no rows");
    }

    @Test
    void lineThatIsNoTextCostsItselfOnly() {
        InputStream input = new SequenceInputStream(
                new ByteArrayInputStream(new byte[] {'1', ',', (byte) 0xff, '\n'}),
                new ByteArrayInputStream(bytes("1,1\n")));
        CommandRun run = CommandRun.withInput(input, new CancellationToken(), "map", "-", "-q", "2", "-f", "json");

        assertThat(run.rows()).hasSize(2);
        assertThat(run.rows().get(0).get("error").get("message").textValue()).contains("not UTF-8");
        assertThat(run.rows().get(1).get("error").isNull()).isTrue();
    }

    @Test
    void tenMegabytesOnOneLineAreARow() {
        CommandRun letters =
                CommandRun.withInput("x".repeat(10_000_000) + "\n1,1\n", "map", "-", "-q", "2", "-f", "json");
        CommandRun ones =
                CommandRun.withInput("1" + ",1".repeat(5_000_000) + "\n1,1\n", "map", "-", "-q", "2", "-f", "json");
        CommandRun brackets = CommandRun.withInput("{\"a\":" + "[".repeat(10_000_000) + "\n", "map", "-", "-f", "json");

        assertThat(letters.code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(letters.err()).contains("(10000000 characters)").hasSizeLessThan(500);
        assertThat(letters.rows()).hasSize(2);
        assertThat(ones.code()).isEqualTo(ExitCodes.LIMIT);
        assertThat(ones.err()).contains("degree = 5000001, expected at most").hasSizeLessThan(500);
        assertThat(ones.rows()).hasSize(2);
        assertThat(brackets.code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(brackets.err()).hasSizeLessThan(500);
    }

    @Test
    void unreadableOutputFolderIsSaidBeforeAnyWork() {
        CommandRun run = CommandRun.withInput("1,1\n", "map", "-", "-q", "2", "-o", "/proc/none.json");

        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.err().lines()).hasSize(1);
    }
}
