package org.lfsrtoolkit.core.register;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * Linear maps that run in the real world, each with the length of its longest cycle as its designers claim it.
 *
 * <p>The exact engine confirms every claim in the tests, without walking. A word of state is a row vector with bit i in
 * column i; a word generator of several words has them side by side.
 */
public final class RegisterGallery {

    /**
     * One exhibit.
     *
     * @param name for instance "PRBS31"
     * @param use where it runs
     * @param map the state map
     * @param longestCycle the claimed length of its longest cycle
     */
    public record Exhibit(String name, String use, AffineMap map, BigInteger longestCycle) {}

    private static final FiniteField GF2 = FiniteField.unchecked(2);

    private RegisterGallery() {}

    /** All exhibits, small ones of a kind first. */
    public static List<Exhibit> all() {
        List<Exhibit> all = new ArrayList<>();
        String prbs = "test pattern of ITU-T O.150 and kin";
        all.add(maximal("PRBS7", prbs, 7, 6, 0));
        all.add(maximal("PRBS9", prbs, 9, 5, 0));
        all.add(maximal("PRBS11", prbs, 11, 9, 0));
        all.add(maximal("PRBS15", prbs, 15, 14, 0));
        all.add(maximal("PRBS20", prbs, 20, 3, 0));
        all.add(maximal("PRBS23", prbs, 23, 18, 0));
        all.add(maximal("PRBS31", prbs, 31, 28, 0));
        all.add(maximal("GPS G1", "coarse acquisition code of GPS", 10, 3, 0));
        all.add(maximal("GPS G2", "coarse acquisition code of GPS", 10, 9, 8, 6, 3, 2, 0));
        all.add(maximal("A5/1 R1", "GSM stream cipher", 19, 18, 17, 14, 0));
        all.add(maximal("A5/1 R2", "GSM stream cipher", 22, 21, 0));
        all.add(maximal("A5/1 R3", "GSM stream cipher", 23, 22, 21, 8, 0));
        all.add(maximal("E0 register 1", "Bluetooth stream cipher", 25, 20, 12, 8, 0));
        all.add(maximal("E0 register 2", "Bluetooth stream cipher", 31, 24, 16, 12, 0));
        all.add(maximal("E0 register 3", "Bluetooth stream cipher", 33, 28, 24, 4, 0));
        all.add(maximal("E0 register 4", "Bluetooth stream cipher", 39, 36, 28, 4, 0));
        all.add(maximal("Grain v1", "stream cipher, linear register", 80, 67, 57, 42, 29, 18, 0));
        all.add(maximal("Grain-128", "stream cipher, linear register", 128, 121, 90, 58, 47, 32, 0));
        all.add(new Exhibit(
                "CRC-32",
                "Ethernet, zip",
                GaloisRegister.of(binary(32, 26, 23, 22, 16, 12, 11, 10, 8, 7, 5, 4, 2, 1, 0))
                        .toMap(),
                mersenne(32)));
        all.add(new Exhibit(
                "CRC-16-CCITT",
                "X.25, HDLC",
                GaloisRegister.of(binary(16, 12, 5, 0)).toMap(),
                BigInteger.valueOf(32767)));
        all.add(new Exhibit(
                "CRC-16-IBM",
                "Modbus, USB",
                GaloisRegister.of(binary(16, 15, 2, 0)).toMap(),
                BigInteger.valueOf(32767)));
        all.add(zuc());
        all.add(snow());
        all.add(words("xorshift32", "generator of Marsaglia, shifts 13, 17, 5", 1, 32, mersenne(32), s ->
                new long[] {xorshift32(s[0])}));
        all.add(words("xorshift64", "generator of Marsaglia, shifts 13, 7, 17", 1, 64, mersenne(64), s ->
                new long[] {xorshift64(s[0])}));
        all.add(words("xoroshiro128", "linear engine, 24, 16, 37", 2, 64, mersenne(128), RegisterGallery::xoroshiro));
        all.add(words("xoshiro256", "linear engine, 17, 45", 4, 64, mersenne(256), RegisterGallery::xoshiro));
        all.add(words("taus88", "combined Tausworthe generator", 3, 32, product(31, 29, 28), s -> new long[] {
            tausworthe(s[0], 13, 19, 0xFFFFFFFEL, 12),
            tausworthe(s[1], 2, 25, 0xFFFFFFF8L, 4),
            tausworthe(s[2], 3, 11, 0xFFFFFFF0L, 17)
        }));
        all.add(words("LFSR113", "combined Tausworthe generator", 4, 32, product(31, 29, 28, 25), s -> new long[] {
            tausworthe(s[0], 6, 13, 0xFFFFFFFEL, 18),
            tausworthe(s[1], 2, 27, 0xFFFFFFF8L, 2),
            tausworthe(s[2], 13, 21, 0xFFFFFFF0L, 7),
            tausworthe(s[3], 3, 12, 0xFFFFFF80L, 13)
        }));
        return all;
    }

