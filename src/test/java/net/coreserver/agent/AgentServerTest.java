package net.coreserver.agent;

import static java.util.Objects.requireNonNull;
import static net.coreserver.agent.RawClient.PATIENCE;
import static net.coreserver.agent.RawClient.netconf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.coreserver.agent.RawClient.Netconf;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ssh.NetconfSshClient;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions over real SSH on the loopback interface. */
@Timeout(60)
final class AgentServerTest {

    private static final String BASE = "urn:ietf:params:xml:ns:netconf:base:1.0";
    private static final String CLOSE_SESSION = "<rpc xmlns='" + BASE + "' message-id='1'><close-session/></rpc>";
    private static final String NAMES = "<rpc xmlns='" + BASE + "' message-id='9'><get><filter type='subtree'>"
            + "<interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'><interface><name/></interface>"
            + "</interfaces-state></filter></get></rpc>";

    private AgentServer agent;
    private Endpoint endpoint;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        agent = AgentServer.start(() -> List.of(Samples.full(), Samples.named("eth1")));
        endpoint = agent.endpoint("test-agent");
        client = new RawClient();
    }

    @AfterEach
    void stop() {
        client.close();
        agent.close();
    }

    private static String chunked(String message) {
        return "\n#" + message.length() + "\n" + message + "\n##\n";
    }

    @Test
    void servesASessionByteByByte() throws IOException {
        try (ClientSession session = client.login(endpoint)) {
            Netconf netconf = netconf(session);
            for (char c : (Netconf.HELLO_1_1 + chunked(NAMES) + chunked(CLOSE_SESSION)).toCharArray()) {
                netconf.send(Character.toString(c));
            }

            assertThat(netconf.readUntil("]]>]]>")).contains("<hello ", "urn:ietf:params:netconf:base:1.1");
            String message = "<?xml version='1.0' encoding='UTF-8'?><rpc-reply xmlns=\"" + BASE + "\" message-id=\"9\">"
                    + "<data><interfaces-state xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\">"
                    + "<interface><name>eth0</name></interface><interface><name>eth1</name></interface>"
                    + "</interfaces-state></data></rpc-reply>";
            assertThat(netconf.readUntil("\n##\n")).isEqualTo(chunked(message));
            assertThat(netconf.readUntil("never")).contains("<ok").endsWith("\n##\n");
            assertThat(netconf.channel().getExitStatus()).isZero();
        }
    }

    @Test
    void isUnderstoodByTheServiceItself() throws InterruptedException {
        InterfaceModel model = new IetfInterfacesState();
        try (NetconfSshClient service = new NetconfSshClient();
                NetconfSession session = service.connect(endpoint)) {
            assertThat(session.call(model.request(), model.replyReader(), endpoint.rpcTimeout()))
                    .containsExactly(Samples.full(), Samples.named("eth1"));
        }
    }

    @Test
    void leavesOutWhatIsNotSelected() throws InterruptedException {
        InterfaceModel model = new IetfInterfacesState();
        InterfaceType type = requireNonNull(Samples.full().type());
        try (NetconfSshClient service = new NetconfSshClient();
                NetconfSession session = service.connect(endpoint)) {
            assertThat(session.call(
                            model.request(new InterfaceSelection(Set.of("eth1"), Set.of())),
                            model.replyReader(),
                            endpoint.rpcTimeout()))
                    .containsExactly(Samples.named("eth1"));
            assertThat(session.call(
                            model.request(new InterfaceSelection(Set.of(), Set.of(type))),
                            model.replyReader(),
                            endpoint.rpcTimeout()))
                    .containsExactly(Samples.full());
        }
    }

    @Test
    void givesEverySessionAnIdOfItsOwn() throws IOException {
        Set<String> hellos = new HashSet<>();
        try (ClientSession first = client.login(endpoint);
                ClientSession second = client.login(endpoint)) {
            hellos.add(netconf(first).readUntil("]]>]]>"));
            hellos.add(netconf(first).readUntil("]]>]]>"));
            hellos.add(netconf(second).readUntil("]]>]]>"));
        }

        assertThat(hellos).hasSize(3).allMatch(hello -> hello.matches("(?s).*<session-id>[1-9][0-9]*</session-id>.*"));
    }

    @Test
    void servesOthersWhileOneMisbehaves() throws IOException {
        try (ClientSession good = client.login(endpoint);
                ClientSession bad = client.login(endpoint)) {
            Netconf goodSession = netconf(good);
            goodSession.send(Netconf.HELLO_1_1);
            goodSession.readUntil("]]>]]>");
            Netconf badSession = netconf(bad);
            badSession.readUntil("]]>]]>");

            badSession.send(Netconf.HELLO_1_1 + "\n#4000000000\n");

            assertThat(badSession.readUntil("never")).isEmpty();
            goodSession.send(chunked(NAMES));
            assertThat(goodSession.readUntil("\n##\n")).contains("<name>eth1</name>");
        }
    }

    @Test
    void endsItsSessionsWhenItCloses() throws IOException {
        try (ClientSession session = client.login(endpoint)) {
            Netconf netconf = netconf(session);
            netconf.send(Netconf.HELLO_1_1);
            netconf.readUntil("]]>]]>");

            agent.close();

            assertThat(netconf.readUntil("never")).isEmpty();
            assertThat(session.close(false).await(PATIENCE)).isTrue();
        }
    }

    @Test
    void makesUpItsCredentialsAndHostKeyAtEachStart() throws IOException {
        try (AgentServer other = AgentServer.start(List::of)) {
            Endpoint second = other.endpoint("other");

            assertThat(second.credentials().username())
                    .isNotEqualTo(endpoint.credentials().username());
            assertThat(RawClient.password(second))
                    .isNotEqualTo(RawClient.password(endpoint))
                    .hasSizeGreaterThan(40);
            assertThat(second.hostKeyPolicy()).isNotEqualTo(endpoint.hostKeyPolicy());
        }
    }

    @Test
    void namesNoSecret() {
        assertThat(endpoint.toString()).doesNotContain(RawClient.password(endpoint));
    }
}
