package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.coreserver.interfaces.OperStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {

    private static final Words<OperStatus> WORDS = Words.ofOperStatus(Map.of("im-state-up", OperStatus.Known.UP));

    @ParameterizedTest
    @CsvSource({
        "1000mbps, 1000000000",
        "800mbps, 800000000",
        "20Gbps, 20000000000",
        "10m, 10000000",
        "100M, 100000000",
        "10G, 10000000000",
        "2.5 Gb/s, 2500000000",
        "1.544 mbps, 1544000",
        "64kbps, 64000",
        "9600bps, 9600",
        "1T, 1000000000000",
        "SPEED_10GB, 10000000000",
        "SPEED_100MB, 100000000",
        "SPEED_400GB_8LANE, 400000000000",
        "1000, 1000"
    })
    void aSpeedHasAUnit(String text, long bitsPerSecond) {
        assertThat(SpeedText.read(text)).isEqualTo(bitsPerSecond);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Auto",
                "Unspecified",
                "Unlimited",
                "SPEED_UNKNOWN",
                "-1",
                "10 apples",
                "fast",
                "1.2.3G",
                "0.0000001k"
            })
    void whatIsNoSpeedIsNone(String text) {
        assertThat(SpeedText.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "up, UP",
        "UP, UP",
        "Up, UP",
        "im-state-up, UP",
        "IM_STATE_UP, UP",
        "lower-layer-down, LOWER_LAYER_DOWN",
        "LOWER_LAYER_DOWN, LOWER_LAYER_DOWN",
        "NOT_PRESENT, NOT_PRESENT"
    })
    void aWordIsSpeltInManyWays(String word, OperStatus.Known status) {
        assertThat(WORDS.of(word)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper", "im-state", "IM_STATE_DOWN"})
    void anUnknownWordStaysAsItIs(String word) {
        assertThat(WORDS.of(word)).isEqualTo(new OperStatus.Unrecognised(word));
    }
}
