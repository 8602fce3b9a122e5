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
    private static final long TOP_BITS = 0x8080808080808080L;
    /** Primes below this are not sieved; the threshold allows for them. */
    private static final int SMALLEST_SIEVED = 29;

    private final SieveFactorBase base;
    private final SieveRelations relations;
    private final int length;
    private final byte[] sieve;
    private final int firstSieved;
    private final byte initial;
    private final int[] root1;
    private final int[] root2;
    private final boolean[] dividesA;
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
        int first = 1;
        double skipped = 0.7;
        while (first < base.size() - 1 && base.primes[first] < SMALLEST_SIEVED) {
            int p = base.primes[first];
            skipped += 2 * Math.log(p) / Math.log(2) / (p - 1);
            first++;
        }
        firstSieved = first;
        double valueBits = base.kn.bitLength() / 2.0 - 0.5 + Math.log(base.halfLength) / Math.log(2);
        double threshold = valueBits - Math.log(base.largePrimeBound) / Math.log(2) - 0.7 * skipped;
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
        BigInteger[] parts = new BigInteger[s];
        BigInteger b = BigInteger.ZERO;
        for (int l = 0; l < s; l++) {
            int q = base.primes[aPositions[l]];
            BigInteger rest = a.divide(BigInteger.valueOf(q));
            int inverse =
                    ModularSquareRoot.inverse(rest.mod(BigInteger.valueOf(q)).intValue(), q);
            long gamma = (long) base.roots[aPositions[l]] * inverse % q;
            parts[l] = rest.multiply(BigInteger.valueOf(Math.min(gamma, q - gamma)));
            b = b.add(parts[l]);
        }
        int[][] shifts = initialiseRoots(a, b, parts);
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

    /** Sets the roots of the first polynomial; element [l][i] is how far they move when the sign of part l changes. */
    private int[][] initialiseRoots(BigInteger a, BigInteger b, BigInteger[] parts) {
        int[][] shifts = new int[parts.length - 1][base.size()];
        for (int i = 1; i < base.size(); i++) {
            if (dividesA[i]) {
                continue;
            }
            int p = base.primes[i];
            BigInteger bigP = BigInteger.valueOf(p);
            long inverse = ModularSquareRoot.inverse(a.mod(bigP).intValue(), p);
            for (int l = 0; l < shifts.length; l++) {
                shifts[l][i] = (int) (2 * parts[l].mod(bigP).longValue() % p * inverse % p);
            }
            long bp = b.mod(bigP).longValue();
            long t = base.roots[i];
            root1[i] = (int) (((t + p - bp) % p * inverse + base.halfLength) % p);
            root2[i] = (int) ((((long) p - t + p - bp) % p * inverse + base.halfLength) % p);
        }
        return shifts;
    }

    private void moveRoots(int[] shift, boolean down) {
        int[] p = base.primes;
        int[] r1 = root1;
        int[] r2 = root2;
        if (down) {
            for (int i = 0; i < p.length; i++) {
                int x = r1[i] - shift[i];
                r1[i] = x + (x >> 31 & p[i]);
                int y = r2[i] - shift[i];
                r2[i] = y + (y >> 31 & p[i]);
            }
        } else {
            for (int i = 0; i < p.length; i++) {
                int x = r1[i] + shift[i] - p[i];
                r1[i] = x + (x >> 31 & p[i]);
                int y = r2[i] + shift[i] - p[i];
                r2[i] = y + (y >> 31 & p[i]);
            }
        }
    }

    private void sievePolynomial() {
        Arrays.fill(sieve, initial);
        for (int i = firstSieved; i < base.size(); i++) {
            if (!dividesA[i]) {
                sievePrime(sieve, base.primes[i], root1[i], root2[i], base.logs[i]);
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
        for (int i = 0; i < length; i += 8) {
            long word = (long) WORDS.get(sieve, i) & TOP_BITS;
            while (word != 0) {
                int x = i + (Long.numberOfTrailingZeros(word) >> 3);
                word &= word - 1;
                split(x, a, b, c, aPositions, found);
            }
        }
    }

    private void split(int x, BigInteger a, BigInteger b, BigInteger c, int[] aPositions, List<Relation> found) {
        BigInteger bigX = BigInteger.valueOf((long) x - base.halfLength);
        BigInteger y = a.multiply(bigX).add(b);
        BigInteger value = y.add(b).multiply(bigX).add(c);
        bufferLength = 0;
        if (value.signum() < 0) {
            append(0);
            value = value.negate();
        }
        if (value.signum() == 0) {
            return;
        }
        int twos = value.getLowestSetBit();
        for (int i = 0; i < twos; i++) {
            append(1);
        }
        SmallDividend rest = new SmallDividend(value.shiftRight(twos));
        for (int position : aPositions) {
            append(position + 1);
            divideOut(rest, position);
        }
        int[] primes = base.primes;
        for (int i = 1; i < primes.length; i++) {
            int r = x % primes[i];
            if ((r == root1[i] || r == root2[i]) && !dividesA[i]) {
                divideOut(rest, i);
            }
        }
        if (rest.isBelow(base.largePrimeBound)) {
            found.add(new Relation(y.mod(base.n), Arrays.copyOf(buffer, bufferLength), rest.longValue()));
        }
    }

    private void divideOut(SmallDividend rest, int position) {
        while (rest.divideIfExact(base.primes[position])) {
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
