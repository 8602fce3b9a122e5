package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;

/**
 * How far a map has got, as it is kept in a file: the plan, the round and position, the counts of the cycles found, how
 * much of the journal counts where a list is wanted, and the segments walked so far.
 *
 * <p>The file is big-endian binary: a magic word, the SHA-256 of what is mapped, the numbers, and a CRC-32C over all of
 * it. It is written to a temporary file beside it, forced to the disk and renamed, so that a kill at any moment leaves
 * the old file or the new one.
 *
 * @param plan anchors of both rounds
 * @param round 0 or 1 for the segments of that round, 2 for candidates, 3 when the map is complete
 * @param position first anchor not yet walked, or first candidate not yet tested
 * @param counts {length : count} of the cycles found
 * @param journal how much of the {@link CycleJournal} counts; empty if no list is wanted
 * @param table the table of a round, filled below position; null in rounds 2 and 3
 */
record MapCheckpoint(
        MappingPlan plan,
        int round,
        long position,
        Long2LongOpenHashMap counts,
        CycleJournal.Mark journal,
        @Nullable SegmentTable table) {

    static final int CANDIDATES = 2;
    static final int COMPLETE = 3;

    private static final long MAGIC = 0x4C4653524D415032L;
    private static final int BUFFER = 1 << 20;

    /**
     * Replaces the file.
     *
     * @param identity 32 bytes that tell maps apart
     */
    void write(Path file, byte[] identity) {
        Path temporary = CheckpointFiles.temporary(file);
        try {
            try (FileChannel channel = FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    CheckedOutputStream checked =
                            new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER))) {
                writeBody(out, identity);
                out.flush();
                out.writeLong(checked.getChecksum().getValue());
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void writeBody(DataOutputStream out, byte[] identity) throws IOException {
        out.writeLong(MAGIC);
        out.write(identity);
        out.writeLong(plan.anchors());
        out.writeLong(plan.refinedAnchors());
        out.writeInt(round);
        out.writeLong(position);
        out.writeInt(counts.size());
        for (var entry : counts.long2LongEntrySet()) {
            out.writeLong(entry.getLongKey());
            out.writeLong(entry.getLongValue());
        }
        out.writeLong(journal.bytes());
        out.writeLong(journal.checksum());
        if (table != null) {
            int filled = (int) (position - table.low());
            for (int i = 0; i < filled; i++) {
                out.writeInt(table.next()[i]);
                out.writeLong(table.distance()[i]);
            }
        }
    }

    /**
     * Reads a file.
     *
     * @param plan the present plan, for what the file does not say
     * @param last last index of the map
     * @throws CheckpointException if the file is no checkpoint, damaged, or of another map
     */
    static MapCheckpoint read(Path file, byte[] identity, MappingPlan plan, long last) {
        try (CheckedInputStream checked = new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER), new CRC32C());
                DataInputStream in = new DataInputStream(checked)) {
            long magic = in.readLong();
            if (magic != MAGIC) {
                throw new CheckpointException("checkpoint " + file + " is not one of this program");
            }
            byte[] found = in.readNBytes(identity.length);
            boolean foreign = !Arrays.equals(found, identity);
            MapCheckpoint checkpoint = foreign ? null : readBody(in, file, plan, last);
            if (checkpoint == null) {
                throw new CheckpointException("checkpoint " + file
                        + " belongs to another map, or to a run that lists cycles where this one" + " does not");
            }
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum || in.read() >= 0) {
                throw damaged(file, "its checksum does not fit");
            }
            return checkpoint;
        } catch (EOFException e) {
            throw damaged(file, "it ends too early");
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static CheckpointException damaged(Path file, String how) {
        return new CheckpointException("checkpoint " + file + " is damaged: " + how);
    }

    private static MapCheckpoint readBody(DataInputStream in, Path file, MappingPlan plan, long last)
            throws IOException {
        long anchors = in.readLong();
        long refined = in.readLong();
        int round = in.readInt();
        long position = in.readLong();
        long low = round == 1 ? anchors : 0;
        long bound = round == 1 ? refined : anchors;
        boolean walking = round == 0 || round == 1;
        if (anchors < 1
                || anchors > SegmentTable.MAX_ANCHORS
                || refined < 0
                || refined - anchors > SegmentTable.MAX_ANCHORS
                || round < 0
                || round > COMPLETE
                || position < low
                || position - 1 > (walking ? bound - 1 : last)) {
            throw damaged(file, "its numbers are out of range");
        }
        Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
        int lengths = in.readInt();
        for (int i = 0; i < lengths; i++) {
            long length = in.readLong();
            counts.put(length, in.readLong());
        }
        CycleJournal.Mark journal = new CycleJournal.Mark(in.readLong(), in.readLong());
        SegmentTable table = null;
        if (walking) {
            table = new SegmentTable(low, bound);
            int filled = (int) (position - low);
            for (int i = 0; i < filled; i++) {
                table.next()[i] = in.readInt();
                table.distance()[i] = in.readLong();
            }
        }
        return new MapCheckpoint(
                new MappingPlan(
                        anchors,
                        refined,
                        plan.candidateBudget(),
                        plan.listedWindow(),
                        plan.candidateUnits(),
                        plan.bytes()),
                round,
                position,
                counts,
                journal,
                table);
    }
}
