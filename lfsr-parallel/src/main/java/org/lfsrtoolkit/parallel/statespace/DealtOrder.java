package org.lfsrtoolkit.parallel.statespace;

/**
 * Units dealt out to hands like cards: hand h holds the units h, h + hands, h + 2·hands, …, and the items are all hands one
 * after the other. Parts of the items as equal as can be, one a worker, then all begin with low units and end with high
 * ones. A bijection of 0..count−1.
 *
 * @param count number of units, at least 0
 * @param hands at least 1
 */
record DealtOrder(int count, int hands) {

    /** The unit at an item, 0..count−1. */
    int unit(int item) {
        int size = count / hands;
        int larger = count % hands;
        int before = larger * (size + 1);
        if (item < before) {
            return item % (size + 1) * hands + item / (size + 1);
        }
        return (item - before) % size * hands + larger + (item - before) / size;
    }
}
