package org.lfsrtoolkit.parallel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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
        "2, 63, 16",
        "2, 63, 15",
        "2, 63, 6",
        "8, 21, 5",
        "8, 21, 2",
        "128, 9, 2",
        "512, 7, 2",
        "512, 7, 1",
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
            long bound = 1;
            for (int i = zeros; i < d; i++) {
                bound *= q;
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
        return walkTo(register, q, start, bound - 1);
    }

    private static long[] walkAtMost(ShiftRegister register, long start) {
        return walkTo(register, (int) register.field().cardinality(), start, start);
    }

    /** Next index at most a limit, and the distance. */
    private static long[] walkTo(ShiftRegister register, int q, long start, long limit) {
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
        } while (index > limit);
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
            long from = 1 + random.nextLong(kernel.lastIndex());
            long last = from + random.nextLong(kernel.lastIndex() - from + 1);
            assertCandidates(register, kernel, from, last);
        }
    }

    private static void assertCandidates(ShiftRegister register, WalkKernel kernel, long from, long last) {
        CandidateScan scan = new CandidateScan(1, true, Long.MAX_VALUE, Long.MAX_VALUE, null);
        kernel.walkCandidates(scan, from, last, WORKER);
        CycleBuffer expected = new CycleBuffer(true);
        for (long candidate = from; ; candidate++) {
            // Stops at the candidate or below it; the bound would be 2^63 for the largest.
            long[] end = walkAtMost(register, candidate);
            if (end[0] == candidate) {
                expected.add(candidate, end[1]);
            }
            if (candidate == last) {
                break;
            }
        }
        assertThat(scan.buffers()[0].pairs().toLongArray())
                .isEqualTo(expected.pairs().toLongArray());
    }

    /** Walks of states with indexes up to 2^63 − 1, register and matrix kernels: short cycles, and walks that are dropped. */
    @ParameterizedTest
    @CsvSource({"2, 63", "8, 21", "512, 7", "128, 9", "2, 62", "2097152, 3"})
    void candidatesWithTheHighestIndexesAreThoseOfSingleSteps(int q, int d) {
        FiniteField field = FiniteFields.of(q);
        long[] pure = new long[d];
        pure[0] = 1;
        Random random = new Random(q + d);
        for (ShiftRegister register : new ShiftRegister[] {
            ShiftRegister.of(field, pure),
            ShiftRegister.of(field, pure).withConstant(1),
            register(field, d, random),
            register(field, d, random)
        }) {
            for (WalkKernel kernel : q <= 1 << 16
                    ? new WalkKernel[] {packed(register), BinaryMatrixKernel.of(register)}
                    : new WalkKernel[] {BinaryMatrixKernel.of(register)}) {
                long last = kernel.lastIndex();
                assertThat(BigInteger.valueOf(last).add(BigInteger.ONE)).isEqualTo(register.stateCount());
                assertCandidates(register, kernel, last, last);
                assertCandidates(register, kernel, last - 3000, last);
                for (int trial = 0; trial < 3; trial++) {
                    long from = last - random.nextLong(last / 2);
                    assertCandidates(register, kernel, from, Math.min(last - 1, from + 500) + 1);
                }
                // Candidates of one part with few others between: the periodic sequences of low period.
                for (long word = 1; word < 4; word++) {
                    long state = 0;
                    for (int bit = 0; bit < 63; bit += 7) {
                        state |= word << bit;
                    }
                    state &= last;
                    assertCandidates(register, kernel, state - 1, state + 1);
                }
            }
        }
    }

    private static WalkKernel matrix(ShiftRegister register) {
        return register.field().characteristic() == 2
                ? BinaryMatrixKernel.of(register)
                : TernaryMatrixKernel.supports(register)
                        ? TernaryMatrixKernel.of(register)
                        : DigitMatrixKernel.of(register);
    }

    /** Every number of tables, alone and in batches shorter than there are walkers. */
    @ParameterizedTest
    @CsvSource({
        "3, 4",
        "3, 5",
        "3, 9",
        "3, 12",
        "3, 19",
        "3, 25",
        "3, 31",
        "9, 3",
        "9, 14",
        "27, 3",
        "5, 2",
        "5, 4",
        "5, 9",
        "5, 15",
        "25, 7",
        "7, 3",
        "7, 13",
        "131, 2",
        "131, 7",
        "32749, 2",
        "2147483647, 1",
        "2, 10",
        "2, 33",
        "16, 5"
    })
    void matrixKernelsWalkAsSingleSteps(int q, int d) {
        Random random = new Random(q * 10L + d);
        for (int trial = 0; trial < 3; trial++) {
            ShiftRegister register = register(FiniteFields.of(q), d, random);
            WalkKernel kernel = matrix(register);
            long last = kernel.lastIndex();
            assertThat(BigInteger.valueOf(last).add(BigInteger.ONE)).isEqualTo(register.stateCount());
            long bound = last / 50 + 1 + random.nextInt(3);
            SegmentTable table = new SegmentTable(Math.max(0, bound - 1000), bound);
            for (int anchors : new int[] {1, 3, 40}) {
                long from = Math.max(table.low(), bound - anchors);
                kernel.walkSegments(table, from, bound, WORKER);
                for (long anchor = from; anchor < bound; anchor++) {
                    long[] expected = walk(register, q, anchor, bound);
                    int slot = (int) (anchor - table.low());
                    assertThat(table.distance()[slot]).isEqualTo(expected[1]);
                    assertThat(table.next()[slot])
                            .isEqualTo(
                                    expected[0] < table.low() ? SegmentTable.LEFT : (int) (expected[0] - table.low()));
                }
            }
            assertCandidates(register, kernel, Math.max(1, last - 700), last);
            assertCandidates(register, kernel, last / 2 + 1, last / 2 + 1 + Math.min(2, last - last / 2 - 1));
            if (last < 1 << 14) {
                assertCandidates(register, kernel, 1, last);
            }
        }
    }

    @Test
    void matrixKernelsWalkSegmentsOfTheLargestSpaces() {
        Random random = new Random(63);
        for (int[] shape : new int[][] {{2, 63}, {8, 21}, {2097152, 3}}) {
            ShiftRegister register = register(FiniteFields.of(shape[0]), shape[1], random);
            WalkKernel kernel = BinaryMatrixKernel.of(register);
            long bound = 1L << 55;
            SegmentTable table = new SegmentTable(bound - 100, bound);
            kernel.walkSegments(table, bound - 20, bound, WORKER);
            for (long anchor = bound - 20; anchor < bound; anchor++) {
                long[] expected = walk(register, shape[0], anchor, bound);
                int slot = (int) (anchor - table.low());
                assertThat(table.distance()[slot]).isEqualTo(expected[1]);
                assertThat(table.next()[slot])
                        .isEqualTo(expected[0] < table.low() ? SegmentTable.LEFT : (int) (expected[0] - table.low()));
            }
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
