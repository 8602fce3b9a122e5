package org.lfsrtoolkit.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** Packed output against the definition of the sequence: the first d bits and the recurrence at every place. */
class BinarySequenceTest {

    private static final FiniteField GF2 = FiniteFields.of(2);

    private static ShiftRegister register(int degree, int taps, SplittableRandom random) {
        long[] c = new long[degree];
        for (int i = 0; i < taps; i++) {
            c[random.nextInt(degree)] = 1;
        }
        return ShiftRegister.of(GF2, c);
    }

    private static long bits(long[] words, long t) {
        int word = (int) (t >>> 6);
        int shift = (int) (t & 63);
        long low = words[word] >>> shift;
        return shift == 0 || word + 1 == words.length ? low : low | words[word + 1] << (64 - shift);
    }

    /** s(t + d) = c + Σ c_j s(t + j) for every t for which these bits are there, 64 places at a time. */
    private static void assertRecurrence(ShiftRegister register, long[] words) {
        int d = register.length();
        int[] taps = register.tapPositions();
        long all = 64L * words.length;
        for (long t = 0; t + d < all; t += 64) {
            long sum = -register.constant();
            for (int tap : taps) {
                sum ^= bits(words, t + tap);
            }
            long difference = sum ^ bits(words, t + d);
            long places = Math.min(64, all - t - d);
            if (difference << (64 - places) != 0) {
                throw new AssertionError("recurrence fails at " + (t + Long.numberOfTrailingZeros(difference)) + ", "
                        + Arrays.toString(taps) + " of " + d);
            }
        }
    }

    private static void assertBegins(long[] words, long[] state) {
        for (int t = 0; t < state.length; t++) {
            assertThat(bits(words, t) & 1).as("bit %d", t).isEqualTo(state[t]);
        }
    }

    private static long[] read(BinarySequence sequence, int count, SplittableRandom random) {
        long[] words = new long[count];
        int done = 0;
        while (done < count) {
            int step = Math.min(count - done, 1 + random.nextInt(random.nextInt(5) == 0 ? 30_000 : 100));
            sequence.next(words, done, step);
            done += step;
        }
        return words;
    }

    /** Degrees at word edges and at the edges of the halvings; few and many taps; far enough for the widest rows. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 6000",
        "2, 5, 6000",
        "31, 2, 10000",
        "63, 40, 30000",
        "64, 80, 40000",
        "65, 100, 40000",
        "100, 0, 12000",
        "128, 2, 12000",
        "200, 6, 20000",
        "256, 300, 60000",
        "257, 3, 25000",
        "384, 500, 80000",
        "385, 500, 80000",
        "521, 700, 110000",
        "521, 9, 60000",
        "769, 900, 160000"
    })
    void everyBitSatisfiesTheRecurrence(int degree, int taps, int words) {
        SplittableRandom random = new SplittableRandom(degree);
        ShiftRegister register = register(degree, taps, random);
        long[] state = random.longs(degree, 0, 2).toArray();
        long[] read = read(BinarySequence.of(register, state), words, random);
        assertBegins(read, state);
        assertRecurrence(register, read);
        if (degree > 2) {
            ShiftRegister affine = register.withConstant(1);
            read = read(BinarySequence.of(affine, state), words / 4, random);
            assertBegins(read, state);
            assertRecurrence(affine, read);
        }
    }

    @Test
    void rowsAreNarrowerWhereWideOnesWouldTakeTooMuchMemory() {
        SplittableRandom random = new SplittableRandom(8);
        ShiftRegister register = register(70_001, 2, random);
        long[] state = random.longs(70_001, 0, 2).toArray();
        long[] read = read(BinarySequence.of(register, state), 1_250_000, random);
        assertBegins(read, state);
        assertRecurrence(register, read);
    }

    @Test
    void jumpBeginsWhereTheBitsReadOnWouldBe() {
        SplittableRandom random = new SplittableRandom(9);
        ShiftRegister register = register(90, 120, random).withConstant(1);
        long[] state = random.longs(90, 0, 2).toArray();
        long[] all = read(BinarySequence.of(register, state), 60_000, random);
        for (int jump : new int[] {0, 1, 63, 64, 89, 90, 91, 3_000_000}) {
            long[] part = new long[200];
            BinarySequence.from(register, state, BigInteger.valueOf(jump)).next(part, 0, 200);
            for (int i = 0; i < 200; i++) {
                assertThat(part[i]).as("word %d after %d", i, jump).isEqualTo(bits(all, jump + 64L * i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void halvedConvolutionEqualsItsDefinition(int levels) {
        SplittableRandom random = new SplittableRandom(levels);
        int unit = 1 << levels;
        for (int n : new int[] {unit, 3 * unit, 13 * unit, 40 * unit}) {
            int length = levels == 0 ? 1 + random.nextInt(50) : n;
            boolean[] r = new boolean[length];
            for (int j = 0; j < length; j++) {
                r[j] = random.nextBoolean();
            }
            int width = 1 + random.nextInt(5);
            long[][] x = new long[3 + length + n - 1][];
            Arrays.setAll(x, i -> random.longs(width).toArray());
            long[][] out = new long[n + 2][];
            Arrays.setAll(out, i -> random.longs(width).toArray());
            long[][] expected = Arrays.stream(out).map(long[]::clone).toArray(long[][]::new);
            for (int t = 0; t < n; t++) {
                for (int j = 0; j < length; j++) {
                    for (int i = 0; i < width && r[j]; i++) {
                        expected[2 + t][i] ^= x[3 + t + j][i];
                    }
                }
            }
            new RowConvolution(r, levels, n, width).accumulate(x, 3, out, 2);
            assertThat(out).isDeepEqualTo(expected);
        }
    }

    @Test
    void manyTapsAndFewGiveTheSameRows() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 10; round++) {
            int d = 1 + random.nextInt(round < 7 ? 60 : 900);
            ShiftRegister register = register(d, random.nextInt(2 * d), random);
            TapRecurrence few = new TapRecurrence(register.tapPositions(), d, 3);
            DenseRecurrence many = new DenseRecurrence(register.characteristicPolynomial(), 3);
            long[] words = new long[3 * many.history()];
            SplittableRandom start = random.split();
            Arrays.setAll(words, i -> i < 3 * d ? start.nextLong() : 0);
            new RowWindow(few, 3, words).next(words, 3 * d, words.length - 3 * d);
            RowWindow left = new RowWindow(few, 3, words);
            long[] skipped = new long[words.length - 3 * d];
            left.next(skipped, 0, skipped.length);
            RowWindow right = new RowWindow(many, 3, words);
            long[] a = new long[3 * 2000];
            long[] b = new long[3 * 2000];
            left.next(a, 0, a.length);
            right.next(b, 0, b.length);
            assertThat(b).isEqualTo(a);
        }
    }

    @Test
    void otherFieldsWrongStatesAndShortTargetsAreRefused() {
        ShiftRegister ternary = ShiftRegister.of(FiniteFields.of(3), 1, 1);
        ShiftRegister binary = ShiftRegister.of(GF2, 1, 1);
        assertThatThrownBy(() -> BinarySequence.of(ternary, 1, 0)).hasMessage("field = GF(3), expected GF(2)");
        assertThatThrownBy(() -> BinarySequence.of(binary, 1)).hasMessage("state has 1 symbols, expected 2");
        assertThatThrownBy(() -> BinarySequence.from(binary, new long[] {1, 0}, BigInteger.valueOf(-1)))
                .hasMessage("jump = -1, expected at least 0");
        assertThatThrownBy(() -> BinarySequence.of(binary, 1, 0).next(new long[3], 1, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
