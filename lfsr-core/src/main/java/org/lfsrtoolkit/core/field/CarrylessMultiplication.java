package org.lfsrtoolkit.core.field;

/**
 * Products of binary polynomials of at most 64 bits, packed into words: bit i is the coefficient of x^i.
 *
 * <p>The low word comes from integer products of operands in which only every fourth bit may be set: at most 16 terms
 * meet in one column, so carries stay inside the three holes beside it ("holes" method). Cost: 16 multiplications for
 * each word of the product. Memory: none. Threads: pure functions.
 */
public final class CarrylessMultiplication {

    private static final long M0 = 0x1111_1111_1111_1111L;
    private static final long M1 = M0 << 1;
    private static final long M2 = M0 << 2;
    private static final long M3 = M0 << 3;

    private CarrylessMultiplication() {}

    /*
     * Sixteen terms can meet only in the column of bits 60..63, whose carry leaves the word; in every lower column the
     * count is at most 15 and fits its four bits.
     */
    /** The low 64 bits of a·b; the whole product when deg a + deg b &lt; 64. */
    public static long low(long a, long b) {
        long a0 = a & M0;
        long a1 = a & M1;
        long a2 = a & M2;
        long a3 = a & M3;
        long b0 = b & M0;
        long b1 = b & M1;
        long b2 = b & M2;
        long b3 = b & M3;
        long c0 = (a0 * b0) ^ (a1 * b3) ^ (a2 * b2) ^ (a3 * b1);
        long c1 = (a0 * b1) ^ (a1 * b0) ^ (a2 * b3) ^ (a3 * b2);
        long c2 = (a0 * b2) ^ (a1 * b1) ^ (a2 * b0) ^ (a3 * b3);
        long c3 = (a0 * b3) ^ (a1 * b2) ^ (a2 * b1) ^ (a3 * b0);
        return (c0 & M0) | (c1 & M1) | (c2 & M2) | (c3 & M3);
    }

    /*
     * Here a full column would carry into bit 64, so the top four bits of b are left out and added by hand: then at
     * most 15 terms meet. Only a3 can be negative as a signed factor.
     */
    /** Bits 64..127 of a·b. */
    public static long high(long a, long b) {
        long a0 = a & M0;
        long a1 = a & M1;
        long a2 = a & M2;
        long a3 = a & M3;
        long below = b & (-1L >>> 4);
        long b0 = below & M0;
        long b1 = below & M1;
        long b2 = below & M2;
        long b3 = below & M3;
        long negative = a >> 63;
        long c0 = Math.multiplyHigh(a0, b0)
                ^ Math.multiplyHigh(a1, b3)
                ^ Math.multiplyHigh(a2, b2)
                ^ (Math.multiplyHigh(a3, b1) + (negative & b1));
        long c1 = Math.multiplyHigh(a0, b1)
                ^ Math.multiplyHigh(a1, b0)
                ^ Math.multiplyHigh(a2, b3)
                ^ (Math.multiplyHigh(a3, b2) + (negative & b2));
        long c2 = Math.multiplyHigh(a0, b2)
                ^ Math.multiplyHigh(a1, b1)
                ^ Math.multiplyHigh(a2, b0)
                ^ (Math.multiplyHigh(a3, b3) + (negative & b3));
        long c3 = Math.multiplyHigh(a0, b3)
                ^ Math.multiplyHigh(a1, b2)
                ^ Math.multiplyHigh(a2, b1)
                ^ (Math.multiplyHigh(a3, b0) + (negative & b0));
        long top = ((a >>> 4) & -((b >>> 60) & 1))
                ^ ((a >>> 3) & -((b >>> 61) & 1))
                ^ ((a >>> 2) & -((b >>> 62) & 1))
                ^ ((a >>> 1) & (b >> 63));
        return ((c0 & M0) | (c1 & M1) | (c2 & M2) | (c3 & M3)) ^ top;
    }
}
