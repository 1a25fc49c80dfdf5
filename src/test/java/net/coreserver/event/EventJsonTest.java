package net.coreserver.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final Instant AT = Instant.parse("2026-11-21T07:00:00.25Z");

    private static String json(Event event) {
        return new String(EventJson.bytes(event), StandardCharsets.UTF_8);
    }

    @Test
    void everythingThatIsKnownIsWritten() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("before", "up");
        data.put("after", "down");
        Occurrence what = new Occurrence(
                AT,
                Instant.parse("2026-11-21T06:59:59Z"),
                "edge-1",
                "eth0",
                EventKind.LINK_DOWN,
                Severity.WARNING,
                "The interface eth0 is down",
                EventData.of(data));

        assertThat(json(new Event(12, what)))
                .isEqualTo(
                        "{\"id\":12,\"at\":\"2026-11-21T07:00:00.250Z\",\"eventTime\":\"2026-11-21T06:59:59Z\","
                                + "\"target\":\"edge-1\",\"interface\":\"eth0\",\"kind\":\"link-down\",\"severity\":\"warning\","
                                + "\"message\":\"The interface eth0 is down\",\"data\":{\"before\":\"up\",\"after\":\"down\"}}");
    }

    @Test
    void whatThereIsNotIsAbsent() {
        Occurrence what = Occurrence.ofService(AT, EventKind.TEST, "a test", EventData.NONE);

        assertThat(json(new Event(1, what)))
                .isEqualTo("{\"id\":1,\"at\":\"2026-11-21T07:00:00.250Z\",\"kind\":\"test\",\"severity\":\"info\","
                        + "\"message\":\"a test\"}");
    }

    @Test
    void whateverStandsInItItIsOneLineOfJson() throws IOException {
        String hostile = "a\"b\\c\n\r\u2028\u0000\u0007 Łódź \uD83D\uDE00";
        Occurrence what = new Occurrence(
                AT,
                null,
                "edge-1",
                hostile,
                EventKind.NOTIFICATION,
                Severity.INFO,
                hostile,
                new EventData("{\n  \"a\": \"b\\n\",\r\n \"c\": 18446744073709551615}"));

        String json = json(new Event(Long.MAX_VALUE, what));

        assertThat(json).doesNotContain("\n", "\r");
        JsonNode read = new ObjectMapper().readTree(json);
        assertThat(read.get("id").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(read.get("interface").asText()).isEqualTo(hostile);
        assertThat(read.get("message").asText()).isEqualTo(hostile);
        assertThat(read.at("/data/a").asText()).isEqualTo("b\n");
        assertThat(read.at("/data/c").asText()).isEqualTo("18446744073709551615");
    }
}
