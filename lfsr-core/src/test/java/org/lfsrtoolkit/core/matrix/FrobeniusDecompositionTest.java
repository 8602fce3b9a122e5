package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

class FrobeniusDecompositionTest {

    private static final RunControl FREE = RunControl.unlimited();

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 8, 9, 256, 343, 65537, 2147483647L, 2305843009213693951L})
    void everyFactOfARandomMatrixAgreesWithThePlainTwin(long q) {
        SplittableRandom random = new SplittableRandom(q);
        FiniteField field = FiniteFields.of(q);
        for (int n = 1; n <= 9; n++) {
            checkAll(Matrix.random(field, n, n, random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 9})
    void repeatedAndNilpotentPartsAgreeWithThePlainTwin(long q) {
        SplittableRandom random = new SplittableRandom(100 + q);
        FiniteField field = FiniteFields.of(q);
        for (int round = 0; round < 40; round++) {
            checkAll(MatrixGenerators.scrambledBlocks(field, 2 + random.nextInt(11), random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 7, 8, 9, 16, 32, 64, 81, 128, 256, 343, 5791, 11587, 1024})
    void digitKernelsGiveTheSamePartsAsThePlainTwin(long q) {
        SplittableRandom random = new SplittableRandom(q);
        FiniteField field = FiniteFields.of(q);
        checkAll(Matrix.random(field, 23, 23, random));
        checkAll(MatrixGenerators.scrambledBlocks(field, 24, random));
        checkAll(MatrixGenerators.conjugated(
                Matrix.blockDiagonal(Matrix.random(field, 9, 9, random), Matrix.zero(field, 9, 9)), random));
    }

    @Test
    void everyMatrixOfSideThreeOverGf2AgreesWithThePlainTwin() {
        FiniteField field = FiniteFields.of(2);
        for (int index = 0; index < 512; index++) {
            long[][] rows = new long[3][3];
            for (int i = 0; i < 9; i++) {
                rows[i / 3][i % 3] = index >> i & 1;
            }
            checkAll(Matrix.of(field, rows));
        }
    }

    private static void checkAll(Matrix a) {
        FrobeniusDecomposition decomposition = FrobeniusDecomposition.of(a, FREE);
        Polynomial f = NaiveMatrices.characteristicPolynomial(a);
        assertThat(CharacteristicPolynomial.of(a, FREE)).as("%s", a).isEqualTo(f);
        assertThat(decomposition.characteristicPolynomial()).as("%s", a).isEqualTo(f);
        assertThat(ElementaryDivisors.of(decomposition, FREE))
                .as("%s", a)
                .isEqualTo(NaiveMatrices.elementaryDivisors(a));
        List<Polynomial> factors = decomposition.invariantFactors();
        for (int i = 1; i < factors.size(); i++) {
            assertThat(factors.get(i).remainder(factors.get(i - 1)).isZero())
                    .as("%s", a)
                    .isTrue();
        }
        assertThat(Matrix.evaluate(decomposition.minimalPolynomial(), a).isZero())
                .as("%s", a)
                .isTrue();
        checkCanonicalForm(a, factors);
    }

    private static void checkCanonicalForm(Matrix a, List<Polynomial> factors) {
        RationalCanonicalForm form = RationalCanonicalForm.of(a);
        assertThat(form.invariantFactors()).isEqualTo(factors);
        assertThat(form.transformation().isInvertible()).as("%s", a).isTrue();
        assertThat(form.transformation().times(a))
                .as("%s", a)
                .isEqualTo(form.form().times(form.transformation()));
    }

    @Test
    void scalarMatrixHasOneLinearFactorForEveryDimension() {
        FiniteField field = FiniteFields.of(256);
        Matrix scalar = Matrix.identity(field, 60).times(7);
        assertThat(ElementaryDivisors.of(scalar, FREE))
                .containsExactly(new ElementaryDivisor(Polynomial.of(field, 7, 1), 1, 60));
        assertThat(scalar.isCyclic()).isFalse();
    }

    @Test
    void nilpotentJordanBlocksOfAllSizesAreToldApart() {
        FiniteField field = FiniteFields.of(2);
        List<Matrix> blocks = new ArrayList<>();
        List<ElementaryDivisor> expected = new ArrayList<>();
        for (int size = 1; size <= 12; size++) {
            blocks.add(Matrix.companion(field, new long[size]));
            expected.add(new ElementaryDivisor(Polynomial.x(field), size, 1));
        }
        Matrix nilpotent = MatrixGenerators.conjugated(Matrix.blockDiagonal(blocks), new SplittableRandom(1));
        assertThat(ElementaryDivisors.of(nilpotent, FREE)).isEqualTo(expected);
        assertThat(KernelSequence.of(nilpotent, FREE).height()).isEqualTo(12);
        int[] ranks = nilpotent.ranksOfPowers();
        Matrix power = Matrix.identity(field, nilpotent.rowCount());
        for (int rank : ranks) {
            assertThat(NaiveMatrices.rank(power)).isEqualTo(rank);
            power = power.times(nilpotent);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 5, 16, 343, 2147483629L})
    void similarMatricesHaveTheSameForm(long q) {
        SplittableRandom random = new SplittableRandom(q);
        FiniteField field = FiniteFields.of(q);
        for (int round = 0; round < 5; round++) {
            Matrix a = MatrixGenerators.scrambledBlocks(field, 20, random);
            Matrix b = MatrixGenerators.conjugated(a, random);
            assertThat(RationalCanonicalForm.of(b).form())
                    .isEqualTo(RationalCanonicalForm.of(a).form());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 256, 101})
    void companionMatrixIsCyclicAndGivesItsPolynomialBack(long q) {
        SplittableRandom random = new SplittableRandom(q);
        FiniteField field = FiniteFields.of(q);
        for (int d : new int[] {1, 2, 31, 63, 64, 65}) {
            long[] c = random.longs(d, 0, q).toArray();
            Matrix companion = Matrix.companion(field, c);
            Polynomial f = FrobeniusDecomposition.of(companion, FREE).minimalPolynomial();
            long[] expected = new long[d + 1];
            expected[d] = 1;
            for (int i = 0; i < d; i++) {
                expected[i] = field.negate(c[i]);
            }
            assertThat(f).isEqualTo(Polynomial.of(field, expected));
            assertThat(CharacteristicPolynomial.of(companion, FREE)).isEqualTo(f);
            long[] u = CyclicVector.of(companion, FREE).orElseThrow();
            long[][] krylov = new long[d][];
            for (int i = 0; i < d; i++) {
                krylov[i] = u;
                u = companion.leftMultiply(u);
            }
            assertThat(Matrix.of(field, krylov).isInvertible()).isTrue();
        }
    }

    @Test
    void kernelSequenceCountsTheStatesOfEachPreperiod() {
        Matrix register = Matrix.companion(FiniteFields.of(2), 0, 0, 1, 1);
        KernelSequence kernels = KernelSequence.of(register, FREE);
        assertThat(kernels.ranks()).containsExactly(4, 3, 2);
        assertThat(kernels.levels()).extracting(Object::toString).containsExactly("4", "4", "8");
        assertThat(kernels.rank(9)).isEqualTo(kernels.periodicDimension()).isEqualTo(2);
    }

    @Test
    void rectangularMatrixIsRefused() {
        Matrix wide = Matrix.zero(FiniteFields.of(3), 2, 3);
        assertThatThrownBy(() -> FrobeniusDecomposition.of(wide, FREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix is 2 × 3, expected as many rows as columns");
    }
}
