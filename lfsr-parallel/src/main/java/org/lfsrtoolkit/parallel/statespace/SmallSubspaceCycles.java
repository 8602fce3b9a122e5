package org.lfsrtoolkit.parallel.statespace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * Guesses where the cycles without an anchor of any nonsingular map are: among the states that the factors of small degree
 * kill. What {@link SmallFactorCycles} is for registers, for matrices that are not cyclic or whose cycles are listed.
 *
 * <p>Let M be the matrix of the map, or for v ↦ v·A + b that of (v, 1) ↦ (v, 1)·[[A, 0], [b, 1]], and u the product of the
 * irreducible factors of its characteristic polynomial of degree at most m, with their multiplicities. The states v with
 * (v, 1)·u(M) = 0 are mapped to one another, so their cycles are cycles of the map, and there are at most q^(deg u) of
 * them. With a basis in echelon form from the most significant symbol down, as in {@link NonsingularPart}, least states go to
 * least states. That small map is mapped by walking.
 *
 * <p>As there, the guess is taken only if its cycles are all that is missing. Memory: the tables of the small map, at most
 * {@link SmallFactorCycles#bytesFor}; no cycle is kept.
 */
final class SmallSubspaceCycles implements CycleGuess {

    private final AffineMap map;
    private final MappingOptions options;
    private final RunControl control;
    private boolean searched;
    private @Nullable Subspace subspace;

    /**
     * The states origin + Σ x_i · basis_i.
     *
     * @param inner the map of the x; null if there is the origin only
     */
    private record Subspace(@Nullable AffineMap inner, long[][] basis, long[] origin) {}

    SmallSubspaceCycles(AffineMap map, MappingOptions options, RunControl control) {
        this.map = map;
        this.options = options;
        this.control = control;
    }

    private @Nullable Subspace subspace() {
        if (!searched) {
            searched = true;
            subspace = find();
        }
        return subspace;
    }

    /** The subspace of the small factors; null if there are none, or no others. */
    private @Nullable Subspace find() {
        FiniteField field = map.field();
        int d = map.dimension();
        long[] b = map.translation();
        boolean affine = Arrays.stream(b).anyMatch(x -> x != 0);
        Matrix m = affine ? Matrix.augmented(map.matrix(), b) : map.matrix();
        Polynomial f = CharacteristicPolynomial.of(m, control);
        Polynomial u = SmallFactorCycles.smallPart(f, SmallFactorCycles.mostBits(field, m.rowCount()), control);
        if (u.degree() < 1 || u.degree() >= m.rowCount()) {
            return null;
        }
        // Rows v with v·u(M) = 0.
        Matrix killed = Matrix.evaluate(u, m, control).nullSpace(control);
        if (killed.rowCount() == 0) {
            return null;
        }
        int[] pivots = new int[killed.rowCount()];
        long[][] rows = NonsingularPart.echelonFromTheTop(killed, killed.rowCount(), pivots);
        int r = rows.length;
        long[] origin = new long[d];
        if (affine) {
            // The one row with a last symbol, which is 1, is the origin; the others are directions.
            r--;
            if (pivots[r] != d) {
                return null;
            }
            origin = Arrays.copyOf(rows[r], d);
        }
        long[][] basis = new long[r][];
        for (int i = 0; i < r; i++) {
            basis[i] = Arrays.copyOf(rows[i], d);
        }
        return new Subspace(
                r == 0 ? null : NonsingularPart.restrict(map, basis, Arrays.copyOf(pivots, r), origin), basis, origin);
    }

    @Override
    public long mostStates() {
        Subspace found = subspace();
        if (found == null) {
            return 0;
        }
        AffineMap inner = found.inner();
        return inner == null ? 1 : inner.stateCount().longValueExact();
    }

    @Override
    public void tell(long bound, CycleSink sink) {
        Subspace found = subspace();
        if (found == null) {
            return;
        }
        CycleSink whole = (representative, length) -> {
            long index = embed(found, representative);
            if (index >= bound) {
                sink.accept(index, length);
            }
        };
        AffineMap inner = found.inner();
        if (inner == null) {
            whole.accept(0, 1);
            return;
        }
        AffineMapper.map(
                inner,
                MappingOptions.defaults()
                        .withScheduler(options.scheduler())
                        .withMemoryBytes(SmallFactorCycles.bytesFor(options))
                        .withCycleSink(whole),
                control);
    }

    private long embed(Subspace found, long representative) {
        FiniteField field = map.field();
        long q = field.cardinality();
        int d = map.dimension();
        long[] state = found.origin().clone();
        long rest = representative;
        for (long[] row : found.basis()) {
            field.addScaled(state, 0, row, 0, d, rest % q);
            rest /= q;
        }
        long index = 0;
        for (int i = d - 1; i >= 0; i--) {
            index = index * q + state[i];
        }
        return index;
    }
}
