package org.lfsrtoolkit.core.integer;

/**
 * Montgomery's Lucas chains: to multiply a point by k, differences of the points added are always known.
 *
 * <p>A chain is steered by a ratio r near the golden one: start with (d, e) = (k − ⌊k/r⌉, 2⌊k/r⌉ − k) and run a subtractive
 * Euclid with nine rules. Several ratios are tried beforehand and the cheapest is kept. About 9.3 multiplications a bit, a
 * ladder takes 11. Source: [Montgomery1992].
 */
final class LucasChain {

    /** Continued-fraction neighbours of the golden ratio. */
    static final double[] RATIOS = {
        1.61803398875, 1.72360679775, 1.618347119656, 1.617914406529, 1.612429949509,
        1.632839806089, 1.620181980807, 1.580178728295, 1.617214616534, 1.38196601125
    };

    private static final int ADD = 6;
    private static final int DOUBLE = 5;

    private LucasChain() {}

    /** Index of the ratio with the cheapest chain for an odd k ≥ 3. */
    static int bestRatio(long k) {
        int best = 0;
        int bestCost = Integer.MAX_VALUE;
        for (int i = 0; i < RATIOS.length; i++) {
            int cost = cost(k, RATIOS[i]);
            if (cost < bestCost) {
                best = i;
                bestCost = cost;
            }
        }
        return best;
    }

    /** Multiplications of the chain, or a huge number if the ratio does not suit k. */
    static int cost(long k, double ratio) {
        long r = (long) (k / ratio + 0.5);
        if (r >= k || 2 * r < k || k - r == 0) {
            return Integer.MAX_VALUE;
        }
        long d = k - r;
        long e = 2 * r - k;
        int cost = DOUBLE + ADD;
        while (d != e) {
            if (d < e) {
                long swap = d;
                d = e;
                e = swap;
            }
            if (e == 0) {
                return Integer.MAX_VALUE;
            }
            if (d - e <= e / 4 && (d + e) % 3 == 0) {
                d = (2 * d - e) / 3;
                e = (e - d) / 2;
                cost += 3 * ADD;
            } else if (d - e <= e / 4 && (d - e) % 6 == 0) {
                d = (d - e) / 2;
                cost += ADD + DOUBLE;
            } else if ((d + 3) / 4 <= e) {
                d -= e;
                cost += ADD;
            } else if ((d + e) % 2 == 0) {
                d = (d - e) / 2;
                cost += ADD + DOUBLE;
            } else if (d % 2 == 0) {
                d /= 2;
                cost += ADD + DOUBLE;
            } else if (d % 3 == 0) {
                d = d / 3 - e;
                cost += 3 * ADD + DOUBLE;
            } else if ((d + e) % 3 == 0) {
                d = (d - 2 * e) / 3;
                cost += 3 * ADD + DOUBLE;
            } else if ((d - e) % 3 == 0) {
                d = (d - e) / 3;
                cost += 3 * ADD + DOUBLE;
            } else {
                e /= 2;
                cost += ADD + DOUBLE;
            }
        }
        return d == 1 ? cost : Integer.MAX_VALUE;
    }
}
