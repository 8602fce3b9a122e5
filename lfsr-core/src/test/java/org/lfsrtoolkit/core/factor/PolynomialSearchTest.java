package org.lfsrtoolkit.core.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.factor.PolynomialSearch.Kind;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

class PolynomialSearchTest {

    private static final RunControl CONTROL = RunControl.unlimited();

    @ParameterizedTest
    @CsvSource({"2, 11", "3, 6", "4, 5", "5, 4", "7, 4", "8, 3", "9, 3", "16, 3"})
    void enumerationListsExactlyTheIrreducibleOnesInOrder(long q, int maximalDegree) {
        FiniteField field = SmallFields.field(q);
        for (int n = 1; n <= maximalDegree; n++) {
            List<Polynomial> expected = SmallFields.monic(field, n)
                    .filter(f -> RabinIrreducibility.isIrreducible(f, CONTROL))
                    .toList();
            assertThat(PolynomialSearch.all(field, n, Kind.IRREDUCIBLE, CONTROL))
                    .containsExactlyElementsOf(expected);
            assertThat(BigInteger.valueOf(expected.size())).isEqualTo(PolynomialCounts.irreducible(q, n));
            assertThat(PolynomialSearch.all(field, n, Kind.PRIMITIVE, CONTROL))
                    .containsExactlyElementsOf(expected.stream()
                            .filter(f -> Primitivity.isPrimitive(f, CONTROL).orElseThrow())
                            .toList())
                    .hasSize(PolynomialCounts.primitive(q, n, CONTROL)
                            .orElseThrow()
                            .intValueExact());
        }
    }

