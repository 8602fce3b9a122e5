package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Combines the periodic parts of all components into one cycle structure.
 *
 * <p>Counting states instead of cycles makes the product multiplicative: the state (v_g) has as the part of its period that
 * is prime to p the least common multiple of the ord(g) with v_g ≠ 0, and its power of p divides p^t if every v_g allows
 * it. So parts with the same order are first multiplied together; then a table from {@link OrderMask} to the numbers of
 * states for each t takes in one order after the other; the differences over t and a division by the length give the
 * counts.
 *
 * <p>The number of cycles alone needs no list: states · length^(−1) is multiplicative over the primes, so a column whose
 * last order has been taken in is divided out and forgotten, and the table holds only the columns still in use.
 *
 * <p>Cost: at most 2·(distinct orders)·(distinct lengths) products of numbers below q^d. Source: [Elspas1959]; the
 * elimination is that of sum-product networks, [Dechter1999].
 */
final class CycleProduct {

    /** Live entries allowed when only the number of cycles is wanted. */
    private static final int MAX_LIVE = 1 << 18;

    private static final int CHECK_EVERY = 1 << 8;

    private final long p;
    private final int powers;
    /** The states of parts of order 1 (g = x − 1), for each t. */
    private final BigInteger[] base;

    private final List<BigInteger[]> counts = new ArrayList<>();
    private final OrderMasks masks;
    private final List<Integer> sequence;
    private final RunControl control;

    /**
     * @param p the characteristic
     * @param parts of all components but that of x
     */
    CycleProduct(long p, List<PeriodicPart> parts, RunControl control) {
        this.p = p;
        this.control = control;
        this.powers =
                parts.stream().mapToInt(part -> part.within().size()).max().orElse(1);
        this.base = new BigInteger[powers];
        java.util.Arrays.fill(base, BigInteger.ONE);
        Map<BigInteger, Integer> groups = new HashMap<>();
        List<java.util.NavigableMap<BigInteger, Integer>> orders = new ArrayList<>();
        for (PeriodicPart part : parts) {
            BigInteger[] target;
            if (part.order().equals(BigInteger.ONE)) {
                target = base;
            } else {
                Integer known = groups.get(part.order());
                if (known == null) {
                    known = counts.size();
                    groups.put(part.order(), known);
                    orders.add(part.primes());
                    BigInteger[] ones = new BigInteger[powers];
                    java.util.Arrays.fill(ones, BigInteger.ONE);
                    counts.add(ones);
                }
                target = counts.get(known);
            }
            for (int t = 0; t < powers; t++) {
                target[t] = target[t].multiply(part.within(t));
            }
        }
        for (BigInteger[] count : counts) {
            for (int t = 0; t < powers; t++) {
                // The zero state of the group is the inactive choice.
                count[t] = count[t].subtract(BigInteger.ONE);
            }
        }
        this.masks = OrderMasks.of(orders);
        this.sequence = eliminationSequence();
    }

    /** Lengths and counts; empty if there are more than the given number of lengths. */
    Optional<CycleStructure> structure(int maxDistinctLengths) {
        Map<OrderMask, BigInteger[]> table = new HashMap<>();
        table.put(masks.one(), base);
        int steps = 0;
        for (int group : sequence) {
            OrderMask mask = masks.mask(group);
            BigInteger[] active = counts.get(group);
            Map<OrderMask, BigInteger[]> next = new HashMap<>(table);
            for (Map.Entry<OrderMask, BigInteger[]> entry : table.entrySet()) {
                merge(next, entry.getKey().or(mask), product(entry.getValue(), active));
                if (++steps % CHECK_EVERY == 0) {
                    control.check();
                }
            }
            if (next.size() > maxDistinctLengths) {
                return Optional.empty();
            }
            table = next;
        }
        TreeMap<BigInteger, BigInteger> structure = new TreeMap<>();
        for (Map.Entry<OrderMask, BigInteger[]> entry : table.entrySet()) {
            BigInteger length = masks.value(entry.getKey());
            BigInteger before = BigInteger.ZERO;
            for (BigInteger within : entry.getValue()) {
                if (!within.equals(before)) {
                    structure.put(length, within.subtract(before).divide(length));
                }
                before = within;
                length = length.multiply(BigInteger.valueOf(p));
            }
            if (structure.size() > maxDistinctLengths) {
                return Optional.empty();
            }
            if (++steps % CHECK_EVERY == 0) {
                control.check();
            }
        }
        return Optional.of(CycleStructure.of(structure));
    }

