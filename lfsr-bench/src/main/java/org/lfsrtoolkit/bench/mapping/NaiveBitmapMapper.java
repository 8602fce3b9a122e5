package org.lfsrtoolkit.bench.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The naive baseline in Java: one bit a state, every state visited by following the map from the least state not yet seen.
 *
 * <p>A bijection over GF(2) given as a register has a loop of its own. A map that is no bijection has a second bitmap for the
 * states of the present walk, which tells a new cycle from a tail that runs into an old one.
 */
public final class NaiveBitmapMapper {

    private NaiveBitmapMapper() {}

    /** Maps the shapes whose names begin so, once each, without warm-up. */
    public static void main(String[] names) {
        MappingShapes.all().forEach((name, map) -> {
            if (Arrays.stream(names).anyMatch(name::startsWith)) {
                long start = System.nanoTime();
                long cycles = cycles(map);
                System.out.printf(
                        Locale.ROOT, "naive %s %.3f s cycles %d%n", name, (System.nanoTime() - start) * 1e-9, cycles);
            }
        });
    }

    /** The number of cycles of a map of at most 2^30 states, q at most 256. */
    public static long cycles(AffineMap map) {
        FiniteField field = map.field();
        long states = map.stateCount().longValueExact();
        if (map instanceof ShiftRegister register && field.isBinary() && map.isNonsingular()) {
            return cyclesOfBinaryRegister(register);
        }
        LongUnaryOperator next = map instanceof ShiftRegister register
                ? field.isBinary() ? binaryClock(register) : clock(register)
                : field.isBinary() ? binaryClock(map) : clock(map);
        return map.isNonsingular() ? cyclesOfBijection(states, next) : cycles(states, next);
    }

    private static long cyclesOfBinaryRegister(ShiftRegister register) {
        int d = register.length();
        long taps = bits(register.tapCoefficients());
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

    private static long cyclesOfBijection(long states, LongUnaryOperator next) {
        long[] seen = new long[(int) (states >>> 6) + 1];
        long cycles = 0;
        for (long start = 0; start < states; start++) {
            if (isMarked(seen, start)) {
                continue;
            }
            long state = start;
            do {
                seen[(int) (state >>> 6)] |= 1L << state;
                state = next.applyAsLong(state);
            } while (state != start);
            cycles++;
        }
        return cycles;
    }

    private static LongUnaryOperator binaryClock(ShiftRegister register) {
        int d = register.length();
        long taps = bits(register.tapCoefficients());
        long constant = register.constant();
        return state -> (state >>> 1) | ((Long.bitCount(state & taps) & 1L ^ constant) << (d - 1));
    }

    /** The sum of the rows at the bits set. */
    private static LongUnaryOperator binaryClock(AffineMap map) {
        long[] rows = Arrays.stream(map.matrix().toRows())
                .mapToLong(NaiveBitmapMapper::bits)
                .toArray();
        long b = bits(map.translation());
        return state -> {
            long image = b;
            for (long rest = state; rest != 0; rest &= rest - 1) {
                image ^= rows[Long.numberOfTrailingZeros(rest)];
            }
            return image;
        };
    }

    private static long bits(long[] symbols) {
        long bits = 0;
        for (int i = 0; i < symbols.length; i++) {
            bits |= symbols[i] << i;
        }
        return bits;
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
