package org.lfsrtoolkit.core.integer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.lfsrtoolkit.core.integer.SieveRelations.Relation;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * One thread's part of the self-initialising quadratic sieve: all polynomials with one leading coefficient a.
 *
 * <p>(a·x + b)² − k·n = a·(a·x² + 2b·x + c); the second factor is sieved over −M ≤ x &lt; M for values that split over the
 * factor base but for at most one large prime. The 2^(s−1) values of b for the s primes of a follow one another in the
 * order of a Gray code, so that each step moves the roots modulo p by a known amount.
 *
 * <p>Not thread-safe. Source: [Contini1997].
 */
final class SieveWorker {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int RECIPROCAL_BITS = 42;
    private static final long TOP_BITS = 0x8080808080808080L;
    /** Primes below this are not sieved; the threshold allows for them. */
    private static final int SMALLEST_SIEVED = 40;

    private final SieveFactorBase base;
    private final SieveRelations relations;
    private final int length;
    private final byte[] sieve;
    private final int firstSieved;
    private final byte initial;
    private final int[] root1;
    private final int[] root2;
    private final boolean[] dividesA;
    /** The primes from this position on are longer than the interval: at most one hit for each root. */
    private final int firstBeyond;
    /** ⌊2^42/p⌋ + 1: the quotient of a position below 2^21 by p is the product with it, shifted. */
    private final long[] reciprocals;

    /** What is left of the value being split. */
    private final SmallDividend rest = new SmallDividend();
    /** Whether a fits one word, and so the values two. */
    private boolean fitsWords;

    private long aWord;
    /** 2b and c of the polynomial in two words each. */
    private long twiceBLow;

    private long twiceBHigh;
    private long cLow;
    private long cHigh;
    private int[] buffer = new int[64];
    private int bufferLength;

    SieveWorker(SieveFactorBase base, SieveRelations relations) {
        this.base = base;
        this.relations = relations;
        length = 2 * base.halfLength;
        sieve = new byte[length];
        root1 = new int[base.size()];
        root2 = new int[base.size()];
        dividesA = new boolean[base.size()];
        int beyond = 1;
        reciprocals = new long[base.size()];
        while (beyond < base.size() && base.primes[beyond] < length) {
            reciprocals[beyond] = (1L << RECIPROCAL_BITS) / base.primes[beyond] + 1;
            beyond++;
        }
        firstBeyond = beyond;
        int first = 1;
        double skipped = 0.7;
        while (first < base.size() - 1 && base.primes[first] < SMALLEST_SIEVED) {
            int p = base.primes[first];
            skipped += 2 * Math.log(p) / Math.log(2) / (p - 1);
            first++;
        }
        firstSieved = first;
        double valueBits = base.kn.bitLength() / 2.0 - 0.5 + Math.log(base.halfLength) / Math.log(2);
        double threshold = valueBits - Math.log(base.largePrimeBound) / Math.log(2) - 1.1 * skipped;
        initial = (byte) (128 - Math.max(12, Math.min(120, (int) threshold)));
    }

