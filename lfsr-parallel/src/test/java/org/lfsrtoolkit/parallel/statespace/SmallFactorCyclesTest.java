package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.MappingOptions.Route;

class SmallFactorCyclesTest {

    private static final FiniteField GF2 = FiniteField.unchecked(2, 0, 1);

    private static Polynomial binary(int... exponents) {
        Polynomial f = Polynomial.zero(GF2);
        for (int exponent : exponents) {
            f = f.plus(Polynomial.monomial(GF2, 1, exponent));
        }
        return f;
    }

    private static List<long[]> list(ShiftRegister register, Route route) {
        List<long[]> cycles = new ArrayList<>();
        StateSpaceMapper.map(
                register,
                MappingOptions.defaults()
                        .withRoute(route)
                        .withCycleSink((representative, length) -> cycles.add(new long[] {representative, length})),
                RunControl.unlimited());
        return cycles;
    }

    /** Products with the primitive x^17 + x^3 + 1: the guess completes the map, and the list stays as it is. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0", "1, 1", "2, 1"})
    void listIsTheSameWithAndWithoutTheGuess(int multiplicity, int constant) {
        Polynomial f = binary(17, 3, 0).times(binary(1, 0).power(multiplicity));
        for (Polynomial small : List.of(Polynomial.one(GF2), binary(2, 1, 0))) {
            ShiftRegister register =
                    ShiftRegister.withCharacteristicPolynomial(f.times(small)).withConstant(constant);
            assertThat(list(register, Route.AUTO).toArray(long[][]::new))
                    .isDeepEqualTo(list(register, Route.SCALAR).toArray(long[][]::new));
        }
    }

    @Test
    void fixedPointOfAllOnesIsFoundWithoutASearch() {
        ShiftRegister register =
                ShiftRegister.withCharacteristicPolynomial(binary(25, 3, 0).times(binary(1, 0)));
        MappingResult result = StateSpaceMapper.map(register, MappingOptions.defaults(), RunControl.unlimited());
        assertThat(result.structure().cycles()).hasToString("{1:2, 33554431:2}");
        // One pass over the space; a search would take several.
        assertThat(result.metrics().statesWalked()).isLessThan(3L << 25);
    }

    @Test
    void nothingIsToldWhereNoFactorIsSmall() {
        List<Long> told = new ArrayList<>();
        new SmallFactorCycles(
                        ShiftRegister.withCharacteristicPolynomial(binary(25, 3, 0)),
                        MappingOptions.defaults(),
                        RunControl.unlimited())
                .tell(1, (representative, length) -> told.add(length));
        assertThat(told).isEmpty();
    }

    /** The guess takes its memory out of the allowance, and is left out where that is too small. */
    @Test
    void guessIsPaidForOutOfTheAllowance() {
        ShiftRegister register =
                ShiftRegister.withCharacteristicPolynomial(binary(20, 3, 0).times(binary(1, 0)));
        SchedulerOptions two = SchedulerOptions.defaults().withWorkers(2);
        for (int shift = 17; shift <= 30; shift++) {
            MappingOptions options =
                    MappingOptions.defaults().withMemoryBytes(1L << shift).withScheduler(two);
            MappingResult result = StateSpaceMapper.map(register, options, RunControl.unlimited());
            assertThat(result.structure().cycles()).hasToString("{1:2, 1048575:2}");
            assertThat(result.memoryBytes())
                    .isBetween(SmallFactorCycles.bytesFor(options), options.memoryBytes())
                    .isEqualTo(StateSpaceMapper.memoryNeeded(register, options));
            assertThat(SmallFactorCycles.bytesFor(options))
                    .isEqualTo(shift < 22 ? 0 : Math.min(1L << shift - 3, (1L << 22) + (4L << 14)));
        }
    }

    /** Each worker has a copy of the kernel's tables, in the guess as well. */
    @Test
    void guessIsLeftOutWhereManyWorkersLeaveNoMemoryForIt() {
        ShiftRegister register =
                ShiftRegister.withCharacteristicPolynomial(binary(20, 3, 0).times(binary(1, 0)));
        SchedulerOptions many = SchedulerOptions.defaults().withWorkers(120).withForceParallel(true);
        for (int shift = 22; shift <= 30; shift++) {
            MappingOptions options =
                    MappingOptions.defaults().withMemoryBytes(1L << shift).withScheduler(many);
            assertThat(StateSpaceMapper.map(register, options, RunControl.unlimited())
                            .structure()
                            .cycles())
                    .hasToString("{1:2, 1048575:2}");
        }
    }
}
