package org.lfsrtoolkit.core.cycle;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

/**
 * {@link RhoWalk} in a field of characteristic 2 with up to 2^128 elements: an element is two words, and a step, which is
 * linear over GF(2), a sum of entries of a table, one for every four bits.
 *
 * <p>Cost of a step: a look-up for every four bits. Memory: 32 KiB up to 64 bits, else 4 KiB for every four; shared by all
 * forks.
 */
final class BinaryRhoWalk extends RhoWalk {

    private static final int MAX_BITS = 128;
    private static final int NIBBLES = 16;
    private static final int DIGITS = 16;

    private final FiniteField field;
    private final int degree;
    /** Bits of a coefficient. */
    private final int width;

    private final boolean oneWord;
    /** How many groups of four bits an element has; 16 for one word. */
    private final int nibbles;
    /**
     * Images[(m·nibbles + k)·16 + d] is multiplier m times the element with the four bits d at place 4k; two entries each,
     * low word first, where an element has two words.
     */
    private final long[] images;

    private long low;
    private long high;

    /** Whether a residue fits two words. */
    static boolean suits(PolynomialModulus modulus) {
        FiniteField field = modulus.modulus().field();
        return field.characteristic() == 2 && (long) field.extensionDegree() * modulus.degree() <= MAX_BITS;
    }

    BinaryRhoWalk(PolynomialModulus modulus, Polynomial[] multipliers, int pointBits) {
        super(pointBits);
        field = modulus.modulus().field();
        degree = modulus.degree();
        width = field.extensionDegree();
        int bits = width * degree;
        oneWord = bits <= Long.SIZE;
        nibbles = Math.max(NIBBLES, (bits + 3) / 4);
        int words = oneWord ? 1 : 2;
        images = new long[MULTIPLIERS * nibbles * DIGITS * words];
        for (int m = 0; m < MULTIPLIERS; m++) {
            for (int bit = 0; bit < bits; bit++) {
                start(modulus.multiply(multipliers[m], Polynomial.monomial(field, 1L << bit % width, bit / width)));
                for (int digit = 0; digit < DIGITS; digit++) {
                    if ((digit >>> (bit & 3) & 1) != 0) {
                        int at = ((m * nibbles + bit / 4) * DIGITS + digit) * words;
                        images[at] ^= low;
                        if (!oneWord) {
                            images[at + 1] ^= high;
                        }
                    }
                }
            }
        }
    }

    private BinaryRhoWalk(BinaryRhoWalk other) {
        super(other.pointBits);
        field = other.field;
        degree = other.degree;
        width = other.width;
        oneWord = other.oneWord;
        nibbles = other.nibbles;
        images = other.images;
    }

    @Override
    RhoWalk fork() {
        return new BinaryRhoWalk(this);
    }

    @Override
    void start(Polynomial place) {
        low = 0;
        high = 0;
        for (int i = 0; i <= place.degree(); i++) {
            long coefficient = place.coefficient(i);
            int at = i * width;
            if (at < Long.SIZE) {
                low |= coefficient << at;
                if (at + width > Long.SIZE) {
                    high |= coefficient >>> Long.SIZE - at;
                }
            } else {
                high |= coefficient << at - Long.SIZE;
            }
        }
    }

    @Override
    Polynomial place() {
        long[] coefficients = new long[degree];
        long mask = -1L >>> Long.SIZE - width;
        for (int i = 0; i < degree; i++) {
            int at = i * width;
            long bits = at >= Long.SIZE ? high >>> at - Long.SIZE : low >>> at;
            if (at < Long.SIZE && at + width > Long.SIZE) {
                bits |= high << Long.SIZE - at;
            }
            coefficients[i] = bits & mask;
        }
        return Polynomial.of(field, coefficients);
    }

    @Override
    int next() {
        return choice(oneWord ? hash(low) : hash(low ^ hash(high)));
    }

    @Override
    boolean advance(long maxSteps) {
        return oneWord ? advanceOneWord(maxSteps) : advanceTwoWords(maxSteps);
    }

    private boolean advanceOneWord(long maxSteps) {
        long x = low;
        boolean ended = false;
        for (long i = 0; ; i++) {
            int choice = choice(hash(x));
            if (choice < 0) {
                ended = true;
                break;
            }
            if (i >= maxSteps) {
                break;
            }
            x = image(images, choice * (NIBBLES * DIGITS), x);
        }
        low = x;
        return ended;
    }

    private boolean advanceTwoWords(long maxSteps) {
        long x = low;
        long y = high;
        final long[] table = images;
        final int size = nibbles * DIGITS * 2;
        boolean ended = false;
        for (long i = 0; ; i++) {
            int choice = choice(hash(x ^ hash(y)));
            if (choice < 0) {
                ended = true;
                break;
            }
            if (i >= maxSteps) {
                break;
            }
            int at = choice * size;
            long nextX = 0;
            long nextY = 0;
            for (int k = 0; k < NIBBLES; k++, at += 2 * DIGITS) {
                int entry = at + 2 * (int) (x >>> 4 * k & 15);
                nextX ^= table[entry];
                nextY ^= table[entry + 1];
            }
            for (long rest = y; rest != 0; rest >>>= 4, at += 2 * DIGITS) {
                int entry = at + 2 * (int) (rest & 15);
                nextX ^= table[entry];
                nextY ^= table[entry + 1];
            }
            x = nextX;
            y = nextY;
        }
        low = x;
        high = y;
        return ended;
    }

    /** The sum of the entries for the sixteen digits of a word. */
    private static long image(long[] t, int from, long x) {
        int a = (int) x;
        int b = (int) (x >>> 32);
        return t[from + (a & 15)]
                ^ t[from + 16 + (a >>> 4 & 15)]
                ^ t[from + 32 + (a >>> 8 & 15)]
                ^ t[from + 48 + (a >>> 12 & 15)]
                ^ t[from + 64 + (a >>> 16 & 15)]
                ^ t[from + 80 + (a >>> 20 & 15)]
                ^ t[from + 96 + (a >>> 24 & 15)]
                ^ t[from + 112 + (a >>> 28)]
                ^ t[from + 128 + (b & 15)]
                ^ t[from + 144 + (b >>> 4 & 15)]
                ^ t[from + 160 + (b >>> 8 & 15)]
                ^ t[from + 176 + (b >>> 12 & 15)]
                ^ t[from + 192 + (b >>> 16 & 15)]
                ^ t[from + 208 + (b >>> 20 & 15)]
                ^ t[from + 224 + (b >>> 24 & 15)]
                ^ t[from + 240 + (b >>> 28)];
    }
}
