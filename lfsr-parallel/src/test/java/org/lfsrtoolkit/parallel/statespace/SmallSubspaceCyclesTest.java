package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.MappingOptions.Route;

class SmallSubspaceCyclesTest {

    /** A primitive register of degree 17 over GF(2), or of 11 over GF(3), beside small blocks; hidden by a change of basis. */
    private static AffineMap map(int p, String blocks, boolean affine) {
        FiniteField field = FiniteFields.of(p);
        long[] large = new long[p == 2 ? 17 : 11];
        large[0] = 1;
        large[p == 2 ? 3 : 2] = 1;
        List<Matrix> parts = new ArrayList<>(List.of(Matrix.companion(field, large)));
        for (char block : blocks.toCharArray()) {
            parts.add(block == '1' ? Matrix.identity(field, 1) : Matrix.companion(field, 1, 1));
        }
        Matrix a = Matrix.blockDiagonal(parts);
        Random random = new Random(7);
        Matrix change = Matrix.randomInvertible(field, a.rowCount(), random);
        long[] b = new long[a.rowCount()];
        if (affine) {
            for (int i = 0; i < b.length; i++) {
                b[i] = random.nextInt(p);
            }
        }
        return MatrixMap.affine(change.inverse().times(a).times(change), b);
    }

    private static List<Long> list(AffineMap map, Route route) {
        List<Long> cycles = new ArrayList<>();
        StateSpaceMapper.map(
                map,
                MappingOptions.defaults().withRoute(route).withCycleSink((representative, length) -> {
                    cycles.add(representative);
                    cycles.add(length);
                }),
                RunControl.unlimited());
        return cycles;
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 11", "2, 22", "2, 121", "3, 1", "3, 11", "3, 2"})
    void listIsTheSameWithAndWithoutTheGuess(int p, String blocks) {
        for (boolean affine : new boolean[] {false, true}) {
            AffineMap map = map(p, blocks, affine);
            assertThat(list(map, Route.AUTO)).isEqualTo(list(map, Route.SCALAR));
        }
    }

    @Test
    void fixedPointsOfAMatrixThatIsNotCyclicAreFoundWithoutASearch() {
        AffineMap map = map(2, "1111", false);
        for (boolean listed : new boolean[] {false, true}) {
            MappingResult result = StateSpaceMapper.map(
                    map,
                    MappingOptions.defaults().withCycleSink(listed ? (representative, length) -> {} : null),
                    RunControl.unlimited());
            // One pass over the space; a search would take several.
            assertThat(result.metrics().statesWalked()).isLessThan(5L << 20);
            assertThat(result.structure().cycles().count(BigInteger.ONE)).isEqualTo(16);
        }
    }

    @Test
    void nothingIsToldWhereNoFactorIsSmall() {
        List<Long> told = new ArrayList<>();
        FiniteField field = FiniteFields.of(2);
        long[] c = new long[25];
        c[0] = 1;
        c[3] = 1;
        Matrix block = Matrix.companion(field, c);
        new SmallSubspaceCycles(
                        MatrixMap.linear(Matrix.blockDiagonal(block, block)),
                        MappingOptions.defaults(),
                        RunControl.unlimited())
                .tell(1, (representative, length) -> told.add(length));
        assertThat(told).isEmpty();
    }

    /** The guess alone, for affine maps with and without a fixed point: true cycles, each once, least states first. */
    @ParameterizedTest
    @CsvSource({"2, 12", "2, 22", "3, 12", "3, 1"})
    void whatIsToldAreCyclesOfTheMap(int p, String blocks) {
        for (boolean affine : new boolean[] {false, true}) {
            AffineMap map = map(p, blocks, affine);
            List<Long> all = list(map, Route.SCALAR);
            List<Long> told = new ArrayList<>();
            Set<Long> representatives = new HashSet<>();
            new SmallSubspaceCycles(map, MappingOptions.defaults(), RunControl.unlimited())
                    .tell(0, (representative, length) -> {
                        representatives.add(representative);
                        told.add(representative);
                        told.add(length);
                    });
            List<Long> found = new ArrayList<>();
            for (int i = 0; i < all.size(); i += 2) {
                if (representatives.contains(all.get(i))) {
                    found.add(all.get(i));
                    found.add(all.get(i + 1));
                }
            }
            assertThat(told).isEqualTo(found).isNotEmpty();
        }
    }
}
