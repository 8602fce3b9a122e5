package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfsrtoolkit.core.cycle.TestMaps.GF2;
import static org.lfsrtoolkit.core.cycle.TestMaps.field;
import static org.lfsrtoolkit.core.cycle.TestMaps.register;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.Jump;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.register.StateIndex;

class StateQueriesTest {

    private static final RunControl UNLIMITED = RunControl.unlimited();

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 7, 8, 9})
    void everyQuestionHasTheAnswerOfAWalk(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(7 * q);
        int d = 1;
        for (long states = q; states <= 1024; states *= q, d++) {
            for (int i = 0; i < 6; i++) {
                ShiftRegister register = register(field, d, random.nextLong(states));
                Matrix matrix = TestMaps.randomMatrix(field, d, random);
                assertAnswers(register, random);
                assertAnswers(register.withConstant(1 + random.nextLong(q - 1)), random);
                assertAnswers(MatrixMap.linear(matrix), random);
                assertAnswers(MatrixMap.affine(matrix, TestMaps.randomVector(field, d, random)), random);
            }
        }
    }

    private static void assertAnswers(AffineMap map, SplittableRandom random) {
        NaiveWalker walk = new NaiveWalker(map);
        StateQueries queries = StateQueries.of(map);
        int[] cycleOf = cycles(walk);
        for (int i = 0; i < 12; i++) {
            int a = random.nextInt(walk.states());
            int b = random.nextInt(walk.states());
            if (random.nextInt(3) == 0) {
                b = a;
                for (int steps = random.nextInt(40); steps > 0; steps--) {
                    b = walk.successor(b);
                }
            }
            long[] from = state(map, a);
            long[] to = state(map, b);
            String what = map.field() + " A =\n" + map.matrix() + "\nb = " + Arrays.toString(map.translation())
                    + " from " + Arrays.toString(from) + " to " + Arrays.toString(to);

            assertThat(queries.preperiod(from)).as(what).isEqualTo(walk.preperiod(a));
            assertThat(queries.period(from).exact()).as(what).contains(BigInteger.valueOf(walk.period(a)));
            int distance = walk.distance(a, b);
            assertThat(queries.distance(from, to))
                    .as(what)
                    .isEqualTo(
                            distance < 0
                                    ? new StateDistance.NotOnOrbit()
                                    : new StateDistance.Found(BigInteger.valueOf(distance)));
            assertThat(queries.compareCycles(from, to, UNLIMITED))
                    .as(what)
                    .isEqualTo(cycleOf[a] == cycleOf[b] ? new CycleComparison.Same() : new CycleComparison.Different());
            int later = a;
            for (int steps = 0; steps < 29; steps++) {
                later = walk.successor(later);
            }
            assertThat(queries.jump(from, BigInteger.valueOf(29), UNLIMITED))
                    .as(what)
                    .isEqualTo(state(map, later));
            assertThat(Jump.of(map, 29).apply(from)).as(what).isEqualTo(state(map, later));
            if (walk.preperiod(a) == 0) {
                long[] back = queries.jump(from, BigInteger.valueOf(-29), UNLIMITED);
                assertThat(queries.preperiod(back)).isZero();
                assertThat(queries.jump(back, BigInteger.valueOf(29), UNLIMITED))
                        .as(what)
                        .isEqualTo(from);
            }
            assertAnnihilates(queries.annihilator(from), map, from);
        }
    }

    private static void assertAnnihilates(Polynomial a, AffineMap map, long[] state) {
        FiniteField field = map.field();
        long[] sum = new long[state.length];
        long[] current = state;
        for (int i = 0; i <= a.degree(); i++) {
            field.addScaled(sum, 0, current, 0, sum.length, a.coefficient(i));
            current = map.next(current);
        }
        assertThat(sum).containsOnly(0);
        if (!map.isLinear()) {
            assertThat(a.evaluate(1)).isZero();
        }
    }

    private static int[] cycles(NaiveWalker walk) {
        int[] least = new int[walk.states()];
        for (int i = 0; i < least.length; i++) {
            int state = i;
            for (int steps = walk.preperiod(i); steps > 0; steps--) {
                state = walk.successor(state);
            }
            least[i] = state;
            for (int steps = walk.period(i); steps > 0; steps--) {
                state = walk.successor(state);
                least[i] = Math.min(least[i], state);
            }
        }
        return least;
    }

    private static long[] state(AffineMap map, int index) {
        return StateIndex.toState(map.field(), map.dimension(), BigInteger.valueOf(index));
    }

    @Test
    void brentWalksToTheSameShape() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 40; i++) {
            AffineMap map = TestMaps.randomAffineMatrix(field(3), 1 + random.nextInt(6), random);
            long[] start = TestMaps.randomVector(map.field(), map.dimension(), random);
            StateQueries queries = StateQueries.of(map);
            long period = queries.period(start).exact().orElseThrow().longValueExact();
            assertThat(BrentCycleDetector.detect(map, start, 1 << 14, UNLIMITED))
                    .contains(new BrentCycleDetector.OrbitShape(queries.preperiod(start), period));
        }
        assertThat(BrentCycleDetector.detect(register(20, 3, 0), state(register(20, 3, 0), 1), 1000, UNLIMITED))
                .isEmpty();
    }

    @Test
    void distanceInTheExampleOfTheDocumentation() {
        StateQueries queries = StateQueries.of(ShiftRegister.of(GF2, 1, 1, 0, 0));
        assertThat(queries.distance(new long[] {1, 0, 0, 0}, new long[] {0, 1, 0, 0}))
                .isEqualTo(new StateDistance.Found(BigInteger.valueOf(3)));
    }

    @ParameterizedTest
    @CsvSource({"2, 60", "3, 36", "5, 24", "4, 30", "16, 12"})
    void distancesOfLargeRegistersComeBack(long q, int degree) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(degree);
        for (int i = 0; i < 3; i++) {
            // Factors of small degree, some repeated: every prime of the order is in reach.
            Polynomial f = Polynomial.one(field);
            while (f.degree() < degree) {
                f = f.times(ExactCycleEngineTest.randomMonic(field, degree / 6, random)
                        .power(1 + random.nextInt(2)));
            }
            ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(f);
            StateQueries queries = StateQueries.of(register);
            long[] from = TestMaps.randomVector(field, f.degree(), random);
            BigInteger period = queries.period(from).exact().orElseThrow();
            BigInteger n = new BigInteger(period.bitLength() + 3, new java.util.Random(i)).mod(period);
            long[] to = queries.jump(from, n, UNLIMITED);
            BigInteger expected = n.compareTo(BigInteger.valueOf(queries.preperiod(from))) < 0 ? n : n.mod(period);

            assertThat(queries.distance(from, to)).as("f = %s", f).isEqualTo(new StateDistance.Found(expected));
            assertThat(queries.compareCycles(from, to, UNLIMITED)).isEqualTo(new CycleComparison.Same());
            long[] other = TestMaps.randomVector(field, f.degree(), random);
            StateDistance distance = queries.distance(from, other);
            if (distance instanceof StateDistance.Found found) {
                assertThat(queries.jump(from, found.clocks(), UNLIMITED)).isEqualTo(other);
            } else {
                assertThat(distance).isEqualTo(new StateDistance.NotOnOrbit());
            }
        }
    }

    @Test
    void distanceOnARegisterOf128BitsIsFoundThroughItsSmoothOrder() {
        // x^128 + x + 1 has order 16383 only.
        StateQueries queries = StateQueries.of(register(128, 1, 0));
        long[] from = TestMaps.randomVector(GF2, 128, new SplittableRandom(1));
        long[] to = queries.jump(from, BigInteger.valueOf(-1), UNLIMITED);
        assertThat(queries.distance(from, to)).isEqualTo(new StateDistance.Found(BigInteger.valueOf(16382)));
    }

    @Test
    void primeOutOfReachIsNamedAndWhatIsKnownIsSaid() {
        // 2^89 − 1 is prime.
        StateQueries queries = StateQueries.of(register(89, 38, 0));
        long[] from = TestMaps.randomVector(GF2, 89, new SplittableRandom(2));
        long[] far = queries.jump(from, BigInteger.TWO.pow(80), UNLIMITED);
        BigInteger prime = BigInteger.TWO.pow(89).subtract(BigInteger.ONE);

        assertThat(queries.distance(from, far))
                .isEqualTo(new StateDistance.OutOfReach(
                        prime, true, TestMaps.binary(89, 38, 0), BigInteger.ZERO, BigInteger.ONE));
        assertThat(queries.compareCycles(from, far, UNLIMITED)).isEqualTo(new CycleComparison.Same());
        assertThat(queries.distance(new long[89], far)).isEqualTo(new StateDistance.NotOnOrbit());
    }

    @Test
    void nearStatesAreFoundWhereLogarithmsAreOutOfReach() {
        StateQueries queries = StateQueries.of(register(521, 32, 0));
        long[] from = TestMaps.randomVector(GF2, 521, new SplittableRandom(3));
        BigInteger n = BigInteger.valueOf(123_456_789);
        assertThat(queries.distance(from, queries.jump(from, n, UNLIMITED))).isEqualTo(new StateDistance.Found(n));
    }

    @Test
    void unfactoredCofactorIsAnObstacleAndIsNotCalledPrime() {
        // No time to factor 2^671 − 1.
        StateQueries queries = StateQueries.of(
                register(671, 15, 0),
                QueryOptions.defaults().withFactoringBudget(Duration.ZERO).withSearchBits(20),
                UNLIMITED);
        long[] from = TestMaps.randomVector(GF2, 671, new SplittableRandom(6));
        long[] far = queries.jump(from, BigInteger.TWO.pow(600), UNLIMITED);
        assertThat(queries.period(from).isExact()).isFalse();
        assertThat(queries.cycleLabel(from)).isEmpty();
        assertThat(queries.distance(from, far)).isInstanceOfSatisfying(StateDistance.OutOfReach.class, answer -> {
            assertThat(answer.isPrime()).isFalse();
            assertThat(BigInteger.TWO.pow(600).mod(answer.modulus())).isEqualTo(answer.residue());
        });
        assertThat(queries.compareCycles(from, far, UNLIMITED)).isInstanceOf(CycleComparison.Unknown.class);
    }

    @Test
    void nearStatesAreOnOneCycleThoughACofactorIsUnresolved() {
        StateQueries queries = StateQueries.of(
                register(671, 15, 0),
                QueryOptions.defaults().withFactoringBudget(Duration.ZERO).withSearchBits(20),
                UNLIMITED);
        long[] from = TestMaps.randomVector(GF2, 671, new SplittableRandom(7));
        long[] near = queries.jump(from, BigInteger.valueOf(1_000_003), UNLIMITED);
        assertThat(queries.compareCycles(from, near, UNLIMITED)).isEqualTo(new CycleComparison.Same());
        assertThat(queries.compareCycles(near, from, UNLIMITED)).isEqualTo(new CycleComparison.Same());
        assertThat(queries.compareCycles(new long[671], near, UNLIMITED)).isEqualTo(new CycleComparison.Different());
    }

    /** The quotient of the residues has an order that is prime to the cofactor: any such element is a power of x. */
    @Test
    void cofactorWithoutAPartInTheQuotientIsNoObstacle() {
        StateQueries queries = StateQueries.of(
                register(671, 15, 0),
                QueryOptions.defaults().withFactoringBudget(Duration.ZERO).withSearchBits(0),
                UNLIMITED);
        long[] from = TestMaps.randomVector(GF2, 671, new SplittableRandom(8));
        PolynomialOrder period = queries.period(from);
        BigInteger unresolved = period.divides();
        for (Map.Entry<BigInteger, Integer> prime : period.primes().entrySet()) {
            unresolved = unresolved.divide(prime.getKey().pow(prime.getValue()));
        }
        assertThat(unresolved.bitLength()).isGreaterThan(300);
        BigInteger primes = period.divides().divide(unresolved);
        assertThat(primes).isGreaterThan(BigInteger.TWO);
        long[] other = queries.jump(from, unresolved, UNLIMITED);
        assertThat(other).isNotEqualTo(from);
        assertThat(queries.compareCycles(from, other, UNLIMITED)).isEqualTo(new CycleComparison.Same());
        long[] further = queries.jump(from, unresolved.add(primes), UNLIMITED);
        assertThat(queries.compareCycles(from, further, UNLIMITED)).isInstanceOf(CycleComparison.Unknown.class);
    }

    /** The primes of some orders hidden in one composite number, shared primes among them: no answer may be wrong. */
    @ParameterizedTest
    @CsvSource({"6, 0", "3, 6", "6, 3", "4, 6", "6, 4", "8, 4", "6, 6", "2, 8"})
    void definiteComparisonsAreRightWhenFactorsAreHidden(int hidden, int known) {
        SplittableRandom random = new SplittableRandom(10L * hidden + known);
        int definite = 0;
        for (int round = 0; round < 6; round++) {
            Polynomial first = irreducible(hidden, random);
            Polynomial second = known == 0 ? first : irreducible(known, random);
            if (known != 0 && first.equals(second)) {
                continue;
            }
            List<PrimaryComponent> components = new ArrayList<>();
            BigInteger group = BigInteger.TWO.pow(hidden).subtract(BigInteger.ONE);
            components.add(new PrimaryComponent(
                    first,
                    List.of(new ElementaryDivisor(first, 1, 1)),
                    PolynomialOrder.ofIrreducible(first, IntegerFactorization.ofFactors(List.of(group)), UNLIMITED)));
            if (known != 0) {
                components.add(new PrimaryComponent(
                        second,
                        List.of(new ElementaryDivisor(second, 1, 1)),
                        PolynomialOrder.ofIrreducible(second, UNLIMITED)));
            }
            ShiftRegister register =
                    ShiftRegister.withCharacteristicPolynomial(known == 0 ? first : first.times(second));
            CyclicModules modules = CyclicModules.of(register, UNLIMITED);
            NaiveWalker walk = new NaiveWalker(register);
            int[] cycleOf = cycles(walk);
            for (int pair = 0; pair < 500; pair++) {
                int a = random.nextInt(walk.states());
                int b = random.nextInt(walk.states());
                CycleComparison answer = new StateRelation(
                                modules,
                                components,
                                modules.residues(state(register, a)),
                                modules.residues(state(register, b)),
                                QueryOptions.defaults(),
                                UNLIMITED)
                        .compare();
                if (!(answer instanceof CycleComparison.Unknown)) {
                    definite++;
                    assertThat(answer instanceof CycleComparison.Same)
                            .as("%s and %s of %s", a, b, register.characteristicPolynomial())
                            .isEqualTo(cycleOf[a] == cycleOf[b]);
                }
            }
        }
        assertThat(definite).isPositive();
    }

    private static Polynomial irreducible(int degree, SplittableRandom random) {
        while (true) {
            long[] c = random.longs(degree + 1, 0, 2).toArray();
            c[0] = 1;
            c[degree] = 1;
            Polynomial f = Polynomial.of(GF2, c);
            if (PolynomialFactorizer.factor(f, UNLIMITED).isIrreducible()) {
                return f;
            }
        }
    }

    @Test
    void labelIsConstantOnCyclesAndDiffersBetweenThem() {
        // x^8 + x^4 + x^3 + x + 1 has order 51: five cycles besides zero.
        ShiftRegister register = register(8, 4, 3, 1, 0);
        StateQueries queries = StateQueries.of(register);
        NaiveWalker walk = new NaiveWalker(register);
        int[] cycleOf = cycles(walk);
        Map<Integer, Polynomial> labels = new HashMap<>();
        for (int i = 0; i < 256; i++) {
            Polynomial label = queries.cycleLabel(state(register, i)).orElseThrow();
            assertThat(labels.putIfAbsent(cycleOf[i], label)).isIn(null, label);
        }
        assertThat(labels).hasSize(6);
        assertThat(labels.values()).doesNotHaveDuplicates();
        assertThat(StateQueries.of(register(4, 0)).cycleLabel(1, 0, 0, 0)).isEmpty();
    }

    @Test
    void wayBackFromATransientStateIsRefused() {
        StateQueries queries = StateQueries.of(ShiftRegister.of(GF2, 0, 0, 1, 1));
        assertThat(queries.preperiod(1, 0, 0, 0)).isPositive();
        assertThatThrownBy(() -> queries.jump(new long[] {1, 0, 0, 0}, BigInteger.ONE.negate(), UNLIMITED))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("clocks = -1");
    }

    @Test
    void stateOfTheWrongLengthIsRefused() {
        StateQueries queries = StateQueries.of(register(4, 1, 0));
        assertThatThrownBy(() -> queries.period(1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state has 3 symbols, expected 4");
        assertThatThrownBy(() -> queries.period(1, 0, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state symbol 3 = 2, expected 0..1");
    }
}
