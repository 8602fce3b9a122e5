package org.lfsrtoolkit.core.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * {@link KrylovSpan} over GF(2): 64 vectors of the sequence are made first and then tested together, so that they are cleared
 * by the method of the four Russians.
 *
 * <p>The echelon form is cut into panels ({@link EchelonPanel}) of up to 64 rows, reduced among themselves, each made from as
 * many vectors; a spin starts a new panel. A panel clears a vector by adding the rows that the vector's bits in its pivot
 * columns name. Each vector is then the sum of the rows named and of its rest, and the rests of a panel are sums of its rows: so
 * the coordinates of a dependent vector are found panel by panel, from the last to the first.
 *
 * <p>Cost for n vectors of w words: n²·w/4 additions of a word for the products with the matrix, n²·w/8 for the clearing. Memory:
 * three n × n arrays of bits, and tables for the matrix of four times its size. The control is asked once a vector. Threads:
 * confined to one. Source: [AlbrechtBardHart2010] for the tables.
 */
final class PanelKrylovSpan implements KrylovSpan {

    /** Below this side {@link BitKrylovSpan} is as fast. */
    static final int LEAST_SIDE = 128;

    /** Vectors of a block. */
    private static final int MOST = 64;

    private final int n;
    private final int width;
    /** One for each 64 rows of A. */
    private final FourRussiansTables[] matrix;

    private final FourRussiansTables tables;
    private final List<EchelonPanel> panels = new ArrayList<>();
    private final long[][] vectors;
    private final boolean[] isPivot;
    private int size;

