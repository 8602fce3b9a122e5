package org.lfsrtoolkit.core.polynomial;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Products over GF(p), p small, by one product of two large integers: Kronecker's substitution x = 2^s, where s bits hold
 * every coefficient of the integer product.
 *
 * <p>Cost: that of a {@link BigInteger} product of n·s bits (Toom–Cook for long ones) and linear time to pack and unpack.
 * Memory: about 10·n·s bits. Threads: pure functions. Source: [GathenGerhard2013, ch. 8].
 */
final class KroneckerMultiplication {

    private KroneckerMultiplication() {}

    /** s for products over GF(p) with min(na, nb) = terms. */
    static int slotBits(long p, int terms) {
        double largest = (double) (p - 1) * (p - 1) * terms;
        return Math.getExponent(largest) + 1 + (largest > 1L << 50 ? 1 : 0);
    }

    static long[] multiply(FiniteField field, long[] a, long[] b) {
        int slot = slotBits(field.characteristic(), Math.min(a.length, b.length));
        BigInteger x = pack(a, slot);
        BigInteger product = a == b ? x.multiply(x) : x.multiply(pack(b, slot));
        return unpack(field, product, slot, a.length + b.length - 1);
    }

    private static BigInteger pack(long[] a, int slot) {
        int words = (int) (((long) a.length * slot + 63) >>> 6);
        byte[] bytes = new byte[8 * words];
        long word = 0;
        int filled = 0;
        int at = bytes.length;
        for (long coefficient : a) {
            word |= coefficient << filled;
            filled += slot;
            if (filled >= 64) {
                at = store(bytes, at, word);
                filled -= 64;
                word = filled == 0 ? 0 : coefficient >>> (slot - filled);
            }
        }
        if (at > 0) {
            store(bytes, at, word);
        }
        return new BigInteger(1, bytes);
    }

    private static int store(byte[] bytes, int end, long word) {
        LONG.set(bytes, end - 8, word);
        return end - 8;
    }

    private static final java.lang.invoke.VarHandle LONG =
            java.lang.invoke.MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.BIG_ENDIAN);

    private static long[] unpack(FiniteField field, BigInteger product, int slot, int count) {
        byte[] tail = product.toByteArray();
        int words = (int) (((long) count * slot + 63) >>> 6);
        byte[] bytes = new byte[8 * words + 8];
        int length = Math.min(tail.length, bytes.length);
        System.arraycopy(tail, tail.length - length, bytes, bytes.length - length, length);
        long[] coefficients = new long[count];
        final long mask = -1L >>> (64 - slot);
        long position = 0;
        for (int i = 0; i < count; i++) {
            int end = bytes.length - 8 * (int) (position >>> 6);
            int shift = (int) position & 63;
            long value = (long) LONG.get(bytes, end - 8) >>> shift;
            if (shift + slot > 64) {
                value |= (long) LONG.get(bytes, end - 16) << (64 - shift);
            }
            coefficients[i] = field.fromInteger(value & mask);
            position += slot;
        }
        return coefficients;
    }
}
