package org.lfsrtoolkit.examples;

import java.math.BigInteger;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.register.RegisterGallery;

/**
 * Registers and generators from real products, each with its longest cycle as claimed and as computed.
 *
 * <p>Without arguments all are shown; with a name, those whose names contain it.
 */
public final class RealRegisters {

    private RealRegisters() {}

    /** Prints one line for each exhibit. */
    public static void main(String... arguments) {
        String wanted = arguments.length > 0 ? arguments[0] : "";
        RegisterGallery.all().stream()
                .filter(exhibit -> exhibit.name().contains(wanted))
                .map(RealRegisters::describe)
                .forEach(System.out::println);
    }

    /** For instance "PRBS7 (test pattern of ITU-T O.150 and kin): 2 cycles, longest 127, as claimed". */
    public static String describe(RegisterGallery.Exhibit exhibit) {
        ExactAnalysis analysis = CycleAnalysis.exact(exhibit.map());
        CycleStructure structure = analysis.cycleStructure();
        String name = exhibit.name() + " (" + exhibit.use() + "): ";
        if (structure == null) {
            return name + "not resolved: " + analysis.unresolved();
        }
        BigInteger longest = structure.counts().lastKey();
        String length = longest.bitLength() <= 64 ? longest.toString() : "a number of " + longest.bitLength() + " bits";
        return name + analysis.cycles() + " cycles, longest " + length
                + (longest.equals(exhibit.longestCycle()) ? ", as claimed" : ", NOT as claimed");
    }
}
