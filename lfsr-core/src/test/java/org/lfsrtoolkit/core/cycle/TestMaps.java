package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.register.StateIndex;

/** Small fields and the maps that the tests of this package draw from. */
final class TestMaps {

    static final FiniteField GF2 = FiniteField.unchecked(2);

    private TestMaps() {}

    /** GF(q) with the Conway modulus, for the small q that the tests use. */
    static FiniteField field(long q) {
        return switch ((int) q) {
            case 4 -> FiniteField.unchecked(2, 1, 1, 1);
            case 8 -> FiniteField.unchecked(2, 1, 1, 0, 1);
            case 9 -> FiniteField.unchecked(3, 2, 2, 1);
            case 16 -> FiniteField.unchecked(2, 1, 1, 0, 0, 1);
            case 25 -> FiniteField.unchecked(5, 2, 4, 1);
            case 256 -> FiniteField.unchecked(2, 1, 0, 1, 1, 1, 0, 0, 0, 1);
            default -> FiniteField.unchecked(q);
        };
    }

    /** A polynomial over GF(2) by its exponents. */
    static Polynomial binary(int... exponents) {
        int degree = 0;
        for (int exponent : exponents) {
            degree = Math.max(degree, exponent);
        }
        long[] coefficients = new long[degree + 1];
        for (int exponent : exponents) {
            coefficients[exponent] ^= 1;
        }
        return Polynomial.of(GF2, coefficients);
    }

    /** The GF(2) register with the characteristic polynomial that has these exponents. */
    static ShiftRegister register(int... exponents) {
        return ShiftRegister.withCharacteristicPolynomial(binary(exponents));
    }

    /** The register whose coefficients are the digits of an index. */
    static ShiftRegister register(FiniteField field, int d, long index) {
        return ShiftRegister.of(field, StateIndex.toState(field, d, BigInteger.valueOf(index)));
    }

    static long[] randomVector(FiniteField field, int d, SplittableRandom random) {
        long[] vector = new long[d];
        for (int i = 0; i < d; i++) {
            vector[i] = random.nextLong(field.cardinality());
        }
        return vector;
    }

    /** A random matrix with a leaning to the corners: low rank, zero rows, repeated blocks, entries 0 and 1 only. */
    static Matrix randomMatrix(FiniteField field, int d, SplittableRandom random) {
        long[][] rows = new long[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = randomVector(field, d, random);
        }
        switch (random.nextInt(5)) {
            case 0 -> rows[random.nextInt(d)] = new long[d];
            case 1 -> rows[random.nextInt(d)] = rows[random.nextInt(d)].clone();
            case 2 -> {
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j <= i; j++) {
                        rows[i][j] = i == j ? random.nextInt(2) : 0;
                    }
                }
            }
            case 3 -> {
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        rows[i][j] = i == j ? 1 : j == i + 1 ? random.nextInt(2) : 0;
                    }
                }
            }
            default -> {}
        }
        return Matrix.of(field, rows);
    }

    static AffineMap randomAffineMatrix(FiniteField field, int d, SplittableRandom random) {
        return MatrixMap.affine(randomMatrix(field, d, random), randomVector(field, d, random));
    }
}
