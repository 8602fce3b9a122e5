package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * The Berlekamp–Massey algorithm over GF(q), fed one term at a time.
 *
 * <p>After N terms it knows the linear complexity L of these terms and a connection polynomial C = 1 + …, with
 * Σ_{i=0..L} C_i·s(t−i) = 0 for L ≤ t &lt; N. Sequences with a transient start are answered in full: deg C may stay below L
 * (0,0,0,0,0,1,0,0,0,1 over GF(2) has L = 6), and {@link #recurrence()} gives the minimal polynomial with its factor x^j.
 *
 * <p>Cost: O(L) field operations a term, so O(N·L) in all. Memory: three arrays of at most N + 1 elements. Threads: not
 * safe, one instance a sequence. Source: [Massey1969].
 */
public final class BerlekampMassey {

    private final FiniteField field;
    private long[] terms = new long[16];
    private int count;
    /** C, low to high; entries above its degree are 0. */
    private long[] connection = {1};
    /** B, the connection polynomial before the last change of L. */
    private long[] previous = {1};

    private int connectionLength = 1;
    private int previousLength = 1;
    private int linearComplexity;
    /** Terms since the last change of L. */
    private int gap = 1;
    /** The inverse of the discrepancy at that change. */
    private long inverseDiscrepancy = 1;

    public BerlekampMassey(FiniteField field) {
        this.field = field;
    }

    /**
     * The shortest recurrence of a whole sequence; an empty one has complexity 0.
     *
     * @throws IllegalArgumentException if a term is no element of the field
     */
    public static ShortestRecurrence of(FiniteField field, long... sequence) {
        BerlekampMassey state = new BerlekampMassey(field);
        for (long term : sequence) {
            state.accept(term);
        }
        return state.recurrence();
    }

    /**
     * Takes the next term and returns the linear complexity of all terms so far.
     *
     * @throws IllegalArgumentException if the term is no element of the field
     */
    public int accept(long term) {
        if (!field.contains(term)) {
            field.requireElement(term, "term " + count);
        }
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, Math.multiplyExact(2, count));
        }
        // Terms are kept newest last, reversed in the sum: d = s(t) + Σ C_i s(t − i).
        terms[count] = term;
        long discrepancy = term;
        for (int i = 1; i < connectionLength; i++) {
            if (connection[i] != 0) {
                discrepancy = field.add(discrepancy, field.multiply(connection[i], terms[count - i]));
            }
        }
        count++;
        if (discrepancy == 0) {
            gap++;
        } else {
            correct(discrepancy);
        }
        return linearComplexity;
    }

    /** C ← C − d/b · x^gap · B, and B takes the old C if L grows. */
    private void correct(long discrepancy) {
        int length = Math.max(connectionLength, previousLength + gap);
        long factor = field.negate(field.multiply(discrepancy, inverseDiscrepancy));
        boolean grows = 2L * linearComplexity <= count - 1;
        long[] target = grows
                ? Arrays.copyOf(connection, length)
                : connection.length >= length
                        ? connection
                        : Arrays.copyOf(connection, Math.max(length, 2 * connection.length));
        field.addScaled(target, gap, previous, 0, previousLength, factor);
        if (grows) {
            previous = connection;
            previousLength = connectionLength;
            inverseDiscrepancy = field.inverse(discrepancy);
            linearComplexity = count - linearComplexity;
            gap = 1;
        } else {
            gap++;
        }
        connection = target;
        connectionLength = length;
        while (connectionLength > 1 && connection[connectionLength - 1] == 0) {
            connectionLength--;
        }
    }

    /** The number of terms taken. */
    public int termCount() {
        return count;
    }

    /** L of the terms so far. */
    public int linearComplexity() {
        return linearComplexity;
    }

    /** The shortest recurrence of the terms so far. */
    public ShortestRecurrence recurrence() {
        return ShortestRecurrence.of(field, count, linearComplexity, Arrays.copyOf(connection, connectionLength));
    }
}
