package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.StateIndex;

/** Walks every state of a small map: the slow answer that the algebra is compared with. */
final class NaiveWalker {

    private final int[] successor;
    private final int[] preperiod;
    private final int[] period;

    NaiveWalker(AffineMap map) {
        int n = map.stateCount().intValueExact();
        successor = new int[n];
        for (int i = 0; i < n; i++) {
            long[] state = StateIndex.toState(map.field(), map.dimension(), BigInteger.valueOf(i));
            successor[i] = StateIndex.of(map.field(), map.next(state)).intValueExact();
        }
        preperiod = new int[n];
        period = new int[n];
        int[] seenAt = new int[n];
        for (int start = 0; start < n; start++) {
            if (period[start] != 0) {
                continue;
            }
            List<Integer> path = new ArrayList<>();
            int state = start;
            while (period[state] == 0 && seenAt[state] == 0) {
                path.add(state);
                seenAt[state] = path.size();
                state = successor[state];
            }
            int tail = path.size();
            if (period[state] == 0) {
                tail = seenAt[state] - 1;
                for (int i = tail; i < path.size(); i++) {
                    period[path.get(i)] = path.size() - tail;
                }
            }
            for (int i = tail - 1; i >= 0; i--) {
                int after = i + 1 < path.size() ? path.get(i + 1) : state;
                period[path.get(i)] = period[after];
                preperiod[path.get(i)] = preperiod[after] + 1;
            }
            path.forEach(visited -> seenAt[visited] = 0);
        }
    }

    int states() {
        return successor.length;
    }

    int successor(int state) {
        return successor[state];
    }

    int preperiod(int state) {
        return preperiod[state];
    }

    int period(int state) {
        return period[state];
    }

    /** Least n ≥ 0 with n clocks from one state to the other, −1 if there is none. */
    int distance(int from, int to) {
        int state = from;
        for (int n = 0; n < preperiod[from] + period[from]; n++) {
            if (state == to) {
                return n;
            }
            state = successor[state];
        }
        return -1;
    }

    StateSpaceStructure structure() {
        Map<BigInteger, BigInteger> states = new TreeMap<>();
        List<BigInteger> levels = new ArrayList<>();
        for (int state = 0; state < successor.length; state++) {
            while (levels.size() <= preperiod[state]) {
                levels.add(BigInteger.ZERO);
            }
            levels.set(preperiod[state], levels.get(preperiod[state]).add(BigInteger.ONE));
            if (preperiod[state] == 0) {
                states.merge(BigInteger.valueOf(period[state]), BigInteger.ONE, BigInteger::add);
            }
        }
        Map<BigInteger, BigInteger> counts = new TreeMap<>();
        states.forEach((length, count) -> counts.put(length, count.divide(length)));
        return new StateSpaceStructure(CycleStructure.of(counts), levels);
    }

    /** The number of predecessors of each state. */
    int[] inDegrees() {
        int[] degrees = new int[successor.length];
        LongStream.range(0, successor.length).forEach(i -> degrees[successor[(int) i]]++);
        return degrees;
    }
}
