package org.lfsrtoolkit.cli.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks and writes files that appear whole or not at all.
 *
 * <p>A device or pipe cannot: moving a finished file to its place would replace it, {@code /dev/null} too. So it is refused.
 */
public final class OutputFile {

    private OutputFile() {}

    /**
     * Says before any work whether a file could be written.
     *
     * @param option the option that names it, for the message
     * @param force whether an existing file may be replaced
     * @throws CannotStartException if it could not
     */
    public static void requirePlace(Path file, String option, boolean force) throws CannotStartException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new CannotStartException(option + " " + file + ": a directory, expected a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CannotStartException(option + " " + file
                    + ": a device or pipe, expected a file; the shell's > writes standard output to it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CannotStartException(option + " " + file + ": no such folder, expected an existing one");
        }
        if (!Files.isWritable(folder)) {
            throw new CannotStartException(option + " " + file + ": permission denied, expected a writable folder");
        }
        if (Files.exists(file) && !force) {
            throw new CannotStartException(
                    option + " " + file + ": exists already, expected a new file or --force to replace it");
        }
    }

    /** Writes a whole file, beside its place first. */
    public static void write(Path file, String text) throws IOException {
        try (PartialFile part = PartialFile.create(file)) {
            part.write(text);
            part.commit();
        }
    }
}
