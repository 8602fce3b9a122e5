package org.lfsrtoolkit.parallel.statespace;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * A register that is conjugate to an affine map, where there is one: it has the same cycle structure and is walked many
 * states an operation.
 *
 * <p>Observe v ↦ v·A + b through a column w: with M = (w, Aw, …, A^(d−1)w) invertible, u = v·M goes to u·C + b·M, where C
 * is the companion matrix of the coefficients M^(−1)·A^d·w. Moving the origin to a vector z with z_(j+1) = z_j − (b·M)_j
 * leaves a constant in the last symbol only. A map that is not cyclic has no such w. Indexes are not kept, so this serves
 * for the structure only.
 */
final class CyclicForm {

    private static final int RANDOM_TRIES = 8;

    private CyclicForm() {}

    /** A conjugate register; null if none was found (the map is not cyclic, or we were unlucky over a small field). */
    static @Nullable ShiftRegister registerOf(AffineMap map) {
        if (map instanceof ShiftRegister register) {
            return register;
        }
        FiniteField field = map.field();
        int d = map.dimension();
        Matrix transposed = map.matrix().transpose();
        Random random = new Random(1);
        for (int trial = 0; trial < d + RANDOM_TRIES; trial++) {
            long[] w = new long[d];
            if (trial < RANDOM_TRIES) {
                for (int i = 0; i < d; i++) {
                    w[i] = Math.floorMod(random.nextLong(), field.cardinality());
                }
            } else {
                w[trial - RANDOM_TRIES] = 1;
            }
            long[][] columns = new long[d][];
            for (int j = 0; j < d; j++) {
                columns[j] = w;
                w = transposed.leftMultiply(w);
            }
            Matrix m = Matrix.of(field, columns).transpose();
            if (m.isInvertible()) {
                return register(map, m, w);
            }
        }
        return null;
    }

    private static ShiftRegister register(AffineMap map, Matrix m, long[] last) {
        FiniteField field = map.field();
        int d = map.dimension();
        long[] coefficients = m.inverse().transpose().leftMultiply(last);
        long[] image = m.leftMultiply(map.translation());
        long[] origin = new long[d];
        for (int j = 0; j + 1 < d; j++) {
            origin[j + 1] = field.subtract(origin[j], image[j]);
        }
        long constant = field.add(image[d - 1], field.dot(origin, 0, coefficients, 0, d));
        constant = field.subtract(constant, origin[d - 1]);
        return ShiftRegister.of(field, coefficients).withConstant(constant);
    }
}
