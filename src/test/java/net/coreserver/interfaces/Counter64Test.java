package net.coreserver.interfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Counter64Test {

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615"})
    void theWholeRangeIsExact(String digits) {
        assertThat(Counter64.parse(digits)).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "-1", "", "1.0", "0x1"})
    void whatIsOutsideIsRefused(String text) {
        assertThatThrownBy(() -> Counter64.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void orderIsUnsigned() {
        assertThat(Counter64.parse("18446744073709551615")).isGreaterThan(Counter64.parse("1"));
        assertThat(Counter64.ZERO).isLessThan(Counter64.parse("9223372036854775808"));
    }
}
