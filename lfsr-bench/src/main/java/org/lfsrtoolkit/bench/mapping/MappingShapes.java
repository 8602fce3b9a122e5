package org.lfsrtoolkit.bench.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** The maps that are measured, by name: easy and hard shapes over every field with a kernel of its own. */
public final class MappingShapes {

    private MappingShapes() {}

    /** All shapes. */
    public static Map<String, AffineMap> all() {
        Map<String, AffineMap> shapes = new LinkedHashMap<>();
        shapes.put("GF(2) x^28+x^3+1, primitive", taps(28, 0, 3));
        shapes.put("GF(2) x^28+1", taps(28, 0));
        shapes.put("GF(2) x^28+x^2+1", taps(28, 0, 2));
        shapes.put("GF(2) x^28, taps 0x5555", taps(28, 0, 2, 4, 6, 8, 10, 12, 14));
        shapes.put(
                "GF(3) d=18",
                ShiftRegister.of(FiniteFields.of(3), 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0));
        shapes.put("GF(4) d=14", ShiftRegister.of(FiniteFields.of(4), 3, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0));
        shapes.put("GF(5) d=12", ShiftRegister.of(FiniteFields.of(5), 2, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0));
        shapes.put("GF(7) d=10", ShiftRegister.of(FiniteFields.of(7), 4, 0, 0, 0, 0, 0, 0, 5, 5, 0));
        shapes.put("GF(8) d=9", ShiftRegister.of(FiniteFields.of(8), 2, 2, 0, 0, 0, 0, 0, 0, 0));
        shapes.put("GF(9) d=9", ShiftRegister.of(FiniteFields.of(9), 7, 0, 6, 0, 0, 0, 0, 2, 0));
        shapes.put("GF(16) d=7", ShiftRegister.of(FiniteFields.of(16), 2, 2, 0, 0, 0, 0, 0));
        shapes.put("GF(256) d=3", ShiftRegister.of(FiniteFields.of(256), 2, 1, 0));
        shapes.put("GF(2) singular, x^3 (x^25+x^3+1)", taps(28, 3, 6));
        shapes.put("GF(2) complemented x^28+x^3+1", taps(28, 0, 3).withConstant(1));
        shapes.put(
                "GF(2) matrix of side 28, cyclic",
                MatrixMap.linear(mixed(taps(28, 0, 3).matrix())));
        shapes.put("GF(2) matrix of side 28, not cyclic", MatrixMap.linear(twice(taps(14, 0, 1, 6, 10))));
        shapes.put(
                "GF(3) matrix of side 15, cyclic",
                MatrixMap.linear(mixed(ShiftRegister.of(FiniteFields.of(3), 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0)
                        .matrix())));
        shapes.put(
                "GF(3) matrix of side 16, not cyclic",
                MatrixMap.linear(twice(ShiftRegister.of(FiniteFields.of(3), 1, 0, 0, 1, 0, 0, 0, 0))));
        shapes.put("GF(2) x^32+x^10+x^6+x+1", taps(32, 0, 1, 6, 10));
        shapes.put("GF(2) x^32+x^22+x^2+x+1, primitive", taps(32, 0, 1, 2, 22));
        return shapes;
    }

    /** Prints the entries of the matrices, for the C baseline: docs/benchmarks/scripts/mapping-matrices.txt. */
    public static void main(String[] arguments) {
        all().forEach((name, map) -> {
            if (!(map instanceof ShiftRegister)) {
                System.out.println("# " + name.replace("GF(2) ", ""));
                for (long[] row : map.matrix().toRows()) {
                    System.out.println(
                            Arrays.stream(row).mapToObj(Long::toString).collect(Collectors.joining(" ")));
                }
                System.out.println();
            }
        });
    }

    /** The register over GF(2) of that degree with these tap positions. */
    public static ShiftRegister taps(int degree, int... positions) {
        long[] c = new long[degree];
        for (int position : positions) {
            c[position] = 1;
        }
        return ShiftRegister.of(FiniteFields.of(2), c);
    }

    /** A similar matrix: P^(−1)·A·P with P upper unitriangular. */
    private static Matrix mixed(Matrix a) {
        int n = a.rowCount();
        long[][] p = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                p[i][j] = i == j || (i * 7 + j * 3) % 5 < 2 ? 1 : 0;
            }
        }
        Matrix change = Matrix.of(a.field(), p);
        return change.inverse().times(a).times(change);
    }

    /** Two equal blocks of a companion matrix. */
    private static Matrix twice(ShiftRegister register) {
        Matrix block = register.matrix();
        int d = register.length();
        long[][] rows = new long[2 * d][2 * d];
        for (int i = 0; i < 2 * d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][(i / d) * d + j] = block.entry(i % d, j);
            }
        }
        return Matrix.of(register.field(), rows);
    }
}
