package org.lfsrtoolkit.parallel.kernel;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * What the kernels for nonsingular registers share: states packed into a word, a word of new symbols an operation, zero
 * runs and candidates found for all states of a word at the same time.
 *
 * <p>An element of GF(p^m) is m digits of w bits, lowest digit lowest; a symbol is m·w bits. Packed states are in the
 * order of their indexes. A subclass says how the word after a state comes about: the digits are a linear function of the
 * digits of the state over GF(p), one look-up for each byte of it.
 */
abstract class PackedRegisterKernel implements WalkKernel {

    /*
     * A word holds new symbols, the newest at the top: bits junk..63, where junk = 64 mod symbolBits; bits below are
     * zero. As a state has no more symbols than a word, the top bits of a word are the state after all its symbols:
     *
     *   63                         64−stateBits      junk    0
     *   | newest … state           |  older symbols  |  0…0  |
     *
     * so a state is kept as a word too ("aligned"), and packed it is word >>> (64 − stateBits).
     */

    static final int CHECK_WORDS = 1 << 14;
    static final int CHECK_CANDIDATES = 1 << 12;
    /** Fewest indexes of a unit: enough that handing one out costs nothing beside testing it. */
    private static final int UNIT_CANDIDATES = 1 << 8;

    private static final int PRENECKLACE_SLACK = 2;

    final int symbolBits;
    final int stateBits;
    final int junk;
    final int wordSymbols;
    /** Entry 256·i + b: what byte i of the state, counted from the top, adds to the next word. */
    final long[] tables;

    private final String name;
    private final long lastIndex;
    private final long q;
    private final int p;
    private final int digits;
    private final int digitBits;
    private final Prenecklaces prenecklaces;
    /** The top bit of each symbol of a word, and the low bit. */
    private final long symbolTops;

    private final long symbolLows;

    PackedRegisterKernel(ShiftRegister register, int digitBits) {
        FiniteField field = register.field();
        this.p = (int) field.characteristic();
        this.q = field.cardinality();
        this.digitBits = digitBits;
        this.digits = register.length() * field.extensionDegree();
        this.symbolBits = field.extensionDegree() * digitBits;
        this.stateBits = register.length() * symbolBits;
        this.wordSymbols = 64 / symbolBits;
        this.junk = 64 - wordSymbols * symbolBits;
        this.name = "register over " + field + ", " + wordSymbols + " states a word";
        long highest = 0;
        for (int i = 0; i < register.length(); i++) {
            highest = Math.addExact(Math.multiplyExact(highest, q), q - 1);
        }
        this.lastIndex = highest;
        long lows = 0;
        for (int i = 0; i < wordSymbols; i++) {
            lows |= 1L << (junk + i * symbolBits);
        }
        this.symbolLows = lows;
        this.symbolTops = lows << (symbolBits - 1);
        this.prenecklaces = p == 2
                ? Prenecklaces.ofAllSymbols(symbolBits, stateBits)
                : new Prenecklaces(symbolBits, stateBits, pack(lastIndex), raisedSymbols());
        this.tables = tables(register);
    }

    /** Whether a state of this register can be packed with that many bits a digit, and its map is a permutation. */
    static boolean packs(ShiftRegister register, int digitBits) {
        long symbolBits = (long) register.field().extensionDegree() * digitBits;
        return symbolBits <= 16 && symbolBits * register.length() <= 63 && register.isNonsingular();
    }

    /** The word after an aligned one: the next wordSymbols symbols. */
    abstract long after(long word);

    /** The sum of two packed words, digit by digit, modulo p. */
    abstract long sum(long a, long b);

    private int[] raisedSymbols() {
        int[] raised = new int[1 << symbolBits];
        for (int symbol = 0; symbol + 1 < q; symbol++) {
            raised[(int) pack(symbol)] = (int) pack(symbol + 1);
        }
        return raised;
    }

