package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.StateSpaceMapper;

/** A mapping process is killed at random moments and started again until it answers. */
class KilledMapTest {

    private static final int DEGREE = 26;

    @TempDir
    private Path folder;

    @Test
    void threeKillsLeaveTheSameAnswer() throws Exception {
        kill(3, 400);
    }

    @Test
    @Tag("long")
    void twoHundredKillsLeaveTheSameAnswer() throws Exception {
        kill(200, 900);
    }

    private void kill(int kills, int longestMillis) throws Exception {
        String expected = StateSpaceMapper.map(
                        KilledMap.register(DEGREE), MappingOptions.defaults(), RunControl.unlimited())
                .structure()
                .toString();
        Path file = folder.resolve("killed.checkpoint");
        Random random = new Random(8);
        int killed = 0;
        while (killed < kills) {
            Process process = start(file);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isEqualTo("started");
                if (process.waitFor(1 + random.nextInt(longestMillis), TimeUnit.MILLISECONDS)) {
                    assertThat(out.readLine()).isEqualTo(expected);
                    Files.delete(file);
                } else {
                    process.destroyForcibly().waitFor();
                    killed++;
                }
            }
        }
        Process last = start(file);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(last.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("started");
            assertThat(out.readLine()).isEqualTo(expected);
        }
        assertThat(last.waitFor()).isZero();
    }

    private static Process start(Path checkpoint) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMap.class.getName(),
                        checkpoint.toString(),
                        Integer.toString(DEGREE))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
