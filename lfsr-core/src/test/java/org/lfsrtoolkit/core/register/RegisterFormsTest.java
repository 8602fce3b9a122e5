package org.lfsrtoolkit.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

class RegisterFormsTest {

    private static final FiniteField GF2 = FiniteField.unchecked(2);

    private static FiniteField field(long q) {
        return switch ((int) q) {
            case 4 -> FiniteField.unchecked(2, 1, 1, 1);
            case 9 -> FiniteField.unchecked(3, 2, 2, 1);
            default -> FiniteField.unchecked(q);
        };
    }

    private static long[] random(FiniteField field, int d, SplittableRandom random) {
        return random.longs(d, 0, field.cardinality()).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9, 2147483647})
    void clockingMultipliesTheResidueByX(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int d = 1; d < 12; d++) {
            ShiftRegister register = ShiftRegister.of(field, random(field, d, random));
            Polynomial f = register.characteristicPolynomial();
            StateResidue residues = StateResidue.of(f);
            long[] state = random(field, d, random);
            Polynomial residue = residues.residue(state);
            assertThat(residues.residue(register.next(state)))
                    .isEqualTo(PolynomialModulus.of(f).multiply(residue, Polynomial.x(field)));
            assertThat(residues.state(residue)).isEqualTo(state);
            assertThat(residue.coefficient(d - 1)).isEqualTo(state[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9})
    void galoisAndFibonacciProduceTheSameSequence(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int d = 1; d < 10; d++) {
            ShiftRegister register =
                    ShiftRegister.of(field, random(field, d, random)).withConstant(random.nextLong(q));
            GaloisRegister galois = GaloisRegister.of(register);
            MatrixMap map = galois.toMap();
            long[] state = random(field, d, random);
            long[] cells = Configuration.GALOIS.fromFibonacci(register, state);
            for (int t = 0; t < 30; t++) {
                assertThat(galois.output(cells)).isEqualTo(state[0]);
                assertThat(galois.toFibonacci(cells)).isEqualTo(state);
                state = Configuration.FIBONACCI.map(register).next(state);
                long[] before = cells;
                cells = galois.next(cells);
                assertThat(map.next(before)).isEqualTo(cells);
                if (register.isNonsingular()) {
                    assertThat(galois.previous(cells)).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void galoisExampleOfTheDocumentation() {
        GaloisRegister galois = GaloisRegister.of(ShiftRegister.of(GF2, 1, 1, 0, 0));
        assertThat(galois.output(new long[] {1, 0, 0, 1})).isEqualTo(1);
        assertThat(galois.next(new long[] {1, 0, 0, 1})).containsExactly(1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9})
    void reciprocalRunsBackward(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int d = 1; d < 10; d++) {
            long[] c = random(field, d, random);
            c[0] = 1 + random.nextLong(q - 1);
            ShiftRegister register = ShiftRegister.of(field, c).withConstant(random.nextLong(q));
            ShiftRegister backward = register.reciprocal();
            assertThat(backward.characteristicPolynomial())
                    .isEqualTo(register.characteristicPolynomial().reciprocal().monic());
            assertThat(backward.reciprocal()).isEqualTo(register);
            long[] state = random(field, d, random);
            assertThat(reversed(backward.next(reversed(state)))).isEqualTo(register.previous(state));
            assertThat(register.next(register.previous(state))).isEqualTo(state);
        }
    }

    private static long[] reversed(long[] state) {
        long[] reversed = new long[state.length];
        for (int i = 0; i < state.length; i++) {
            reversed[i] = state[state.length - 1 - i];
        }
        return reversed;
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9})
    void jumpEqualsThatManyClocks(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        for (int d = 1; d < 8; d++) {
            ShiftRegister register =
                    ShiftRegister.of(field, random(field, d, random)).withConstant(random.nextLong(2));
            long[][] rows = new long[d][];
            for (int i = 0; i < d; i++) {
                rows[i] = random(field, d, random);
            }
            AffineMap matrix = MatrixMap.affine(Matrix.of(field, rows), random(field, d, random));
            for (AffineMap map : List.of(register, matrix)) {
                long[] state = random(field, d, random);
                List<long[]> walk = Orbit.of(map, state).states().limit(25).toList();
                for (int k = 0; k < 25; k++) {
                    assertThat(Jump.of(map, k).apply(state)).isEqualTo(walk.get(k));
                }
                if (map.isNonsingular()) {
                    List<long[]> back = Orbit.of(map, walk.get(24))
                            .statesBackward()
                            .limit(25)
                            .toList();
                    assertThat(back.get(24)).isEqualTo(state);
                    assertThat(Jump.of(map, -24).apply(walk.get(24))).isEqualTo(state);
                    assertThat(Orbit.of(map, walk.get(24)).at(-7)).isEqualTo(walk.get(17));
                }
            }
        }
    }

    @Test
    void jumpBackOnASingularMapIsRefused() {
        assertThatThrownBy(() -> Jump.of(ShiftRegister.of(GF2, 0, 1), -1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("clocks = -1");
    }

    @Test
    void affineMapIsPartOfALinearOne() {
        FiniteField field = field(3);
        SplittableRandom random = new SplittableRandom(5);
        for (int d = 1; d < 8; d++) {
            ShiftRegister register =
                    ShiftRegister.of(field, random(field, d, random)).withConstant(2);
            long[][] rows = new long[d][];
            for (int i = 0; i < d; i++) {
                rows[i] = random(field, d, random);
            }
            for (AffineMap map :
                    List.of(register, MatrixMap.affine(Matrix.of(field, rows), random(field, d, random)))) {
                LinearEmbedding embedding = LinearEmbedding.of(map);
                long[] state = random(field, d, random);
                long[] vector = embedding.embed(state);
                assertThat(embedding.linear().isLinear()).isTrue();
                assertThat(embedding.height(vector)).isEqualTo(1);
                assertThat(embedding.height(embedding.linear().next(vector))).isEqualTo(1);
                assertThat(embedding.project(embedding.linear().next(vector))).isEqualTo(map.next(state));
            }
        }
    }

    @Test
    void indexOfAStateHasTheOldestSymbolLeastSignificant() {
        assertThat(StateIndex.of(field(3), new long[] {1, 0, 2})).isEqualTo(19);
        assertThat(StateIndex.toState(field(3), 3, BigInteger.valueOf(19))).containsExactly(1, 0, 2);
        assertThat(ShiftRegister.of(GF2, 1, 0, 1, 1).tapPositions()).containsExactly(0, 2, 3);
        assertThat(Arrays.toString(ShiftRegister.of(GF2, 1, 1).next(new long[] {1, 0})))
                .isEqualTo("[0, 1]");
    }
}
