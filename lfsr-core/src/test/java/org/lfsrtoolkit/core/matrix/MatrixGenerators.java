package org.lfsrtoolkit.core.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/** Matrices that lean to the corners: repeated, nilpotent and scalar parts, hidden by a change of basis. */
final class MatrixGenerators {

    private MatrixGenerators() {}

    /** P·A·P^−1 for a random P. */
    static Matrix conjugated(Matrix a, SplittableRandom random) {
        Matrix p = Matrix.randomInvertible(a.field(), a.rowCount(), random);
        return p.times(a).times(p.inverse());
    }

    /** A conjugate of companion blocks of powers of a few small polynomials, x among them; side n. */
    static Matrix scrambledBlocks(FiniteField field, int n, SplittableRandom random) {
        List<Polynomial> bases = new ArrayList<>(List.of(Polynomial.x(field)));
        bases.add(Polynomial.of(field, 1, 1));
        bases.add(Polynomial.of(field, 1, random.nextLong(field.cardinality()), 1));
        List<Matrix> blocks = new ArrayList<>();
        int rest = n;
        while (rest > 0) {
            Polynomial base = bases.get(random.nextInt(bases.size()));
            int exponent = 1 + random.nextInt(4);
            Polynomial f = base.power(exponent);
            if (f.degree() > rest) {
                f = Polynomial.of(field, 1, 1).power(1 + random.nextInt(rest));
            }
            rest -= f.degree();
            long[] c = new long[f.degree()];
            for (int j = 0; j < c.length; j++) {
                c[j] = field.negate(f.coefficient(j));
            }
            blocks.add(Matrix.companion(field, c));
        }
        return conjugated(Matrix.blockDiagonal(blocks), random);
    }
}
