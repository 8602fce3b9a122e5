package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;

/**
 * Rows of base-p digits, many in a word, and their linear combinations over GF(p).
 *
 * <p>A digit row is one array or two, {@link #arrays}: for p = 2 a bit a digit, for p = 3 one bit plane for the ones and one
 * for the twos, for 5 ≤ p ≤ 13 a byte a digit. All arrays of a kernel have one length. Threads: not safe.
 */
abstract class DigitKernel {

    /** SPREAD[v]: byte i is bit i of v. */
    private static final long[] SPREAD = new long[256];

    static {
        for (int v = 0; v < 256; v++) {
            for (int i = 0; i < 8; i++) {
                SPREAD[v] |= (long) (v >>> i & 1) << 8 * i;
            }
        }
    }

    /** The kernel for a characteristic p ≤ 13 and rows of that many digits. */
    static DigitKernel of(int p, int digits) {
        return switch (p) {
            case 2 -> new Bits((digits + 63) / 64);
            case 3 -> new Trits();
            default -> new Bytes(p, (digits + 7) / 8);
        };
    }

    /** Arrays a digit row. */
    abstract int arrays();

    /** The length of an array for that many digits. */
    abstract int words(int digits);

    /** rows[target …] = Σ coefficients[i]·rows[base + sources[i] …], the coefficients from p − 1 to 1 in falling order. */
    abstract void combine(long[][] rows, int target, int base, int[] sources, int[] coefficients);

    /** Sets digit t, 0 before, of the row at {@code at}. */
    abstract void set(long[][] rows, int at, int t, int digit);

    /** bytes[g] += weight·(digits 8g … 8g + 7 of the row at {@code at}, a byte each); no byte may overflow. */
    abstract void spread(long[][] rows, int at, int weight, long[] bytes);

    private static void spread(long[] plane, long weight, long[] bytes) {
        for (int g = 0; g < bytes.length; g++) {
            bytes[g] += weight * SPREAD[(int) (plane[g >>> 3] >>> 8 * (g & 7)) & 0xFF];
        }
    }

    /** GF(2). */
    private static final class Bits extends DigitKernel {

        private final long[] zero;

        Bits(int words) {
            this.zero = new long[words];
        }

        @Override
        int arrays() {
            return 1;
        }

        @Override
        int words(int digits) {
            return (digits + 63) / 64;
        }

        @Override
        void combine(long[][] rows, int target, int base, int[] sources, int[] coefficients) {
            TapRecurrence.combine(rows, base, sources, zero, rows[target]);
        }

        @Override
        void set(long[][] rows, int at, int t, int digit) {
            rows[at][t >>> 6] |= (long) digit << t;
        }

        @Override
        void spread(long[][] rows, int at, int weight, long[] bytes) {
            DigitKernel.spread(rows[at], weight, bytes);
        }
    }

    /** GF(3): the sum of (x, x') and (y, y') is ((x' | y') ^ t, (x | y) ^ t) with t = (x | y') ^ (x' | y). */
    private static final class Trits extends DigitKernel {

        @Override
        int arrays() {
            return 2;
        }

        @Override
        int words(int digits) {
            return (digits + 63) / 64;
        }

        @Override
        void combine(long[][] rows, int target, int base, int[] sources, int[] coefficients) {
            long[] ones = rows[target];
            long[] twos = rows[target + 1];
            Arrays.fill(ones, 0);
            Arrays.fill(twos, 0);
            int i = 0;
            for (; i + 1 < sources.length; i += 2) {
                int a = base + sources[i];
                int b = base + sources[i + 1];
                // Times 2 is the exchange of the planes.
                int swapA = coefficients[i] - 1;
                int swapB = coefficients[i + 1] - 1;
                addTwo(ones, twos, rows[a + swapA], rows[a + 1 - swapA], rows[b + swapB], rows[b + 1 - swapB]);
            }
            if (i < sources.length) {
                int a = base + sources[i];
                int swap = coefficients[i] - 1;
                add(ones, twos, rows[a + swap], rows[a + 1 - swap]);
            }
        }

        private static void addTwo(long[] ones, long[] twos, long[] y, long[] y2, long[] z, long[] z2) {
            for (int i = 0; i < ones.length; i++) {
                long a = y[i];
                long a2 = y2[i];
                long b = z[i];
                long b2 = z2[i];
                long t = (a | b2) ^ (a2 | b);
                long c = (a2 | b2) ^ t;
                long c2 = (a | b) ^ t;
                long x = ones[i];
                long x2 = twos[i];
                t = (x | c2) ^ (x2 | c);
                ones[i] = (x2 | c2) ^ t;
                twos[i] = (x | c) ^ t;
            }
        }

        private static void add(long[] ones, long[] twos, long[] moreOnes, long[] moreTwos) {
            for (int i = 0; i < ones.length; i++) {
                long x = ones[i];
                long x2 = twos[i];
                long y = moreOnes[i];
                long y2 = moreTwos[i];
                long t = (x | y2) ^ (x2 | y);
                ones[i] = (x2 | y2) ^ t;
                twos[i] = (x | y) ^ t;
            }
        }

