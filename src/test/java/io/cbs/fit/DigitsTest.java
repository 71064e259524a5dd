package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "3239.79, 3, 3240",
        "40, 4, 40.00",
        "0.037123, 2, 0.037",
        "43381130.2, 4, 4.338e7",
        "0.0000123456, 3, 1.23e-5",
        "999.96, 4, 1000",
        "-0.9996, 2, -1.0",
        "0, 3, 0",
        "Infinity, 3, inf",
        "NaN, 3, -"
    })
    void numbersAreRoundedToSignificantDigits(double value, int digits, String text) {
        assertThat(Digits.of(value, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3239.8, 2770, 3790, 3", "3239.8, 3239, 3240, 4", "3239.8, 800, 12000, 2", "104.7, 104.7, 104.7, 4"})
    void anIntervalSupportsDigitsDownToTheSecondOfItsHalfWidth(double value, double low, double high, int digits) {
        assertThat(Digits.supported(value, low, high)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"46000, 46000", "0.25, 0.25", "333.4821, 333.482", "1600.0000001, 1600"})
    void measuredNumbersKeepEveryDigitOfAnInteger(double value, String text) {
        assertThat(Digits.measured(value)).isEqualTo(text);
    }
}
