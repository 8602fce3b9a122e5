package org.lfsrtoolkit.core.field;

/**
 * Discrete logarithms and powers of a primitive element of a field with 4 ≤ q ≤ 2^16.
 *
 * <p>The primitive element is the generator a where that is primitive (Conway moduli), else the least code that is
 * (the generator of the AES field, for one, is not primitive).
 *
 * <p>Memory: 10·q bytes. Building: q products by a fixed element after O(log q) powers for each element tried.
 */
final class LogarithmTable {

    /** log[0] = 2(q−1), so that a sum of logarithms with a zero operand points at a zero in {@link #exp}. */
    final int[] log;
    /** exp[i] = g^i for 0 ≤ i &lt; 2(q−1); 0 from there to 4(q−1). */
    final char[] exp;

    private LogarithmTable(int[] log, char[] exp) {
        this.log = log;
        this.exp = exp;
    }

    /**
     * @param slow the same field, without tables
     * @throws IllegalArgumentException if no element is primitive, which is so only when the modulus is reducible
     */
    static LogarithmTable of(FiniteField slow) {
        int q = (int) slow.cardinality();
        int order = q - 1;
        long g = primitiveElement(slow);
        int[] log = new int[q];
        char[] exp = new char[4 * order + 1];
        long power = 1;
        for (int i = 0; i < order; i++) {
            exp[i] = (char) power;
            exp[i + order] = (char) power;
            log[(int) power] = i;
            power = slow.multiply(power, g);
        }
        log[0] = 2 * order;
        return new LogarithmTable(log, exp);
    }

    private static long primitiveElement(FiniteField field) {
        long order = field.cardinality() - 1;
        long a = field.characteristic();
        if (isPrimitive(field, a, order)) {
            return a;
        }
        for (long g = 2; g <= order; g++) {
            if (isPrimitive(field, g, order)) {
                return g;
            }
        }
        throw new IllegalArgumentException(
                "modulus = " + java.util.Arrays.toString(field.modulus()) + ", expected an irreducible polynomial");
    }

    private static boolean isPrimitive(FiniteField field, long g, long order) {
        if (field.power(g, order) != 1) {
            return false;
        }
        long rest = order;
        for (long r = 2; r * r <= rest; r++) {
            if (rest % r == 0) {
                if (field.power(g, order / r) == 1) {
                    return false;
                }
                while (rest % r == 0) {
                    rest /= r;
                }
            }
        }
        return rest == 1 || field.power(g, order / rest) != 1;
    }

    int multiply(long a, long b) {
        return exp[log[(int) a] + log[(int) b]];
    }

    int inverse(long a) {
        int order = log.length - 1;
        return exp[order - log[(int) a]];
    }

    /** a^e for e ≥ 0. */
    int power(long a, long exponent) {
        if (exponent == 0) {
            return 1;
        }
        int order = log.length - 1;
        return a == 0 ? 0 : exp[(int) (log[(int) a] * (exponent % order) % order)];
    }
}
