package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Multiplication of coefficient arrays over one field: the choice among the methods, each in its own class.
 *
 * <p>Threads: immutable.
 */
abstract class DenseMultiplication {

    final FiniteField field;

    DenseMultiplication(FiniteField field) {
        this.field = field;
    }

    /** The fastest multiplication for a field other than GF(2). */
    static DenseMultiplication of(FiniteField field) {
        if (field.isPrime()) {
            return new PrimeMultiplication(field);
        }
        return field.characteristic() == 2
                ? new BinaryExtensionMultiplication(field)
                : new ExtensionMultiplication(field);
    }

    /** a·b; both not empty, the last coefficient of each not 0, and the same of the product. */
    abstract long[] multiply(long[] a, long[] b);

    /** The least degree for which division by multiplications beats division by rows. */
    abstract int newtonThreshold();

    /** Whether transforms of operands can be kept, for products of this length. */
    boolean hasSpectra(int length) {
        return false;
    }

    /** The least degree for which {@link HalfGcd} beats Euclid's algorithm. */
    int halfGcdThreshold() {
        return 8000;
    }

    /** The degree below which its recursion ends. */
    int halfGcdBase() {
        return halfGcdThreshold() / 8;
    }

    /** The least number of terms for which {@link RationalReconstruction} beats the algorithm of Berlekamp and Massey. */
    int reconstructionThreshold() {
        return 4000;
    }
}
