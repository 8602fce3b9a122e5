package org.lfsrtoolkit.core.matrix;

import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Row vectors, added one by one, with the span they generate: independence, coordinates, and A's action.
 *
 * <p>The vectors are those of Krylov sequences v, v·A, v·A², …, so that a dependent vector's coordinates are a relation
 * between polynomials in A. The vectors themselves are in the representation of the implementation; coordinates are
 * element codes.
 *
 * <p>An echelon form is kept beside the vectors: row t of it has a 1 in its pivot column and zeros in the pivot columns of
 * earlier rows. Reducing a vector by rows 0, 1, … in that order therefore clears every pivot column. The multipliers of
 * each reduction form a lower triangular matrix L with (vectors) = L · (echelon); a dependent vector with multipliers m
 * has the coordinates y with y·L = m, one back substitution. Because no row is ever changed by a later one, dropping the
 * last vectors is free.
 *
 * <p>Cost per vector: one product v·A and one reduction, each O(n²) field operations. Memory: three to five n × n arrays.
 * Threads: confined to one.
 */
interface KrylovSpan {

    /** n, the dimension of the whole space. */
    int dimension();

    /** Number of independent vectors held. */
    int size();

    /** v·A. */
    long[] apply(long[] v);

    /**
     * Adds start, start·A, start·A², … until one depends on the vectors held.
     *
     * @param control asked at least once a vector
     * @return the coordinates of that one, as codes, length {@link #size()}
     */
    long[] spin(long[] start, RunControl control);

    /** Drops all vectors but the first count ones, count being the size before some {@link #spin}. */
    void truncate(int count);

    /** A vector outside the span, a random combination of unit vectors that together with the span generate everything. */
    long[] randomOutside(RandomGenerator random);

    /** Σ coordinates[t] · vector t, for as many vectors as there are coordinates. */
    long[] combination(long[] coordinates);

    /** target += source. */
    void addTo(long[] target, long[] source);

    /** target += factor · source. */
    void addScaledTo(long[] target, long[] source, long factor);

    /** A vector as element codes. */
    long[] toCodes(long[] v);
}