    PanelKrylovSpan(BitEntries a) {
        n = a.rowCount();
        width = a.stride();
        matrix = new FourRussiansTables[width];
        long[][] rows = a.rowWords(width);
        for (int word = 0; word < width; word++) {
            matrix[word] = new FourRussiansTables(width, MOST);
            matrix[word].fill(rows, 64 * word, Math.min(64, n - 64 * word), 0, width);
        }
        tables = new FourRussiansTables(width, MOST);
        vectors = new long[n][];
        isPivot = new boolean[n];
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long[] apply(long[] v) {
        long[] image = new long[width];
        for (int word = 0; word < width; word++) {
            matrix[word].add(image, v[word], 0, width);
        }
        return image;
    }

    @Override
    public long[] spin(long[] start, RunControl control) {
        long[] next = start;
        while (true) {
            // Of n − size + 1 vectors one is surely dependent.
            long[][] block = new long[Math.min(MOST, n - size + 1)][];
            block[0] = next;
            for (int i = 1; i < block.length; i++) {
                control.check();
                block[i] = apply(block[i - 1]);
            }
            long[] coordinates = addUntilDependent(block);
            if (coordinates != null) {
                return coordinates;
            }
            next = apply(block[block.length - 1]);
        }
    }

    /** Adds the vectors before the first dependent one and returns its coordinates; null if all are independent. */
    private long @Nullable [] addUntilDependent(long[][] block) {
        int count = block.length;
        long[][] rests = new long[count][];
        for (int i = 0; i < count; i++) {
            rests[i] = block[i].clone();
        }
        long[][] multipliers = clear(rests);
        int[] pivots = new int[count];
        long[] combinations = new long[count];
        for (int i = 0; i < count; i++) {
            long used = 0;
            for (int r = 0; r < i; r++) {
                if (hasBit(rests[i], pivots[r])) {
                    add(rests[i], rests[r]);
                    used ^= combinations[r];
                }
            }
            int pivot = firstBit(rests[i]);
            if (pivot < 0) {
                long[] coordinates = coordinates(used, multipliers, i);
                keep(i, block, rests, pivots, combinations, multipliers);
                return coordinates;
            }
            pivots[i] = pivot;
            combinations[i] = used | 1L << i;
            for (int r = 0; r < i; r++) {
                if (hasBit(rests[r], pivot)) {
                    add(rests[r], rests[i]);
                    combinations[r] ^= combinations[i];
                }
            }
        }
        keep(count, block, rests, pivots, combinations, multipliers);
        return null;
    }

    /** Clears vectors in the pivot columns of all panels; [i][g]: the rows of panel g that were added to vector i. */
    private long[][] clear(long[][] block) {
        long[][] multipliers = new long[block.length][panels.size()];
        for (int g = 0; g < panels.size(); g++) {
            EchelonPanel panel = panels.get(g);
            tables.fill(panel.rows, 0, panel.rows.length, 0, width);
            for (int i = 0; i < block.length; i++) {
                multipliers[i][g] = panel.named(block[i]);
                tables.add(block[i], multipliers[i][g], 0, width);
            }
        }
        return multipliers;
    }

    /**
     * The coordinates of vector i of a block.
     *
     * @param used the vectors of the block, all before i, whose rests add up to its own
     */
    private long[] coordinates(long used, long[][] multipliers, int i) {
        long[] coordinates = new long[size + i];
        long[] named = multipliers[i].clone();
        take(used, size, multipliers, coordinates, named);
        for (int g = panels.size() - 1; g >= 0; g--) {
            EchelonPanel panel = panels.get(g);
            take(panel.vectorsOf(named[g]), panel.offset, panel.multipliers, coordinates, named);
        }
        return coordinates;
    }

    /** Puts the vectors of a panel into the coordinates; what rows they are made of besides is named no more. */
    private static void take(long which, int offset, long[][] multipliers, long[] coordinates, long[] named) {
        for (long left = which; left != 0; left &= left - 1) {
            int t = Long.numberOfTrailingZeros(left);
            coordinates[offset + t] = 1;
            long[] other = multipliers[t];
            for (int h = 0; h < other.length; h++) {
                named[h] ^= other[h];
            }
        }
    }

    /** Makes a panel of the first vectors of a block. */
    private void keep(
            int count, long[][] block, long[][] rests, int[] pivots, long[] combinations, long[][] multipliers) {
        if (count == 0) {
            return;
        }
        panels.add(new EchelonPanel(
                size,
                Arrays.copyOf(rests, count),
                Arrays.copyOf(pivots, count),
                combinations,
                Arrays.copyOf(multipliers, count)));
        System.arraycopy(block, 0, vectors, size, count);
        for (int i = 0; i < count; i++) {
            isPivot[pivots[i]] = true;
        }
        size += count;
    }

    private static boolean hasBit(long[] vector, int place) {
        return (vector[place >>> 6] >>> place & 1) != 0;
    }

    private static int firstBit(long[] vector) {
        for (int w = 0; w < vector.length; w++) {
            if (vector[w] != 0) {
                return 64 * w + Long.numberOfTrailingZeros(vector[w]);
            }
        }
        return -1;
    }

    private static void add(long[] target, long[] source) {
        for (int w = 0; w < target.length; w++) {
            target[w] ^= source[w];
        }
    }

    @Override
    public void truncate(int count) {
        while (size > count) {
            EchelonPanel panel = panels.remove(panels.size() - 1);
            assert panel.offset >= count : "count = " + count + ", expected the end of a spin";
            for (int pivot : panel.pivots) {
                isPivot[pivot] = false;
            }
            size = panel.offset;
        }
    }

    @Override
    public long[] randomOutside(RandomGenerator random) {
        return BitKrylovSpan.randomOutside(isPivot, width, random);
    }

    @Override
    public long[] combination(long[] coordinates) {
        long[] sum = new long[width];
        for (int t = 0; t < coordinates.length; t++) {
            if (coordinates[t] != 0) {
                add(sum, vectors[t]);
            }
        }
        return sum;
    }

    @Override
    public void addTo(long[] target, long[] source) {
        add(target, source);
    }

    @Override
    public void addScaledTo(long[] target, long[] source, long factor) {
        if (factor != 0) {
            add(target, source);
        }
    }

    @Override
    public long[] toCodes(long[] v) {
        return BitEntries.unpack(v, 0, n);
    }
}
