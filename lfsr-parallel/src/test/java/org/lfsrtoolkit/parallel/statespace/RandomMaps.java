package org.lfsrtoolkit.parallel.statespace;

import java.util.Random;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** Seeded random maps that lean to the corners: singular, repeated factors, few taps, constants, block matrices. */
final class RandomMaps {

    /** {p, modulus low to high…}: the fields with kernels of their own, and some without. */
    static final long[][] FIELDS = {
        {2},
        {3},
        {2, 1, 1, 1},
        {5},
        {7},
        {2, 1, 1, 0, 1},
        {3, 2, 2, 1},
        {11},
        {13},
        {2, 1, 1, 0, 0, 1},
        {5, 2, 4, 1},
        {3, 1, 2, 0, 1},
        {2, 1, 0, 1, 0, 0, 1},
        {127},
        {131},
        {17},
        {257},
        {521},
        {2, 1, 0, 1, 1, 1, 0, 0, 0, 1}
    };

    private RandomMaps() {}

    static FiniteField field(long[] spec) {
        return spec.length == 1
                ? FiniteField.unchecked(spec[0], 0, 1)
                : FiniteField.unchecked(spec[0], java.util.Arrays.copyOfRange(spec, 1, spec.length));
    }

    static int largestDegree(FiniteField field, long states) {
        int d = 1;
        for (long size = field.cardinality(); size <= states / field.cardinality(); size *= field.cardinality()) {
            d++;
        }
        return d;
    }

    static AffineMap any(FiniteField field, int d, Random random) {
        return random.nextInt(3) < 2 ? register(field, d, random) : matrix(field, d, random);
    }

    static ShiftRegister register(FiniteField field, int d, Random random) {
        long q = field.cardinality();
        long[] c = new long[d];
        int density = 1 + random.nextInt(4);
        for (int i = 0; i < d; i++) {
            c[i] = random.nextInt(4) < density ? random.nextLong(q) : 0;
        }
        if (random.nextInt(4) != 0 && c[0] == 0) {
            c[0] = 1 + random.nextLong(q - 1);
        }
        ShiftRegister register = ShiftRegister.of(field, c);
        return random.nextInt(3) == 0 ? register.withConstant(random.nextLong(q)) : register;
    }

    static MatrixMap matrix(FiniteField field, int d, Random random) {
        long q = field.cardinality();
        long[][] rows = new long[d][d];
        int shape = random.nextInt(4);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = switch (shape) {
                    case 0 -> random.nextLong(q);
                    case 1 -> (i == j || random.nextInt(3) == 0) ? random.nextLong(q) : 0;
                    case 2 -> j >= i && random.nextInt(2) == 0 ? random.nextLong(q) : i == j ? 1 : 0;
                    default -> i / 2 == j / 2 ? random.nextLong(q) : 0;
                };
            }
        }
        long[] b = new long[d];
        if (random.nextInt(3) == 0) {
            for (int i = 0; i < d; i++) {
                b[i] = random.nextLong(q);
            }
        }
        return MatrixMap.affine(Matrix.of(field, rows), b);
    }
}