    /** Rule 90 on a ring of n cells: each cell becomes the sum of its neighbours. */
    public static MatrixMap rule90(int n) {
        return ring(n, false);
    }

    /** Rule 150 on a ring of n cells: each cell becomes the sum of itself and its neighbours. */
    public static MatrixMap rule150(int n) {
        return ring(n, true);
    }

    private static MatrixMap ring(int n, boolean self) {
        long[][] rows = new long[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][(i + 1) % n] ^= 1;
            rows[i][(i + n - 1) % n] ^= 1;
            rows[i][i] ^= self ? 1 : 0;
        }
        return MatrixMap.linear(Matrix.of(GF2, rows));
    }

    private static Exhibit maximal(String name, String use, int... exponents) {
        return new Exhibit(name, use, binary(exponents), mersenne(exponents[0]));
    }

    private static ShiftRegister binary(int... exponents) {
        long[] f = new long[exponents[0] + 1];
        for (int exponent : exponents) {
            f[exponent] = 1;
        }
        return ShiftRegister.withCharacteristicPolynomial(Polynomial.of(GF2, f));
    }

    private static BigInteger mersenne(int n) {
        return BigInteger.TWO.pow(n).subtract(BigInteger.ONE);
    }

    private static BigInteger product(int... degrees) {
        BigInteger product = BigInteger.ONE;
        for (int degree : degrees) {
            product = product.divide(product.gcd(mersenne(degree))).multiply(mersenne(degree));
        }
        return product;
    }

    private static Exhibit zuc() {
        FiniteField field = FiniteField.unchecked((1L << 31) - 1);
        long[] c = new long[16];
        c[15] = 1L << 15;
        c[13] = 1L << 17;
        c[10] = 1L << 21;
        c[4] = 1L << 20;
        c[0] = 1L + (1L << 8);
        return new Exhibit(
                "ZUC",
                "4G stream cipher, over GF(2^31 - 1)",
                ShiftRegister.of(field, c),
                BigInteger.valueOf(field.cardinality()).pow(16).subtract(BigInteger.ONE));
    }

    private static Exhibit snow() {
        long modulus = 0x19C763B33L;
        long[] bits = new long[33];
        for (int i = 0; i <= 32; i++) {
            bits[i] = modulus >>> i & 1;
        }
        long[] c = new long[16];
        c[0] = 2;
        c[2] = 1;
        c[11] = 3459980697L;
        return new Exhibit(
                "SNOW 2.0 and 3G",
                "3G and 4G stream cipher, over GF(2^32)",
                ShiftRegister.of(FiniteField.unchecked(2, bits), c),
                mersenne(512));
    }

    /** A generator whose state is some words of the given width. */
    private static Exhibit words(
            String name, String use, int count, int width, BigInteger longest, UnaryOperator<long[]> step) {
        int bits = count * width;
        long[][] rows = new long[bits][bits];
        for (int i = 0; i < bits; i++) {
            long[] words = new long[count];
            words[i / width] = 1L << i % width;
            long[] image = step.apply(words);
            for (int j = 0; j < bits; j++) {
                rows[i][j] = image[j / width] >>> j % width & 1;
            }
        }
        return new Exhibit(name, use, MatrixMap.linear(Matrix.of(GF2, rows)), longest);
    }

    private static long xorshift32(long word) {
        int x = (int) word;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x & 0xFFFFFFFFL;
    }

    private static long xorshift64(long word) {
        long x = word;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        return x;
    }

    private static long[] xoroshiro(long... s) {
        long mixed = s[0] ^ s[1];
        return new long[] {Long.rotateLeft(s[0], 24) ^ mixed ^ mixed << 16, Long.rotateLeft(mixed, 37)};
    }

    private static long[] xoshiro(long... s) {
        long s2 = s[2] ^ s[0];
        long s3 = s[3] ^ s[1];
        return new long[] {s[0] ^ s3, s[1] ^ s2, s2 ^ s[1] << 17, Long.rotateLeft(s3, 45)};
    }

    private static long tausworthe(long word, int feedback, int down, long mask, int up) {
        int z = (int) word;
        int b = (z << feedback ^ z) >>> down;
        return ((z & (int) mask) << up ^ b) & 0xFFFFFFFFL;
    }
}
