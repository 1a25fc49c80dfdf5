package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ground that the other tests stand on, seen with a client that is not ours. */
@RequiresNetconfd
@Timeout(60)
final class NetconfdRigIT {

    private static final String GET = """
            <rpc message-id="1" xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">
              <get>
                <filter type="subtree"><interfaces-state xmlns="urn:ietf:params:xml:ns:yang:ietf-interfaces"/></filter>
              </get>
            </rpc>""";

    private static final String CLOSE_SESSION = """
            <rpc message-id="2" xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><close-session/></rpc>""";

    @AutoClose
    private static NetconfdRig rig;

    private static SshKey key;

    @BeforeAll
    static void start() throws IOException {
        rig = NetconfdRig.start(Logs.of(NetconfdRigIT.class));
        rig.links().addCable("lan0", "lan1");
        rig.links().addAddress("lan0", "198.51.100.1/24");
        rig.links().addAddress("lan0", "203.0.113.1/30");
        rig.links().addAddress("lan1", "192.0.2.1", "192.0.2.2/32");
        key = SshKey.generate(rig.directory().resolve("client-key"), "ed25519", "");
        rig.sshd().authorize(key);
    }

    @BeforeEach
    void run() {
        rig.netconfd().ensureRunning();
    }

    @Test
    void netconfdSaysHello() throws IOException {
        try (SubsystemClient client = SubsystemClient.connect(rig, key)) {
            assertThat(client.receive()).contains("<hello", "module=ietf-interfaces", "<session-id>");
        }
    }

    @Test
    void netconfdServesTheLinksOfTheSandboxAndNoOthers() throws IOException {
        assertThat(rig.links().names()).containsExactlyInAnyOrder("lo", "lan0", "lan1");
        assertThat(Pattern.compile("<name>(.*?)</name>")
                        .matcher(get())
                        .results()
                        .map(name -> name.group(1)))
                .containsExactlyInAnyOrder("lo", "lan0", "lan1");
    }

    @Test
    void netconfdReportsEveryAddressOfALink() throws IOException {
        assertThat(get().replaceAll("(?s).*<name>lan0</name>", "")
                        .replaceAll("(?s)</interface>.*", "")
                        .replaceAll("\\s+", ""))
                .contains("<address><ip>198.51.100.1</ip><prefix-length>24</prefix-length></address>"
                        + "<address><ip>203.0.113.1</ip><prefix-length>30</prefix-length></address>");
        assertThat(get().replaceAll("\\s+", ""))
                .contains("<address><ip>192.0.2.1</ip><prefix-length>32</prefix-length></address>");
        assertThat(rig.links().addresses("lan0")).containsExactly("198.51.100.1/24", "203.0.113.1/30");
    }

    @Test
    void datagramsMoveTheCountersOfBothEndsAndNothingElseDoes() {
        Links links = rig.links();
        var packets = links.counter("lan1", "rx_packets");
        var dropped = links.counter("lan1", "rx_dropped");

        links.send("lan0", "lan1", 3, 2);

        assertThat(links.counter("lan1", "rx_packets").subtract(packets)).isEqualTo(3);
        assertThat(links.counter("lan1", "rx_dropped").subtract(dropped)).isEqualTo(2);
        assertThat(links.counter("lan0", "tx_packets")).isEqualTo(links.counter("lan1", "rx_packets"));
        assertThat(links.counter("lan0", "rx_packets")).isZero();
    }

    @Test
    void aKilledNetconfdLeavesTheLoginButNoHello() throws IOException {
        rig.netconfd().kill();
        long before = rig.sshd().acceptedLogins(key);

        try (SubsystemClient client = SubsystemClient.connect(rig, key)) {
            assertThat(client.receive()).doesNotContain("<hello");
        }
        assertThat(rig.sshd().acceptedLogins(key)).isEqualTo(before + 1);

        rig.netconfd().ensureRunning();
        assertThat(get()).contains("<name>lan0</name>");
    }

    @Test
    void aChangedHostKeyEndsTheSessionsAndIsShownFromThenOn() throws IOException {
        SshKey before = rig.sshd().hostKey();
        try (SubsystemClient client = SubsystemClient.connect(rig, key)) {
            assertThat(client.receive()).contains("<hello");

            rig.sshd().changeHostKey();

            client.receive();
            assertThat(rig.sshd().hostKey().fingerprint()).isNotEqualTo(before.fingerprint());
            // The client checks the key strictly, against the new one.
            assertThat(get()).contains("<name>lan0</name>");
        }
    }

    @Test
    void aPoliteEndCanBeToldFromALostSession() throws IOException {
        rig.netconfd().kill();
        rig.netconfd().ensureRunning();
        Netconfd netconfd = rig.netconfd();

        try (SubsystemClient client = SubsystemClient.open(rig, key)) {
            assertThat(client.ask(CLOSE_SESSION)).contains("<ok/>");
        }
        await().untilAsserted(() -> assertThat(netconfd.sessionsEnded()).isEqualTo(1));
        assertThat(netconfd.closeRequests()).isEqualTo(1);
        assertThat(netconfd.sessionsLost()).isZero();

        SubsystemClient.open(rig, key).close();
        await().untilAsserted(() -> assertThat(netconfd.sessionsEnded()).isEqualTo(2));
        assertThat(netconfd.closeRequests()).isEqualTo(1);
        assertThat(netconfd.sessionsLost()).isPositive();
    }

    private static String get() throws IOException {
        try (SubsystemClient client = SubsystemClient.open(rig, key)) {
            return client.ask(GET);
        }
    }
}