    /** Several windows, sieves that stop before n/2, and the list of one window taken lazily. */
    @ParameterizedTest
    @CsvSource({"2, 20, 52377", "3, 12, 44220", "4, 9, 29120", "5, 8, 48750", "7, 7, 117648", "9, 6, 88440"})
    void enumerationHasThePublishedNumberOfIrreducibleOnes(long q, int degree, int expected) {
        assertThat(PolynomialSearch.all(SmallFields.field(q), degree, Kind.IRREDUCIBLE, CONTROL))
                .hasSize(expected);
        assertThat(PolynomialCounts.irreducible(q, degree)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 40", "2, 100", "3, 30", "4, 25", "9, 12", "343, 4", "65537, 3", "2147483647, 2"})
    void enumerationOfLargeDegreeStartsLikePlainTesting(long q, int degree) {
        FiniteField field = SmallFields.field(q);
        List<Polynomial> some = PolynomialSearch.all(field, degree, Kind.IRREDUCIBLE, CONTROL)
                .limit(25)
                .toList();
        assertThat(some)
                .isSorted()
                .isEqualTo(SmallFields.monicFrom(field, degree)
                        .filter(f -> RabinIrreducibility.isIrreducible(f, CONTROL))
                        .limit(25)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 9, 3", "2, 9, 5", "3, 5, 2", "3, 5, 3", "4, 4, 3", "5, 3, 2", "5, 3, 4", "2, 6, 4", "2, 1, 2", "3, 1, 2"
    })
    void numberOfTermsSelectsFromTheWholeList(long q, int degree, int terms) {
        FiniteField field = SmallFields.field(q);
        for (Kind kind : Kind.values()) {
            List<Polynomial> expected = PolynomialSearch.all(field, degree, kind, CONTROL)
                    .filter(f ->
                            Arrays.stream(f.coefficients()).filter(c -> c != 0).count() == terms)
                    .toList();
            assertThat(PolynomialSearch.allWithTerms(field, degree, terms, kind, CONTROL))
                    .containsExactlyElementsOf(expected);
            assertThat(PolynomialSearch.firstWithTerms(field, degree, terms, kind, CONTROL))
                    .isEqualTo(expected.stream().findFirst());
        }
    }

    /** Least irreducible and primitive polynomials over GF(2), degrees 2 to 16, as integers: OEIS A014580 and A091250. */
    @Test
    void firstBinaryPolynomialsArePublishedOnes() {
        FiniteField field = SmallFields.field(2);
        long[] primitive = {
            0x7, 0xB, 0x13, 0x25, 0x43, 0x83, 0x11D, 0x211, 0x409, 0x805, 0x1053, 0x201B, 0x402B, 0x8003, 0x1002D
        };
        for (int n = 2; n <= 16; n++) {
            Polynomial f = PolynomialSearch.first(field, n, Kind.PRIMITIVE, CONTROL);
            long code = 0;
            for (int i = 0; i <= n; i++) {
                code |= f.coefficient(i) << i;
            }
            assertThat(code).as("degree %s", n).isEqualTo(primitive[n - 2]);
        }
        assertThat(PolynomialSearch.first(field, 8, Kind.IRREDUCIBLE, CONTROL)).hasToString("x^8 + x^4 + x^3 + x + 1");
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 3", "2, 9, 5", "3, 5, 2", "3, 4, 4", "4, 4, 3", "5, 3, 4", "2, 1, 2", "7, 1, 2"})
    void sparseCandidatesAreNumberedWithoutGap(long q, int degree, int terms) {
        FiniteField field = SmallFields.field(q);
        SparsePolynomials candidates = new SparsePolynomials(field, degree, terms);
        List<Polynomial> numbered = new java.util.ArrayList<>();
        for (long i = 0; i < candidates.count().longValueExact(); i++) {
            numbered.add(candidates.get(BigInteger.valueOf(i)));
        }
        assertThat(numbered)
                .containsExactlyInAnyOrderElementsOf(SmallFields.monic(field, degree)
                        .filter(f -> f.coefficient(0) != 0)
                        .filter(f -> Arrays.stream(f.coefficients())
                                        .filter(c -> c != 0)
                                        .count()
                                == terms)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"2, 89, 3", "2, 64, 5", "3, 31, 3", "16, 6, 4", "9, 5, 4", "2147483647, 5, 3"})
    void randomSparseOnesAreOfTheKindAndRepeatWithTheSeed(long q, int degree, int terms) {
        FiniteField field = SmallFields.field(q);
        Polynomial f = PolynomialSearch.randomWithTerms(field, degree, terms, Kind.PRIMITIVE, 5, CONTROL)
                .orElseThrow();
        assertThat(Arrays.stream(f.coefficients()).filter(c -> c != 0)).hasSize(terms);
        assertThat(Primitivity.isPrimitive(f, CONTROL)).contains(true);
        assertThat(PolynomialSearch.randomWithTerms(field, degree, terms, Kind.PRIMITIVE, 5, CONTROL))
                .contains(f);
    }

    @Test
    void randomSearchEndsWhereThereIsNone() {
        FiniteField field = SmallFields.field(2);
        assertThat(PolynomialSearch.randomWithTerms(field, 32, 3, Kind.IRREDUCIBLE, 1, CONTROL))
                .isEmpty();
        assertThat(PolynomialSearch.randomWithTerms(field, 100, 4, Kind.IRREDUCIBLE, 1, CONTROL))
                .isEmpty();
    }

    /** No trinomial whose degree is a multiple of 8 is irreducible over GF(2) [Swan1962]. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32, 40, 64})
    void noBinaryTrinomialOfDegreeDivisibleByEightIsIrreducible(int n) {
        assertThat(PolynomialSearch.firstWithTerms(SmallFields.field(2), n, 3, Kind.IRREDUCIBLE, CONTROL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 64", "2, 127", "3, 20", "9, 8", "343, 5", "2147483647, 6"})
    void randomOnesAreOfTheKindAndRepeatWithTheSeed(long q, int degree) {
        FiniteField field = SmallFields.field(q);
        Polynomial f = PolynomialSearch.random(field, degree, Kind.IRREDUCIBLE, 7, CONTROL);
        assertThat(PolynomialFactorizer.factor(f, CONTROL).isIrreducible()).isTrue();
        assertThat(f).isEqualTo(PolynomialSearch.random(field, degree, Kind.IRREDUCIBLE, 7, CONTROL));
        Polynomial g = PolynomialSearch.random(field, degree, Kind.PRIMITIVE, 7, CONTROL);
        assertThat(PolynomialOrder.of(g, CONTROL).exact())
                .contains(BigInteger.valueOf(q).pow(degree).subtract(BigInteger.ONE));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        FiniteField field = SmallFields.field(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolynomialSearch.first(field, 0, Kind.IRREDUCIBLE, CONTROL))
                .withMessageContaining("degree = 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolynomialSearch.firstWithTerms(field, 5, 7, Kind.IRREDUCIBLE, CONTROL))
                .withMessageContaining("terms = 7, expected 2..6");
    }
}
