package org.lfsrtoolkit.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written beside its place, as {@code NAME.part}, and moved there when it is whole.
 *
 * <p>Threads: confined.
 */
final class PartialFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    /** Bytes in the channel before the buffer's. */
    private long flushed;

    private PartialFile(Path target, FileChannel channel, long length) {
        this.target = target;
        this.part = partOf(target);
        this.channel = channel;
        this.flushed = length;
    }

    /** Where a file is while it is not whole. */
    static Path partOf(Path target) {
        Path name = target.getFileName();
        return target.resolveSibling((name == null ? "output" : name.toString()) + ".part");
    }

    /** Starts with nothing; an earlier part is replaced. */
    static PartialFile create(Path target) throws IOException {
        return new PartialFile(
                target,
                FileChannel.open(
                        partOf(target),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING),
                0);
    }

    /** Goes on behind the first bytes of an existing part; what follows them is dropped. */
    static PartialFile reopen(Path target, long length) throws IOException {
        FileChannel channel = FileChannel.open(partOf(target), StandardOpenOption.WRITE);
        channel.truncate(length);
        channel.position(length);
        return new PartialFile(target, channel, length);
    }

    /** CRC-32C of the first bytes of an existing part, to be continued, or null if it is shorter. */
    static @Nullable CRC32C checksum(Path target, long length) throws IOException {
        CRC32C crc = new CRC32C();
        try (FileChannel in = FileChannel.open(partOf(target), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
            long left = length;
            while (left > 0) {
                bytes.clear().limit((int) Math.min(bytes.capacity(), left));
                int count = in.read(bytes);
                if (count < 0) {
                    return null;
                }
                left -= count;
                crc.update(bytes.flip());
            }
        }
        return crc;
    }

    Path target() {
        return target;
    }

    /** Bytes written so far. */
    long length() {
        return flushed + buffer.position();
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    /** Writes the bytes from..to−1 of an array. */
    void write(byte[] bytes, int from, int to) throws IOException {
        int next = from;
        while (next < to) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(buffer.remaining(), to - next);
            buffer.put(bytes, next, count);
            next += count;
        }
    }

    /** Hands everything to the operating system. */
    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            flushed += channel.write(buffer);
        }
        buffer.clear();
    }

    /** Hands everything to the disk. */
    void force() throws IOException {
        flush();
        channel.force(false);
    }

    /** Takes back what was written behind the first bytes. */
    void truncate(long length) throws IOException {
        flush();
        channel.truncate(length);
        channel.position(length);
        flushed = length;
    }

    /** Moves the file to its place, over what is there. */
    void commit() throws IOException {
        force();
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was written. */
    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    /** Keeps what was written, as a part. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            force();
            channel.close();
        }
    }
}
