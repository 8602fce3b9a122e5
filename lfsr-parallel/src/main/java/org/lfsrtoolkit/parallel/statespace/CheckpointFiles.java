package org.lfsrtoolkit.parallel.statespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that belong to one checkpoint: itself, the one it is written to first, and the journal of cycles. */
public final class CheckpointFiles {

    private CheckpointFiles() {}

    /** Where a checkpoint is written before it is renamed. */
    static Path temporary(Path checkpoint) {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".tmp");
    }

    /** The journal of the cycles passed on. */
    static Path journal(Path checkpoint) {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".cycles");
    }

    /**
     * Deletes all that are there; the checkpoint itself first, so that no checkpoint is left without its journal.
     *
     * @throws IOException if one cannot be deleted
     */
    public static void delete(Path checkpoint) throws IOException {
        Files.deleteIfExists(checkpoint);
        Files.deleteIfExists(journal(checkpoint));
        Files.deleteIfExists(temporary(checkpoint));
    }
}
