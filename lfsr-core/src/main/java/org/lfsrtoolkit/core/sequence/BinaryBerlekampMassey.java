package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * The Berlekamp–Massey algorithm over GF(2), 64 coefficients an operation, fed one bit at a time.
 *
 * <p>The same answer as {@link BerlekampMassey}, term for term. Cost: about L/64 word operations a term and as many again
 * when the discrepancy is 1; 20,000 bits take 3 million word operations each way. Memory: 3N bits. Threads: not safe.
 * Source: [Massey1969].
 */
public final class BinaryBerlekampMassey {

    /*
     * window holds the last L terms reversed, bit i = s(t − i): the discrepancy is the parity of C & window. Shifting the
     * window by one each term would cost as much as the discrepancy itself, so the terms are kept once, reversed, in a
     * buffer that fills from the top: term t is bit (capacity − 1 − t), and the window is the buffer read from that bit.
     */
    private long[] reversed = new long[2];
    private int count;
    private long[] connection = {1};
    private long[] previous = {1};
    private int connectionDegree;
    private int previousDegree;
    private int linearComplexity;
    private int gap = 1;

    /** The shortest recurrence of the first {@code terms} bits; bit t is bit t mod 64 of word t / 64. */
    public static ShortestRecurrence of(FiniteField binaryField, long[] words, int terms) {
        BinaryBerlekampMassey state = new BinaryBerlekampMassey();
        for (int t = 0; t < terms; t++) {
            state.accept((int) (words[t >>> 6] >>> t) & 1);
        }
        return state.recurrence(binaryField);
    }

    /** Takes the next bit, 0 or 1, and returns the linear complexity of all bits so far. */
    public int accept(int bit) {
        assert bit == 0 || bit == 1 : "bit = " + bit;
        int capacity = reversed.length << 6;
        if (count == capacity) {
            long[] larger = new long[Math.multiplyExact(2, reversed.length)];
            System.arraycopy(reversed, 0, larger, reversed.length, reversed.length);
            reversed = larger;
            capacity = larger.length << 6;
        }
        int position = capacity - 1 - count;
        reversed[position >>> 6] |= (long) bit << position;
        count++;
        if (discrepancy(position) == 0) {
            gap++;
        } else {
            correct();
        }
        return linearComplexity;
    }

    private int discrepancy(int position) {
        int words = (connectionDegree >>> 6) + 1;
        int from = position >>> 6;
        int shift = position & 63;
        long[] c = connection;
        long[] r = reversed;
        long sum = 0;
        if (shift == 0) {
            for (int i = 0; i < words; i++) {
                sum ^= c[i] & r[from + i];
            }
        } else {
            int last = Math.min(words, r.length - from - 1);
            for (int i = 0; i < last; i++) {
                sum ^= c[i] & ((r[from + i] >>> shift) | (r[from + i + 1] << -shift));
            }
            if (last < words) {
                sum ^= c[last] & (r[from + last] >>> shift);
            }
        }
        return Long.bitCount(sum) & 1;
    }

    private void correct() {
        int degree = Math.max(connectionDegree, previousDegree + gap);
        int words = (degree >>> 6) + 1;
        boolean grows = 2L * linearComplexity <= count - 1;
        long[] target = grows || connection.length < words
                ? Arrays.copyOf(connection, Math.max(words, connection.length))
                : connection;
        xorShifted(target, previous, (previousDegree >>> 6) + 1, gap);
        if (grows) {
            previous = connection;
            previousDegree = connectionDegree;
            linearComplexity = count - linearComplexity;
            gap = 1;
        } else {
            gap++;
        }
        connection = target;
        connectionDegree = degreeBelow(target, words);
    }

    /** target ^= source · x^shift; bits above the target's last word are zero in the product. */
    private static void xorShifted(long[] target, long[] source, int sourceWords, int shift) {
        int offset = shift >>> 6;
        int bits = shift & 63;
        if (bits == 0) {
            for (int i = 0; i < sourceWords; i++) {
                target[offset + i] ^= source[i];
            }
            return;
        }
        long carry = 0;
        for (int i = 0; i < sourceWords; i++) {
            target[offset + i] ^= (source[i] << bits) | carry;
            carry = source[i] >>> -bits;
        }
        if (carry != 0) {
            target[offset + sourceWords] ^= carry;
        }
    }

    private static int degreeBelow(long[] words, int length) {
        int top = length - 1;
        while (top > 0 && words[top] == 0) {
            top--;
        }
        return words[top] == 0 ? 0 : (top << 6) + 63 - Long.numberOfLeadingZeros(words[top]);
    }

    /** The number of bits taken. */
    public int termCount() {
        return count;
    }

    /** L of the bits so far. */
    public int linearComplexity() {
        return linearComplexity;
    }

    /** The shortest recurrence of the bits so far. */
    public ShortestRecurrence recurrence(FiniteField binaryField) {
        if (!binaryField.isBinary()) {
            throw new IllegalArgumentException("field = " + binaryField + ", expected GF(2)");
        }
        long[] coefficients = new long[connectionDegree + 1];
        for (int i = 0; i <= connectionDegree; i++) {
            coefficients[i] = (connection[i >>> 6] >>> i) & 1;
        }
        return ShortestRecurrence.of(binaryField, count, linearComplexity, coefficients);
    }
}
