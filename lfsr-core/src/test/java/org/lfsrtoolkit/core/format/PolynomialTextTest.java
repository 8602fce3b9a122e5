package org.lfsrtoolkit.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

class PolynomialTextTest {

    private static final FiniteField GF3 = FiniteFields.of(3);

    @ParameterizedTest
    @CsvSource({
        "x^4+x+2, x^4+x+2",
        "2 + x + x^4, x^4+x+2",
        "2x^2 - x, 2*x^2+2*x",
        "-1, 2",
        "x+x, 2*x",
        "x+x+x, 0",
        "0, 0",
        "2*x^0, 2"
    })
    void textIsReadAndWritten(String text, String canonical) {
        assertThat(PolynomialText.format(PolynomialText.parse(GF3, text))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "x^", "x^-1", "x^2x", "3", "x++1", "*x", "2*", "x 1 y", "x^99999999999", "1.5*x"})
    void wrongTextGetsOneLine(String text) {
        assertThatThrownBy(() -> PolynomialText.parse(GF3, text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "9", "256", "2147483647"})
    void whatIsWrittenIsReadBack(String field) {
        FiniteField gf = FiniteFields.parse(field);
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 200; i++) {
            Polynomial f = Polynomial.of(
                    gf, random.longs(random.nextInt(12), 0, gf.cardinality()).toArray());
            assertThat(PolynomialText.parse(gf, PolynomialText.format(f))).isEqualTo(f);
        }
    }
}
