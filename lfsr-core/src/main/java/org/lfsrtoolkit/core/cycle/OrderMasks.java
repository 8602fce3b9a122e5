package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Orders as bit masks whose union is the least common multiple.
 *
 * <p>Each prime power that divides some order is a column: the set of the orders that it divides. A column with the same
 * orders as another is merged with it, and its weight multiplied in. An order is then the set of its columns, and the
 * product of their weights is its value. Masks are word arrays of fixed length.
 */
final class OrderMasks {

    private final List<BigInteger> weights;
    private final List<OrderMask> masks;

    private OrderMasks(List<BigInteger> weights, List<OrderMask> masks) {
        this.weights = weights;
        this.masks = masks;
    }

    /** Masks for the given orders, each as its primes with exponents. */
    static OrderMasks of(List<? extends NavigableMap<BigInteger, Integer>> orders) {
        Map<BigInteger, TreeMap<Integer, BitSet>> byPrime = new TreeMap<>();
        for (int i = 0; i < orders.size(); i++) {
            for (Map.Entry<BigInteger, Integer> entry : orders.get(i).entrySet()) {
                byPrime.computeIfAbsent(entry.getKey(), prime -> new TreeMap<>())
                        .computeIfAbsent(entry.getValue(), exponent -> new BitSet())
                        .set(i);
            }
        }
        Map<BitSet, BigInteger> columns = new LinkedHashMap<>();
        byPrime.forEach((prime, levels) -> {
            BitSet holders = new BitSet();
            Map<Integer, BitSet> upward = new HashMap<>();
            for (Map.Entry<Integer, BitSet> level : levels.descendingMap().entrySet()) {
                holders.or(level.getValue());
                upward.put(level.getKey(), (BitSet) holders.clone());
            }
            int below = 0;
            for (int exponent : levels.keySet()) {
                columns.merge(upward.get(exponent), prime.pow(exponent - below), BigInteger::multiply);
                below = exponent;
            }
        });
        int words = Math.max(1, (columns.size() + 63) >>> 6);
        long[][] bits = new long[orders.size()][words];
        List<BigInteger> weights = new ArrayList<>();
        columns.forEach((holders, weight) -> {
            int column = weights.size();
            holders.stream().forEach(i -> bits[i][column >>> 6] |= 1L << column);
            weights.add(weight);
        });
        List<OrderMask> masks = new ArrayList<>();
        for (long[] mask : bits) {
            masks.add(new OrderMask(mask));
        }
        return new OrderMasks(weights, masks);
    }

    /** The mask of the i-th order. */
    OrderMask mask(int i) {
        return masks.get(i);
    }

    /** The mask of 1. */
    OrderMask one() {
        return new OrderMask(new long[Math.max(1, (weights.size() + 63) >>> 6)]);
    }

    /** The number of columns. */
    int width() {
        return weights.size();
    }

    /** The weight of one column. */
    BigInteger weight(int column) {
        return weights.get(column);
    }

    /** The product of the weights of the columns in a mask. */
    BigInteger value(OrderMask mask) {
        BigInteger value = BigInteger.ONE;
        for (int column = mask.next(0); column >= 0; column = mask.next(column + 1)) {
            value = value.multiply(weights.get(column));
        }
        return value;
    }
}
