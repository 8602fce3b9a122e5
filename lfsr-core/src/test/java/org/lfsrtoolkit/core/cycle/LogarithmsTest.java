package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfsrtoolkit.core.cycle.TestMaps.binary;
import static org.lfsrtoolkit.core.cycle.TestMaps.field;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

class LogarithmsTest {

    private static final RunControl UNLIMITED = RunControl.unlimited();

    @Test
    void rhoAgreesWithBabySteps() {
        // 2^19 − 1 and 2^17 − 1 are prime.
        for (Polynomial f : new Polynomial[] {binary(19, 5, 2, 1, 0), binary(17, 3, 0)}) {
            PolynomialModulus modulus = PolynomialModulus.of(f);
            long r = (1L << f.degree()) - 1;
            Polynomial x = Polynomial.x(f.field());
            SplittableRandom random = new SplittableRandom(r);
            for (int i = 0; i < 10; i++) {
                long n = random.nextLong(r);
                Polynomial target = modulus.powerOfX(BigInteger.valueOf(n));
                assertThat(BabyStepGiantStep.find(modulus, x, target, r, UNLIMITED))
                        .hasValue(n);
                assertThat(PollardRhoLogarithm.find(modulus, x, target, r, UNLIMITED))
                        .hasValue(n);
            }
        }
    }

    @Test
    void rhoFindsALogarithmModuloAPrimeOf31Bits() {
        PolynomialModulus modulus = PolynomialModulus.of(binary(31, 3, 0));
        BigInteger n = BigInteger.valueOf(1_234_567_890);
        assertThat(PollardRhoLogarithm.find(
                        modulus, Polynomial.x(TestMaps.GF2), modulus.powerOfX(n), (1L << 31) - 1, UNLIMITED))
                .hasValue(n.longValue());
    }

    @Test
    void boundOfBabyStepsIsSharp() {
        PolynomialModulus modulus = PolynomialModulus.of(binary(19, 5, 2, 1, 0));
        Polynomial x = Polynomial.x(TestMaps.GF2);
        Polynomial target = modulus.powerOfX(BigInteger.valueOf(1000));
        assertThat(BabyStepGiantStep.find(modulus, x, target, 1000, UNLIMITED)).isEqualTo(OptionalLong.empty());
        assertThat(BabyStepGiantStep.find(modulus, x, target, 1001, UNLIMITED)).hasValue(1000);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 9", "3, 2, 28", "4, 2, 5", "2147483647, 1, 3", "2147483647, 2, 2", "9, 2, 4", "2, 1, 16"})
    void principalUnitsNeedNoSearch(long q, int degree, int e) {
        FiniteField field = field(q);
        Polynomial g = irreducible(field, degree);
        PolynomialModulus modulus = PolynomialModulus.of(g.power(e));
        BigInteger order = PrincipalUnitLogarithm.powerFor(e, field.characteristic());
        SplittableRandom random = new SplittableRandom(q + e);
        for (int i = 0; i < 20; i++) {
            BigInteger n = new BigInteger(80, new java.util.Random(random.nextLong()));
            assertThat(PrincipalUnitLogarithm.find(g, e, modulus.powerOfX(n))).contains(n.mod(order));
        }
        if (e > 1) {
            // 1 + g is a power of x only by chance; 1 + c·g for all c of the field never is all of the time.
            Polynomial stranger = Polynomial.one(field).plus(g.times(Polynomial.x(field)));
            Optional<BigInteger> found = PrincipalUnitLogarithm.find(g, e, stranger);
            found.ifPresent(n -> assertThat(n).isLessThan(order));
        }
    }

    private static Polynomial irreducible(FiniteField field, int degree) {
        SplittableRandom random = new SplittableRandom(degree);
        while (true) {
            Polynomial g = ExactCycleEngineTest.randomMonic(field, degree, random);
            if (g.coefficient(0) != 0 && org.lfsrtoolkit.core.factor.RabinIrreducibility.isIrreducible(g, UNLIMITED)) {
                return g;
            }
        }
    }
}
