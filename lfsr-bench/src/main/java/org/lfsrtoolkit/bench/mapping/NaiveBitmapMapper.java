package org.lfsrtoolkit.bench.mapping;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The naive baseline in Java: one bit a state, every state visited by following the map from the least state not yet seen.
 *
 * <p>A bijection over GF(2) given as a register has a loop of its own. Any other map has a second bitmap for the states of the
 * present walk, which tells a new cycle from a tail that runs into an old one.
 */
public final class NaiveBitmapMapper {

    private NaiveBitmapMapper() {}

    /** The number of cycles of a map of at most 2^30 states, q at most 256. */
    public static long cycles(AffineMap map) {
        FiniteField field = map.field();
        if (map instanceof ShiftRegister register) {
            return field.isBinary() && register.tapCoefficients()[0] == 1
                    ? cyclesOfBinaryRegister(register)
                    : cycles(map.stateCount().longValueExact(), clock(register));
        }
        return cycles(map.stateCount().longValueExact(), clock(map));
    }

    private static long cyclesOfBinaryRegister(ShiftRegister register) {
        int d = register.length();
        long taps = 0;
        long[] c = register.tapCoefficients();
        for (int i = 0; i < d; i++) {
            taps |= c[i] << i;
        }
        long constant = register.constant();
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
                state = (state >>> 1) | ((Long.bitCount(state & taps) & 1L ^ constant) << (d - 1));
            } while (state != start);
            cycles++;
        }
        return cycles;
    }

    private static long cycles(long states, LongUnaryOperator next) {
        long[] seen = new long[(int) (states >>> 6) + 1];
        long[] walk = new long[seen.length];
        long cycles = 0;
        for (long start = 0; start < states; start++) {
            if (isMarked(seen, start)) {
                continue;
            }
            long state = start;
            while (!isMarked(seen, state)) {
                seen[(int) (state >>> 6)] |= 1L << state;
                walk[(int) (state >>> 6)] |= 1L << state;
                state = next.applyAsLong(state);
            }
            if (isMarked(walk, state)) {
                cycles++;
            }
            for (state = start; isMarked(walk, state); state = next.applyAsLong(state)) {
                walk[(int) (state >>> 6)] &= ~(1L << state);
            }
        }
        return cycles;
    }

    private static boolean isMarked(long[] bits, long state) {
        return (bits[(int) (state >>> 6)] >>> state & 1) != 0;
    }

    /** One clock on indexes: divide by q, put the new symbol on top; products and sums from tables. */
    private static LongUnaryOperator clock(ShiftRegister register) {
        FiniteField field = register.field();
        int q = (int) field.cardinality();
        int[][] sum = new int[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                sum[a][b] = (int) field.add(a, b);
            }
        }
        long[] c = register.tapCoefficients();
        int taps = (int) Arrays.stream(c).filter(x -> x != 0).count();
        long[] places = new long[taps];
        int[][] products = new int[taps][q];
        int used = 0;
        long place = 1;
        for (long coefficient : c) {
            if (coefficient != 0) {
                places[used] = place;
                for (int a = 0; a < q; a++) {
                    products[used][a] = (int) field.multiply(coefficient, a);
                }
                used++;
            }
            place *= q;
        }
        long top = place / q;
        int constant = (int) register.constant();
        return state -> {
            int symbol = constant;
            for (int i = 0; i < places.length; i++) {
                symbol = sum[symbol][products[i][(int) (state / places[i] % q)]];
            }
            return state / q + symbol * top;
        };
    }

    /** v·A + b on indexes, a row for each non-zero symbol. */
    private static LongUnaryOperator clock(AffineMap map) {
        FiniteField field = map.field();
        long q = field.cardinality();
        Matrix matrix = map.matrix();
        long[][] rows = matrix.toRows();
        long[] b = map.translation();
        int d = map.dimension();
        long[] sum = new long[d];
        return state -> {
            System.arraycopy(b, 0, sum, 0, d);
            long rest = state;
            for (long[] row : rows) {
                long symbol = rest % q;
                rest /= q;
                if (symbol != 0) {
                    for (int j = 0; j < d; j++) {
                        sum[j] = field.add(sum[j], field.multiply(symbol, row[j]));
                    }
                }
            }
            long index = 0;
            for (int j = d - 1; j >= 0; j--) {
                index = index * q + sum[j];
            }
            return index;
        };
    }
}
