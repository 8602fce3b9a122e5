package org.lfsrtoolkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.register.RegisterGallery;

class RealRegistersTest {

    @Test
    void claimsOfTheGalleryArePrintedAsTrue() {
        assertThat(RegisterGallery.all().stream()
                        .filter(exhibit -> exhibit.name().startsWith("PRBS")
                                || exhibit.name().startsWith("CRC")
                                || exhibit.name().startsWith("xorshift"))
                        .map(RealRegisters::describe))
                .hasSize(12)
                .allMatch(line -> line.endsWith(", as claimed"))
                .contains("PRBS7 (test pattern of ITU-T O.150 and kin): 2 cycles, longest 127, as claimed");
    }
}
