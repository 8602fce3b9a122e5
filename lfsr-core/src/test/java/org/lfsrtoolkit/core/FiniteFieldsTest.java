package org.lfsrtoolkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.core.field.FiniteField;

class FiniteFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "3^4, 81",
        "81, 81",
        "256, 256",
        "GF(2^8), 256",
        "gf(7), 7",
        " GF( 2 ^ 8 ) , 256",
        "2^8/x^8+x^4+x^3+x+1, 256",
        "GF(2^8)/x^8+x^4+x^3+x+1, 256",
        "256/x^8+x^4+x^3+x+1, 256",
        "2305843009213693951, 2305843009213693951",
        "9^2, 81"
    })
    void notationNamesTheField(String text, long cardinality) {
        assertThat(FiniteFields.parse(text).cardinality()).isEqualTo(cardinality);
    }

    @Test
    void elementsOfGf4AreNotReadModuloTwo() {
        FiniteField gf4 = FiniteFields.of(4);
        assertThat(gf4.multiply(2, 2)).isEqualTo(3);
        assertThat(gf4.multiply(2, 3)).isEqualTo(1);
        assertThat(gf4.add(2, 3)).isEqualTo(1);
    }

    @Test
    void modulusOfOnesOwnIsUsedAndItsRootNeedNotGenerate() {
        FiniteField aes = FiniteFields.parse("2^8/x^8+x^4+x^3+x+1");
        assertThat(aes.multiply(0x53, 0xCA)).isEqualTo(1);
        assertThat(aes.power(2, 51)).isEqualTo(1);
        assertThat(aes.modulus()).containsExactly(1, 1, 0, 1, 1, 0, 0, 0, 1);
        assertThat(aes).isNotEqualTo(FiniteFields.of(256));
    }

    @Test
    void conwayPolynomialIsTheDefault() {
        assertThat(FiniteFields.of(256).modulus()).containsExactly(1, 0, 1, 1, 1, 0, 0, 0, 1);
        assertThat(FiniteFields.of(3, 2).modulus()).containsExactly(2, 2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | prime power",
                "1 | prime power",
                "0 | prime power",
                "-3 | not understood",
                "4611686018427387904 | 2^62",
                "2^62 | 2^62",
                "99999999999999999999999999999999999999 | 2^62",
                "2^9999999999 | 2^62",
                "6^2 | prime power",
                "two | not understood",
                "2^8/x^8+1 | reducible",
                "2^8/x^7+x+1 | degree 7, expected 8",
                "2^2/x^2+2*x+1 | coefficient of x^1 = 2",
                "2^8/ | polynomial is empty",
                "1000003^3 | expected an irreducible modulus of degree 3"
            })
    void wrongFieldGetsOneLine(String text, String expected) {
        assertThatThrownBy(() -> FiniteFields.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected)
                .message()
                .doesNotContain("\n");
    }
}
