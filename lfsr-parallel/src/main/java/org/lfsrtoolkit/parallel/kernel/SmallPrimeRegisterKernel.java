package org.lfsrtoolkit.parallel.kernel;

import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * Walks a nonsingular register over GF(p^m), p = 5..127, with or without a constant: 16 digits an operation for p ≤ 7,
 * 8 for larger p.
 *
 * <p>A digit is four or eight bits with the top one free: after adding, the digits that reach p show in that bit when
 * 2^(w−1) − p is added, and p is taken off these. Limits: d·m ≤ 15 for p ≤ 7 and m ≤ 4; d·m ≤ 7 and m ≤ 2 above.
 */
public final class SmallPrimeRegisterKernel extends PackedRegisterKernel {

    private final int topShift;
    private final long tops;
    private final long toTop;
    private final long prime;

    private SmallPrimeRegisterKernel(ShiftRegister register, int digitBits) {
        super(register, digitBits);
        long ones = ones(digitBits);
        this.prime = register.field().characteristic();
        this.topShift = digitBits - 1;
        this.tops = ones << topShift;
        this.toTop = ones * ((1L << topShift) - prime);
    }

    private static long ones(int digitBits) {
        return digitBits == 4 ? 0x1111111111111111L : 0x0101010101010101L;
    }

    private static int digitBits(ShiftRegister register) {
        return register.field().characteristic() <= 7 ? 4 : 8;
    }

    /**
     * The kernel of a register.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static SmallPrimeRegisterKernel of(ShiftRegister register) {
        if (!supports(register)) {
            throw new IllegalArgumentException("register over " + register.field() + " of length " + register.length()
                    + ", expected a nonsingular one over GF(p^m), p = 5..127, with at most 63 bits of packed state");
        }
        return new SmallPrimeRegisterKernel(register, digitBits(register));
    }

    /** Whether the kernel takes this register. */
    public static boolean supports(ShiftRegister register) {
        long p = register.field().characteristic();
        return p >= 5 && p <= 127 && packs(register, digitBits(register));
    }

    @Override
    long sum(long a, long b) {
        // Called before this class's own fields are set, from the constructor above.
        int p = (int) characteristic();
        int bits = p <= 7 ? 4 : 8;
        long ones = ones(bits);
        return add(a, b, ones << (bits - 1), bits - 1, ones * ((1L << (bits - 1)) - p), p);
    }

    private static long add(long a, long b, long tops, int topShift, long toTop, long prime) {
        long sum = a + b;
        long reached = ((sum + toTop) & tops) >>> topShift;
        return sum - reached * prime;
    }

    @Override
    long after(long word) {
        final long[] t = tables;
        final long top = tops;
        final long offset = toTop;
        final long p = prime;
        final int up = topShift;
        long sum = t[(int) (word >>> 56)];
        int shift = 48;
        for (int at = 256; at < t.length; at += 256) {
            sum = add(sum, t[at + ((int) (word >>> shift) & 255)], top, up, offset, p);
            shift -= 8;
        }
        return sum;
    }
}