    private long[] tables(ShiftRegister register) {
        int bytes = (stateBits + 7) / 8;
        ShiftRegister linear = register.withConstant(0);
        // What each bit of a packed state adds: a digit's bits stand for 1, 2, 4, … times the digit's word.
        long[] bits = new long[8 * bytes];
        long power = 1;
        for (int i = 0; i < digits; i++) {
            long word = word(linear, power);
            for (int j = 0; j < digitBits; j++) {
                bits[8 * bytes - stateBits + i * digitBits + j] = word;
                word = sum(word, word);
            }
            power *= p;
        }
        long[] table = new long[256 * bytes];
        long zero = word(register, 0);
        for (int i = 0; i < bytes; i++) {
            table[256 * i] = i == 0 ? zero : 0;
            for (int value = 1; value < 256; value++) {
                int lowest = Integer.numberOfTrailingZeros(value);
                table[256 * i + value] =
                        sum(table[256 * i + (value & (value - 1))], bits[8 * (bytes - 1 - i) + lowest]);
            }
        }
        return table;
    }

    /** The new symbols after a state, one clock after the other. */
    private long word(ShiftRegister register, long index) {
        FiniteField field = register.field();
        int d = register.length();
        long[] coefficients = register.tapCoefficients();
        long[] symbols = new long[d + wordSymbols];
        long rest = index;
        for (int i = 0; i < d; i++) {
            symbols[i] = rest % q;
            rest /= q;
        }
        long word = 0;
        for (int i = 0; i < wordSymbols; i++) {
            long symbol = field.add(field.dot(symbols, i, coefficients, 0, d), register.constant());
            symbols[d + i] = symbol;
            word |= pack(symbol) << (junk + i * symbolBits);
        }
        return word;
    }

    /** p. */
    final long characteristic() {
        return p;
    }

    /** The packed form of an index, or of a single symbol. */
    final long pack(long index) {
        if (p == 2) {
            return index;
        }
        long packed = 0;
        int shift = 0;
        for (long rest = index; rest != 0; rest /= p) {
            packed |= rest % p << shift;
            shift += digitBits;
        }
        return packed;
    }

    /** The inverse of {@link #pack}. */
    final long unpack(long packed) {
        if (p == 2) {
            return packed;
        }
        long index = 0;
        for (int shift = (digits - 1) * digitBits; shift >= 0; shift -= digitBits) {
            index = index * p + (packed >>> shift & ((1L << digitBits) - 1));
        }
        return index;
    }

    /** The kernel for GF(2) on primitive registers; the others take three to ten times as long. */
    @Override
    public double expectedStateNanos() {
        return 0.035;
    }

    @Override
    public final long lastIndex() {
        return lastIndex;
    }

    /** The tables, their padded copy in most subclasses, and one for each walking worker. */
    @Override
    public final long tableBytes(int workers) {
        return 8L * (tables.length + (workers + 1L) * 2048);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public long preferredSegment() {
        return 1L << 12;
    }

    @Override
    public final long refinedSegment() {
        return 1L << 8;
    }

    @Override
    public final boolean skipsCandidates() {
        return true;
    }

    /** The bounds that anchors may have: the powers of q below the size; the largest that is not above the wish. */
    @Override
    public final long boundAtMost(long wish) {
        long bound = 1;
        while (bound <= wish / q && bound * q <= lastIndex) {
            bound *= q;
        }
        return bound;
    }

    /** The number of leading zero symbols of an anchor. */
    final int anchorSymbols(long bound) {
        // q^d − 1 without its last z digits is q^(d − z) − 1.
        int zeros = 0;
        long rest = lastIndex;
        while (rest >= bound) {
            rest /= q;
            zeros++;
        }
        if (rest != bound - 1 || zeros == 0) {
            throw new IllegalArgumentException(
                    "bound = " + bound + ", expected a power of q = " + q + ", at most " + lastIndex);
        }
        return zeros;
    }

    /**
     * How many of the symbols of {@code word} it takes until the last {@code zeros} symbols are zero; 0 if that does not
     * come about within the word.
     */
    final int firstAnchor(long previous, long word, int zeros) {
        int before = Long.numberOfLeadingZeros(previous) / symbolBits;
        if (before > 0) {
            int behind = (Long.numberOfTrailingZeros(word) - junk) / symbolBits;
            int needed = Math.max(1, zeros - before);
            if (behind >= needed) {
                return needed;
            }
        }
        if (zeros > wordSymbols) {
            return 0;
        }
        long nonZero = word;
        for (int i = 1; i < symbolBits; i++) {
            nonZero |= word >>> i;
        }
        long run = ~nonZero & symbolLows;
        int length = 1;
        while (2 * length <= zeros) {
            run &= run >>> (length * symbolBits);
            length *= 2;
        }
        if (length < zeros) {
            run &= run >>> ((zeros - length) * symbolBits);
        }
        return run == 0 ? 0 : (Long.numberOfTrailingZeros(run) - junk) / symbolBits + zeros;
    }

    /** The packed state after {@code symbols} ≥ 1 symbols of {@code word}. */
    final long packedAfter(long previous, long word, int symbols) {
        int bits = symbols * symbolBits;
        long aligned = bits == 64 ? word : ((word >>> junk) << (64 - bits)) | (previous >>> bits);
        return aligned >>> (64 - stateBits);
    }

    /**
     * Whether a word may hold an anchor, or a part of one that shows as well as what is in the words beside it; never
     * false for all words that an anchor reaches into.
     */
    abstract boolean mayHoldAnchor(long word, ZeroRuns runs);

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        return walkShortSegments(table, anchorSymbols(table.bound()), from, to, worker);
    }

