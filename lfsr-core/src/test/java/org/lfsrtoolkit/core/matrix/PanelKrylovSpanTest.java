package org.lfsrtoolkit.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

class PanelKrylovSpanTest {

    private static final FiniteField GF2 = FiniteFields.of(2);
    private static final RunControl FREE = RunControl.unlimited();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 63, 64, 65, 128, 129, 150, 200})
    void spinsAgreeWithVectorsAddedOneByOne(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int round = 0; round < 4; round++) {
            Matrix a = round % 2 == 0
                    ? Matrix.random(GF2, n, n, random)
                    : MatrixGenerators.scrambledBlocks(GF2, n, random);
            spinBoth((BitEntries) a.entries(), random);
        }
    }

    /** Spins vectors until they generate the space, forgetting some of them now and then. */
    private static void spinBoth(BitEntries a, SplittableRandom random) {
        PanelKrylovSpan panels = new PanelKrylovSpan(a);
        BitKrylovSpan plain = new BitKrylovSpan(a);
        int before = 0;
        for (int spins = 0; panels.size() < a.rowCount(); spins++) {
            long[] start = panels.randomOutside(random);
            long[] coordinates = panels.spin(start, FREE);
            assertThat(coordinates).isEqualTo(plain.spin(start, FREE));
            assertThat(panels.size()).isEqualTo(plain.size()).isEqualTo(coordinates.length);
            assertThat(panels.combination(coordinates)).isEqualTo(plain.combination(coordinates));
            assertThat(panels.apply(start)).isEqualTo(plain.apply(start));
            if (spins == 1 || spins == 3) {
                panels.truncate(before);
                plain.truncate(before);
            }
            before = panels.size();
        }
    }

    @Test
    void largeSidesGiveTheInvariantsOfSimilarMatrices() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n : new int[] {128, 200, 300}) {
            Matrix a = MatrixGenerators.scrambledBlocks(GF2, n, random);
            Matrix b = MatrixGenerators.conjugated(a, random);
            FrobeniusDecomposition form = FrobeniusDecomposition.of(a, FREE);
            assertThat(FrobeniusDecomposition.of(b, FREE).invariantFactors()).isEqualTo(form.invariantFactors());
            assertThat(CharacteristicPolynomial.of(b, FREE)).isEqualTo(form.characteristicPolynomial());
            assertThat(Matrix.evaluate(form.minimalPolynomial(), a).isZero()).isTrue();
            assertThat(RationalCanonicalForm.of(b).transformation().times(b))
                    .isEqualTo(RationalCanonicalForm.of(b)
                            .form()
                            .times(RationalCanonicalForm.of(b).transformation()));
        }
    }

    @Test
    void cancelledControlStopsASpin() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        Matrix a = Matrix.random(GF2, 200, 200, new SplittableRandom(3));
        assertThatThrownBy(() ->
                        CharacteristicPolynomial.of(a, RunControl.unlimited().withCancellation(token)))
                .isInstanceOf(CancellationException.class);
    }
}
