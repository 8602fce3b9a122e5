package org.lfsrtoolkit.core.sequence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A sequence over a small field GF(p^k) as rows of λ symbols, λ a power of q, each symbol k digits in packed rows.
 *
 * <p>row(n + d) = Σ c_j·row(n + j), as in {@link RowRecurrence}; multiplication by c_j is a k×k matrix over GF(p), so every
 * digit row of the new row is a combination of digit rows. Fields: q ≤ 256 with p = 2 or 3, and primes up to 13.
 *
 * <p>Cost: up to k² row operations of {@link DigitKernel} a tap. Memory: (d + d/4) rows. Threads: not safe.
 */
final class PackedRows implements CodeRows {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final DigitKernel kernel;
    private final int characteristic;
    private final int digits;
    private final int length;
    private final int degree;
    /** Arrays of one row. */
    private final int stride;
    /** For each digit, the digit rows it is a combination of, as offsets in {@link #rows}. */
    private final int[][] sources;

    private final int[][] coefficients;
    private final long[][] rows;
    /** The codes of the present row, eight in a word. */
    private final long[] bytes;

    private int base;

    private PackedRows(FiniteField field, DigitKernel kernel, long[] c, int length, byte[] codes) {
        this.kernel = kernel;
        this.characteristic = (int) field.characteristic();
        this.digits = field.extensionDegree();
        this.length = length;
        this.degree = c.length;
        this.stride = digits * kernel.arrays();
        this.sources = new int[digits][];
        this.coefficients = new int[digits][];
        for (int l = 0; l < digits; l++) {
            collect(field, c, l);
        }
        this.rows = new long[(degree + Math.max(16, degree / 4)) * stride][kernel.words(length)];
        this.bytes = new long[(length + 7) / 8];
        for (int n = 0; n < degree; n++) {
            for (int t = 0; t < length; t++) {
                int code = codes[n * length + t] & 0xFF;
                for (int l = 0; code != 0; l++) {
                    kernel.set(rows, n * stride + l * kernel.arrays(), t, code % characteristic);
                    code /= characteristic;
                }
            }
        }
    }

    /** Whether there is a kernel for the field. */
    static boolean supports(FiniteField field) {
        long p = field.characteristic();
        return field.cardinality() <= 256 && (p <= 3 || p <= 13 && field.extensionDegree() == 1);
    }

    /**
     * The rows that follow.
     *
     * @param field one that {@link #supports}
     * @param c the coefficients of the recurrence
     * @param length λ, a power of q
     * @param codes the first λd symbols
     */
    static PackedRows of(FiniteField field, long[] c, int length, byte[] codes) {
        return new PackedRows(field, DigitKernel.of((int) field.characteristic(), length), c, length, codes);
    }

    /** Digit l of Σ c_j·s_j in terms of the digits of the s_j. */
    private void collect(FiniteField field, long[] c, int l) {
        List<int[]> found = new ArrayList<>();
        for (int j = 0; j < degree; j++) {
            long unit = 1;
            for (int m = 0; m < digits && c[j] != 0; m++) {
                long image = field.multiply(c[j], unit);
                for (int i = 0; i < l; i++) {
                    image /= characteristic;
                }
                if (image % characteristic != 0) {
                    found.add(new int[] {j * stride + m * kernel.arrays(), (int) (image % characteristic)});
                }
                unit *= characteristic;
            }
        }
        found.sort((a, b) -> Integer.compare(b[1], a[1]));
        sources[l] = found.stream().mapToInt(source -> source[0]).toArray();
        coefficients[l] = found.stream().mapToInt(source -> source[1]).toArray();
    }

    @Override
    public void next(byte[] codes) {
        int history = degree * stride;
        if ((base + 1) * stride + history > rows.length) {
            long[][] old = rows.clone();
            int moved = base * stride;
            System.arraycopy(old, moved, rows, 0, history);
            System.arraycopy(old, 0, rows, history, moved);
            System.arraycopy(old, history + moved, rows, history + moved, rows.length - history - moved);
            base = 0;
        }
        int from = base * stride;
        int target = from + history;
        for (int l = 0; l < digits; l++) {
            kernel.combine(rows, target + l * kernel.arrays(), from, sources[l], coefficients[l]);
        }
        base++;
        Arrays.fill(bytes, 0);
        int weight = 1;
        for (int l = 0; l < digits; l++) {
            kernel.spread(rows, target + l * kernel.arrays(), weight, bytes);
            weight *= characteristic;
        }
        for (int g = 0; g < bytes.length; g++) {
            EIGHT.set(codes, 8 * g, bytes[g]);
        }
    }
}