    /** One walker; every word is looked at for a run of zeros of any length. */
    final long walkShortSegments(SegmentTable table, int zeros, long from, long to, WorkerContext worker) {
        long walked = 0;
        long words = 0;
        for (long anchor = from; anchor < to; anchor++) {
            long previous = pack(anchor) << (64 - stateBits);
            long steps = 0;
            for (; ; ) {
                long word = after(previous);
                int symbols = firstAnchor(previous, word, zeros);
                if ((++words & (CHECK_WORDS - 1)) == 0) {
                    worker.checkCancelled();
                }
                if (symbols > 0) {
                    steps += symbols;
                    table.put(anchor, unpack(packedAfter(previous, word, symbols)), steps);
                    break;
                }
                steps += wordSymbols;
                previous = word;
            }
            walked += steps;
        }
        return walked;
    }

    /** Units are the prenecklaces with a common prefix, which is one itself, so that none is empty. */
    @Override
    public final CandidateUnits candidateUnits(long from, int most) {
        int symbols = stateBits / symbolBits;
        int rest = 0;
        long span = 1;
        // About q^L·q/((q − 1)·L) prenecklaces of length L, L = symbols − rest, and not many more.
        while (rest < symbols - 1
                && (span < UNIT_CANDIDATES || lastIndex / span / (symbols - rest) > most / PRENECKLACE_SLACK)) {
            span = timesQ(span);
            rest++;
        }
        long[] starts = unitStarts(from, rest, most);
        while (starts.length == 0) {
            span = timesQ(span);
            rest++;
            starts = unitStarts(from, rest, most);
        }
        return new CandidateUnits(starts, lastIndex, span);
    }

    /** q·span, or the last index where that is less. */
    private long timesQ(long span) {
        return span > lastIndex / q ? lastIndex : span * q;
    }

    /** The starts of the units with that many free symbols; empty if there are more than {@code most}. */
    private long[] unitStarts(long from, int freeSymbols, int most) {
        int freeBits = freeSymbols * symbolBits;
        if (freeBits >= stateBits) {
            return new long[] {from};
        }
        Prenecklaces prefixes = prenecklaces.shortened(freeBits);
        long first = prefixes.first(pack(from) >>> freeBits);
        int count = 0;
        for (long prefix = first; prefix >= 0; prefix = prefixes.next(prefix)) {
            if (++count > most) {
                return new long[0];
            }
        }
        long[] starts = new long[count];
        long prefix = first;
        for (int i = 0; i < count; i++) {
            starts[i] = i == 0 ? from : unpack(prefix << freeBits);
            prefix = prefixes.next(prefix);
        }
        return starts;
    }

