package org.lfsrtoolkit.bench.mapping;

import org.lfsrtoolkit.core.register.ShiftRegister;

/** The naive baseline in Java: one bit a state, every cycle walked from its least state. Registers over GF(2). */
public final class NaiveBitmapMapper {

    private NaiveBitmapMapper() {}

    /** The number of cycles. */
    public static long cycles(ShiftRegister register) {
        int d = register.length();
        long taps = 0;
        long[] c = register.tapCoefficients();
        for (int i = 0; i < d; i++) {
            taps |= c[i] << i;
        }
        long states = 1L << d;
        long[] seen = new long[(int) (states >>> 6) + 1];
        long cycles = 0;
        for (long start = 0; start < states; start++) {
            if ((seen[(int) (start >>> 6)] >>> start & 1) != 0) {
                continue;
            }
            long state = start;
            do {
                seen[(int) (state >>> 6)] |= 1L << state;
                state = (state >>> 1) | ((Long.bitCount(state & taps) & 1L) << (d - 1));
            } while (state != start);
            cycles++;
        }
        return cycles;
    }
}
