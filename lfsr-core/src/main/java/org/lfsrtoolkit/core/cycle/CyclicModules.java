package org.lfsrtoolkit.core.cycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.matrix.RationalCanonicalForm;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.LinearEmbedding;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.register.StateResidue;

/**
 * The states of any map as tuples of residues modulo polynomials f_1, f_2, …, on which a clock is multiplication by x.
 *
 * <p>A register has one residue, modulo its characteristic polynomial. A matrix has one for each invariant factor, through
 * its rational canonical form. An affine map is embedded in a linear one first.
 *
 * <p>Cost: nothing for a register; O(d^3) for a matrix, then O(d^2) for each state. Memory: O(d) for a register, O(d²)
 * for a matrix. Threads: immutable.
 */
public final class CyclicModules {

    private final LinearEmbedding embedding;
    private final List<Polynomial> moduli;
    private final List<StateResidue> residues;
    /** T and its inverse; null for a register. */
    private final @Nullable Matrix toVector;

    private final @Nullable Matrix toCoordinates;

    private CyclicModules(
            LinearEmbedding embedding,
            List<Polynomial> moduli,
            @Nullable Matrix toVector,
            @Nullable Matrix toCoordinates) {
        this.embedding = embedding;
        this.moduli = List.copyOf(moduli);
        this.residues = moduli.stream().map(StateResidue::of).toList();
        this.toVector = toVector;
        this.toCoordinates = toCoordinates;
    }

    /** The modules of a map. */
    public static CyclicModules of(AffineMap map, RunControl control) {
        LinearEmbedding embedding = LinearEmbedding.of(map);
        if (embedding.linear() instanceof ShiftRegister register) {
            return new CyclicModules(embedding, List.of(register.characteristicPolynomial()), null, null);
        }
        RationalCanonicalForm form = RationalCanonicalForm.of(embedding.linear().matrix(), control);
        return new CyclicModules(
                embedding,
                form.invariantFactors(),
                form.transformation(),
                form.transformation().inverse());
    }

    /** The map, and the linear map behind it. */
    public LinearEmbedding embedding() {
        return embedding;
    }

    /** f_1, f_2, …, monic, each dividing the next. */
    public List<Polynomial> moduli() {
        return moduli;
    }

    /** The residues of a state of the map. */
    public List<Polynomial> residues(long[] state) {
        long[] vector = embedding.embed(state);
        long[] coordinates = toCoordinates == null ? vector : toCoordinates.leftMultiply(vector);
        List<Polynomial> result = new ArrayList<>();
        int from = 0;
        for (StateResidue residue : residues) {
            int to = from + residue.characteristicPolynomial().degree();
            result.add(residue.residue(Arrays.copyOfRange(coordinates, from, to)));
            from = to;
        }
        return result;
    }

    /** The vector of the linear map with these residues; any residues are allowed. */
    public long[] vector(List<Polynomial> tuple) {
        long[] coordinates = new long[embedding.linear().dimension()];
        int from = 0;
        for (int i = 0; i < residues.size(); i++) {
            long[] part = residues.get(i).state(tuple.get(i));
            System.arraycopy(part, 0, coordinates, from, part.length);
            from += part.length;
        }
        return toVector == null ? coordinates : toVector.leftMultiply(coordinates);
    }

    /** The state with these residues; they must be those of one. */
    public long[] state(List<Polynomial> tuple) {
        return embedding.project(vector(tuple));
    }
}
