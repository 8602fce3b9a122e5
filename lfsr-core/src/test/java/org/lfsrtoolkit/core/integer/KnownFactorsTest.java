package org.lfsrtoolkit.core.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfsrtoolkit.core.progress.RunControl;

class KnownFactorsTest {

    @TempDir
    Path folder;

    @Test
    void filesHoldNumbersAndComments() throws IOException {
        Path file = folder.resolve("factors.txt");
        Files.writeString(file, "# primes of 2^67 - 1\n193707721, 761838257287\n\n  89\t23 89 # again\r\n");
        assertThat(KnownFactors.load(file).factors())
                .containsExactly(
                        BigInteger.valueOf(23),
                        BigInteger.valueOf(89),
                        BigInteger.valueOf(193707721L),
                        BigInteger.valueOf(761838257287L));
    }

    @Test
    void badEntriesNameFileAndLine() throws IOException {
        Path file = folder.resolve("bad.txt");
        for (String bad : List.of("x", "-7", "1", "0", "3.5", "0x11", "٣")) {
            Files.writeString(file, "7\n" + bad + "\n");
            assertThatThrownBy(() -> KnownFactors.load(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(file + ":2: factor = " + bad + ", expected a whole number above 1");
        }
        assertThatThrownBy(() -> KnownFactors.of(List.of(BigInteger.ONE)))
                .hasMessage("factor = 1, expected a whole number above 1");
    }

    @Test
    void wrongAndCompositeFactorsDoNoHarm() {
        BigInteger value = IntegerMath.cyclotomicValue(83, 3);
        KnownFactors factors = KnownFactors.of(List.of(
                BigInteger.valueOf(12345),
                BigInteger.valueOf(167L * 3 * 5),
                value.multiply(BigInteger.TWO),
                BigInteger.TWO));
        assertThat(CyclotomicFactorizer.factor(3, 83, false, factors, RunControl.unlimited()))
                .isEqualTo(CyclotomicFactorizer.factor(3, 83, false, KnownFactors.none(), RunControl.unlimited()));
    }

    @Test
    void knownFactorsMakeAHardNumberEasy() {
        BigInteger p = new BigInteger("160188778313202118610543685368878688932828701136501444932217468039063");
        BigInteger value = IntegerMath.cyclotomicValue(523, 2);
        assertThat(value.mod(p)).isZero();
        IntegerFactorization f =
                CyclotomicFactorizer.factor(2, 523, false, KnownFactors.of(List.of(p)), RunControl.unlimited());
        assertThat(f.isComplete()).isTrue();
        assertThat(f.primes()).containsKey(p).hasSize(2);
    }
}
