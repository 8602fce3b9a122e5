package org.lfsrtoolkit.core.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lfsrtoolkit.core.table.ConwayPolynomials;

/** Fields of every kind, for tests. */
public final class TestFields {

    private TestFields() {}

    /** GF(p^k) with its Conway modulus. */
    public static FiniteField conway(long p, int k) {
        return k == 1
                ? FiniteField.unchecked(p)
                : FiniteField.unchecked(p, ConwayPolynomials.find(p, k).orElseThrow());
    }

    /** GF(2^k) with the modulus whose bits are given, leading one included. */
    public static FiniteField binary(long modulusBits) {
        int k = 63 - Long.numberOfLeadingZeros(modulusBits);
        return FiniteField.unchecked(
                2, LongStream.rangeClosed(0, k).map(i -> modulusBits >>> i & 1).toArray());
    }

    /** The AES field, whose generator is not primitive. */
    public static FiniteField aes() {
        return binary(0x11B);
    }

    /** GF(2^32) as in SNOW 3G's single extension, with a dense modulus. */
    public static FiniteField snow() {
        return binary(0x1_9C76_3B33L);
    }

    /** All q ≤ 64 that are prime powers, with Conway moduli. */
    public static Stream<FiniteField> small() {
        List<FiniteField> fields = new ArrayList<>();
        for (long p : new long[] {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61}) {
            long q = p;
            for (int k = 1; q <= 64; k++, q *= p) {
                fields.add(conway(p, k));
            }
        }
        return fields.stream();
    }

    /** Larger fields, at least two of every class. */
    public static Stream<FiniteField> large() {
        return Stream.of(
                conway(2, 8),
                aes(),
                conway(2, 16),
                conway(2, 17),
                conway(2, 31),
                conway(2, 32),
                snow(),
                conway(2, 33),
                conway(2, 61),
                conway(3, 5),
                conway(11, 2),
                conway(13, 2),
                conway(7, 3),
                conway(3, 7),
                conway(3, 10),
                conway(251, 2),
                conway(257, 2),
                conway(3, 11),
                conway(5, 20),
                conway(3, 39),
                conway(32749, 4),
                FiniteField.unchecked(2147483647L, 1, 0, 1),
                conway(2, 1),
                FiniteField.unchecked(101),
                FiniteField.unchecked(65537),
                FiniteField.unchecked(2147483629L),
                FiniteField.unchecked(2147483647L),
                FiniteField.unchecked(2147483659L),
                FiniteField.unchecked((1L << 53) - 111),
                FiniteField.unchecked((1L << 61) - 1),
                FiniteField.unchecked((1L << 62) - 57));
    }
}
