package net.coreserver.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {

    private static String written(Consumer<Octets> writing) {
        Octets out = new Octets(1);
        writing.accept(out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    private static String label(String value) {
        return written(out -> out.label("l", value));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 4711, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void aCounterIsExactOverAllItsBits(long bits) {
        assertThat(written(out -> out.unsigned(bits))).isEqualTo(Long.toUnsignedString(bits));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "8,1",
        "10000000000,1250000000",
        "9,1.125",
        "12,1.500",
        "9223372036854775807,1152921504606846975.875"
    })
    void aSpeedInOctetsIsExact(long bits, String octets) {
        assertThat(written(out -> out.eighths(bits))).isEqualTo(octets);
    }

    @Test
    void timesAreInSeconds() {
        assertThat(written(out -> out.seconds(Instant.parse("2026-11-20T08:00:00.007Z"))))
                .isEqualTo("1795161600.007");
        assertThat(written(out -> out.seconds(Instant.parse("1969-12-31T23:59:58.500Z"))))
                .isEqualTo("-1.500");
        assertThat(written(out -> out.seconds(Duration.ofMillis(10_025)))).isEqualTo("10.025000");
        assertThat(written(out -> out.seconds(Duration.ofMillis(-1)))).isEqualTo("0.000000");
    }

    @Test
    void aLabelEscapesWhatWouldEndIt() {
        assertThat(label("a \"b\" \\ c\nd")).isEqualTo("l=\"a \\\"b\\\" \\\\ c\\nd\"");
    }

    @Test
    void aLabelHoldsAnyTextOfUnicode() {
        String text = "\u0001\t\r\u007F \u00E9 \u0800 \uFFFD \uD83D\uDE00 \u2028";
        assertThat(label(text)).isEqualTo("l=\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D", "x\uD83Dx"})
    void halfACharacterIsReplaced(String broken) {
        assertThat(label(broken))
                .isEqualTo("l=\"" + broken.replace('\uD83D', '\uFFFD').replace('\uDE00', '\uFFFD') + "\"");
    }

    @Test
    void labelsStandBehindCommas() {
        assertThat(written(out -> {
                    out.label("a", "1");
                    out.label("b", "");
                }))
                .isEqualTo("a=\"1\",b=\"\"");
    }

    @Test
    void whatIsTakenBackIsGone() {
        assertThat(written(out -> {
                    out.ascii("kept");
                    int before = out.length();
                    out.ascii("not kept");
                    out.truncate(before);
                }))
                .isEqualTo("kept");
    }
}
