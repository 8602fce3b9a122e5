package org.lfsrtoolkit.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.ShiftRegister;

class SequenceOutputTest {

    /** One clock at a time. */
    private static long[] plain(ShiftRegister register, long[] state, int count) {
        long[] symbols = new long[count];
        long[] s = state.clone();
        for (int t = 0; t < count; t++) {
            symbols[t] = s[0];
            s = register.next(s);
        }
        return symbols;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "5", "8", "9", "256", "257", "2147483647"})
    void blocksEqualSingleClocks(String name) {
        FiniteField field = FiniteFields.parse(name);
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 25; round++) {
            int d = 1 + random.nextInt(round < 20 ? 12 : 70);
            long[] c = random.longs(d, 0, field.cardinality()).toArray();
            if (round % 3 == 0) {
                c[0] = 0;
            }
            ShiftRegister register = ShiftRegister.of(field, c).withConstant(round % 4 == 0 ? 1 : 0);
            long[] state = random.longs(d, 0, field.cardinality()).toArray();
            int jump = random.nextInt(300);
            long[] expected = plain(register, state, 3000);
            SymbolSequence sequence = SymbolSequence.from(register, state, BigInteger.valueOf(jump));
            long[] symbols = new long[2000];
            int cut = random.nextInt(2000);
            sequence.next(symbols, 0, cut);
            sequence.next(symbols, cut, 2000 - cut);
            assertThat(symbols).isEqualTo(Arrays.copyOfRange(expected, jump, jump + 2000));
        }
    }

    /** Enough taps for sums by coefficient, by bit and over all stages, and few enough for those tap by tap. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "5",
                "7",
                "9",
                "11",
                "13",
                "17",
                "101",
                "128",
                "256",
                "4093",
                "4099",
                "65537",
                "2147483647",
                "2147483659",
                "2305843009213693951"
            })
    void manyAndFewTapsEqualSingleClocks(String name) {
        FiniteField field = FiniteFields.parse(name);
        SplittableRandom random = new SplittableRandom(11);
        for (int d : new int[] {1, 40, 90}) {
            for (int taps : new int[] {1, 2, 3, d}) {
                long[] c = new long[d];
                c[0] = field.cardinality() - 1;
                for (int i = 1; i < taps; i++) {
                    c[random.nextInt(d)] = random.nextLong(field.cardinality());
                }
                ShiftRegister register = ShiftRegister.of(field, c);
                long[] state = random.longs(d, 0, field.cardinality()).toArray();
                int count = Math.min(40_000, 300 * d) + 777;
                long[] expected = plain(register, state, count);
                SymbolSequence sequence = SymbolSequence.of(register, state);
                long[] symbols = new long[count];
                int cut = random.nextInt(count);
                sequence.next(symbols, 0, cut);
                sequence.next(symbols, cut, count - cut);
                assertThat(symbols).as("d = %d, %d taps", d, taps).isEqualTo(expected);
            }
        }
    }

    /** Far enough for wide rows, at lengths that fill a word, a row and a block by one more or less. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "5", "7", "8", "9", "11", "13", "16", "25", "27", "32", "128", "243", "256"})
    void wideRowsEqualSingleClocks(String name) {
        FiniteField field = FiniteFields.parse(name);
        SplittableRandom random = new SplittableRandom(6);
        for (int d : new int[] {1, 2, 15, 16, 17}) {
            long[] c = random.longs(d, 0, field.cardinality()).toArray();
            c[d - 1] = field.cardinality() - 1;
            ShiftRegister register = ShiftRegister.of(field, c);
            long[] state = random.longs(d, 0, field.cardinality()).toArray();
            int count = 4096 * d + 80_000;
            long[] symbols = new long[count];
            SymbolSequence sequence = SymbolSequence.of(register, state);
            for (int done = 0; done < count; ) {
                int step = Math.min(count - done, random.nextInt(6000));
                sequence.next(symbols, done, step);
                done += step;
            }
            assertThat(symbols).isEqualTo(plain(register, state, count));
        }
    }

    @Test
    void packedBitsEqualSingleClocks() {
        FiniteField gf2 = FiniteFields.of(2);
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 40; round++) {
            int d = 1 + random.nextInt(round < 30 ? 20 : 130);
            long[] c = random.longs(d, 0, 2).toArray();
            ShiftRegister register = ShiftRegister.of(gf2, c).withConstant(round & 1);
            long[] state = random.longs(d, 0, 2).toArray();
            int jump = random.nextInt(100);
            long[] expected = plain(register, state, jump + 64 * 2000);
            BinarySequence sequence = BinarySequence.from(register, state, BigInteger.valueOf(jump));
            long[] words = new long[2000];
            int cut = random.nextInt(2000);
            sequence.next(words, 0, cut);
            sequence.next(words, cut, 2000 - cut);
            for (int t = 0; t < 64 * words.length; t++) {
                if (((words[t >>> 6] >>> t) & 1) != expected[jump + t]) {
                    throw new AssertionError("bit " + t + " of " + Arrays.toString(c));
                }
            }
        }
    }

    @Test
    void mSequenceMeetsGolombsPostulates() {
        FiniteField gf2 = FiniteFields.of(2);
        ShiftRegister register = ShiftRegister.of(gf2, 1, 0, 0, 1, 0, 0, 0);
        long[] period = plain(register, new long[] {1, 0, 0, 0, 0, 0, 0}, 127);
        assertThat(SequenceStatistics.balance(period)).isEqualTo(Map.of(0L, 63L, 1L, 64L));
        assertThat(SequenceStatistics.runs(true, period))
                .isEqualTo(Map.of(1, 32L, 2, 16L, 3, 8L, 4, 4L, 5, 2L, 6, 1L, 7, 1L));
        assertThat(SequenceStatistics.binaryAutocorrelation(0, period)).isEqualTo(127);
        for (int shift = 1; shift < 127; shift++) {
            assertThat(SequenceStatistics.binaryAutocorrelation(shift, period)).isEqualTo(-1);
        }
        assertThat(SequenceStatistics.uniformityPValue(gf2, period)).isBetween(0.9, 1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7})
    void decimationTakesEveryStepthSymbol(long constant) {
        FiniteField gf9 = FiniteFields.of(9);
        ShiftRegister register = ShiftRegister.of(gf9, 3, 0, 5, 1).withConstant(constant);
        long[] state = {1, 2, 8, 0};
        long[] all = plain(register, state, 700);
        for (int step : new int[] {1, 2, 7, 13}) {
            long[] decimated = Decimation.symbols(register, state, BigInteger.valueOf(step), 50);
            for (int t = 0; t < 50; t++) {
                assertThat(decimated[t]).isEqualTo(all[step * t]);
            }
        }
    }

    @Test
    void decimationByTwoKeepsTheMinimalPolynomialOverGf2() {
        FiniteField gf2 = FiniteFields.of(2);
        ShiftRegister register = ShiftRegister.of(gf2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        long[] state = new long[15];
        state[0] = 1;
        assertThat(Decimation.recurrence(register, state, BigInteger.TWO).minimalPolynomial())
                .isEqualTo(register.characteristicPolynomial());
        assertThat(Decimation.recurrence(register, state, BigInteger.valueOf(7)).linearComplexity())
                .isEqualTo(15);
    }

    @Test
    void decimationOfAnAffineRegisterHasOneMoreTermInItsRecurrence() {
        FiniteField gf2 = FiniteFields.of(2);
        ShiftRegister register = ShiftRegister.of(gf2, 1, 1, 0, 0).withConstant(1);
        Polynomial f = register.characteristicPolynomial();
        assertThat(Decimation.recurrence(register, new long[] {1, 0, 0, 0}, BigInteger.TWO)
                        .minimalPolynomial())
                .isEqualTo(f.times(Polynomial.of(gf2, 1, 1)));
    }
}
