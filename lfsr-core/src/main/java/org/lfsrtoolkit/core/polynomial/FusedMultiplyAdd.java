package org.lfsrtoolkit.core.polynomial;

/**
 * Whether {@link Math#fma(double, double, double)} is one instruction here. Where the processor has none, the library adds
 * decimal numbers instead, a thousand times slower; nothing but the time tells the two apart. All common processors since
 * 2013 have it. The answer steers only which method is used, never a result.
 */
final class FusedMultiplyAdd {

    /** An instruction takes below 100 ns even when interpreted, the replacement above 1000 when compiled. */
    private static final long LIMIT_NANOS_EACH = 400;

    private static final boolean IS_FAST = measure();

    private FusedMultiplyAdd() {}

    static boolean isFast() {
        return IS_FAST;
    }

    private static boolean measure() {
        long least = Long.MAX_VALUE;
        double x = 1.1;
        int count = 8;
        for (int round = 0; round < 20 && least > LIMIT_NANOS_EACH * count; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                x = Math.fma(x, 0.7, 0.3);
            }
            least = Math.min(least, System.nanoTime() - start);
        }
        return least <= LIMIT_NANOS_EACH * count && x > 0;
    }
}
