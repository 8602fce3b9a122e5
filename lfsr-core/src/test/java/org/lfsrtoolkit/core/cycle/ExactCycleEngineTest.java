package org.lfsrtoolkit.core.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfsrtoolkit.core.cycle.TestMaps.GF2;
import static org.lfsrtoolkit.core.cycle.TestMaps.binary;
import static org.lfsrtoolkit.core.cycle.TestMaps.field;
import static org.lfsrtoolkit.core.cycle.TestMaps.register;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

class ExactCycleEngineTest {

    static ExactAnalysis analyze(AffineMap map) {
        return ExactCycleEngine.analyze(map, ExactOptions.defaults(), RunControl.unlimited());
    }

    static String cycles(AffineMap map) {
        return Objects.toString(analyze(map).cycleStructure());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 7, 8, 9})
    void algebraEqualsEnumerationForEveryRegister(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        int d = 1;
        for (long states = q; states <= 4096; states *= q, d++) {
            boolean exhaustive = states <= 128;
            for (long i = 0; i < (exhaustive ? states : 20); i++) {
                ShiftRegister register = register(field, d, exhaustive ? i : random.nextLong(states));
                assertMatchesWalk(register);
                assertMatchesWalk(register.withConstant(1 + random.nextLong(q - 1)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 7, 8, 9})
    void algebraEqualsEnumerationForMatrices(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(q);
        int d = 1;
        for (long states = q; states <= 4096; states *= q, d++) {
            for (int i = 0; i < 10; i++) {
                Matrix matrix = TestMaps.randomMatrix(field, d, random);
                assertMatchesWalk(MatrixMap.linear(matrix));
                assertMatchesWalk(MatrixMap.affine(matrix, TestMaps.randomVector(field, d, random)));
            }
        }
    }

    private static void assertMatchesWalk(AffineMap map) {
        assertThat(analyze(map).structure())
                .as("%s, A = %n%s, b = %s", map.field(), map.matrix(), java.util.Arrays.toString(map.translation()))
                .contains(new NaiveWalker(map).structure());
    }

    @ParameterizedTest
    @CsvSource({"2, 40", "3, 24", "4, 20", "5, 16", "9, 12", "2147483647, 5"})
    void fixedPointsOfEachPowerAreCountedByGcd(long q, int degree) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(degree);
        for (int i = 0; i < 8; i++) {
            Polynomial a = randomMonic(field, degree / 4, random);
            Polynomial f = a.square().times(randomMonic(field, degree - 2 * a.degree(), random));
            ExactAnalysis analysis = analyze(ShiftRegister.withCharacteristicPolynomial(f));
            assertFixedPoints(analysis, length -> {
                Polynomial power = PolynomialModulus.of(f).powerOfX(length).minus(Polynomial.one(field));
                return BigInteger.valueOf(q).pow(f.gcd(power).degree());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 24", "3, 15", "4, 10", "9, 6"})
    void fixedPointsOfEachPowerAreCountedByRank(long q, int d) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(d);
        for (int i = 0; i < 8; i++) {
            Matrix matrix = TestMaps.randomMatrix(field, d, random);
            Matrix minusOne = Matrix.identity(field, d).times(field.negate(1));
            assertFixedPoints(
                    analyze(MatrixMap.linear(matrix)),
                    length -> BigInteger.valueOf(q)
                            .pow(d - matrix.power(length).plus(minusOne).rank()));
        }
    }

    private static void assertFixedPoints(
            ExactAnalysis analysis, java.util.function.Function<BigInteger, BigInteger> expected) {
        CycleStructure structure = Objects.requireNonNull(analysis.cycleStructure());
        List<BigInteger> lengths = new ArrayList<>(structure.counts().keySet());
        lengths.subList(Math.min(lengths.size(), 12), lengths.size()).clear();
        lengths.add(structure.order());
        lengths.add(BigInteger.valueOf(60));
        for (BigInteger length : lengths) {
            BigInteger fixed = BigInteger.ZERO;
            for (Map.Entry<BigInteger, BigInteger> entry : structure.counts().entrySet()) {
                if (length.mod(entry.getKey()).signum() == 0) {
                    fixed = fixed.add(entry.getKey().multiply(entry.getValue()));
                }
            }
            assertThat(fixed)
                    .as("fixed points of power %s for %s", length, analysis.factorization())
                    .isEqualTo(expected.apply(length));
        }
    }

    static Polynomial randomMonic(FiniteField field, int degree, SplittableRandom random) {
        long[] coefficients = new long[degree + 1];
        for (int i = 0; i < degree; i++) {
            coefficients[i] = random.nextLong(field.cardinality());
        }
        coefficients[degree] = 1;
        return Polynomial.of(field, coefficients);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void affineStructureIsThatOfTheLargerMatrixLessTheLinearOne(long q) {
        FiniteField field = field(q);
        SplittableRandom random = new SplittableRandom(100 + q);
        for (int i = 0; i < 60; i++) {
            int d = 1 + random.nextInt(9);
            AffineMap map = TestMaps.randomAffineMatrix(field, d, random);
            CycleStructure larger =
                    Objects.requireNonNull(analyze(MatrixMap.linear(Matrix.augmented(map.matrix(), map.translation())))
                            .cycleStructure());
            CycleStructure linear =
                    Objects.requireNonNull(analyze(map.linearPart()).cycleStructure());
            Map<BigInteger, BigInteger> difference = new TreeMap<>(larger.counts());
            linear.counts().forEach((length, count) -> difference.merge(length, count.negate(), BigInteger::add));
            difference.replaceAll((length, count) -> count.divide(BigInteger.valueOf(q - 1)));
            assertThat(analyze(map).cycleStructure()).isEqualTo(CycleStructure.of(difference));
        }
    }

    @Test
    void repeatedFactorSplitsByOrder() {
        assertThat(cycles(register(4, 0))).isEqualTo("{1:2, 2:1, 4:3}");
        assertThat(cycles(register(4, 2, 0))).isEqualTo("{1:1, 3:1, 6:2}");
    }

    @Test
    void multiplicityDoublesThePeriod() {
        // s(t+4) = s(t) + s(t+1) + s(t+3) over GF(2): x^4 + x^3 + x + 1 has order 6, its square-free part 3.
        ExactAnalysis analysis = analyze(ShiftRegister.of(GF2, 1, 1, 0, 1));
        assertThat(analysis.polynomialOrder()).isEqualTo(6);
        assertThat(Objects.requireNonNull(analysis.cycleStructure()).order()).isEqualTo(6);
    }

    @Test
    void transientStatesAreNoCycles() {
        ExactAnalysis analysis = analyze(ShiftRegister.of(GF2, 0, 0, 1, 1));
        assertThat(analysis.cycleStructure()).hasToString("{1:1, 3:1}");
        assertThat(analysis.transientStates()).isEqualTo(12);
        assertThat(analysis.levels())
                .isEqualTo(List.of(4, 4, 8).stream().map(BigInteger::valueOf).toList());
    }

    @Test
    void longCycleIsNotCut() {
        assertThat(cycles(register(20, 3, 0))).isEqualTo("{1:1, 1048575:1}");
    }

    @Test
    void elementsOfExtensionFieldsAreNotReadModuloP() {
        // s(t+1) = 2·s(t) over GF(4): a is primitive; over GF(2) codes 2 and 3 would have become 0 and 1.
        assertThat(cycles(ShiftRegister.of(field(4), 2))).isEqualTo("{1:1, 3:1}");
        assertThat(cycles(ShiftRegister.of(field(4), 3))).isEqualTo("{1:1, 3:1}");
    }

    @Test
    void signsMatterInOddCharacteristic() {
        ExactAnalysis right = analyze(ShiftRegister.of(field(3), 1, 2, 0, 0));
        assertThat(right.characteristicPolynomial()).hasToString("x^4 + x + 2");
        assertThat(right.polynomialOrder()).isEqualTo(80);
        assertThat(analyze(ShiftRegister.of(field(3), 2, 1, 0, 0)).polynomialOrder())
                .isEqualTo(26);
    }

    @Test
    void printedPolynomialAndSecondStateTellReciprocalsApart() {
        ShiftRegister register = ShiftRegister.of(GF2, 1, 1, 0, 1, 0);
        assertThat(analyze(register).characteristicPolynomial()).isEqualTo(binary(5, 3, 1, 0));
        assertThat(register.connectionPolynomial()).isEqualTo(binary(5, 4, 2, 0));
        assertThat(register.next(new long[] {1, 0, 0, 1, 1})).containsExactly(0, 0, 1, 1, 0);
    }

    @Test
    void matrixOrderComesFromTheMinimalPolynomial() {
        // Two equal blocks x^2 + x + 1: the matrix has order 3, its characteristic polynomial 6.
        Matrix block = Matrix.companion(GF2, 1, 1);
        ExactAnalysis analysis = analyze(MatrixMap.linear(Matrix.blockDiagonal(block, block)));
        assertThat(analysis.matrixOrder()).isEqualTo(3);
        assertThat(analysis.polynomialOrder()).isEqualTo(6);
        assertThat(analysis.cycleStructure()).hasToString("{1:1, 3:5}");
    }

    @Test
    void xPlusOneIsPrimitiveOverGf2AndXNeverIs() {
        assertThat(analyze(register(1, 0)).primitive()).isTrue();
        assertThat(analyze(register(1)).primitive()).isFalse();
        assertThat(analyze(register(1)).irreducible()).isTrue();
        assertThat(analyze(register(1)).polynomialOrder()).isNull();
    }

    @Test
    void translationHasNoFixedPoint() {
        assertThat(cycles(ShiftRegister.of(GF2, 1).withConstant(1))).isEqualTo("{2:1}");
        assertThat(cycles(MatrixMap.affine(Matrix.identity(field(5), 2), 1, 0))).isEqualTo("{5:5}");
    }

    @Test
    void capIsSaidAndTotalsAreStillGiven() {
        // Degrees 1 to 13 with primitive factors: orders 2^m − 1 combine in many ways.
        ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(primitiveProduct());
        ExactAnalysis full = analyze(register);
        ExactAnalysis capped = ExactCycleEngine.analyze(
                register, ExactOptions.defaults().withMaxDistinctLengths(100), RunControl.unlimited());
        int lengths = Objects.requireNonNull(full.cycleStructure()).distinctLengths();

        assertThat(lengths).isGreaterThan(500);
        assertThat(full.capped()).isFalse();
        assertThat(capped.capped()).isTrue();
        assertThat(capped.isComplete()).isFalse();
        assertThat(capped.cycleStructure()).isNull();
        assertThat(capped.structure()).isEmpty();
        assertThat(capped.unresolved()).isEmpty();
        assertThat(capped.cycles()).isEqualTo(full.cycles());
        assertThat(capped.polynomialOrder()).isEqualTo(full.polynomialOrder());
        assertThat(capped.periodicStates()).isEqualTo(full.periodicStates());
        assertThat(full.cycleStructure().states()).isEqualTo(full.periodicStates());
        assertThat(ExactCycleEngine.analyze(
                                register,
                                ExactOptions.defaults().withMaxDistinctLengths(lengths),
                                RunControl.unlimited())
                        .capped())
                .isFalse();
    }

    static Polynomial primitiveProduct() {
        int[][] primitive = {
            {1, 0},
            {1, 0},
            {1, 0},
            {2, 1, 0},
            {2, 1, 0},
            {3, 1, 0},
            {4, 1, 0},
            {5, 2, 0},
            {6, 1, 0},
            {7, 1, 0},
            {8, 4, 3, 2, 0},
            {9, 4, 0},
            {10, 3, 0},
            {11, 2, 0},
            {12, 6, 4, 1, 0},
            {13, 4, 3, 1, 0}
        };
        Polynomial product = Polynomial.one(GF2);
        for (int[] exponents : primitive) {
            product = product.times(binary(exponents));
        }
        return product;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void productTableEqualsPairwiseCombination(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long q : new long[] {2, 3, 4, 7}) {
            FiniteField field = field(q);
            Polynomial f = randomMonic(field, 9, random)
                    .times(randomMonic(field, 2, random).power(3));
            ExactAnalysis whole = analyze(ShiftRegister.withCharacteristicPolynomial(f));
            CycleStructure combined = CycleStructure.singleFixedPoint();
            for (var factor : whole.factorization().factors()) {
                if (!factor.polynomial().isX()) {
                    combined = combined.combine(
                            Objects.requireNonNull(analyze(ShiftRegister.withCharacteristicPolynomial(factor.expand()))
                                    .cycleStructure()));
                }
            }
            assertThat(whole.cycleStructure()).isEqualTo(combined);
        }
    }

    @Test
    void unresolvedOrderIsReportedAndWhatDependsOnItIsMissing() {
        // 2^671 − 1 has a factor of 180 digits that no table here holds and that no time is given for.
        ExactAnalysis analysis = ExactCycleEngine.analyze(
                register(671, 15, 0),
                ExactOptions.defaults().withFactoringBudget(Duration.ZERO),
                RunControl.unlimited());
        assertThat(analysis.unresolved()).isNotEmpty();
        assertThat(analysis.isComplete()).isFalse();
        assertThat(analysis.cycleStructure()).isNull();
        assertThat(analysis.cycles()).isNull();
        assertThat(analysis.polynomialOrder()).isNull();
        assertThat(analysis.matrixOrder()).isNull();
        assertThat(analysis.capped()).isFalse();
        assertThat(analysis.irreducible()).isTrue();
        assertThat(analysis.periodicStates()).isEqualTo(BigInteger.TWO.pow(671));
    }
}
