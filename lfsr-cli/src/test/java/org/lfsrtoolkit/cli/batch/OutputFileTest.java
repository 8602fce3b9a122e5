package org.lfsrtoolkit.cli.batch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    Path folder;

    @Test
    void deviceIsNotReplacedEvenByForce() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no such device on this system");
        assertThatThrownBy(() -> OutputFile.requirePlace(device, "--output", true))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("--output /dev/null: a device or pipe, expected a file;"
                        + " the shell's > writes standard output to it");
    }

    @Test
    void existingFileNeedsForce() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "1,1\n");
        assertThatThrownBy(() -> OutputFile.requirePlace(file, "--output", false))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("exists already");
        assertThatCode(() -> OutputFile.requirePlace(file, "--output", true)).doesNotThrowAnyException();
    }

    @Test
    void newFileNeedsItsFolder() {
        assertThatCode(() -> OutputFile.requirePlace(folder.resolve("new"), "--output", false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> OutputFile.requirePlace(folder.resolve("none/new"), "--output", true))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("no such folder");
    }
}
