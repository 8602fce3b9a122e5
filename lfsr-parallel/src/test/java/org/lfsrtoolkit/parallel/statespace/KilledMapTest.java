package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.KilledMap.Kind;

/** A mapping process is killed at random moments and started again until it answers. */
class KilledMapTest {

    @TempDir
    private Path folder;

    @Test
    void threeKillsLeaveTheSameAnswer() throws Exception {
        kill(3, 400, Kind.REGISTER);
    }

    @Test
    void threeKillsLeaveTheSameList() throws Exception {
        kill(3, 400, Kind.LISTED_REGISTER);
    }

    @Test
    @Tag("long")
    void twoHundredKillsLeaveTheSameAnswer() throws Exception {
        kill(200, 900, Kind.REGISTER);
    }

    @Test
    @Tag("long")
    void hundredKillsLeaveTheSameList() throws Exception {
        kill(100, 1200, Kind.LISTED_REGISTER);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FUNCTION", "LISTED_BIJECTION"})
    void twoKillsLeaveTheSameAnswerOnTheGeneralPath(Kind kind) throws Exception {
        kill(2, 500, kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FUNCTION", "LISTED_FUNCTION", "LISTED_BIJECTION"})
    @Tag("long")
    void fortyKillsLeaveTheSameAnswerOnTheGeneralPath(Kind kind) throws Exception {
        kill(40, 1200, kind);
    }

    private void kill(int kills, int longestMillis, Kind kind) throws Exception {
        String expected = KilledMap.answer(kind, MappingOptions.defaults());
        Path file = folder.resolve("killed.checkpoint");
        Random random = new Random(8);
        int killed = 0;
        while (killed < kills) {
            Process process = start(file, kind);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isEqualTo("started");
                if (process.waitFor(1 + random.nextInt(longestMillis), TimeUnit.MILLISECONDS)) {
                    assertThat(out.readLine()).isEqualTo(expected);
                    StateSpaceMapper.deleteCheckpoint(file);
                } else {
                    process.destroyForcibly().waitFor();
                    killed++;
                }
            }
        }
        Process last = start(file, kind);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(last.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("started");
            assertThat(out.readLine()).isEqualTo(expected);
        }
        assertThat(last.waitFor()).isZero();
    }

    private static Process start(Path checkpoint, Kind kind) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMap.class.getName(),
                        checkpoint.toString(),
                        kind.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