    /** The number of cycles; empty if even the table without the finished columns grows too large. */
    Optional<BigInteger> cycles() {
        Map<OrderMask, BigInteger[]> table = new HashMap<>();
        table.put(masks.one(), base);
        List<OrderMask> finished = finishedAfter();
        int steps = 0;
        for (int i = 0; i < sequence.size(); i++) {
            OrderMask mask = masks.mask(sequence.get(i));
            BigInteger[] active = counts.get(sequence.get(i));
            OrderMask dead = finished.get(i);
            Map<OrderMask, BigInteger[]> next = new HashMap<>();
            for (Map.Entry<OrderMask, BigInteger[]> entry : table.entrySet()) {
                fold(next, entry.getKey(), entry.getValue(), dead);
                fold(next, entry.getKey().or(mask), product(entry.getValue(), active), dead);
                if (++steps % CHECK_EVERY == 0) {
                    control.check();
                }
            }
            if (next.size() > MAX_LIVE) {
                return Optional.empty();
            }
            table = next;
        }
        BigInteger[] total = table.getOrDefault(masks.one(), base);
        BigInteger sum = BigInteger.ZERO;
        BigInteger before = BigInteger.ZERO;
        BigInteger power = BigInteger.ONE;
        for (BigInteger within : total) {
            sum = sum.add(within.subtract(before).divide(power));
            before = within;
            power = power.multiply(BigInteger.valueOf(p));
        }
        return Optional.of(sum);
    }

    private void fold(Map<OrderMask, BigInteger[]> table, OrderMask mask, BigInteger[] states, OrderMask dead) {
        BigInteger divisor = BigInteger.ONE;
        for (int column = dead.next(0); column >= 0; column = dead.next(column + 1)) {
            if (mask.contains(column)) {
                divisor = divisor.multiply(masks.weight(column));
            }
        }
        BigInteger[] folded = states;
        if (!divisor.equals(BigInteger.ONE)) {
            folded = new BigInteger[powers];
            for (int t = 0; t < powers; t++) {
                folded[t] = states[t].divide(divisor);
            }
        }
        merge(table, mask.without(dead), folded);
    }

    private void merge(Map<OrderMask, BigInteger[]> table, OrderMask mask, BigInteger[] states) {
        BigInteger[] present = table.get(mask);
        if (present == null) {
            table.put(mask, states);
            return;
        }
        BigInteger[] sum = new BigInteger[powers];
        for (int t = 0; t < powers; t++) {
            sum[t] = present[t].add(states[t]);
        }
        table.put(mask, sum);
    }

    private BigInteger[] product(BigInteger[] a, BigInteger[] b) {
        BigInteger[] product = new BigInteger[powers];
        for (int t = 0; t < powers; t++) {
            product[t] = a[t].multiply(b[t]);
        }
        return product;
    }

    /** Greedy: next comes the order that leaves the fewest columns in use. */
    private List<Integer> eliminationSequence() {
        int n = counts.size();
        int[] remaining = new int[masks.width()];
        for (int i = 0; i < n; i++) {
            OrderMask mask = masks.mask(i);
            for (int column = mask.next(0); column >= 0; column = mask.next(column + 1)) {
                remaining[column]++;
            }
        }
        boolean[] live = new boolean[masks.width()];
        boolean[] taken = new boolean[n];
        List<Integer> chosen = new ArrayList<>();
        for (int round = 0; round < n; round++) {
            int best = -1;
            int bestChange = Integer.MAX_VALUE;
            for (int i = 0; i < n; i++) {
                if (taken[i]) {
                    continue;
                }
                int change = 0;
                OrderMask mask = masks.mask(i);
                for (int column = mask.next(0); column >= 0; column = mask.next(column + 1)) {
                    change += (remaining[column] > 1 && !live[column] ? 1 : 0)
                            - (remaining[column] == 1 && live[column] ? 1 : 0);
                }
                if (change < bestChange) {
                    bestChange = change;
                    best = i;
                }
            }
            taken[best] = true;
            chosen.add(best);
            OrderMask mask = masks.mask(best);
            for (int column = mask.next(0); column >= 0; column = mask.next(column + 1)) {
                remaining[column]--;
                live[column] = remaining[column] > 0;
            }
        }
        return chosen;
    }

    /** For each step of the sequence the columns that no later order has. */
    private List<OrderMask> finishedAfter() {
        OrderMask later = masks.one();
        List<OrderMask> finished = new ArrayList<>();
        for (int i = sequence.size() - 1; i >= 0; i--) {
            OrderMask mask = masks.mask(sequence.get(i));
            finished.add(0, mask.without(later));
            later = later.or(mask);
        }
        return finished;
    }
}
