package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;

/**
 * Binary polynomials packed into words: bit i of word w is the coefficient of x^(64w + i); the last word is not 0, and
 * the zero polynomial has no words.
 *
 * <p>Linear-time operations, about half a nanosecond a word. Threads: pure functions.
 */
final class BinaryWords {

    static final long[] ZERO = {};
    private static final long[] ONE = {1};

    private BinaryWords() {}

    static long[] one() {
        return ONE;
    }

    static int degree(long[] a) {
        return a.length == 0 ? -1 : 64 * a.length - 1 - Long.numberOfLeadingZeros(a[a.length - 1]);
    }

    /** The degree of the first n words, which may end in zeros. */
    static int degree(long[] a, int n) {
        int top = n - 1;
        while (top >= 0 && a[top] == 0) {
            top--;
        }
        return top < 0 ? -1 : 64 * top + 63 - Long.numberOfLeadingZeros(a[top]);
    }

    /** Without zero words at the top; the array itself if there are none. */
    static long[] trim(long[] a) {
        int n = a.length;
        while (n > 0 && a[n - 1] == 0) {
            n--;
        }
        return n == a.length ? a : Arrays.copyOf(a, n);
    }

    static boolean bit(long[] a, int i) {
        int word = i >>> 6;
        return word < a.length && (a[word] >>> i & 1) != 0;
    }

    static long[] add(long[] a, long[] b) {
        long[] longer = a.length >= b.length ? a : b;
        long[] shorter = longer == a ? b : a;
        long[] sum = longer.clone();
        for (int i = 0; i < shorter.length; i++) {
            sum[i] ^= shorter[i];
        }
        return a.length == b.length ? trim(sum) : sum;
    }

    static long[] shiftUp(long[] a, int count) {
        if (a.length == 0 || count == 0) {
            return a;
        }
        long[] shifted = new long[(degree(a) + count >>> 6) + 1];
        addShifted(shifted, a, a.length, count);
        return shifted;
    }

    static long[] shiftDown(long[] a, int count) {
        int degree = degree(a);
        if (count > degree) {
            return ZERO;
        }
        return count == 0 ? a : bits(a, count, degree + 1 - count);
    }

    static long[] low(long[] a, int count) {
        return count > degree(a) ? a : trim(bits(a, 0, count));
    }

    /** The count bits of a from bit {@code from} on, in ceil(count/64) words; zeros beyond the end of a. */
    static long[] bits(long[] a, int from, int count) {
        long[] bits = new long[count + 63 >>> 6];
        int word = from >>> 6;
        int shift = from & 63;
        int n = Math.min(bits.length, a.length - word);
        for (int i = 0; i < n; i++) {
            long above = shift != 0 && word + i + 1 < a.length ? a[word + i + 1] << (64 - shift) : 0;
            bits[i] = a[word + i] >>> shift | above;
        }
        if ((count & 63) != 0) {
            bits[bits.length - 1] &= -1L >>> (64 - (count & 63));
        }
        return bits;
    }

    /** target += source · x^shift, for the first n words of the source; zero words that would leave the target are dropped. */
    static void addShifted(long[] target, long[] source, int n, int shift) {
        addShifted(target, source, n, shift >>> 6, shift & 63);
    }

    /** target += source · x^(64·word + up), 0 ≤ up &lt; 64, for the first n words of the source. */
    static void addShifted(long[] target, long[] source, int n, int word, int up) {
        if (up == 0) {
            for (int i = 0; i < n; i++) {
                target[word + i] ^= source[i];
            }
            return;
        }
        final int down = 64 - up;
        long below = 0;
        for (int i = 0; i < n; i++) {
            long here = source[i];
            target[word + i] ^= here << up | below >>> down;
            below = here;
        }
        long carry = below >>> down;
        if (carry != 0) {
            target[word + n] ^= carry;
        }
    }

    /** x^degree · a(1/x). */
    static long[] reverse(long[] a) {
        int n = a.length;
        long[] reversed = new long[n];
        for (int i = 0; i < n; i++) {
            reversed[i] = Long.reverse(a[n - 1 - i]);
        }
        return trim(shiftDown(reversed, 64 * n - 1 - degree(a)));
    }

    static int trailingZeros(long[] a) {
        int word = 0;
        while (a[word] == 0) {
            word++;
        }
        return 64 * word + Long.numberOfTrailingZeros(a[word]);
    }
}
