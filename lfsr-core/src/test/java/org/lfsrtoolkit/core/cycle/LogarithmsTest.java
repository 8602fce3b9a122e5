package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfsrtoolkit.core.cycle.TestMaps.binary;
import static org.lfsrtoolkit.core.cycle.TestMaps.field;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.factor.RabinIrreducibility;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.LimitExceededException;
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

    /** GF(2^5), a root of x^5 + x^2 + 1: coefficients that lie across two words. */
    private static final FiniteField GF32 = FiniteField.unchecked(2, 1, 0, 1, 0, 0, 1);

    static Stream<Polynomial> modules() {
        return Stream.of(
                binary(15, 1, 0),
                binary(63, 1, 0),
                binary(64, 4, 3, 1, 0),
                binary(65, 18, 0),
                binary(100, 37, 0),
                binary(127, 1, 0),
                binary(128, 7, 2, 1, 0),
                Polynomial.monomial(GF32, 1, 12).plus(Polynomial.of(GF32, 2, 1)),
                Polynomial.monomial(GF32, 1, 13).plus(Polynomial.of(GF32, 2, 1)),
                Polynomial.monomial(GF32, 1, 25).plus(Polynomial.of(GF32, 2, 0, 31)),
                Polynomial.monomial(field(256), 1, 16).plus(Polynomial.of(field(256), 3, 1)),
                Polynomial.monomial(field(3), 1, 20).plus(Polynomial.of(field(3), 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyStepOfAWalkIsAProductWithTheMultiplierChosen(Polynomial f) {
        PolynomialModulus modulus = PolynomialModulus.of(f);
        Random random = new Random(f.degree());
        Polynomial[] multipliers = new Polynomial[RhoWalk.MULTIPLIERS];
        for (int i = 0; i < multipliers.length; i++) {
            multipliers[i] = Polynomial.random(f.field(), f.degree() - 1, random);
        }
        RhoWalk walk = RhoWalk.of(modulus, multipliers, 5).fork();
        int ends = 0;
        boolean[] chosen = new boolean[RhoWalk.MULTIPLIERS];
        for (int i = 0; i < 300; i++) {
            Polynomial start = Polynomial.random(f.field(), random.nextInt(f.degree()), random);
            walk.start(start);
            assertThat(walk.place()).isEqualTo(start);
            int choice = walk.next();
            boolean ended = walk.advance(1);
            if (choice < 0) {
                ends++;
                assertThat(ended).isTrue();
                assertThat(walk.place()).isEqualTo(start);
            } else {
                chosen[choice] = true;
                assertThat(walk.place()).isEqualTo(modulus.multiply(start, multipliers[choice]));
                assertThat(ended).isEqualTo(walk.next() < 0);
            }
        }
        assertThat(chosen).doesNotContain(false);
        assertThat(ends).isBetween(1, 60);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aLongWalkIsItsStepsOneByOneAndStopsAtTheFirstPoint(Polynomial f) {
        PolynomialModulus modulus = PolynomialModulus.of(f);
        Random random = new Random(f.degree() + 1);
        Polynomial[] multipliers = new Polynomial[RhoWalk.MULTIPLIERS];
        for (int i = 0; i < multipliers.length; i++) {
            multipliers[i] = Polynomial.random(f.field(), f.degree() - 1, random);
        }
        RhoWalk far = RhoWalk.of(modulus, multipliers, 4);
        RhoWalk near = far.fork();
        for (int i = 0; i < 50; i++) {
            Polynomial start = Polynomial.random(f.field(), f.degree() - 1, random);
            far.start(start);
            near.start(start);
            boolean ended = far.advance(40);
            for (int k = 0; k < 40 && near.next() >= 0; k++) {
                near.advance(1);
            }
            assertThat(near.place()).isEqualTo(far.place());
            assertThat(ended).isEqualTo(near.next() < 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // field, degree, a prime factor of q^degree − 1
        "2, 59, 3203431780337",
        "2, 67, 193707721",
        "2, 90, 18837001",
        "2, 110, 48912491",
        "4, 29, 3033169",
        "256, 10, 4278255361",
        "3, 19, 363889",
        "5, 23, 332207361361",
        "9, 13, 797161"
    })
    void rhoFindsLogarithmsInManyFields(long q, int degree, long r) {
        FiniteField field = field(q);
        BigInteger order = BigInteger.valueOf(q).pow(degree).subtract(BigInteger.ONE);
        BigInteger prime = BigInteger.valueOf(r);
        assertThat(order.mod(prime)).isZero();
        SplittableRandom random = new SplittableRandom(r);
        Polynomial f;
        do {
            f = Polynomial.random(field, degree, random).monic();
        } while (!RabinIrreducibility.isIrreducible(f, UNLIMITED));
        PolynomialModulus modulus = PolynomialModulus.of(f);
        Polynomial base;
        do {
            base = modulus.power(Polynomial.random(field, degree - 1, random), order.divide(prime));
        } while (base.isOne());
        long n = random.nextLong(r);
        Polynomial target = modulus.power(base, BigInteger.valueOf(n));
        assertThat(PollardRhoLogarithm.find(modulus, base, target, r, UNLIMITED))
                .as("modulo %s", f)
                .hasValue(n);
        // The whole multiplicative group has no other elements of order r.
        Polynomial outside = modulus.multiply(target, Polynomial.x(field));
        if (!modulus.power(outside, prime).isOne()) {
            assertThat(PollardRhoLogarithm.find(modulus, base, outside, r, UNLIMITED))
                    .isEmpty();
        }
    }

    @Test
    void aSearchOutOfReachEndsWithItsBudgetOrWhenCancelled() {
        // 2^61 − 1 is prime: some 10^9 steps.
        PolynomialModulus modulus = PolynomialModulus.of(binary(61, 5, 2, 1, 0));
        Polynomial x = Polynomial.x(TestMaps.GF2);
        Polynomial target = modulus.powerOfX(BigInteger.valueOf(Long.MAX_VALUE / 7));
        long r = (1L << 61) - 1;
        RunControl short1 = UNLIMITED.withBudget(Duration.ofMillis(20));
        assertThatThrownBy(() -> PollardRhoLogarithm.find(modulus, x, target, r, short1))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("time budget");
        CancellationToken token = new CancellationToken();
        token.cancel();
        RunControl cancelled = UNLIMITED.withCancellation(token);
        assertThatThrownBy(() -> PollardRhoLogarithm.find(modulus, x, target, r, cancelled))
                .isInstanceOf(CancellationException.class);
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
