package org.lfsrtoolkit.parallel.statespace;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A checkpoint as a file, whatever is in it: a magic word, the SHA-256 of what is mapped, the contents, and a CRC-32C over
 * all of it.
 *
 * <p>It is written to a temporary file beside it, forced to the disk and renamed, so that a kill at any moment leaves the
 * old file or the new one. It is read twice: contents are taken to pieces only when the checksum fits, so that no damaged
 * number is believed. Memory: buffers of 1 MiB. Not thread-safe.
 */
final class CheckpointFile {

    private static final long MAGIC = 0x4C4653524D415033L;
    private static final int BUFFER = 1 << 20;
    private static final int CHECKSUM_BYTES = 8;

    private final Path path;
    private final byte[] identity;

    /** Writes the contents. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads contents whose checksum fits. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** @param identity 32 bytes that tell maps apart */
    CheckpointFile(Path path, byte[] identity) {
        this.path = path;
        this.identity = identity;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The file of the cycles passed on. */
    Path journal() {
        return CheckpointFiles.journal(path);
    }

    /** Replaces the file. */
    void write(Writer contents) {
        Path temporary = CheckpointFiles.temporary(path);
        try {
            try (FileChannel channel = FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    CheckedOutputStream checked =
                            new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER))) {
                out.writeLong(MAGIC);
                out.write(identity);
                contents.write(out);
                out.flush();
                out.writeLong(checked.getChecksum().getValue());
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the file.
     *
     * @throws CheckpointException if it is no checkpoint, damaged, or of another map
     */
    <T> T read(Reader<T> contents) {
        try {
            verify();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
                in.skipNBytes(Long.BYTES + identity.length);
                return contents.read(in);
            }
        } catch (EOFException e) {
            throw damaged("it ends too early");
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void verify() throws IOException {
        long size = Files.size(path);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            CRC32C sum = new CRC32C();
            byte[] head = raw.readNBytes(Long.BYTES + identity.length);
            sum.update(head);
            byte[] magic = new byte[Long.BYTES];
            java.nio.ByteBuffer.wrap(magic).putLong(MAGIC);
            if (!Arrays.equals(magic, Arrays.copyOf(head, Long.BYTES))) {
                throw new CheckpointException("checkpoint " + path + " is not one of this program");
            }
            if (head.length < Long.BYTES + identity.length) {
                throw damaged("it ends too early");
            }
            if (!Arrays.equals(identity, Arrays.copyOfRange(head, Long.BYTES, head.length))) {
                throw new CheckpointException("checkpoint " + path
                        + " belongs to another map, or to a run that took another route or lists cycles where this one"
                        + " does not");
            }
            byte[] block = new byte[BUFFER];
            long left = size - head.length - CHECKSUM_BYTES;
            if (left < 0) {
                throw damaged("it ends too early");
            }
            while (left > 0) {
                int count = raw.read(block, 0, (int) Math.min(left, block.length));
                if (count < 0) {
                    throw damaged("it ends too early");
                }
                sum.update(block, 0, count);
                left -= count;
            }
            byte[] stored = raw.readNBytes(CHECKSUM_BYTES);
            if (stored.length < CHECKSUM_BYTES
                    || java.nio.ByteBuffer.wrap(stored).getLong() != sum.getValue()
                    || raw.read() >= 0) {
                throw damaged("its checksum does not fit");
            }
        }
    }

    private CheckpointException damaged(String how) {
        return new CheckpointException("checkpoint " + path + " is damaged: " + how);
    }
}
