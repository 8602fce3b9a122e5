package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * The symbols of a sequence over a small field after its first λd, from {@link PackedRows} or {@link ByteRows}: first rows of λ symbols, then, as
 * soon as there are enough of them, rows of a higher power of q.
 *
 * <p>Memory: that of the rows; until they are wide, a byte a symbol. Threads: not safe.
 */
final class PackedSequence implements SymbolSource {

    private static final int MAX_LENGTH = 8192;
    private static final int MAX_SYMBOLS = 1 << 22;

    private final FiniteField field;
    private final long[] coefficients;
    private final int wide;
    private int length;
    /** The first λd symbols, which the caller owns. */
    private final long[] begin;
    /** All symbols so far; null once rows are wide. */
    private byte @Nullable [] prefix;

    private int known;
    private @Nullable CodeRows rows;
    /** The present row, and how much of it was handed out. */
    private byte[] row;

    private int taken;

    /**
     * @param field one that {@link PackedRows#supports}
     * @param length λ, a power of q
     * @param begin the first λd symbols
     */
    PackedSequence(FiniteField field, long[] coefficients, int length, long[] begin) {
        this.field = field;
        this.coefficients = coefficients;
        this.length = length;
        this.begin = begin;
        long q = field.cardinality();
        int most = length;
        while (most * q <= MAX_LENGTH && most * q * coefficients.length <= MAX_SYMBOLS) {
            most *= (int) q;
        }
        this.wide = most;
        this.row = new byte[0];
        this.taken = length;
    }

    @Override
    public void next(long[] target, int from, int count) {
        int written = 0;
        while (written < count) {
            if (taken == length) {
                advance();
            }
            int part = Math.min(length - taken, count - written);
            widen(row, taken, target, from + written, part);
            taken += part;
            written += part;
        }
    }

    private static void widen(byte[] codes, int at, long[] target, int from, int count) {
        for (int i = 0; i < count; i++) {
            target[from + i] = codes[at + i] & 0xFF;
        }
    }

    private void advance() {
        CodeRows source = rows;
        if (source == null) {
            byte[] codes = new byte[begin.length];
            for (int t = 0; t < codes.length; t++) {
                codes[t] = (byte) begin[t];
            }
            source = start(codes);
            prefix = wide == length ? null : codes;
            known = codes.length;
        } else if (prefix != null && known == wide * coefficients.length) {
            length = wide;
            source = start(prefix);
            prefix = null;
        }
        source.next(row);
        taken = 0;
        if (prefix != null) {
            if (known + length > prefix.length) {
                prefix = Arrays.copyOf(prefix, Math.min(wide * coefficients.length, 2 * (known + length)));
            }
            System.arraycopy(row, 0, prefix, known, length);
            known += length;
        }
    }

    private CodeRows start(byte[] codes) {
        CodeRows made = ByteRows.serves(field)
                ? new ByteRows(field, coefficients, length, codes)
                : PackedRows.of(field, coefficients, length, codes);
        rows = made;
        row = new byte[(length + 7) / 8 * 8];
        return made;
    }
}
