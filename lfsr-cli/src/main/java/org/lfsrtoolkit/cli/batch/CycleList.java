package org.lfsrtoolkit.cli.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lfsrtoolkit.cli.analysis.UncheckedOutputException;
import org.lfsrtoolkit.cli.report.CsvRowFormat;
import org.lfsrtoolkit.parallel.statespace.CycleSink;

/** Every cycle as a CSV line {@code id,representative,length}, representatives ascending within a row. */
final class CycleList implements CycleSink {

    static final String HEADER = "id,representative,length\n";

    private static final int LONGEST_LONG = 20;

    private final PartialFile file;
    private byte[] line = new byte[0];
    private int idLength;
    private long rowStart;

    CycleList(PartialFile file) {
        this.file = file;
    }

    /** What follows are the cycles of that row. */
    void begin(String id) {
        byte[] cell = CsvRowFormat.line(id).strip().getBytes(StandardCharsets.UTF_8);
        idLength = cell.length;
        line = java.util.Arrays.copyOf(cell, idLength + 2 * LONGEST_LONG + 3);
        rowStart = file.length();
    }

    @Override
    public void accept(long representative, long length) {
        line[idLength] = ',';
        int end = append(representative, idLength + 1);
        line[end] = ',';
        end = append(length, end + 1);
        line[end] = '\n';
        try {
            file.write(line, end + 1);
        } catch (IOException failed) {
            throw new UncheckedOutputException(failed);
        }
    }

    /** Writes the decimal digits of n ≥ 0 from a position on and returns the one after them. */
    private int append(long n, int from) {
        int digits = 1;
        for (long rest = n; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = n;
        for (int i = from + digits - 1; i >= from; i--) {
            line[i] = (byte) ('0' + rest % 10);
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
