package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfsrtoolkit.core.cycle.TestMaps.field;
import static org.lfsrtoolkit.core.cycle.TestMaps.register;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.register.StateIndex;

class CycleRepresentativesTest {

    private static final RunControl UNLIMITED = RunControl.unlimited();

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 7, 8, 9})
    void everyCycleIsMetExactlyOnce(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(11 * q);
        int d = 1;
        for (long states = q; states <= 1024; states *= q, d++) {
            for (int i = 0; i < 8; i++) {
                ShiftRegister register = register(field, d, random.nextLong(states));
                Matrix matrix = TestMaps.randomMatrix(field, d, random);
                assertEveryCycleOnce(register);
                assertEveryCycleOnce(register.withConstant(1 + random.nextLong(q - 1)));
                assertEveryCycleOnce(MatrixMap.linear(matrix));
                assertEveryCycleOnce(MatrixMap.affine(matrix, TestMaps.randomVector(field, d, random)));
            }
        }
    }

    @Test
    void repeatedFactorsOfHighMultiplicityAreCovered() {
        for (int e = 1; e <= 10; e++) {
            assertEveryCycleOnce(ShiftRegister.withCharacteristicPolynomial(
                    TestMaps.binary(1, 0).power(e)));
        }
        for (int e = 1; e <= 4; e++) {
            assertEveryCycleOnce(ShiftRegister.withCharacteristicPolynomial(TestMaps.binary(2, 1, 0)
                    .power(e)
                    .times(TestMaps.binary(1, 0).power(2))));
        }
        Polynomial overGf4 = Polynomial.of(field(4), 2, 1, 1);
        assertEveryCycleOnce(ShiftRegister.withCharacteristicPolynomial(overGf4.power(3)));
    }

    private static void assertEveryCycleOnce(AffineMap map) {
        NaiveWalker walk = new NaiveWalker(map);
        Set<Integer> met = new HashSet<>();
        Map<BigInteger, BigInteger> counts = new TreeMap<>();
        String what = map.field() + " A =\n" + map.matrix() + "\nb = " + Arrays.toString(map.translation());
        for (CycleRepresentative representative :
                CycleRepresentatives.stream(map, UNLIMITED).toList()) {
            int start = StateIndex.of(map.field(), representative.state()).intValueExact();
            assertThat(walk.preperiod(start)).as(what).isZero();
            assertThat(representative.length()).as(what).isEqualTo(walk.period(start));
            int state = start;
            do {
                assertThat(met.add(state)).as(what).isTrue();
                state = walk.successor(state);
            } while (state != start);
            counts.merge(representative.length(), BigInteger.ONE, BigInteger::add);
        }
        assertThat(CycleStructure.of(counts))
                .as(what)
                .isEqualTo(walk.structure().cycles());
    }

    @Test
    void representativesOfAHugeRegisterComeOneAtATime() {
        // x^128 + x + 1: 2·10^34 cycles; x^64 + x + 1: 4 504 699 407 499 318.
        for (int n : new int[] {64, 128}) {
            ShiftRegister register = register(n, 1, 0);
            StateQueries queries = StateQueries.of(register);
            Iterator<CycleRepresentative> iterator =
                    CycleRepresentatives.stream(register, UNLIMITED).iterator();
            Set<List<Long>> seen = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                CycleRepresentative representative = iterator.next();
                assertThat(queries.period(representative.state()).exact()).contains(representative.length());
                assertThat(seen.add(
                                Arrays.stream(representative.state()).boxed().toList()))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9})
    void randomCycleHasTheWantedLength(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int i = 0; i < 20; i++) {
            int d = 2 + random.nextInt(5);
            Matrix matrix = TestMaps.randomMatrix(field, d, random);
            for (AffineMap map : List.of(
                    TestMaps.register(field, d, random.nextLong(field.cardinality() * q)),
                    TestMaps.register(field, d, random.nextLong(field.cardinality() * q))
                            .withConstant(1),
                    MatrixMap.affine(matrix, TestMaps.randomVector(field, d, random)))) {
                CycleStructure structure =
                        Objects.requireNonNull(ExactCycleEngineTest.analyze(map).cycleStructure());
                StateQueries queries = StateQueries.of(map);
                for (BigInteger length : structure.counts().keySet()) {
                    long[] state = CycleSampler.stateOnCycle(map, length, random, UNLIMITED)
                            .orElseThrow(() -> new AssertionError("no cycle of length " + length + " in " + structure));
                    assertThat(queries.preperiod(state)).isZero();
                    assertThat(queries.period(state).exact()).contains(length);
                }
                for (long length = 1; length < 20; length++) {
                    assertThat(CycleSampler.stateOnCycle(map, BigInteger.valueOf(length), random, UNLIMITED)
                                    .isPresent())
                            .isEqualTo(
                                    structure.count(BigInteger.valueOf(length)).signum() > 0);
                }
            }
        }
    }

    @Test
    void randomCyclesOfOneLengthAreAllHit() {
        // x^8 + x^4 + x^3 + x + 1: five cycles of length 51.
        ShiftRegister register = register(8, 4, 3, 1, 0);
        StateQueries queries = StateQueries.of(register);
        SplittableRandom random = new SplittableRandom(1);
        Set<Polynomial> labels = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            long[] state = CycleSampler.stateOnCycle(register, BigInteger.valueOf(51), random, UNLIMITED)
                    .orElseThrow();
            labels.add(queries.cycleLabel(state).orElseThrow());
        }
        assertThat(labels).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 7})
    void treesHaveTheShapeThatAWalkSees(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(13 * q);
        for (int i = 0; i < 40; i++) {
            int d = 1 + random.nextInt(q == 2 ? 9 : 4);
            AffineMap map = i % 2 == 0
                    ? TestMaps.randomAffineMatrix(field, d, random)
                    : ShiftRegister.of(field, new long[d]).withConstant(random.nextLong(q));
            TransientShape shape = TransientShape.of(ExactCycleEngineTest.analyze(map));
            NaiveWalker walk = new NaiveWalker(map);
            int[] degrees = walk.inDegrees();
            long[] leaves = new long[shape.height() + 1];
            for (int state = 0; state < degrees.length; state++) {
                if (degrees[state] == 0) {
                    leaves[walk.preperiod(state)]++;
                } else {
                    assertThat(degrees[state]).isEqualTo(shape.inDegree().intValueExact());
                }
            }
            assertThat(shape.leavesByLevel())
                    .isEqualTo(
                            Arrays.stream(leaves).mapToObj(BigInteger::valueOf).toList());
            assertThat(shape.leaves())
                    .isEqualTo(BigInteger.valueOf(Arrays.stream(leaves).sum()));
            assertThat(shape.treeSize())
                    .isEqualTo(map.stateCount().divide(walk.structure().periodicStates()));
        }
    }
}
