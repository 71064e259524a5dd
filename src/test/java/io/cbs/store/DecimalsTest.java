package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0",
        "1.0, 1",
        "-2.5, -2.5",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "1.0E-5, 0.00001",
        "1.0E-6, 1e-6",
        "-1.25E-7, -1.25e-7",
        "1.0E16, 10000000000000000",
        "1.0E17, 1e17",
        "1.0E23, 1e23",
        "2.0E23, 2e23",
        "0.3333333333333333, 0.3333333333333333",
        "5.6843418860808015E-14, 5.6843418860808015e-14",
        "4.9E-324, 5e-324",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "1.7976931348623157E308, 1.7976931348623157e308",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void theTextOfANumberIsFixed(double value, String text) {
        assertThat(Decimals.format(value)).isEqualTo(text);
        assertThat(Double.doubleToLongBits(Decimals.parse(text))).isEqualTo(Double.doubleToLongBits(value));
    }

    @Test
    void everyDoubleReadsBackWithTheSameBits() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            long bits = Double.doubleToLongBits(Decimals.parse(Decimals.format(value)));
            assertThat(bits).isEqualTo(Double.doubleToLongBits(value));
        }
    }

    @Test
    void floatsWidenedToDoublesReadBackToo() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextFloat();
            assertThat(Decimals.parse(Decimals.format(value))).isEqualTo(value);
        }
    }

    @Test
    void aNumberThatWasWrittenInFewDigitsKeepsThem() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String text = "0." + (1 + random.nextInt(9)) + random.nextInt(1_000_000) + (1 + random.nextInt(9));
            assertThat(Decimals.format(Double.parseDouble(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "1d", "0x1p3", "NaN", "Infinity", "1e", ".5", "5.", "+1", "--1", "1,0"})
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> Decimals.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
