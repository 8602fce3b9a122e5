package org.lfsrtoolkit.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.cli.CommandRun;
import org.lfsrtoolkit.cli.ExitCodes;
import org.lfsrtoolkit.core.progress.CancellationToken;

class ResumeTest {

    private static final int ROWS = 40;

    @TempDir
    Path folder;

    /** Rows of many lengths, one of them bad. */
    private static String rows() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            int degree = 1 + random.nextInt(10);
            for (int j = 0; j < degree; j++) {
                rows.append(j == 0 ? "" : ",").append(i == 3 ? 9 : random.nextInt(2));
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    /** Gives one line a read, and throws the switch when that many are read. */
    private static final class InterruptingInput extends InputStream {
        private final byte[] bytes;
        private final int lines;
        private final CancellationToken token;
        private int position;
        private int given;

        InterruptingInput(String text, int lines, CancellationToken token) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
            this.lines = lines;
            this.token = token;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (position == bytes.length) {
                return -1;
            }
            if (given++ == lines) {
                token.cancel();
            }
            int end = position;
            while (bytes[end++] != '\n') {}
            int count = Math.min(length, end - position);
            System.arraycopy(bytes, position, target, from, count);
            position += count;
            return count;
        }
    }

    private CommandRun run(InputStream input, CancellationToken token, String name, String... more) {
        String[] arguments = {
            "map",
            "-",
            "-q",
            "2",
            "--cycles",
            file(name + ".cycles").toString(),
            "-o",
            file(name).toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandRun.withInput(input, token, all);
    }

    private CommandRun run(String input, String name, String... more) {
        return run(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new CancellationToken(), name, more);
    }

    private CommandRun interrupt(int lines, String name, String... more) {
        CancellationToken token = new CancellationToken();
        return run(new InterruptingInput(rows(), lines, token), token, name, more);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String answers(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("\"elapsedSeconds\":[0-9.]+", "")
                .replaceAll("\"metrics\":(null|\\{.*?\\]\\})", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 39})
    void interruptedBatchGoesOnToTheSameAnswer(int lines) throws IOException {
        run(rows(), "whole.jsonl");
        CommandRun first = interrupt(lines, "result.jsonl");

        assertThat(first.code()).isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(first.err()).contains("interrupted after").contains("--resume goes on");
        assertThat(file("result.jsonl")).doesNotExist();
        assertThat(file("result.jsonl.part")).exists();

        CommandRun second = run(rows(), "result.jsonl", "--resume");
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(second.err()).contains("40 rows: 39 answered");
        assertThat(answers(file("result.jsonl"))).isEqualTo(answers(file("whole.jsonl")));
        assertThat(file("result.jsonl.cycles")).hasSameTextualContentAs(file("whole.jsonl.cycles"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void severalInterruptionsAreStillOneRun() throws IOException {
        run(rows(), "whole.jsonl");
        interrupt(3, "result.jsonl");
        for (int lines = 10; lines < 40; lines += 10) {
            assertThat(interrupt(lines, "result.jsonl", "--resume").code()).isEqualTo(ExitCodes.INTERRUPTED);
        }
        run(rows(), "result.jsonl", "--resume");

        assertThat(answers(file("result.jsonl"))).isEqualTo(answers(file("whole.jsonl")));
    }

    @Test
    void rowCutInTheMiddleIsWrittenAgain() throws IOException {
        run(rows(), "whole.jsonl");
        interrupt(20, "result.jsonl");
        // What a kill can leave: a torn line in the journal, a row that the journal does not know.
        Files.writeString(file("result.jsonl.part.journal"), "{\"rows\":99,\"ver", StandardOpenOption.APPEND);
        Files.writeString(file("result.jsonl.part"), "{\"schema\":1,\"id\":\"2", StandardOpenOption.APPEND);
        Files.writeString(file("result.jsonl.cycles.part"), "21,0,", StandardOpenOption.APPEND);
        run(rows(), "result.jsonl", "--resume");

        assertThat(answers(file("result.jsonl"))).isEqualTo(answers(file("whole.jsonl")));
        assertThat(file("result.jsonl.cycles")).hasSameTextualContentAs(file("whole.jsonl.cycles"));
    }

    @Test
    void otherInputIsRefusedAndThePartKept() throws IOException {
        interrupt(20, "result.jsonl");
        String before = Files.readString(file("result.jsonl.part"));
        CommandRun changed = run(rows().replaceFirst("1", "0"), "result.jsonl", "--resume");
        CommandRun shorter = run("1,1\n", "result.jsonl", "--resume");

        for (CommandRun run : List.of(changed, shorter)) {
            assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
            assertThat(run.err()).contains("not the input of the interrupted run");
        }
        assertThat(file("result.jsonl.part")).hasContent(before.strip());
        assertThat(run(rows(), "result.jsonl", "--resume").code()).isEqualTo(ExitCodes.ROW_ERROR);
    }

    @Test
    void otherOptionsAreRefused() {
        interrupt(20, "result.jsonl");
        CommandRun run = run(rows(), "result.jsonl", "--resume", "--method", "enumerate");

        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.err()).contains("had other options");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void damagedPartIsRefused() throws IOException {
        interrupt(20, "result.jsonl");
        Path part = file("result.jsonl.part");
        byte[] bytes = Files.readAllBytes(part);
        bytes[10] ^= 1;
        Files.write(part, bytes);
        CommandRun run = run(rows(), "result.jsonl", "--resume");

        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.err()).contains("does not match its journal");
    }

    @Test
    void foreignJournalIsRefused() throws IOException {
        interrupt(20, "result.jsonl");
        Files.writeString(file("result.jsonl.part.journal"), "something else\n");
        CommandRun run = run(rows(), "result.jsonl", "--resume");

        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.err()).contains("not the journal of an interrupted run");
    }

    @Test
    void partOfAnotherRunIsNotReplacedUnasked() {
        interrupt(20, "result.jsonl");
        CommandRun run = run(rows(), "result.jsonl");

        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.err()).contains("--resume").contains("--force");
        assertThat(run(rows(), "result.jsonl", "--force").code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(file("result.jsonl")).exists();
    }

    @Test
    void resumeWithoutAnEarlierRunStartsOne() {
        assertThat(run(rows(), "result.jsonl", "--resume").code()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(file("result.jsonl")).exists();
    }

    @Test
    void killInTheFirstRowCanBeResumed() throws IOException {
        run(rows(), "whole.jsonl");
        interrupt(1, "result.jsonl");
        // As after a kill in the first row: the journal knows no row yet, the part holds a piece of one.
        Path journal = file("result.jsonl.part.journal");
        Files.write(journal, Files.readAllLines(journal).subList(0, 2));
        Files.writeString(file("result.jsonl.part"), "{\"schema\":1,\"id\":\"1");
        CommandRun run = run(rows(), "result.jsonl", "--resume");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.ROW_ERROR);
        assertThat(answers(file("result.jsonl"))).isEqualTo(answers(file("whole.jsonl")));
        assertThat(file("result.jsonl.cycles")).hasSameTextualContentAs(file("whole.jsonl.cycles"));
    }

    @Test
    void checkpointOfAMapThatALimitEndedStays() throws IOException {
        Path checkpoint = file("map.checkpoint");
        String taps = "1,0,0,0,0,0,1" + ",0".repeat(14) + ",1" + ",0".repeat(11) + ",1" + ",0".repeat(6) + "\n";
        String[] command = {
            "map",
            "-",
            "-q",
            "2",
            "--method",
            "enumerate",
            "--time-limit",
            "300ms",
            "--checkpoint",
            checkpoint.toString()
        };

        CommandRun ended = CommandRun.withInput(taps, command);
        assertThat(ended.code()).isEqualTo(ExitCodes.LIMIT);
        assertThat(ended.err())
                .contains("time budget")
                .contains(checkpoint + " keeps what was walked, --resume goes on");
        assertThat(checkpoint).exists();
    }

    @Test
    void checkpointOfOneMapIsGuardedAndGoneAtTheEnd() throws IOException {
        Path checkpoint = Files.writeString(file("map.checkpoint"), "foreign");
        String[] command = {"map", "-", "-q", "2", "--method", "enumerate", "--checkpoint", checkpoint.toString()};
        CommandRun unasked = CommandRun.withInput("1,1,0,0\n", command);
        String[] resume = Arrays.copyOf(command, command.length + 1);
        resume[command.length] = "--resume";
        CommandRun foreign = CommandRun.withInput("1,1,0,0\n", resume);
        CommandRun second = CommandRun.withInput("1,1,0,0\n1,1\n", resume);

        for (CommandRun run : List.of(unasked, foreign, second)) {
            assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(unasked.err()).contains("exists already");
        assertThat(foreign.err()).contains("checkpoint " + checkpoint);
        assertThat(second.err()).contains("there is a second row");
        Files.delete(checkpoint);
        assertThat(CommandRun.withInput("1,1,0,0\n", resume).code()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void interruptionBeforeTheFirstAnswerLeavesNothing() throws IOException {
        CommandRun run = interrupt(0, "result.jsonl");

        assertThat(run.code()).isEqualTo(ExitCodes.INTERRUPTED);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
