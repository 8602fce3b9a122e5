package org.lfsrtoolkit.parallel.statespace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * When checkpoints of one map are written and whether one is continued. Not thread-safe: used between the phases, by the
 * thread that maps.
 */
final class CheckpointKeeper {

    /** A write may cost at most one part in so many of the time. */
    private static final int WRITE_SHARE = 20;

    private final Path file;
    private final byte[] identity;
    private final long intervalNanos;
    private long lastWrite;
    private long pause;

    private CheckpointKeeper(Path file, byte[] identity, long intervalNanos) {
        this.file = file;
        this.identity = identity;
        this.intervalNanos = intervalNanos;
        this.lastWrite = System.nanoTime();
        this.pause = intervalNanos;
    }

    /** The keeper that the options ask for; null if they name no file. */
    static @Nullable CheckpointKeeper of(AffineMap map, MappingOptions options) {
        Path file = options.checkpoint();
        if (file == null) {
            return null;
        }
        return new CheckpointKeeper(
                file,
                identity(map, options.cycleSink() != null),
                options.checkpointInterval().toNanos());
    }

    private static byte[] identity(AffineMap map, boolean listed) {
        StringBuilder text = new StringBuilder("1 ")
                .append(map.field().characteristic())
                .append(Arrays.toString(map.field().modulus()))
                .append(listed)
                .append(map.getClass().getSimpleName())
                .append(Arrays.toString(map.translation()));
        for (long[] row : map.matrix().toRows()) {
            text.append(Arrays.toString(row));
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The checkpoint to go on from; null if there is none. */
    @Nullable MapCheckpoint load(boolean resume, MappingPlan plan, long last) {
        return resume && Files.exists(file) ? MapCheckpoint.read(file, identity, plan, last) : null;
    }

    /** The file of the cycles passed on, where they are listed. */
    Path journalFile() {
        return CheckpointFiles.journal(file);
    }

    /** The size of the next step of work, so that steps take at most about half the time between checkpoints. */
    long nextStep(long step, long nanos) {
        double fitting = (double) step * Math.max(1_000_000, intervalNanos / 2) / Math.max(1, nanos);
        return Math.max(1, (long) Math.min(fitting, Math.min(4.0 * step, 1L << 62)));
    }

    /** Writes if it is time to. */
    void maybeWrite(Supplier<MapCheckpoint> checkpoint) {
        if (System.nanoTime() - lastWrite >= pause) {
            write(checkpoint.get());
        }
    }

    /** Writes now. */
    void write(MapCheckpoint checkpoint) {
        long start = System.nanoTime();
        checkpoint.write(file, identity);
        lastWrite = System.nanoTime();
        pause = Math.max(intervalNanos, WRITE_SHARE * (lastWrite - start));
    }
}
