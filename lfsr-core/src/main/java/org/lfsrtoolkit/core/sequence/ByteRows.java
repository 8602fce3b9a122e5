package org.lfsrtoolkit.core.sequence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A sequence over GF(2^7) or GF(2^8) as rows of λ = q symbols, a byte each: planes of bits would be a few words only.
 *
 * <p>row(n + d) = Σ c_j·row(n + j) = Σ a^b·(exclusive or of the rows whose c_j has bit b), by Horner's rule: so a row takes only k
 * multiplications, by a, eight bytes at a time.
 *
 * <p>Cost: k/2 exclusive ors of a row for each tap of many, six in one pass. Memory: 5/4·λd bytes. Threads: not safe.
 */
final class ByteRows implements CodeRows {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 8;

    private final int digits;
    private final int degree;
    /** The code of a^k. */
    private final long modulus;
    /** [b]: the j for which c_j has bit b. */
    private final int[][] taps;

    private final long[][] rows;
    private final long[] zero;
    private final long[] part;
    private int base;

    /**
     * @param field one that {@link #serves}
     * @param c the coefficients of the recurrence
     * @param length λ, a power of q
     * @param codes the first λd symbols
     */
    ByteRows(FiniteField field, long[] c, int length, byte[] codes) {
        this.digits = field.extensionDegree();
        this.degree = c.length;
        long low = 0;
        for (int i = 0; i < digits; i++) {
            low |= field.modulus()[i] << i;
        }
        this.modulus = low;
        this.taps = new int[digits][];
        for (int b = 0; b < digits; b++) {
            int bit = b;
            taps[b] = IntStream.range(0, degree)
                    .filter(j -> (c[j] >>> bit & 1) != 0)
                    .toArray();
        }
        int words = length / 8;
        this.rows = new long[degree + Math.max(16, degree / 4)][words];
        for (int n = 0; n < degree; n++) {
            for (int w = 0; w < words; w++) {
                rows[n][w] = (long) EIGHT.get(codes, n * length + 8 * w);
            }
        }
        this.zero = new long[words];
        this.part = new long[words];
    }

    static boolean serves(FiniteField field) {
        return field.characteristic() == 2
                && field.extensionDegree() >= LEAST_DIGITS
                && field.extensionDegree() <= MOST_DIGITS;
    }

    @Override
    public void next(byte[] codes) {
        if (base + degree == rows.length) {
            // The rows that fell out of use become room for new ones.
            long[][] old = rows.clone();
            System.arraycopy(old, base, rows, 0, degree);
            System.arraycopy(old, 0, rows, degree, base);
            base = 0;
        }
        long[] sum = rows[base + degree];
        Arrays.fill(sum, 0);
        for (int b = digits - 1; b >= 0; b--) {
            TapRecurrence.combine(rows, base, taps[b], zero, part);
            timesGeneratorPlus(sum, part, digits - 1, ONES * ((1L << digits) - 2), modulus);
        }
        base++;
        for (int w = 0; w < sum.length; w++) {
            EIGHT.set(codes, 8 * w, sum[w]);
        }
    }

    /** sum = a·sum + part. */
    private static void timesGeneratorPlus(long[] sum, long[] part, int top, long upperBits, long modulus) {
        for (int w = 0; w < sum.length; w++) {
            long word = sum[w];
            sum[w] = word << 1 & upperBits ^ (word >>> top & ONES) * modulus ^ part[w];
        }
    }
}
