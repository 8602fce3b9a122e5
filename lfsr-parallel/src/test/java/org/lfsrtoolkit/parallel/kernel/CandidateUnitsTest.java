package org.lfsrtoolkit.parallel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** How the candidates of registers are cut into units. */
class CandidateUnitsTest {

    private static PackedRegisterKernel kernel(FiniteField field, int d) {
        long[] c = new long[d];
        c[0] = 1;
        ShiftRegister register = ShiftRegister.of(field, c);
        return field.characteristic() == 2
                ? BinaryRegisterKernel.of(register)
                : field.characteristic() == 3
                        ? TernaryRegisterKernel.of(register)
                        : SmallPrimeRegisterKernel.of(register);
    }

    /** The definition: no suffix, newest symbol first, is below the prefix of its length. */
    private static boolean isPrenecklace(long index, long q, int d) {
        for (int suffix = 1; suffix < d; suffix++) {
            long modulus = 1;
            for (int i = 0; i < suffix; i++) {
                modulus *= q;
            }
            long prefix = index;
            for (int i = suffix; i < d; i++) {
                prefix /= q;
            }
            if (index % modulus < prefix) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, 64", "2, 9, 1, 4", "2, 14, 1, 64", "2, 14, 1000, 16", "2, 16, 256, 65536", "2, 16, 9000, 1",
                "3, 9, 1, 50",
        "3, 9, 729, 1000", "4, 7, 16, 30", "5, 6, 25, 100", "7, 5, 49, 20", "8, 4, 1, 1000", "9, 4, 81, 60",
                "16, 3, 16, 16",
        "256, 2, 256, 100"
    })
    void coverAllPrenecklacesAndNoneIsEmpty(long q, int d, long from, int most) {
        PackedRegisterKernel kernel = kernel(FiniteFields.of(q), d);
        CandidateUnits units = kernel.candidateUnits(from, most);
        assertThat(units.count()).isBetween(1, most);
        assertThat(units.first(0)).isEqualTo(from);
        assertThat(units.last(units.count() - 1)).isEqualTo(kernel.lastIndex());
        for (int unit = 0; unit < units.count(); unit++) {
            if (unit > 0) {
                assertThat(units.first(unit)).isEqualTo(units.last(unit - 1) + 1);
            }
            long tested = 0;
            for (long index = units.first(unit); index <= units.last(unit); index++) {
                tested += isPrenecklace(index, q, d) ? 1 : 0;
            }
            assertThat(tested).as("unit %d", unit).isBetween(1L, units.largest());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 40, 1024, 65536",
        "2, 62, 1, 300",
        "2, 63, 1, 65536",
        "2, 63, 1, 1",
        "8, 21, 8, 3000",
        "512, 7, 1, 65536",
        "4, 31, 4, 5000",
        "3, 31, 1, 65536",
        "9, 15, 9, 2000",
        "256, 7, 1, 65536"
    })
    void areFewForLargeSpaces(long q, int d, long from, int most) {
        CandidateUnits units = kernel(FiniteFields.of(q), d).candidateUnits(from, most);
        assertThat(units.count()).isBetween(most / 1000, most);
        assertThat(units.largest()).isPositive();
    }
}