    @Override
    public final long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker) {
        CycleBuffer buffer = scan.buffer(worker);
        long walked = 0;
        long count = 0;
        long end = pack(last);
        long candidate = prenecklaces.first(pack(from));
        while (candidate <= end && candidate >= 0) {
            walked += test(candidate, buffer, worker);
            if ((++count & (CHECK_CANDIDATES - 1)) == 0) {
                worker.checkCancelled();
            }
            candidate = prenecklaces.next(candidate);
        }
        return walked;
    }

    /**
     * Walks from a packed candidate until a smaller state or itself; notes the cycle if it was itself. The states of a
     * word are compared with the candidate at the same time, bit by bit from the newest.
     *
     * @return steps made
     */
    long test(long candidate, CycleBuffer buffer, WorkerContext worker) {
        long aligned = candidate << (64 - stateBits);
        long previous = aligned;
        long steps = 0;
        for (int words = 1; ; words++) {
            long word = after(previous);
            long equal = symbolTops;
            long less = 0;
            long rest = aligned;
            for (int t = 0; t < stateBits; t++) {
                long stream = (word << t) | ((previous >>> 1 >>> (63 - t)) << junk);
                if (rest < 0) {
                    less |= equal & ~stream;
                    equal &= stream;
                } else {
                    equal &= ~stream;
                }
                if (equal == 0) {
                    break;
                }
                rest <<= 1;
            }
            if ((equal | less) != 0) {
                int position = Long.numberOfTrailingZeros(equal | less);
                steps += (position - junk + 1) / symbolBits;
                if ((equal >>> position & 1) != 0) {
                    buffer.add(unpack(candidate), steps);
                }
                return steps;
            }
            steps += wordSymbols;
            previous = word;
            if ((words & (CHECK_WORDS - 1)) == 0) {
                worker.checkCancelled();
            }
        }
    }

    /** The walkers of one batch, and what is rare about them: the ends of segments. */
    final class Lanes {

        /** Where lanes with nothing left to do go on from: seldom does such a walk meet many zeros. */
        private static final long IDLE = 0x1111111111111111L;

        private final SegmentTable table;
        private final int zeros;
        private final ZeroRuns runs;
        private final long end;
        private final long[] anchor;
        private final long[] startClock;
        private long nextAnchor;
        /** Lanes with work. */
        int active;
        /** States walked in finished segments. */
        long walked;

        /** @param runs what {@link #mayHoldAnchor} looks for */
        Lanes(int count, SegmentTable table, int zeros, ZeroRuns runs, long from, long to) {
            this.anchor = new long[count];
            this.startClock = new long[count];
            this.table = table;
            this.zeros = zeros;
            this.runs = runs;
            this.nextAnchor = from;
            this.end = to;
            Arrays.fill(anchor, -1);
        }

        /** The first word that the lane goes on from. */
        long start(int lane) {
            return nextAnchor == end ? IDLE : run(lane, 0, 0, 0, true);
        }

        /** Looks for an anchor in the lane's new word; returns the word to go on from. */
        long look(int lane, long previous, long word, long clock) {
            if (!mayHoldAnchor(word, runs)) {
                return word;
            }
            return anchor[lane] < 0 ? IDLE : run(lane, previous, word, clock, false);
        }

        private long run(int lane, long firstPrevious, long firstWord, long clock, boolean fresh) {
            long previous = firstPrevious;
            long word = firstWord;
            boolean refill = fresh;
            for (; ; ) {
                if (refill) {
                    if (nextAnchor == end) {
                        anchor[lane] = -1;
                        active--;
                        return IDLE;
                    }
                    active += fresh && anchor[lane] < 0 ? 1 : 0;
                    anchor[lane] = nextAnchor++;
                    previous = pack(anchor[lane]) << (64 - stateBits);
                    word = after(previous);
                    startClock[lane] = clock;
                    refill = false;
                }
                int symbols = firstAnchor(previous, word, zeros);
                if (symbols > 0) {
                    long steps = (clock - startClock[lane]) * wordSymbols + symbols;
                    table.put(anchor[lane], unpack(packedAfter(previous, word, symbols)), steps);
                    walked += steps;
                    refill = true;
                } else if (mayHoldAnchor(word, runs)) {
                    // A run may begin in this word's top and end in the next without showing there.
                    previous = word;
                    word = after(word);
                    startClock[lane]--;
                } else {
                    return word;
                }
            }
        }
    }
}
