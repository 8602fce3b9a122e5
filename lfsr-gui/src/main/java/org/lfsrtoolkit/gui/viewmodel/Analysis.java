package org.lfsrtoolkit.gui.viewmodel;

import java.math.BigInteger;
import java.util.List;

/**
 * An answer, ready to show.
 *
 * @param facts name and value, in the order of display
 * @param cycles rows by ascending length; empty where the structure is not known
 * @param states q^d
 * @param transientStates states on no cycle
 * @param verdict how the answer was obtained and whether the engines agree, one line
 */
public record Analysis(
        List<Fact> facts, List<CycleRow> cycles, BigInteger states, BigInteger transientStates, String verdict) {

    /** One line of the summary. */
    public record Fact(String name, String value) {}

    /** All cycles of one length. */
    public record CycleRow(BigInteger length, BigInteger count) {

        /** The states on these cycles. */
        public BigInteger states() {
            return length.multiply(count);
        }
    }

    public Analysis {
        facts = List.copyOf(facts);
        cycles = List.copyOf(cycles);
    }

    /** The number of cycles of all lengths. */
    public BigInteger cycleCount() {
        return cycles.stream().map(CycleRow::count).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
