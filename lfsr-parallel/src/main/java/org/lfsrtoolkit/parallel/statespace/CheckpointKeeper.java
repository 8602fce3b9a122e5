package org.lfsrtoolkit.parallel.statespace;

import java.nio.charset.StandardCharsets;
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

    /** Successors that tell functions of the index apart. */
    private static final int SAMPLES = 1 << 12;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final CheckpointFile file;
    private final long intervalNanos;
    /** Written before the checkpoint of the walks; nothing for most maps. */
    private final CheckpointFile.Writer before;

    private long lastWrite;
    private long pause;

    private CheckpointKeeper(CheckpointFile file, long intervalNanos, CheckpointFile.Writer before) {
        this.file = file;
        this.intervalNanos = intervalNanos;
        this.before = before;
        this.lastWrite = System.nanoTime();
        this.pause = intervalNanos;
    }

    /** The keeper that the options ask for, for the path of segments or the general one; null if they name no file. */
    static @Nullable CheckpointKeeper of(AffineMap map, MappingOptions options, boolean general) {
        if (options.checkpoint() == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(general ? "2 general " : "2 ")
                .append(map.field().characteristic())
                .append(Arrays.toString(map.field().modulus()))
                .append(options.cycleSink() != null)
                .append(map.getClass().getSimpleName())
                .append(Arrays.toString(map.translation()));
        for (long[] row : map.matrix().toRows()) {
            text.append(Arrays.toString(row));
        }
        return of(text, options);
    }

    /** The keeper that the options ask for; null if they name no file. */
    static @Nullable CheckpointKeeper of(StateMap map, MappingOptions options) {
        if (options.checkpoint() == null) {
            return null;
        }
        long size = map.size();
        StringBuilder text = new StringBuilder("2 function ")
                .append(size)
                .append(map.isBijection())
                .append(options.cycleSink() != null)
                .append(map.identity());
        long hash = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long index = i < SAMPLES / 2
                    ? Math.min(size - 1, i * Math.max(1, size / (SAMPLES / 2)))
                    : Long.remainderUnsigned(GOLDEN * i, size);
            hash = (hash ^ map.next(index)) * GOLDEN;
            hash ^= hash >>> 29;
        }
        return of(text.append(' ').append(hash), options);
    }

    private static @Nullable CheckpointKeeper of(CharSequence identity, MappingOptions options) {
        Path path = options.checkpoint();
        if (path == null) {
            return null;
        }
        return new CheckpointKeeper(
                new CheckpointFile(path, sha256(identity)),
                options.checkpointInterval().toNanos(),
                out -> {});
    }

    private static byte[] sha256(CharSequence text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A keeper of the same file that writes something before the checkpoints of the walks. */
    CheckpointKeeper writingBefore(CheckpointFile.Writer contents) {
        CheckpointKeeper keeper = new CheckpointKeeper(file, intervalNanos, contents);
        keeper.lastWrite = lastWrite;
        keeper.pause = pause;
        return keeper;
    }

    /** What the checkpoint to go on from holds; null if there is none. */
    <T> @Nullable T load(boolean resume, CheckpointFile.Reader<T> contents) {
        return resume && file.exists() ? file.read(contents) : null;
    }

    /** The file of the cycles passed on, where they are listed. */
    Path journalFile() {
        return file.journal();
    }

    /** The size of the next step of work, so that steps take at most about half the time between checkpoints. */
    long nextStep(long step, long nanos) {
        double fitting = (double) step * Math.max(1_000_000, intervalNanos / 2) / Math.max(1, nanos);
        return Math.max(1, (long) Math.min(fitting, Math.min(4.0 * step, 1L << 62)));
    }

    /** Writes the checkpoint of a walk if it is time to. */
    void maybeWrite(Supplier<MapCheckpoint> checkpoint) {
        if (isTime()) {
            write(checkpoint.get());
        }
    }

    /** Whether it is time to write. */
    boolean isTime() {
        return System.nanoTime() - lastWrite >= pause;
    }

    /** Writes the checkpoint of a walk now. */
    void write(MapCheckpoint checkpoint) {
        writeContents(out -> {
            before.write(out);
            checkpoint.write(out);
        });
    }

    /** Writes any contents now. */
    void writeContents(CheckpointFile.Writer contents) {
        long start = System.nanoTime();
        file.write(contents);
        lastWrite = System.nanoTime();
        pause = Math.max(intervalNanos, WRITE_SHARE * (lastWrite - start));
    }
}
