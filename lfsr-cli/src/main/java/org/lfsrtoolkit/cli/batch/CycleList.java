package org.lfsrtoolkit.cli.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lfsrtoolkit.cli.analysis.UncheckedOutputException;
import org.lfsrtoolkit.cli.report.CsvRowFormat;
import org.lfsrtoolkit.parallel.statespace.EncodedCycles;
import org.lfsrtoolkit.parallel.statespace.EncodingCycleSink;

/**
 * Every cycle as a CSV line {@code id,representative,length}, representatives ascending within a row. The lines are formatted
 * by the workers of the mapper and written by the thread that called it.
 */
final class CycleList implements EncodingCycleSink {

    static final String HEADER = "id,representative,length\n";

    private static final int LONGEST_LONG = 20;

    private final PartialFile file;
    /** The id and a comma. */
    private byte[] start = new byte[0];

    private final EncodedCycles single = new EncodedCycles();
    private long rowStart;

    CycleList(PartialFile file) {
        this.file = file;
    }

    /** What follows are the cycles of that row. */
    void begin(String id) {
        byte[] cell = CsvRowFormat.line(id).strip().getBytes(StandardCharsets.UTF_8);
        start = Arrays.copyOf(cell, cell.length + 1);
        start[cell.length] = ',';
        rowStart = file.length();
    }

    @Override
    public void accept(long representative, long length) {
        int from = single.size();
        encode(representative, length, single);
        write(single.room(0), from, single.size());
        single.clear();
    }

    @Override
    public void encode(long representative, long length, EncodedCycles out) {
        byte[] bytes = out.room(longestEncoding());
        int end = out.size();
        System.arraycopy(start, 0, bytes, end, start.length);
        end = append(bytes, representative, end + start.length);
        bytes[end] = ',';
        end = append(bytes, length, end + 1);
        bytes[end] = '\n';
        out.appended(end + 1);
    }

    @Override
    public int longestEncoding() {
        return start.length + 2 * LONGEST_LONG + 2;
    }

    @Override
    public void write(byte[] bytes, int from, int to) {
        try {
            file.write(bytes, from, to);
        } catch (IOException failed) {
            throw new UncheckedOutputException(failed);
        }
    }

    /** Writes the decimal digits of n ≥ 0 from a position on and returns the one after them. */
    private static int append(byte[] bytes, long n, int from) {
        int digits = 1;
        for (long rest = n; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = n;
        for (int i = from + digits - 1; i >= from; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return from + digits;
    }

    /** Drops the cycles of the present row: its walk did not end. */
    void takeBack() {
        try {
            file.truncate(rowStart);
        } catch (IOException failed) {
            throw new UncheckedOutputException(failed);
        }
    }
}
