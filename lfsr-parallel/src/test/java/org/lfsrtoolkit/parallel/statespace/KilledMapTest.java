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
import org.lfsrtoolkit.parallel.StateSpaceMapper;

/** A mapping process is killed at random moments and started again until it answers. */
class KilledMapTest {

    private static final int DEGREE = 26;

    @TempDir
    private Path folder;

    @Test
    void threeKillsLeaveTheSameAnswer() throws Exception {
        kill(3, 400, false);
    }

    @Test
    void threeKillsLeaveTheSameList() throws Exception {
        kill(3, 400, true);
    }

    @Test
    @Tag("long")
    void twoHundredKillsLeaveTheSameAnswer() throws Exception {
        kill(200, 900, false);
    }

    @Test
    @Tag("long")
    void hundredKillsLeaveTheSameList() throws Exception {
        kill(100, 1200, true);
    }

    private void kill(int kills, int longestMillis, boolean listed) throws Exception {
        String expected = KilledMap.answer(DEGREE, listed, MappingOptions.defaults());
        Path file = folder.resolve("killed.checkpoint");
        Random random = new Random(8);
        int killed = 0;
        while (killed < kills) {
            Process process = start(file, listed);
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
        Process last = start(file, listed);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(last.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("started");
            assertThat(out.readLine()).isEqualTo(expected);
        }
        assertThat(last.waitFor()).isZero();
    }

    private static Process start(Path checkpoint, boolean listed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMap.class.getName(),
                        checkpoint.toString(),
                        Integer.toString(DEGREE),
                        Boolean.toString(listed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
