package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * All monic irreducible polynomials of degree n over GF(q), in {@link Polynomial#ORDER}, by a segmented sieve.
 *
 * <p>A window holds the q^s polynomials that share their upper coefficients, one bit each, at the index Σ c_i q^i over the
 * lower s coefficients. The multiples of an irreducible g of degree m in it are found without a division: for each choice u
 * of the coefficients from x^m to x^(s−1) there is exactly one choice of the lowest m, namely −(T·x^s + u·x^m) mod g, where T
 * stands for the upper ones. Counting u up in base p changes it by one fixed vector for each length of carry.
 *
 * <p>Sieving with every g of degree up to n/2 leaves exactly the irreducible polynomials. Where that would need too many g,
 * the sieve stops earlier and the survivors are tested one by one ({@link RabinIrreducibility}).
 *
 * <p>Cost: about (1 + ln n) q^n steps in all, or the tests. Memory: 2^18 bits and the g. Not for use by several threads.
 */
final class IrreducibleSieve implements Iterator<Polynomial> {

    private static final int WINDOW_BITS = 18;

    private final FiniteField field;
    private final RunControl control;
    private final int degree;
    /** s. */
    private final int width;
    /** q^s. */
    private final int cells;

    private final List<Polynomial> small;
    private final boolean complete;
    private final long[] struck;
    /** The coefficients above the window, low to high, the leading one not included. */
    private final long[] upper;

    private boolean lastWindow;
    private int cell;
    private Polynomial ready;
    private boolean hasReady;

    private IrreducibleSieve(FiniteField field, int degree, int width, int maximalSmall, RunControl control) {
        this.field = field;
        this.control = control;
        this.degree = degree;
        this.width = width;
        this.cells = (int) power(field.cardinality(), width);
        this.small = new ArrayList<>();
        for (int m = 1; m <= maximalSmall; m++) {
            of(field, m, control).forEachRemaining(small::add);
        }
        this.complete = maximalSmall >= degree / 2;
        this.struck = new long[(cells + 63) >>> 6];
        this.upper = new long[degree - width];
        this.ready = Polynomial.zero(field);
        sieve();
    }

    /** Whether a window of at least two cells in one coefficient fits; if not, the caller tests candidates one by one. */
    static boolean fits(FiniteField field) {
        return field.cardinality() <= 1L << WINDOW_BITS;
    }

    /** The sieve of degree ≥ 1 over a field that {@link #fits}. */
    static Iterator<Polynomial> of(FiniteField field, int degree, RunControl control) {
        long q = field.cardinality();
        int width = 0;
        while (width < degree && power(q, width + 1) <= 1L << WINDOW_BITS) {
            width++;
        }
        // Every g costs a remainder in each window: no more of them than an eighth of the cells.
        int maximalSmall = 0;
        while (maximalSmall < Math.min(width, degree / 2)
                && (maximalSmall == 0 || power(q, maximalSmall + 1) <= 8 * (maximalSmall + 1L) + power(q, width) / 8)) {
            maximalSmall++;
        }
        return new IrreducibleSieve(field, degree, width, maximalSmall, control);
    }

    @Override
    public boolean hasNext() {
        while (!hasReady) {
            while (cell < cells && (struck[cell >>> 6] >>> cell & 1) != 0) {
                cell++;
            }
            if (cell < cells) {
                Polynomial candidate = polynomial(cell++);
                if (complete || RabinIrreducibility.isIrreducible(candidate, control)) {
                    ready = candidate;
                    hasReady = true;
                }
            } else if (lastWindow) {
                return false;
            } else {
                nextWindow();
            }
        }
        return true;
    }

    @Override
    public Polynomial next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        hasReady = false;
        return ready;
    }

    private Polynomial polynomial(int index) {
        long[] coefficients = new long[degree + 1];
        long rest = index;
        for (int i = 0; i < width; i++) {
            coefficients[i] = rest % field.cardinality();
            rest /= field.cardinality();
        }
        System.arraycopy(upper, 0, coefficients, width, upper.length);
        coefficients[degree] = 1;
        return Polynomial.of(field, coefficients);
    }

    private void nextWindow() {
        int i = 0;
        while (i < upper.length && upper[i] == field.cardinality() - 1) {
            upper[i++] = 0;
        }
        if (i < upper.length) {
            upper[i]++;
            sieve();
        } else {
            lastWindow = true;
        }
    }

    private void sieve() {
        control.check();
        cell = 0;
        Arrays.fill(struck, 0);
        for (Polynomial g : small) {
            if (g.degree() == 1) {
                control.check();
            }
            strike(g);
        }
    }

    /** Marks the multiples of g in the window. */
    private void strike(Polynomial g) {
        int m = g.degree();
        long[] modulus = g.coefficients();
        long[] start = new long[m];
        start[0] = 1; // the leading coefficient; Horner down to x^0
        for (int i = degree - 1; i >= 0; i--) {
            timesX(start, modulus);
            if (i >= width) {
                start[0] = field.add(start[0], upper[i - width]);
            }
        }
        for (int i = 0; i < m; i++) {
            start[i] = field.negate(start[i]);
        }
        int k = field.extensionDegree();
        long[][] carries = new long[(width - m) * k][];
        long[] power = new long[m]; // −x^(m+i) mod g
        for (int i = 0; i < m; i++) {
            power[i] = modulus[i];
        }
        long[] sum = new long[m];
        for (int j = 0; j < carries.length; j++) {
            if (j % k == 0 && j > 0) {
                timesX(power, modulus);
            }
            long unit = power(field.characteristic(), j % k); // a^(j mod k): the element whose only digit is a one
            for (int i = 0; i < m; i++) {
                sum[i] = field.add(sum[i], field.multiply(unit, power[i]));
            }
            carries[j] = sum.clone();
        }
        if (field.characteristic() == 2) {
            strikeBinary(start, carries, k * m);
        } else {
            strikeDigits(start, carries, k * m);
        }
    }

    /** value · x mod the monic modulus of degree value.length. */
    private void timesX(long[] value, long[] modulus) {
        int m = value.length;
        long top = value[m - 1];
        System.arraycopy(value, 0, value, 1, m - 1);
        value[0] = 0;
        if (top != 0) {
            field.addScaled(value, 0, modulus, 0, m, field.negate(top));
        }
    }

    /** Characteristic 2: the codes of all coefficients side by side in one word, addition is exclusive or. */
    private void strikeBinary(long[] start, long[][] carries, int lowBits) {
        int k = field.extensionDegree();
        int[] steps = new int[carries.length];
        for (int j = 0; j < steps.length; j++) {
            steps[j] = (int) pack(carries[j], k);
        }
        int low = (int) pack(start, k);
        long[] marks = struck;
        int count = 1 << carries.length;
        marks[low >>> 6] |= 1L << low;
        for (int u = 1; u < count; u++) {
            low ^= steps[Integer.numberOfTrailingZeros(u)];
            int index = u << lowBits | low;
            marks[index >>> 6] |= 1L << index;
        }
    }

    private static long pack(long[] codes, int k) {
        long packed = 0;
        for (int i = codes.length - 1; i >= 0; i--) {
            packed = packed << k | codes[i];
        }
        return packed;
    }

    /** Odd p: base-p digits one by one, the index kept up to date with them. */
    private void strikeDigits(long[] start, long[][] carries, int lowDigits) {
        int p = (int) field.characteristic();
        int[] low = digits(start, lowDigits);
        int[][] steps = new int[carries.length][];
        for (int j = 0; j < steps.length; j++) {
            steps[j] = digits(carries[j], lowDigits);
        }
        int[] weights = new int[lowDigits];
        int index = 0;
        int weight = 1;
        for (int i = 0; i < lowDigits; i++) {
            weights[i] = weight;
            index += low[i] * weight;
            weight *= p;
        }
        int[] counter = new int[steps.length];
        long[] marks = struck;
        while (true) {
            marks[index >>> 6] |= 1L << index;
            int j = 0;
            while (j < counter.length && counter[j] == p - 1) {
                counter[j++] = 0;
            }
            if (j == counter.length) {
                return;
            }
            counter[j]++;
            int[] step = steps[j];
            for (int i = 0; i < lowDigits; i++) {
                int digit = low[i] + step[i];
                digit = digit >= p ? digit - p : digit;
                index += (digit - low[i]) * weights[i];
                low[i] = digit;
            }
            index += weight; // u + 1
        }
    }

    private int[] digits(long[] codes, int length) {
        int k = field.extensionDegree();
        int[] digits = new int[length];
        for (int i = 0; i < length / k; i++) {
            long[] ofCode = field.digits(codes[i]);
            for (int t = 0; t < k; t++) {
                digits[i * k + t] = (int) ofCode[t];
            }
        }
        return digits;
    }

    /** base^exponent, or Long.MAX_VALUE when it is larger. */
    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            if (power > Long.MAX_VALUE / base) {
                return Long.MAX_VALUE;
            }
            power *= base;
        }
        return power;
    }
}
