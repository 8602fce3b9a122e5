package org.lfsrtoolkit.core.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The row space of a square matrix A as a direct sum of cyclic parts, each annihilator dividing the one before: everything
 * that is invariant under similarity, without factoring a polynomial.
 *
 * <p>The space F_q^n, with x acting as v ↦ v·A, is F_q[x]/(f_1) ⊕ … ⊕ F_q[x]/(f_r) with monic f_(i+1) | f_i. These are
 * the invariant factors; f_1 is the minimal polynomial, their product the characteristic polynomial, and A is similar to
 * one register exactly when r = 1. Example: the identity of side 3 has f_1 = f_2 = f_3 = x − 1; the permutation matrix
 * (1 2)(3 4) over GF(2) has f_1 = f_2 = x² + 1.
 *
 * <p>How: random vectors, from a fixed seed, are spun under A until they generate the space. The i-th gives
 * f_i·u_i = Σ_(j&lt;i) c_ij·u_j. If f_i divides f_(i−1) and every c_ij, then u_i − Σ (c_ij/f_i)·u_j splits off a direct
 * summand. Otherwise u_i, seen modulo the parts before some k, has an annihilator that does not divide f_k; u_k and u_i
 * combine to a vector with the least common multiple as annihilator, and the parts from k on are made anew from that
 * vector. The degree of f_k grows each time, so the method ends, and its answer is proved by the divisions: chance only
 * decides how often parts are remade.
 *
 * <p>Cost: O(n³) field operations as a rule (two or three rounds over GF(2), one over large fields), O(n⁴) at worst.
 * Memory: three n × n arrays while it runs; afterwards the generators, r · n codes. Threads: result immutable. Source:
 * [Gantmacher1959, ch. VII]; [Steel1997].
 */
public final class FrobeniusDecomposition {

    private final FiniteField field;
    private final int dimension;
    /** f_1, …, f_r: each divides the one before. */
    private final List<Polynomial> annihilators;

    private final List<long[]> generators;

    FrobeniusDecomposition(FiniteField field, int dimension, List<Polynomial> annihilators, List<long[]> generators) {
        this.field = field;
        this.dimension = dimension;
        this.annihilators = List.copyOf(annihilators);
        this.generators = List.copyOf(generators);
    }

    /**
     * The decomposition of a square matrix.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static FrobeniusDecomposition of(Matrix matrix, RunControl control) {
        return new CyclicSplitting(matrix, control).run();
    }

    /** The field of the matrix. */
    public FiniteField field() {
        return field;
    }

    /** n, the side of the matrix. */
    public int dimension() {
        return dimension;
    }

    /** The invariant factors, each dividing the next; the last is the minimal polynomial. None is 1. */
    public List<Polynomial> invariantFactors() {
        List<Polynomial> ascending = new ArrayList<>(annihilators);
        Collections.reverse(ascending);
        return ascending;
    }

    /** The characteristic polynomial det(x − A), monic of degree n. */
    public Polynomial characteristicPolynomial() {
        return PolynomialProduct.of(field, annihilators);
    }

    /** The minimal polynomial: the monic f of least degree with f(A) = 0. */
    public Polynomial minimalPolynomial() {
        return annihilators.get(0);
    }

    /** Whether some vector generates the whole space: minimal = characteristic polynomial. */
    public boolean isCyclic() {
        return annihilators.size() == 1;
    }

    /** r, the number of cyclic parts. */
    public int partCount() {
        return annihilators.size();
    }

    /** The annihilator of part i, 0 ≤ i &lt; r; part 0 has the minimal polynomial. */
    public Polynomial annihilator(int i) {
        return annihilators.get(i);
    }

    /** A vector that generates part i: u, u·A, …, u·A^(deg−1) is a basis of it. A copy. */
    public long[] generator(int i) {
        return generators.get(i).clone();
    }

    /**
     * The ranks of A^0, A^1, … up to the first that repeats for ever: entry j is n − Σ min(e_i, j), where x^(e_i) are the
     * powers of x in the invariant factors. Its length is the height of v ↦ v·A plus 1; {n} for an invertible matrix.
     */
    public int[] ranksOfPowers() {
        int height = minimalPolynomial().multiplicityOfX();
        int[] ranks = new int[height + 1];
        Arrays.fill(ranks, dimension);
        for (Polynomial f : annihilators) {
            int e = f.multiplicityOfX();
            for (int j = 1; j <= height; j++) {
                ranks[j] -= Math.min(e, j);
            }
        }
        return ranks;
    }
}
