package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.BigArrays;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;

/**
 * How far the general path has got: within the peeling of transient states, or after it, with the marks and the checkpoint
 * of the walks. Contents of a {@link CheckpointFile}.
 *
 * <p>Marks only say what is true at any time ("not the least state of its cycle"), so they may be written at any moment
 * between two runs of the scheduler. Size: one or two bytes a state while peeling, then two bits a state at most.
 *
 * @param peel null once the transient states are known
 * @param levels states at preperiod 0, 1, …; empty while peeling
 * @param transients states on no cycle; null while peeling, and for a bijection
 * @param marks null while peeling
 * @param walks null while peeling
 */
record GeneralCheckpoint(
        @Nullable FunctionalGraphPeel peel,
        List<BigInteger> levels,
        @Nullable VisitedBitmap transients,
        @Nullable VisitedBitmap marks,
        @Nullable MapCheckpoint walks) {

    private static final int PEELING = 1;
    private static final int WALKING = 2;
    private static final int BLOCK_WORDS = 1 << 13;

    /** Writes a state of the peeling. */
    static void writePeeling(DataOutputStream out, FunctionalGraphPeel peel) throws IOException {
        out.writeByte(PEELING);
        peel.write(out);
    }

    /** Writes what comes before the checkpoint of the walks. */
    static void writeBeforeWalks(
            DataOutputStream out, List<BigInteger> levels, @Nullable VisitedBitmap transients, VisitedBitmap marks)
            throws IOException {
        out.writeByte(WALKING);
        out.writeLong(levels.size());
        for (BigInteger level : levels) {
            out.writeLong(level.longValueExact());
        }
        out.writeBoolean(transients != null);
        if (transients != null) {
            writeBitmap(out, transients);
        }
        writeBitmap(out, marks);
    }

    /** Reads what was written by either. */
    static GeneralCheckpoint read(DataInputStream in, StateMap map, MappingPlan plan) throws IOException {
        if (in.readByte() == PEELING) {
            return new GeneralCheckpoint(FunctionalGraphPeel.read(in, map), List.of(), null, null, null);
        }
        long height = in.readLong();
        List<BigInteger> levels = new ArrayList<>();
        for (long i = 0; i < height; i++) {
            levels.add(BigInteger.valueOf(in.readLong()));
        }
        VisitedBitmap transients = in.readBoolean() ? readBitmap(in, new VisitedBitmap(map.size())) : null;
        VisitedBitmap marks = readBitmap(in, new VisitedBitmap(map.size()));
        return new GeneralCheckpoint(
                null, List.copyOf(levels), transients, marks, MapCheckpoint.read(in, plan, map.size() - 1));
    }

    static void writeBitmap(DataOutputStream out, VisitedBitmap bitmap) throws IOException {
        long count = (bitmap.states() + 63) >>> 6;
        ByteBuffer block = ByteBuffer.allocate(8 * BLOCK_WORDS);
        for (long word = 0; word < count; word += BLOCK_WORDS) {
            int length = (int) Math.min(BLOCK_WORDS, count - word);
            // Segments are multiples of a block.
            block.asLongBuffer().put(bitmap.words()[BigArrays.segment(word)], BigArrays.displacement(word), length);
            out.write(block.array(), 0, 8 * length);
        }
    }

    /** Fills a bitmap of as many states. */
    static VisitedBitmap readBitmap(DataInputStream in, VisitedBitmap bitmap) throws IOException {
        long count = (bitmap.states() + 63) >>> 6;
        ByteBuffer block = ByteBuffer.allocate(8 * BLOCK_WORDS);
        for (long word = 0; word < count; word += BLOCK_WORDS) {
            int length = (int) Math.min(BLOCK_WORDS, count - word);
            in.readFully(block.array(), 0, 8 * length);
            block.asLongBuffer().get(bitmap.words()[BigArrays.segment(word)], BigArrays.displacement(word), length);
        }
        return bitmap;
    }
}
