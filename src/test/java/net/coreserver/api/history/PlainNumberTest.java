package net.coreserver.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.0E10, 10000000000",
        "0.1, 0.1",
        "83123.25, 83123.25",
        "1.2E-5, 0.000012",
        "12345678.5, 12345678.5",
        "1.5E20, 150000000000000000000",
    })
    void aNumberIsShortAndHasNoExponent(double value, String text) {
        assertThat(PlainNumber.of(value)).isEqualTo(text);
        assertThat(Double.parseDouble(PlainNumber.of(value))).isEqualTo(value + 0.0);
    }

    @Test
    void millisecondsAreAFractionOfSecondsOnlyWhereThereAreSome() {
        assertThat(PlainNumber.ofSeconds(1_795_161_600_000L)).isEqualTo("1795161600");
        assertThat(PlainNumber.ofSeconds(1_500)).isEqualTo("1.5");
        assertThat(PlainNumber.ofSeconds(-62_135_596_800_000L)).isEqualTo("-62135596800");
    }
}