        @Override
        void set(long[][] rows, int at, int t, int digit) {
            if (digit != 0) {
                rows[at + digit - 1][t >>> 6] |= 1L << t;
            }
        }

        @Override
        void spread(long[][] rows, int at, int weight, long[] bytes) {
            DigitKernel.spread(rows[at], weight, bytes);
            DigitKernel.spread(rows[at + 1], 2L * weight, bytes);
        }
    }

    /**
     * GF(p), 5 ≤ p ≤ 13: products, or rows of one coefficient, are summed up while no byte overflows, then reduced. With
     * M = ⌈2^k/p⌉, ⌊x·M/2^k⌋ = ⌊x/p⌋ for all x up to a limit, at least p(p − 1), and x·M &lt; 2^16.
     */
    private static final class Bytes extends DigitKernel {

        private static final long EVEN = 0x00FF_00FF_00FF_00FFL;
        private static final long ONES = 0x0001_0001_0001_0001L;
        /** Sources added in one pass. */
        private static final int SIX = 6;
        /** So many times p sources are summed up for each coefficient apart. */
        private static final int LEAST_SOURCES = 3;

        private final int p;
        private final int shift;
        private final int reciprocal;
        private final int limit;
        private final long[] zero;
        private final long[] partial;

        Bytes(int p, int words) {
            this.p = p;
            this.zero = new long[words];
            this.partial = new long[words];
            this.shift = p <= 7 ? 10 : 11;
            this.reciprocal = ((1 << shift) + p - 1) / p;
            int x = 0;
            while (x < 255 && (x + 1) * reciprocal >>> shift == (x + 1) / p) {
                x++;
            }
            this.limit = x;
            assert limit >= p * (p - 1) && limit * reciprocal < 1 << 16 : "p = " + p;
        }

        @Override
        int arrays() {
            return 1;
        }

        @Override
        int words(int digits) {
            return (digits + 7) / 8;
        }

        @Override
        void combine(long[][] rows, int target, int base, int[] sources, int[] coefficients) {
            long[] sum = rows[target];
            Arrays.fill(sum, 0);
            if (sources.length >= LEAST_SOURCES * p) {
                combineByCoefficient(rows, sum, base, sources, coefficients);
                return;
            }
            int largest = 0;
            for (int i = 0; i < sources.length; i++) {
                int more = coefficients[i] * (p - 1);
                if (largest + more > limit) {
                    reduce(sum, p, reciprocal, shift);
                    largest = p - 1;
                }
                addScaled(sum, rows[base + sources[i]], coefficients[i]);
                largest += more;
            }
            if (largest >= p) {
                reduce(sum, p, reciprocal, shift);
            }
        }

        /** Σ v·S_v = Σ_(u ≥ 1) Σ_(v ≥ u) S_v, S_v the sum of the sources with coefficient v; coefficients fall. */
        private void combineByCoefficient(long[][] rows, long[] sum, int base, int[] sources, int[] coefficients) {
            Arrays.fill(partial, 0);
            int largest = 0;
            int i = 0;
            for (int v = p - 1; v >= 1; v--) {
                int end = i;
                while (end < sources.length && coefficients[end] == v) {
                    end++;
                }
                for (; i < end; i += SIX) {
                    if (largest + SIX * (p - 1) > limit) {
                        reduce(partial, p, reciprocal, shift);
                        largest = p - 1;
                    }
                    largest += SIX * (p - 1);
                    addSix(
                            partial,
                            rows[base + sources[i]],
                            source(rows, base, sources, i + 1, end),
                            source(rows, base, sources, i + 2, end),
                            source(rows, base, sources, i + 3, end),
                            source(rows, base, sources, i + 4, end),
                            source(rows, base, sources, i + 5, end));
                }
                i = end;
                reduce(partial, p, reciprocal, shift);
                largest = p - 1;
                addScaled(sum, partial, 1);
            }
            reduce(sum, p, reciprocal, shift);
        }

        private long[] source(long[][] rows, int base, int[] sources, int i, int end) {
            return i < end ? rows[base + sources[i]] : zero;
        }

        private static void addSix(long[] sum, long[] a, long[] b, long[] c, long[] d, long[] e, long[] f) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += a[i] + b[i] + c[i] + d[i] + e[i] + f[i];
            }
        }

        private static void addScaled(long[] sum, long[] row, long factor) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * row[i];
            }
        }

        private static void reduce(long[] sum, long p, long reciprocal, int shift) {
            long quotient = ONES * ((1 << 16 - shift) - 1);
            for (int i = 0; i < sum.length; i++) {
                long even = sum[i] & EVEN;
                long odd = sum[i] >>> 8 & EVEN;
                even -= p * ((even * reciprocal) >>> shift & quotient);
                odd -= p * ((odd * reciprocal) >>> shift & quotient);
                sum[i] = even | odd << 8;
            }
        }

        @Override
        void set(long[][] rows, int at, int t, int digit) {
            rows[at][t >>> 3] |= (long) digit << 8 * (t & 7);
        }

        @Override
        void spread(long[][] rows, int at, int weight, long[] bytes) {
            addScaled(bytes, rows[at], weight);
        }
    }
}
