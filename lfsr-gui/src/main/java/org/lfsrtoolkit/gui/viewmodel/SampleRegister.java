package org.lfsrtoolkit.gui.viewmodel;

import java.util.List;

/**
 * A register the explorer offers to begin with.
 *
 * @param name as shown in the menu
 */
public record SampleRegister(String name, String fieldText, String coefficientsText) {

    /** Small ones to look at first, then some in real use, then sizes that no walk reaches. */
    public static List<SampleRegister> all() {
        return List.of(
                new SampleRegister("Eight cycle lengths on ten stages", "2", "1,1,1,0,0,0,0,0,1,1"),
                new SampleRegister("Maximal, 8 stages", "2", "x^8+x^4+x^3+x^2+1"),
                new SampleRegister("Repeated factor (x+1)^4", "2", "1,0,0,0"),
                new SampleRegister("Singular, with transient states", "2", "0,0,1,1"),
                new SampleRegister("Over GF(3), maximal", "3", "1,2,0,0"),
                new SampleRegister("Over GF(4)", "2^2", "2,1,3"),
                new SampleRegister("Over the field of AES", "2^8/x^8+x^4+x^3+x+1", "2,1"),
                new SampleRegister("PRBS-15 (ITU-T O.150)", "2", "x^15+x^14+1"),
                new SampleRegister("x^23+x^6+1", "2", "x^23+x^6+1"),
                new SampleRegister("PRBS-31 (ITU-T O.150)", "2", "x^31+x^28+1"),
                new SampleRegister("x^64+x+1, 4 504 699 407 499 318 cycles", "2", "x^64+x+1"),
                new SampleRegister("x^100+x+1", "2", "x^100+x+1"));
    }

    @Override
    public String toString() {
        return name;
    }
}
