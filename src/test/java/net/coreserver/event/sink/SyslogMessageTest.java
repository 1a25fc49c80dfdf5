package net.coreserver.event.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.coreserver.event.Event;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogMessageTest {

    private static final Instant AT = Instant.parse("2026-11-21T07:00:00.123456789Z");
    private static final SyslogMessage MESSAGES = new SyslogMessage(SyslogFacility.LOCAL0, "noc", "4711", 2048);

    private static String message(SyslogMessage messages, Occurrence what) {
        return new String(messages.of(new Event(12, what)), StandardCharsets.UTF_8);
    }

    @Test
    void allPartsAreInTheirPlace() {
        Occurrence what = new Occurrence(
                AT,
                Instant.parse("2026-11-21T06:59:59Z"),
                "edge-1",
                "eth0",
                EventKind.LINK_DOWN,
                Severity.WARNING,
                "The interface eth0 is down",
                EventData.NONE);

        assertThat(message(MESSAGES, what))
                .isEqualTo(
                        "<132>1 2026-11-21T07:00:00.123456Z noc coreserver 4711 link-down [coreserver@32473 id=\"12\""
                                + " target=\"edge-1\" interface=\"eth0\" severity=\"warning\""
                                + " eventTime=\"2026-11-21T06:59:59Z\"] The interface eth0 is down");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL0, INFO, 134",
        "LOCAL0, CRITICAL, 130",
        "DAEMON, WARNING, 28",
        "LOCAL7, INFO, 190",
        "KERN, INFO, 6"
    })
    void thePriorityIsOfFacilityAndSeverity(SyslogFacility facility, Severity severity, int priority) {
        Occurrence what = new Occurrence(AT, null, null, null, EventKind.TEST, severity, "a test", EventData.NONE);

        assertThat(message(new SyslogMessage(facility, "noc", "1", 2048), what)).startsWith("<" + priority + ">1 ");
    }

    @Test
    void whatThereIsNotIsLeftOut() {
        Occurrence what = Occurrence.ofService(AT, EventKind.TEST, "a test", EventData.NONE);

        assertThat(message(new SyslogMessage(SyslogFacility.LOCAL0, "", "1", 2048), what))
                .isEqualTo("<134>1 2026-11-21T07:00:00.123456Z - coreserver 1 test"
                        + " [coreserver@32473 id=\"12\" severity=\"info\"] a test");
    }

    @Test
    void valuesAreEscapedAndControlCharactersReplaced() {
        Occurrence what = new Occurrence(
                AT,
                null,
                "edge-1",
                "a\"b\\c]d\ne\u0085f",
                EventKind.NOTIFICATION,
                Severity.INFO,
                "Łódź\r\n<0>1 forged\u0000\u001b[2J",
                EventData.NONE);

        assertThat(message(MESSAGES, what))
                .contains("interface=\"a\\\"b\\\\c\\]d e f\"")
                .endsWith("] Łódź  <0>1 forged  [2J");
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        for (int length = 60; length <= 64; length++) {
            SyslogMessage messages = new SyslogMessage(SyslogFacility.LOCAL0, "noc", "1", length + 100);
            Occurrence what = Occurrence.ofService(AT, EventKind.TEST, "\uD83D\uDE00".repeat(1000), EventData.NONE);

            byte[] message = messages.of(new Event(12, what));

            assertThat(message).hasSizeBetween(length + 97, length + 100);
            assertThat(new String(message, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(message);
            assertThat(Arrays.copyOf(message, 4)).isEqualTo("<134".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aNameOfAnyLengthFits() {
        Occurrence what = new Occurrence(
                AT,
                null,
                "edge-1",
                "]".repeat(100_000),
                EventKind.LINK_DOWN,
                Severity.INFO,
                "m".repeat(100_000),
                EventData.NONE);

        assertThat(message(MESSAGES, what))
                .hasSize(2048)
                .contains("interface=\"" + "\\]".repeat(255) + "\" severity=\"info\"] mmm");
    }
}
