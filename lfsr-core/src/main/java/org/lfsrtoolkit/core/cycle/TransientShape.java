package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of the trees of transient states that hang on the cycles of a singular map.
 *
 * <p>All trees are alike: the one at a periodic state is that of the nilpotent part at zero. A state has no predecessor or
 * q^n of them, n the dimension of the kernel of A; for a periodic state exactly one of those is periodic. Nothing depends on
 * the translation of an affine map.
 *
 * <p>Example: 0,0,1,1 over GF(2) has trees of 4 states with levels 1, 1, 2, in-degree 2 and 8 leaves in all.
 *
 * <p>Cost: O(height) powers of q. Memory: O(height) numbers below q^d.
 *
 * @param height the longest preperiod; 0 for a permutation
 * @param inDegree the number of predecessors of every state that has one, periodic ones included: q^n; 1 for a permutation
 * @param treeSize the number of states of one tree, its root included
 * @param treeLevels the number of states of one tree at depth 0 (the root), 1, …, height
 * @param leaves the number of states without predecessor in the whole space
 * @param leavesByLevel the number of those of preperiod 0, 1, …, height; the first is 0
 */
public record TransientShape(
        int height,
        BigInteger inDegree,
        BigInteger treeSize,
        List<BigInteger> treeLevels,
        BigInteger leaves,
        List<BigInteger> leavesByLevel) {

    public TransientShape {
        treeLevels = List.copyOf(treeLevels);
        leavesByLevel = List.copyOf(leavesByLevel);
    }

    /** The shape behind an analysis; it needs no orders, so it is there even when those are unresolved. */
    public static TransientShape of(ExactAnalysis analysis) {
        BigInteger inDegree = analysis.components().stream()
                .filter(PrimaryComponent::isNilpotent)
                .map(component -> component.killed(1))
                .findFirst()
                .orElse(BigInteger.ONE);
        List<BigInteger> levels = analysis.levels();
        int height = analysis.height();
        List<BigInteger> tree = new ArrayList<>();
        List<BigInteger> leaves = new ArrayList<>();
        BigInteger total = BigInteger.ZERO;
        for (int j = 0; j <= height; j++) {
            tree.add(levels.get(j).divide(analysis.periodicStates()));
            BigInteger inner =
                    j == 0 ? levels.get(0) : j < height ? levels.get(j + 1).divide(inDegree) : BigInteger.ZERO;
            BigInteger without = levels.get(j).subtract(inner);
            leaves.add(without);
            total = total.add(without);
        }
        return new TransientShape(
                height, inDegree, tree.stream().reduce(BigInteger.ZERO, BigInteger::add), tree, total, leaves);
    }
}