    /** Sieves the polynomials whose leading coefficient has the primes at the given positions. */
    void run(int[] aPositions, RunControl control, BooleanSupplier stop) {
        int s = aPositions.length;
        BigInteger a = BigInteger.ONE;
        for (int position : aPositions) {
            a = a.multiply(BigInteger.valueOf(base.primes[position]));
            dividesA[position] = true;
        }
        // |x| and s are below 2^21, so that |a·x² + 2b·x + c| is below 2^126.
        fitsWords = a.bitLength() <= 63;
        aWord = a.longValue();
        BigInteger[] parts = new BigInteger[s];
        BigInteger b = BigInteger.ZERO;
        int[] gammas = new int[s];
        for (int l = 0; l < s; l++) {
            int q = base.primes[aPositions[l]];
            BigInteger rest = a.divide(BigInteger.valueOf(q));
            int inverse =
                    ModularSquareRoot.inverse(rest.mod(BigInteger.valueOf(q)).intValue(), q);
            long gamma = (long) base.roots[aPositions[l]] * inverse % q;
            gammas[l] = (int) Math.min(gamma, q - gamma);
            parts[l] = rest.multiply(BigInteger.valueOf(gammas[l]));
            b = b.add(parts[l]);
        }
        int[][] shifts = initialiseRoots(aPositions, gammas);
        boolean[] negative = new boolean[s];
        List<Relation> found = new ArrayList<>();
        int polynomials = 1 << s - 1;
        for (int j = 1; ; j++) {
            sievePolynomial();
            collect(a, b, aPositions, found);
            if (j == polynomials || stop.getAsBoolean()) {
                break;
            }
            if (found.size() >= 32) {
                relations.addAll(found);
                found.clear();
            }
            control.check();
            int l = Integer.numberOfTrailingZeros(j);
            moveRoots(shifts[l], negative[l]);
            BigInteger twice = parts[l].shiftLeft(1);
            b = negative[l] ? b.add(twice) : b.subtract(twice);
            negative[l] = !negative[l];
        }
        relations.addAll(found);
        for (int position : aPositions) {
            dividesA[position] = false;
        }
    }

    /**
     * Sets the roots of the first polynomial; element [l][i] is how far they move when the sign of part l changes.
     *
     * <p>Part l of b is γ·a/q, so part/a = γ/q modulo p, and with the inverses of the q at hand no large number is touched.
     */
    private int[][] initialiseRoots(int[] aPositions, int[] gammas) {
        int s = aPositions.length;
        int[][] inverses = new int[s][];
        for (int l = 0; l < s; l++) {
            inverses[l] = base.inversesOf(aPositions[l]);
        }
        int[][] shifts = new int[s][base.size()];
        for (int i = 1; i < base.size(); i++) {
            if (dividesA[i]) {
                continue;
            }
            int p = base.primes[i];
            long inverse = 1;
            long bOverA = 0;
            for (int l = 0; l < s; l++) {
                int q = inverses[l][i];
                inverse = inverse * q % p;
                long part = (long) gammas[l] * q % p;
                bOverA += part;
                shifts[l][i] = (int) (2 * part >= p ? 2 * part - p : 2 * part);
            }
            long t = base.roots[i] * inverse % p;
            long centre = base.halfLength + (long) p * s - bOverA;
            root1[i] = (int) ((centre + t) % p);
            root2[i] = (int) ((centre + p - t) % p);
        }
        return shifts;
    }

    private void moveRoots(int[] shift, boolean down) {
        if (down) {
            moveDown(root1, shift, base.primes);
            moveDown(root2, shift, base.primes);
        } else {
            moveUp(root1, shift, base.primes);
            moveUp(root2, shift, base.primes);
        }
    }

    // One array a loop: in this form the compiler uses vector instructions.

    private static void moveDown(int[] roots, int[] shift, int[] primes) {
        for (int i = 0; i < roots.length; i++) {
            int x = roots[i] - shift[i];
            roots[i] = x + (x >> 31 & primes[i]);
        }
    }

    private static void moveUp(int[] roots, int[] shift, int[] primes) {
        for (int i = 0; i < roots.length; i++) {
            int x = roots[i] + shift[i] - primes[i];
            roots[i] = x + (x >> 31 & primes[i]);
        }
    }

    private void sievePolynomial() {
        Arrays.fill(sieve, initial);
        for (int i = firstSieved; i < firstBeyond; i++) {
            if (!dividesA[i]) {
                sievePrime(sieve, base.primes[i], root1[i], root2[i], base.logs[i]);
            }
        }
        // No prime of a is this large.
        sieveLargePrimes(sieve, firstBeyond, root1, root2, base.logs);
    }

    private static void sieveLargePrimes(byte[] sieve, int from, int[] root1, int[] root2, byte[] logs) {
        for (int i = from; i < root1.length; i++) {
            int x = root1[i];
            if (x < sieve.length) {
                sieve[x] += logs[i];
            }
            int y = root2[i];
            if (y < sieve.length) {
                sieve[y] += logs[i];
            }
        }
    }

