package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import net.coreserver.event.EventData;
import net.coreserver.event.notification.Notification;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkNotificationsTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String IF_MIB = "urn:ietf:params:xml:ns:yang:smiv2:IF-MIB";
    private static final Snapshot SNAPSHOT =
            Seen.snapshot(Seen.START, Seen.oper("eth0", "up").withIfIndex(4), Seen.oper("Gi0/0/1", "up"));

    private static Optional<LinkHint> read(String namespace, String name, String body) {
        Notification notification = new Notification(
                "edge-1", "NETCONF", Seen.START, false, namespace, name, new EventData(body), "digest");
        return LinkNotifications.read(notification, Seen.START, SNAPSHOT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://yuma123.org/ns/interfaces-notifications | link-up   | {"if-name": "eth0"} | NOT_DOWN
            http://yuma123.org/ns/interfaces-notifications | link-down | {"if-name": "eth0"} | DOWN
            urn:ietf:params:xml:ns:yang:smiv2:IF-MIB | linkDown | {"object-2": {"ifIndex": "4", "ifAdminStatus": "up"}, "object-3": {"ifIndex": "4", "ifOperStatus": "lowerLayerDown"}} | NOT_UP
            urn:ietf:params:xml:ns:yang:smiv2:IF-MIB | linkUp | {"object-3": {"ifIndex": "4", "ifOperStatus": "up"}} | UP
            urn:ietf:params:xml:ns:yang:smiv2:IF-MIB | linkUp | {"object-1": {"ifIndex": "4"}} | NOT_DOWN
            urn:example:ifs | link-down | {"interface": {"name": "eth0"}} | NOT_UP
            urn:example:ifs | interface-state-change | {"interface-name": "eth0", "new-state": "ACTIVE"} | CHANGED
            urn:example:ifs | interface-state-change | {"interface-name": "eth0", "new-state": "UP"} | UP
            urn:example:ifs | link-state-change | {"interface": "/if:interfaces/if:interface[if:name='eth0']", "oper-status": "oc:LOWER_LAYER_DOWN"} | NOT_UP
            urn:example:ifs | whatever | {"name": "eth0", "oper-status": "down"} | NOT_UP
            urn:example:ifs | whatever | {"interface": [{"name": "eth0", "oper-status": "up"}]} | UP
            """)
    void whatTargetsTellOfAnInterfaceIsUnderstood(String namespace, String name, String body, LinkClaim claim) {
        assertThat(read(namespace, name, body)).hasValueSatisfying(hint -> {
            assertThat(hint.interfaceName()).isEqualTo("eth0");
            assertThat(hint.claim()).isEqualTo(claim);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            urn:ietf:params:xml:ns:yang:smiv2:IF-MIB | linkDown | {"object-2": {"ifIndex": "5"}}
            http://yuma123.org/ns/interfaces-notifications | link-down | {}
            http://yuma123.org/ns/interfaces-notifications | link-down | {"if-name": ""}
            http://yuma123.org/ns/interfaces-notifications | link-sideways | {"if-name": "eth0"}
            urn:example:bgp | session-change | {"name": "peer-1", "oper-status": "down"}
            urn:example:bgp | session-change | {"name": "eth0", "oper-status": "confused"}
            urn:example:ifs | fan-failed | {"name": "eth0"}
            urn:example:ifs | link-down | {"if-name": {"deeper": {"still": "eth0"}}}
            urn:example:ifs | link-down | {broken}
            """)
    void whatIsAboutSomethingElseIsNot(String namespace, String name, String body) {
        assertThat(read(namespace, name, body)).isEmpty();
    }

    @Test
    void aNameThatHasSlashesStaysAsItIs() {
        assertThat(read(Told.YUMA, "link-down", "{\"if-name\": \"Gi0/0/1\"}"))
                .map(LinkHint::interfaceName)
                .hasValue("Gi0/0/1");
        assertThat(read(Told.YUMA, "link-down", "{\"if-name\": \"/odd\"}"))
                .map(LinkHint::interfaceName)
                .hasValue("/odd");
    }

    @Test
    void aLongBodyIsNotKeptWhileAHintWaits() throws Exception {
        String body = JSON.writeValueAsString(Map.of("if-name", "eth0", "log", "x".repeat(5_000)));
        assertThat(read(Told.YUMA, "link-down", body))
                .map(hint -> hint.notification().body().json())
                .hasValue("{\"#truncated\":true}");
    }

    @Test
    void ifIndexesNeedASnapshot() {
        Notification notification = Told.of(IF_MIB, "linkDown", Seen.START, Map.of("ifIndex", "4"));
        assertThat(LinkNotifications.read(notification, Seen.START, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UP, up, true", "UP, down, false", "UP, dormant, false",
        "DOWN, down, true", "DOWN, lower-layer-down, false", "DOWN, up, false",
        "NOT_DOWN, down, false", "NOT_DOWN, lower-layer-down, true", "NOT_DOWN, warming-up, true",
        "NOT_UP, up, false", "NOT_UP, dormant, true", "CHANGED, up, true"
    })
    void aClaimFitsAState(LinkClaim claim, String state, boolean fits) {
        assertThat(claim.fits(OperStatus.of(state))).isEqualTo(fits);
        assertThat(claim.fits(null)).isTrue();
    }
}
