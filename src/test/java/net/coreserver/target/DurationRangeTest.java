package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationRangeTest {

    private final DurationRange range = new DurationRange("100ms", "2d");

    @ParameterizedTest
    @CsvSource({
        "100ms, PT0.1S",
        "500ms, PT0.5S",
        "10s, PT10S",
        "5m, PT5M",
        "1h, PT1H",
        "2d, PT48H",
        "10S, PT10S",
        "010s, PT10S",
        "PT1M30S, PT1M30S",
        "pt0.25s, PT0.25S",
        "P1D, PT24H"
    })
    void readsANumberWithItsUnitOrIso8601(String text, Duration duration) throws InvalidValueException {
        assertThat(range.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99ms",
                "172800001ms",
                "3d",
                "0s",
                "-1s",
                "PT-1S",
                "PT0.0999S",
                "999999999999d",
                "9999999999999d",
                "10",
                "10 s",
                "10sec",
                "1.5s",
                "s",
                "1h30m",
                "P1W",
                "٣s",
                "ten seconds"
            })
    void refusesWhatIsNoDurationOrOutOfBounds(String text) {
        assertThatThrownBy(() -> range.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith("100ms to 2d");
    }
}
