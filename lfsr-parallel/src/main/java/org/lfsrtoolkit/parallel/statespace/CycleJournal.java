package org.lfsrtoolkit.parallel.statespace;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The cycles passed on so far, in a file beside the checkpoint of a map whose cycles are listed: a map that is continued
 * tells them again from there.
 *
 * <p>The file is only ever appended to. An entry is the representative less the one before, then the length, both with
 * seven bits a byte, lowest first, the top bit set in all bytes but the last: three to six bytes for most cycles. A
 * checkpoint holds a {@link Mark}: how many bytes count, and their CRC-32C; what was appended later is cut off again when
 * the map is continued.
 *
 * <p>Memory: one buffer of 64 KiB. Not thread-safe: used by the thread that maps.
 */
final class CycleJournal implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ENTRY = 20;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    /** Of all bytes flushed. */
    private final CRC32C checksum;

    private long bytes;
    private long last = -1;

    /**
     * How far a journal counts.
     *
     * @param bytes length of the part that counts
     * @param checksum CRC-32C of that part
     */
    record Mark(long bytes, long checksum) {

        /** Of an empty journal, or none. */
        static final Mark EMPTY = new Mark(0, 0);
    }

    private CycleJournal(Path file, FileChannel channel, CRC32C checksum) {
        this.checksum = checksum;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a journal and tells the cycles that count.
     *
     * @param mark {@link Mark#EMPTY} for a new one
     * @throws CheckpointException if the file does not go with the mark; the sink has been told nothing then
     */
    static CycleJournal open(Path file, Mark mark, CycleSink sink) {
        try {
            CRC32C checksum = verified(file, mark);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            CycleJournal journal = new CycleJournal(file, channel, checksum);
            try {
                channel.truncate(mark.bytes()).position(mark.bytes());
                journal.replay(mark, sink);
                return journal;
            } catch (Throwable thrown) {
                channel.close();
                throw thrown;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cycles " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The checksum of the part that counts. */
    private static CRC32C verified(Path file, Mark mark) throws IOException {
        CRC32C sum = new CRC32C();
        long left = mark.bytes();
        if (left > 0 && Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] block = new byte[BUFFER];
                while (left > 0) {
                    int count = in.read(block, 0, (int) Math.min(left, block.length));
                    if (count < 0) {
                        break;
                    }
                    sum.update(block, 0, count);
                    left -= count;
                }
            }
        }
        if (left > 0 || sum.getValue() != mark.checksum()) {
            throw new CheckpointException("checkpoint cannot be continued: the cycles found before, in " + file
                    + ", are " + (left > 0 ? "missing" : "damaged"));
        }
        return sum;
    }

    private void replay(Mark mark, CycleSink sink) throws IOException {
        if (mark.bytes() > 0) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                while (bytes < mark.bytes()) {
                    last += read(in);
                    sink.accept(last, read(in));
                }
            }
        }
    }

    private long read(InputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it ends within an entry");
            }
            bytes++;
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    /** Appends a cycle; representatives ascend. */
    void add(long representative, long length) {
        assert representative > last : "representative = " + representative + " after " + last;
        if (buffer.remaining() < LONGEST_ENTRY) {
            flush();
        }
        put(representative - last);
        put(length);
        last = representative;
    }

    private void put(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    private void flush() {
        buffer.flip();
        checksum.update(buffer.array(), 0, buffer.limit());
        bytes += buffer.limit();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cycles " + file + " cannot be written: " + e.getMessage(), e);
        }
        buffer.clear();
    }

    /** Forces all to the disk; what a checkpoint is to hold. */
    Mark mark() {
        flush();
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("cycles " + file + " cannot be written: " + e.getMessage(), e);
        }
        return new Mark(bytes, checksum.getValue());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cycles " + file + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
