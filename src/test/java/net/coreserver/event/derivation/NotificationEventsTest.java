package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.event.notification.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationEventsTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static Occurrence event(String namespace, String name, String body) {
        return NotificationEvents.of(
                new Notification("edge-1", "NETCONF", Seen.START, true, namespace, name, new EventData(body), "digest"),
                Seen.START.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            netconf-session-start | {"username": "admin", "session-id": "7", "source-host": "192.0.2.1"} | SESSION_STARTED | Session 7 of admin began on edge-1, from 192.0.2.1
            netconf-session-start | {} | SESSION_STARTED | Session began on edge-1
            netconf-session-end | {"username": "admin", "session-id": "7", "termination-reason": "dropped"} | SESSION_ENDED | Session 7 of admin ended on edge-1 (dropped)
            netconf-config-change | {"changed-by": {"username": "admin", "session-id": "7"}, "datastore": "startup", "edit": [{"target": "/x", "operation": "merge"}]} | CONFIG_CHANGED | The startup configuration of edge-1 was changed by admin
            netconf-config-change | {"changed-by": {"server": ""}} | CONFIG_CHANGED | The running configuration of edge-1 was changed
            netconf-capability-change | {"changed-by": {"server": ""}, "added-capability": ["urn:a", "urn:b"], "deleted-capability": "urn:c", "modified-capability": "urn:d?x=1"} | CAPABILITIES_CHANGED | edge-1 has changed its capabilities: 2 added, 1 removed, 1 modified
            netconf-confirmed-commit | {"confirm-event": "start", "timeout": "600"} | CONFIRMED_COMMIT | A confirmed commit on edge-1 began
            netconf-confirmed-commit | {"confirm-event": "timeout"} | CONFIRMED_COMMIT | A confirmed commit on edge-1 timed out and was rolled back
            netconf-confirmed-commit | {"confirm-event": "new-word"} | CONFIRMED_COMMIT | A confirmed commit on edge-1 changed
            netconf-something-new | {} | NOTIFICATION | edge-1 told: netconf-something-new
            """)
    void whatRfc6470DefinesHasKindsOfItsOwn(String name, String body, EventKind kind, String message)
            throws IOException {
        Occurrence event = event(Told.RFC_6470, name, body);
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.severity()).isEqualTo(kind.severity());
        assertThat(event.message()).isEqualTo(message);
        assertThat(event.eventTime()).isEqualTo(Seen.START);
        assertThat(event.at()).isEqualTo(Seen.START.plusSeconds(1));
        JsonNode told = JSON.readTree(event.data().json()).path("notification");
        assertThat(told.path("body")).isEqualTo(JSON.readTree(body));
        assertThat(told.path("eventTime").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(told.path("replayed").asBoolean()).isTrue();
        assertThat(told.path("stream").asText()).isEqualTo("NETCONF");
    }

    @Test
    void capabilitiesThatChangedAreListedAsThoseOfAHello() throws IOException {
        JsonNode data = JSON.readTree(event(
                        Told.RFC_6470,
                        "netconf-capability-change",
                        "{\"added-capability\": [\"urn:a\", \"urn:b\"], \"modified-capability\": \"urn:d?x=1\"}")
                .data()
                .json());
        assertThat(data.path("added")).isEqualTo(JSON.readTree("[\"urn:a\", \"urn:b\"]"));
        assertThat(data.path("removed")).isEmpty();
        assertThat(data.path("modified")).isEqualTo(JSON.readTree("[\"urn:d?x=1\"]"));
    }

    @Test
    void theSameNameInAnotherNamespaceIsSomethingElse() {
        assertThat(event("urn:example", "netconf-session-start", "{}").kind()).isEqualTo(EventKind.NOTIFICATION);
    }

    @Test
    void namesThatAreTooLongAreCut() {
        Occurrence event = event("urn:example:" + "x".repeat(9_000), "y".repeat(9_000), "{}");
        assertThat(event.message()).hasSizeLessThan(200);
        assertThat(event.data().json()).hasSizeLessThan(2_500);
    }
}
