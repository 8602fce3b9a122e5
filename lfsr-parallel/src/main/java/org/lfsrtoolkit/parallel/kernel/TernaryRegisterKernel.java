package org.lfsrtoolkit.parallel.kernel;

import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * Walks a nonsingular register over GF(3^m), with or without a constant, up to 32 digits an operation.
 *
 * <p>A digit is two bits; 3 stands for 0 within a sum, so that adding is adding modulo 2² − 1 with an end-around carry,
 * for 32 digits at once. Limits: d·m ≤ 31, m ≤ 8.
 */
public final class TernaryRegisterKernel extends PackedRegisterKernel {

    private static final long LOWS = 0x5555555555555555L;
    private static final long TOPS = 0xAAAAAAAAAAAAAAAAL;

    private TernaryRegisterKernel(ShiftRegister register) {
        super(register, 2);
    }

    /**
     * The kernel of a register.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static TernaryRegisterKernel of(ShiftRegister register) {
        if (!supports(register)) {
            throw new IllegalArgumentException("register over " + register.field() + " of length " + register.length()
                    + ", expected a nonsingular one over GF(3^m), m at most 8, with at most 31 digits of state");
        }
        return new TernaryRegisterKernel(register);
    }

    /** Whether the kernel takes this register. */
    public static boolean supports(ShiftRegister register) {
        return register.field().characteristic() == 3 && packs(register, 2);
    }

    @Override
    long sum(long a, long b) {
        return canonical(add(a, b));
    }

    /** Digit-wise sum modulo 3, where 3 may stand for 0 in arguments and result. */
    private static long add(long a, long b) {
        long sum = ((a & LOWS) + (b & LOWS)) ^ ((a ^ b) & TOPS);
        long carry = ((a & b) | ((a | b) & ~sum)) & TOPS;
        return sum + (carry >>> 1);
    }

    private static long canonical(long word) {
        long threes = word & (word >>> 1) & LOWS;
        return word ^ (threes | threes << 1);
    }

    @Override
    long after(long word) {
        long[] t = tables;
        long sum = t[(int) (word >>> 56)];
        int shift = 48;
        for (int at = 256; at < t.length; at += 256) {
            sum = add(sum, t[at + ((int) (word >>> shift) & 255)]);
            shift -= 8;
        }
        return canonical(sum);
    }
}
