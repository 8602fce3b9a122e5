package org.lfsrtoolkit.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text resource whose lines begin with two non-negative integers and are sorted by them, looked up by binary search.
 *
 * <p>Nothing is parsed beforehand: a look-up reads about log2(lines) line heads and returns the rest of one line. Lines
 * that start with {@code #} stand only at the top. The file holds ASCII and ends with a line feed.
 *
 * <p>Cost: O(log lines) a look-up, a few microseconds; the bytes of the file stay in memory. Threads: immutable.
 */
final class SortedTextTable {

    private final byte[] text;
    private final int start;

    private SortedTextTable(byte[] text) {
        this.text = text;
        int from = 0;
        while (from < text.length && text[from] == '#') {
            from = nextLine(from);
        }
        start = from;
    }

    /** Reads a resource of this package. */
    static SortedTextTable load(String resourceName) {
        try (InputStream in = SortedTextTable.class.getResourceAsStream(resourceName)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resourceName + " is missing from the library");
            }
            return new SortedTextTable(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read resource " + resourceName, failure);
        }
    }

    /** What follows the two keys on their line, without the separating blank; null if there is no such line. */
    @Nullable String find(long first, long second) {
        int low = start;
        int high = text.length;
        while (low < high) {
            int line = lineStart((low + high) >>> 1);
            long[] keys = new long[2];
            int end = readKeys(line, keys);
            int order = Long.compare(keys[0], first);
            if (order == 0) {
                order = Long.compare(keys[1], second);
            }
            if (order == 0) {
                int stop = nextLine(line) - 1;
                return end >= stop ? "" : new String(text, end + 1, stop - end - 1, StandardCharsets.ISO_8859_1);
            }
            if (order < 0) {
                low = nextLine(line);
            } else {
                high = line;
            }
        }
        return null;
    }

    /** Reads two decimal keys from position {@code at}; returns the position behind the second. */
    private int readKeys(int at, long[] keys) {
        int i = at;
        for (int k = 0; k < 2; k++) {
            long value = 0;
            while (text[i] >= '0' && text[i] <= '9') {
                value = 10 * value + (text[i++] - '0');
            }
            keys[k] = value;
            if (k == 0) {
                i++;
            }
        }
        return i;
    }

    private int lineStart(int position) {
        int i = position;
        while (i > start && text[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    private int nextLine(int position) {
        int i = position;
        while (text[i] != '\n') {
            i++;
        }
        return i + 1;
    }
}