    private static void sievePrime(byte[] sieve, int p, int r1, int r2, byte log) {
        int x = Math.min(r1, r2);
        int y = Math.max(r1, r2);
        while (y < sieve.length) {
            sieve[x] += log;
            sieve[y] += log;
            x += p;
            y += p;
        }
        if (x < sieve.length) {
            sieve[x] += log;
        }
    }

    private void collect(BigInteger a, BigInteger b, int[] aPositions, List<Relation> found) {
        BigInteger c = b.multiply(b).subtract(base.kn).divide(a);
        BigInteger twiceB = b.shiftLeft(1);
        twiceBLow = twiceB.longValue();
        twiceBHigh = twiceB.shiftRight(64).longValue();
        cLow = c.longValue();
        cHigh = c.shiftRight(64).longValue();
        // The length is a multiple of 8192.
        for (int i = 0; i < length; i += 32) {
            long any = (long) WORDS.get(sieve, i)
                    | (long) WORDS.get(sieve, i + 8)
                    | (long) WORDS.get(sieve, i + 16)
                    | (long) WORDS.get(sieve, i + 24);
            if ((any & TOP_BITS) != 0) {
                for (int x = i; x < i + 32; x++) {
                    if (sieve[x] < 0) {
                        split(x, a, b, c, aPositions, found);
                    }
                }
            }
        }
    }

    private void split(int x, BigInteger a, BigInteger b, BigInteger c, int[] aPositions, List<Relation> found) {
        int centred = x - base.halfLength;
        bufferLength = 0;
        setValue(centred, a, b, c);
        if (rest.isZero()) {
            return;
        }
        int twos = rest.divideOutTwos();
        for (int i = 0; i < twos; i++) {
            append(1);
        }
        for (int position : aPositions) {
            append(position + 1);
            divideOut(position);
        }
        int[] primes = base.primes;
        int i = 1;
        for (; i < firstBeyond; i++) {
            int r = x - (int) (x * reciprocals[i] >>> RECIPROCAL_BITS) * primes[i];
            if ((r == root1[i] || r == root2[i]) && !dividesA[i]) {
                divideOut(i);
            }
        }
        for (; i < primes.length; i++) {
            if ((x == root1[i] || x == root2[i]) && !dividesA[i]) {
                divideOut(i);
            }
        }
        if (rest.isBelow(base.largePrimeBound)) {
            found.add(new Relation(a, b, centred, Arrays.copyOf(buffer, bufferLength), rest.longValue()));
        }
    }

    /** Sets the rest to |a·x² + 2b·x + c|, and appends −1 if the value is negative. */
    private void setValue(int x, BigInteger a, BigInteger b, BigInteger c) {
        if (fitsWords) {
            long linear = aWord * x + twiceBLow;
            long linearHigh = Math.multiplyHigh(aWord, x) + twiceBHigh + carry(linear, twiceBLow);
            long low = linear * x + cLow;
            long high = Math.multiplyHigh(linear, x) + (linear >> 63 & x) + linearHigh * x + cHigh + carry(low, cLow);
            if (high < 0) {
                append(0);
                low = -low;
                high = ~high + (low == 0 ? 1 : 0);
            }
            rest.set(high, low);
            return;
        }
        BigInteger bigX = BigInteger.valueOf(x);
        BigInteger value = a.multiply(bigX).add(b.shiftLeft(1)).multiply(bigX).add(c);
        if (value.signum() < 0) {
            append(0);
        }
        rest.set(value.abs());
    }

    /** 1 if a sum of two words, of which one is given, went beyond 2^64. */
    private static long carry(long sum, long summand) {
        return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
    }

    private void divideOut(int position) {
        int p = base.primes[position];
        long inverse = base.wordInverses[position];
        long limit = base.quotientLimits[position];
        while (rest.divideIfExact(p, inverse, limit)) {
            append(position + 1);
        }
    }

    private void append(int factor) {
        if (bufferLength == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * bufferLength);
        }
        buffer[bufferLength++] = factor;
    }
}
