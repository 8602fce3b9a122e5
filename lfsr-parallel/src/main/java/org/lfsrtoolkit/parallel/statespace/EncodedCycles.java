package org.lfsrtoolkit.parallel.statespace;

import java.util.Arrays;

/** Bytes that one worker appends the cycles of its batches to. Not thread-safe. */
public final class EncodedCycles {

    private static final int FIRST_BYTES = 1 << 12;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /**
     * The array to append to, from {@link #size} on.
     *
     * @param more bytes that it has room for at least
     */
    public byte[] room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + bytes.length / 2));
        }
        return bytes;
    }

    /** Bytes appended so far. */
    public int size() {
        return size;
    }

    /** Says up to where bytes have been appended. */
    public void appended(int end) {
        assert size <= end && end <= bytes.length : "end = " + end;
        size = end;
    }

    /** Forgets all bytes. */
    public void clear() {
        size = 0;
    }

    /** The bytes; not a copy, and replaced by a larger array when more are appended. */
    byte[] bytes() {
        return bytes;
    }
}
