package org.lfsrtoolkit.parallel.schedule;

/**
 * What each worker has left: one contiguous range of units, held as one padded atomic word.
 *
 * <p>A word is (low, high), 31 bits each: units low..high−1 are left; low ≥ high means none. Three moves, each one
 * compare-and-set at most:
 *
 * <ul>
 *   <li>the owner claims k units from the front: (l, h) → (l + k, h);
 *   <li>a thief takes the half (rounded up) at the back: (l, h) → (l, h − ⌈(h − l)/2⌉);
 *   <li>the owner of an empty word publishes a range that it stole: a plain volatile write, for nobody else ever
 *       changes an empty word.
 * </ul>
 *
 * <p>A word says all there is to know, so a value that went away and came back (ABA) does no harm: whoever finds (l, h)
 * there may take from it, whenever it was written. Each unit is at any moment in one word, or taken; see
 * docs/decisions/0010-packed-ranges-and-thread-permits.md.
 *
 * <p>Public for stress tests and experiments; {@link Scheduler} is what to use. Arguments are asserted, not checked.
 *
 * <p>Threads: {@link #claim} and {@link #publish} by the owner of the slot only, all else by any thread.
 */
public final class PackedRanges {

    /** Most units: the two halves of a word have 31 bits each. */
    public static final long MAX_UNITS = Integer.MAX_VALUE;

    /** Nothing taken: what {@link #claim} and {@link #stealHalf} return when there is nothing, or a race was lost. */
    public static final long NOTHING = 0;

    private final PaddedLongs words;

    /** All slots empty. */
    public PackedRanges(int slots) {
        words = new PaddedLongs(slots);
    }

    /** Number of slots. */
    public int slots() {
        return words.length();
    }

    /** Range low..high − 1 as one word. */
    public static long pack(int low, int high) {
        return ((long) low << 32) | high;
    }

    /** First unit of a packed range. */
    public static int low(long word) {
        return (int) (word >>> 32);
    }

    /** One past the last unit of a packed range. */
    public static int high(long word) {
        return (int) word;
    }

    /** Units in a packed range. */
    public static int size(long word) {
        return Math.max(0, high(word) - low(word));
    }

    /** Packed range that the slot has left. */
    public long get(int slot) {
        return words.get(slot);
    }

    /** Units that the slot has left. */
    public int left(int slot) {
        return size(words.get(slot));
    }

    /** Makes a range available; the slot is empty, and the caller owns it. */
    public void publish(int slot, int low, int high) {
        assert left(slot) == 0 : "publishing into slot " + slot + ", which has " + left(slot) + " units";
        words.set(slot, pack(low, high));
    }

    /**
     * Takes up to {@code units} ≥ 1 from the front of the owner's range; tries again when a thief came between.
     *
     * @return the packed range taken, {@link #NOTHING} if the slot is empty
     */
    public long claim(int slot, int units) {
        for (; ; ) {
            long word = words.get(slot);
            int size = size(word);
            if (size == 0) {
                return NOTHING;
            }
            int low = low(word);
            int taken = low + Math.min(units, size);
            if (words.compareAndSet(slot, word, pack(taken, high(word)))) {
                return pack(low, taken);
            }
        }
    }

    /**
     * Takes the half, rounded up, at the back of what the victim had when {@code seen} was read.
     *
     * @param seen a non-empty value of {@link #get}
     * @return the packed range stolen, {@link #NOTHING} if the victim's word has changed since
     */
    public long stealHalf(int victim, long seen) {
        int high = high(seen);
        int size = size(seen);
        int cut = high - (size - size / 2); // the half rounded up, without overflow at 2^31 − 1
        return words.compareAndSet(victim, seen, pack(low(seen), cut)) ? pack(cut, high) : NOTHING;
    }
}
