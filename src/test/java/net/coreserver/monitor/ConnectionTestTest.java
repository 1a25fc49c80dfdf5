package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.monitor.ConnectionReport.Step;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTestTest {

    private static final String END_OF_CHUNKS = "\n##\n";

    private static final String DATA = "<data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
            + "<interface><name>eth0</name></interface></interfaces-state></data>";

    private static final NetconfSshClient CLIENT = new NetconfSshClient();
    private static final ConnectionTest TEST =
            new ConnectionTest(CLIENT::connect, List.of(new IetfInterfacesState()), InstantSource.system());

    @TempDir
    private Path directory;

    @AfterAll
    static void stopClient() {
        CLIENT.close();
    }

    private static void answerOnce(ScriptedServer.Conversation peer, String content)
            throws IOException, InterruptedException {
        peer.helloChunked();
        peer.sendChunked("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='%s'>%s</rpc-reply>"
                .formatted(peer.readRequest(END_OF_CHUNKS), content));
        peer.stayUntilClientLeaves();
    }

    private static Target target(Endpoint endpoint) {
        return new Target(endpoint, Duration.ofSeconds(10), true, Map.of());
    }

    private static Endpoint with(Endpoint endpoint, Credentials credentials, HostKeyPolicy policy) {
        return new Endpoint(
                endpoint.target(),
                endpoint.host(),
                endpoint.port(),
                credentials,
                policy,
                endpoint.connectTimeout(),
                endpoint.rpcTimeout());
    }

    private static List<Step> passed(ConnectionReport report) {
        return report.steps().stream().map(ConnectionReport.Passed::step).toList();
    }

    private static void failsAt(ConnectionReport report, Step step, FailureKind kind) {
        assertThat(requireNonNull(report.failed()).step()).isEqualTo(step);
        assertThat(report.failed().failure().kind()).isEqualTo(kind);
        assertThat(passed(report)).doesNotContain(step);
    }

    @Test
    void allStepsArePassedInTheirOrderWithWhatCameOfThem() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> answerOnce(peer, DATA))) {
            Endpoint endpoint = server.endpoint();
            ConnectionReport report = TEST.run(target(endpoint));

            assertThat(report.failed()).isNull();
            assertThat(passed(report)).containsExactly(Step.values());
            assertThat(report.steps())
                    .extracting(ConnectionReport.Passed::outcome)
                    .contains("127.0.0.1", "127.0.0.1, port " + endpoint.port(), "as test-user", "1 interface")
                    .anyMatch(outcome -> outcome.startsWith("SHA256:"))
                    .noneMatch(outcome -> outcome.contains("test-password"));
        }
    }

    @Test
    void aPortThatNobodyListensOnFailsTheConnect() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ConnectionReport report = TEST.run(target(new Endpoint(
                "edge-1",
                "127.0.0.1",
                port,
                Credentials.ofPassword("test-user", Secret.of("test-password")),
                new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20))));
        failsAt(report, Step.CONNECT, FailureKind.TRANSPORT);
        assertThat(passed(report)).containsExactly(Step.RESOLVE);
    }

    @Test
    void aWrongPasswordFailsTheLogin() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> answerOnce(peer, DATA))) {
            Endpoint endpoint = server.endpoint();
            ConnectionReport report = TEST.run(target(with(
                    endpoint,
                    Credentials.ofPassword("test-user", Secret.of("another-test-password")),
                    endpoint.hostKeyPolicy())));
            failsAt(report, Step.AUTHENTICATE, FailureKind.AUTHENTICATION);
            assertThat(passed(report)).containsExactly(Step.RESOLVE, Step.CONNECT, Step.HOST_KEY);
        }
    }

    @Test
    void aKeyThatCannotBeReadFailsTheLoginBeforeAnythingIsConnected() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> answerOnce(peer, DATA))) {
            Endpoint endpoint = server.endpoint();
            ConnectionReport report = TEST.run(target(with(
                    endpoint,
                    new Credentials("test-user", null, Secret.of("no key"), null),
                    endpoint.hostKeyPolicy())));
            failsAt(report, Step.AUTHENTICATE, FailureKind.AUTHENTICATION);
            assertThat(passed(report)).isEmpty();
        }
    }

    @Test
    void anUnknownHostFailsTheHostKey() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> answerOnce(peer, DATA))) {
            Endpoint endpoint = server.endpoint();
            ConnectionReport report = TEST.run(target(
                    with(endpoint, endpoint.credentials(), new HostKeyPolicy.KnownHosts(directory.resolve("none")))));
            failsAt(report, Step.HOST_KEY, FailureKind.HOST_KEY);
        }
    }

    @Test
    void aNewHostKeyIsAcceptedAndNotLearnt() throws Exception {
        Path learned = directory.resolve("learned");
        try (ScriptedServer server = new ScriptedServer(peer -> answerOnce(peer, DATA))) {
            Endpoint endpoint = server.endpoint();
            ConnectionReport report = TEST.run(target(with(
                    endpoint,
                    endpoint.credentials(),
                    new HostKeyPolicy.AcceptNew(directory.resolve("none"), learned))));
            assertThat(report.failed()).isNull();
            assertThat(learned).doesNotExist();
        }
    }

    @Test
    void aServerThatIsNotOneOfNetconfFailsTheHello() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> peer.send("Welcome!\n]]>]]>"))) {
            failsAt(TEST.run(target(server.endpoint())), Step.HELLO, FailureKind.PARSE);
        }
    }

    @Test
    void aRefusedRequestFailsTheFirstPollWithWhatTheServerSaid() throws Exception {
        String error = "<rpc-error><error-tag>access-denied</error-tag></rpc-error>";
        try (ScriptedServer server = new ScriptedServer(peer -> answerOnce(peer, error))) {
            ConnectionReport report = TEST.run(target(server.endpoint()));
            failsAt(report, Step.POLL, FailureKind.RPC_ERROR);
            assertThat(requireNonNull(report.failed()).failure().rpcErrors()).hasSize(1);
            assertThat(passed(report)).hasSize(Step.values().length - 1);
        }
    }
}
