package org.lfsrtoolkit.parallel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/** Kernels for many states a word against walks of single states. */
class KernelTwinsTest {

    private static final WorkerContext WORKER = new WorkerContext() {
        @Override
        public int index() {
            return 0;
        }

        @Override
        public void checkCancelled() {}

        @Override
        public void addWalkedTwice(long states) {}

        @Override
        public void addClaims(long claims) {}

        @Override
        public void addLostClaims(long claims) {}
    };

    private static ShiftRegister register(FiniteField field, int d, Random random) {
        long[] c = new long[d];
        for (int i = 0; i < d; i++) {
            c[i] = random.nextInt(3) == 0 ? random.nextLong(field.cardinality()) : 0;
        }
        c[0] = 1 + random.nextLong(field.cardinality() - 1);
        return ShiftRegister.of(field, c).withConstant(random.nextBoolean() ? 0 : random.nextLong(field.cardinality()));
    }

    private static WalkKernel packed(ShiftRegister register) {
        return register.field().characteristic() == 2
                ? BinaryRegisterKernel.of(register)
                : register.field().characteristic() == 3
                        ? TernaryRegisterKernel.of(register)
                        : SmallPrimeRegisterKernel.of(register);
    }

    /** Field, length, zero symbols of an anchor: every look-up width, word layout and both ways to find zero runs. */
    @ParameterizedTest
    @CsvSource({
        "2, 16, 15",
        "2, 17, 4",
        "2, 20, 16",
        "2, 24, 15",
        "2, 25, 17",
        "2, 32, 15",
        "2, 33, 15",
        "2, 36, 16",
        "2, 40, 15",
        "2, 41, 16",
        "2, 48, 15",
        "2, 57, 15",
        "2, 62, 16",
        "2, 62, 7",
        "4, 12, 8",
        "4, 16, 3",
        "4, 31, 8",
        "8, 7, 5",
        "8, 12, 5",
        "8, 20, 5",
        "16, 5, 4",
        "16, 15, 4",
        "32, 6, 3",
        "32, 12, 3",
        "64, 4, 3",
        "128, 8, 2",
        "256, 3, 2",
        "256, 7, 2",
        "512, 6, 2",
        "1024, 6, 2",
        "3, 12, 7",
        "3, 31, 9",
        "9, 6, 4",
        "9, 15, 5",
        "27, 4, 3",
        "27, 10, 3",
        "81, 5, 2",
        "5, 9, 5",
        "5, 15, 6",
        "7, 8, 4",
        "7, 15, 5",
        "25, 7, 3",
        "11, 5, 3",
        "11, 7, 3",
        "13, 7, 3",
        "49, 5, 2",
        "121, 3, 2",
        "127, 4, 2",
        "127, 7, 2",
        "3, 20, 8",
        "3, 20, 3",
        "3, 24, 9",
        "3, 18, 1",
        "9, 10, 4",
        "27, 6, 3",
        "5, 12, 6",
        "5, 10, 3",
        "5, 10, 2",
        "7, 12, 5",
        "11, 10, 4",
        "11, 12, 3",
        "13, 9, 4",
        "17, 8, 3",
        "31, 10, 3",
        "61, 9, 2",
        "125, 5, 2",
        "131, 4, 2",
        "251, 7, 2",
        "1009, 3, 1",
        "1009, 5, 1",
        "8191, 4, 1",
        "32749, 3, 1"
    })
    void segmentsAreThoseOfSingleSteps(int q, int d, int zeros) {
        FiniteField field = FiniteFields.of(q);
        Random random = new Random(q * 100L + d);
        for (int trial = 0; trial < 3; trial++) {
            ShiftRegister register = register(field, d, random);
            WalkKernel kernel = packed(register);
            long bound = kernel.size();
            for (int i = 0; i < zeros; i++) {
                bound /= q;
            }
            long low = bound > 1 << 20 ? bound - (1 << 20) : 0;
            SegmentTable table = new SegmentTable(low, bound);
            long from = bound - Math.min(bound, 9);
            long walked = kernel.walkSegments(table, from, bound, WORKER);
            long steps = 0;
            for (long anchor = from; anchor < bound; anchor++) {
                long[] expected = walk(register, q, anchor, bound);
                steps += expected[1];
                int slot = (int) (anchor - low);
                assertThat(table.distance()[slot]).as("anchor " + anchor).isEqualTo(expected[1]);
                assertThat((long) table.next()[slot])
                        .as("anchor " + anchor)
                        .isEqualTo(expected[0] < low ? SegmentTable.LEFT : expected[0] - low);
            }
            assertThat(walked).isEqualTo(steps);
        }
    }

    /** Next index below the bound, and the distance, symbol by symbol. */
    private static long[] walk(ShiftRegister register, int q, long start, long bound) {
        int d = register.length();
        long top = 1;
        for (int i = 1; i < d; i++) {
            top *= q;
        }
        long[] symbols = new long[d];
        long index = start;
        for (int i = 0; i < d; i++) {
            symbols[i] = index % q;
            index /= q;
        }
        index = start;
        long steps = 0;
        do {
            long symbol = register.nextSymbol(symbols);
            System.arraycopy(symbols, 1, symbols, 0, d - 1);
            symbols[d - 1] = symbol;
            index = index / q + symbol * top;
            steps++;
        } while (index >= bound);
        return new long[] {index, steps};
    }

    @ParameterizedTest
    @CsvSource({
        "2, 14", "2, 9", "4, 6", "8, 4", "3, 8", "9, 4", "27, 3", "5, 5", "7, 4", "25, 3", "11, 3", "32, 3", "131, 2",
        "17, 3"
    })
    void candidatesAreThoseOfSingleSteps(int q, int d) {
        FiniteField field = FiniteFields.of(q);
        Random random = new Random(q * 10L + d);
        for (int trial = 0; trial < 5; trial++) {
            ShiftRegister register = register(field, d, random);
            WalkKernel kernel = packed(register);
            long from = 1 + random.nextLong(kernel.size() - 1);
            long to = from + 1 + random.nextLong(kernel.size() - from);
            CandidateScan scan = new CandidateScan(1, true, kernel.size(), Long.MAX_VALUE, null);
            kernel.walkCandidates(scan, from, to, WORKER);
            CycleBuffer expected = new CycleBuffer(true);
            for (long candidate = from; candidate < to; candidate++) {
                long[] end = walk(register, q, candidate, candidate + 1);
                if (end[0] == candidate) {
                    expected.add(candidate, end[1]);
                }
            }
            assertThat(scan.buffers()[0].pairs().toLongArray())
                    .isEqualTo(expected.pairs().toLongArray());
        }
    }

    @Test
    void prenecklacesAreTheWordsNoSuffixOfWhichIsSmaller() {
        for (int d = 1; d <= 13; d++) {
            Prenecklaces prenecklaces = Prenecklaces.ofAllSymbols(1, d);
            long next = prenecklaces.first(0);
            for (long word = 0; word < 1L << d; word++) {
                boolean is = true;
                for (int j = 1; j < d; j++) {
                    is &= (word & ((1L << (d - j)) - 1)) >= word >>> j;
                }
                assertThat(prenecklaces.first(word)).isGreaterThanOrEqualTo(word);
                assertThat(next == word).as("word " + word + " of " + d).isEqualTo(is);
                assertThat(prenecklaces.first(word) == word).isEqualTo(is);
                next = is ? prenecklaces.next(next) : next;
            }
            assertThat(next).isEqualTo(-1);
        }
    }
}
