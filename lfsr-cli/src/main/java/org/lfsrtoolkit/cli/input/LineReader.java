package org.lfsrtoolkit.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines of UTF-8 text: a byte-order mark at the start and CRLF line ends are accepted.
 *
 * <p>A line that is no UTF-8, holds a NUL byte or is too long is reported as a line with a problem, and reading goes on
 * after it. Memory: the longest line, at most {@code maximumLength} bytes. Threads: confined.
 */
final class LineReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final int maximumLength;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[256];
    private long number;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** @param maximumLength bytes in a line, above which it is passed over and reported */
    LineReader(InputStream in, int maximumLength) {
        this.in = in;
        this.maximumLength = maximumLength;
    }

    /**
     * The first bytes of the source, as many as one read gives; they will be read again by {@link #next()}. To be called
     * before the first line.
     */
    byte[] peek() throws IOException {
        if (position == limit) {
            fill();
        }
        return Arrays.copyOfRange(buffer, position, Math.max(position, limit));
    }

    /** The next line, or null at the end. */
    @Nullable TextLine next() throws IOException {
        int length = 0;
        long dropped = 0;
        boolean any = false;
        while (true) {
            if (position == limit && !fill()) {
                if (!any) {
                    return null;
                }
                break;
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int count = end - position;
            if (dropped > 0 || length + (long) count > maximumLength) {
                dropped += count + (long) length;
                length = 0;
            } else {
                if (length + count > line.length) {
                    line = Arrays.copyOf(line, Math.max(length + count, Math.min(2 * line.length, maximumLength)));
                }
                System.arraycopy(buffer, position, line, length, count);
                length += count;
            }
            boolean ended = end < limit;
            position = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        number++;
        if (dropped > 0) {
            return new TextLine(
                    number, "", (int) dropped, "line of " + dropped + " bytes, expected at most " + maximumLength);
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        int start = number == 1 && startsWithByteOrderMark(line, length) ? 3 : 0;
        return decode(start, length);
    }

    private TextLine decode(int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(line, start, length - start);
        int checksum = (int) crc.getValue();
        for (int i = start; i < length; i++) {
            if (line[i] == 0) {
                return new TextLine(number, "", checksum, "a NUL byte in column " + (i + 1) + ", expected UTF-8 text");
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(line, start, length - start);
        try {
            return new TextLine(number, decoder.decode(bytes).toString(), checksum, null);
        } catch (CharacterCodingException malformed) {
            return new TextLine(
                    number, "", checksum, "not UTF-8 after column " + bytes.position() + ", expected UTF-8 text");
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    static boolean startsWithByteOrderMark(byte[] bytes, int length) {
        return length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }
}
