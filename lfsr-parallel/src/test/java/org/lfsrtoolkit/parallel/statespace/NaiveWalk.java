package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;

/** The plain twin of every mapper: one array of successors, walked from every state. For small maps. */
final class NaiveWalk {

    final StateSpaceStructure structure;
    /** {representative, length}, ascending. */
    final List<long[]> cycles;

    private NaiveWalk(StateSpaceStructure structure, List<long[]> cycles) {
        this.structure = structure;
        this.cycles = cycles;
    }

    static NaiveWalk of(AffineMap map) {
        FiniteField field = map.field();
        int d = map.dimension();
        long q = field.cardinality();
        int size = map.stateCount().intValueExact();
        Matrix matrix = map.matrix();
        int[] next = new int[size];
        for (int index = 0; index < size; index++) {
            long[] state = new long[d];
            long rest = index;
            for (int i = 0; i < d; i++) {
                state[i] = rest % q;
                rest /= q;
            }
            // v·A + b from the definition, not from the map's own clocking.
            long[] image = map.translation();
            for (int j = 0; j < d; j++) {
                for (int i = 0; i < d; i++) {
                    image[j] = field.add(image[j], field.multiply(state[i], matrix.entry(i, j)));
                }
            }
            long code = 0;
            for (int i = d - 1; i >= 0; i--) {
                code = code * q + image[i];
            }
            next[index] = (int) code;
        }
        return of(next);
    }

    static NaiveWalk of(int[] next) {
        int size = next.length;
        int[] preperiod = new int[size];
        Arrays.fill(preperiod, -1);
        int[] seen = new int[size];
        List<long[]> cycles = new ArrayList<>();
        for (int start = 0; start < size; start++) {
            List<Integer> path = new ArrayList<>();
            int state = start;
            while (seen[state] == 0) {
                seen[state] = start + 1;
                path.add(state);
                state = next[state];
            }
            int from = path.size();
            if (preperiod[state] < 0) {
                from = path.indexOf(state);
                long least = path.subList(from, path.size()).stream()
                        .mapToInt(i -> i)
                        .min()
                        .orElseThrow();
                cycles.add(new long[] {least, path.size() - from});
                for (int onCycle : path.subList(from, path.size())) {
                    preperiod[onCycle] = 0;
                }
            }
            for (int i = from - 1; i >= 0; i--) {
                preperiod[path.get(i)] = preperiod[next[path.get(i)]] + 1;
            }
        }
        cycles.sort((a, b) -> Long.compare(a[0], b[0]));
        Map<BigInteger, BigInteger> counts = new HashMap<>();
        cycles.forEach(cycle -> counts.merge(BigInteger.valueOf(cycle[1]), BigInteger.ONE, BigInteger::add));
        TreeMap<Integer, Long> levels = new TreeMap<>();
        for (int depth : preperiod) {
            levels.merge(depth, 1L, Long::sum);
        }
        return new NaiveWalk(
                new StateSpaceStructure(
                        CycleStructure.of(counts),
                        levels.values().stream().map(BigInteger::valueOf).toList()),
                cycles);
    }
}
