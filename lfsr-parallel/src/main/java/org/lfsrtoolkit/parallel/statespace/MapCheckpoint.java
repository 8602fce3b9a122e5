package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;

/**
 * How far a map has got, as it is kept in a file: the plan, the round and position, the counts of the cycles found, how
 * much of the journal counts where a list is wanted, and the segments walked so far.
 *
 * <p>These are the contents of a {@link CheckpointFile}, or their last part; big-endian.
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

    /** Writes all of it. */
    void write(DataOutputStream out) throws IOException {
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
     * Reads what {@link #write} wrote.
     *
     * @param plan the present plan, for what the file does not say
     * @param last last index of the map
     * @throws CheckpointException if it does not go with a map of that size
     */
    static MapCheckpoint read(DataInputStream in, MappingPlan plan, long last) throws IOException {
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
            throw new CheckpointException("checkpoint cannot be continued: its numbers are out of range");
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
