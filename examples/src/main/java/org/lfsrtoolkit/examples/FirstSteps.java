package org.lfsrtoolkit.examples;

import java.io.PrintStream;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.format.PolynomialText;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/** The cycles of one register, by algebra and by walking every state. The first page of the README shows this program. */
public final class FirstSteps {

    private FirstSteps() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        ShiftRegister register = ShiftRegister.of(FiniteFields.of(2), 1, 1, 1, 0, 0, 0, 0, 0, 1, 1);
        ExactAnalysis exact = CycleAnalysis.exact(register);
        out.println(register.characteristicPolynomial());
        out.println(exact.cycleStructure());
        MappingResult walked = StateSpaceMapper.map(register, MappingOptions.defaults(), RunControl.unlimited());
        out.println(walked.structure().cycles().equals(exact.cycleStructure()));

        ShiftRegister large =
                ShiftRegister.withCharacteristicPolynomial(PolynomialText.parse(FiniteFields.of(2), "x^100+x+1"));
        out.println(CycleAnalysis.exact(large).polynomialOrder());
    }
}
