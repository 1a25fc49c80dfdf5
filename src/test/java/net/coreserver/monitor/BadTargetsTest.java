package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;
import net.coreserver.testing.ScriptedServer.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a target does wrong shows in its own status, and costs no other target a poll. */
class BadTargetsTest {

    private static final String END_OF_CHUNKS = "\n##\n";
    private static final String REPLY =
            "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='%s'>%s</rpc-reply>";
    private static final String DATA = "<data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
            + "<interface><name>eth0</name></interface></interfaces-state></data>";
    private static final String BILLION_LAUGHS =
            "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                    + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>";

    private static final NetconfSshClient CLIENT = new NetconfSshClient();

    @AfterAll
    static void stopClient() {
        CLIENT.close();
    }

    private static Arguments bad(String what, FailureKind kind, TargetState state, Script afterRequest) {
        return Arguments.argumentSet(what, kind, state, (Script) peer -> {
            peer.helloChunked();
            afterRequest.run(peer);
        });
    }

    static Stream<Arguments> badTargets() {
        return Stream.of(
                bad("answers garbage", FailureKind.PROTOCOL, TargetState.DOWN, peer -> {
                    peer.readRequest(END_OF_CHUNKS);
                    peer.send("%% no such thing %%");
                    peer.stayUntilClientLeaves();
                }),
                bad("closes in the middle of a reply", FailureKind.TRANSPORT, TargetState.DOWN, peer -> {
                    String reply = REPLY.formatted(peer.readRequest(END_OF_CHUNKS), DATA);
                    peer.send("\n#" + reply.length() + "\n" + reply.substring(0, 150));
                }),
                bad("announces a chunk of four gigabytes", FailureKind.PROTOCOL, TargetState.DOWN, peer -> {
                    peer.readRequest(END_OF_CHUNKS);
                    peer.send("\n#4294967295\n<rpc-reply>");
                    peer.stayUntilClientLeaves();
                }),
                bad("sends a billion laughs", FailureKind.PROTOCOL, TargetState.DOWN, peer -> {
                    peer.sendChunked(BILLION_LAUGHS + REPLY.formatted(peer.readRequest(END_OF_CHUNKS), "&c;"));
                    peer.stayUntilClientLeaves();
                }),
                bad("sends XML that is not well-formed", FailureKind.PARSE, TargetState.DEGRADED, peer -> {
                    peer.sendChunked(REPLY.formatted(peer.readRequest(END_OF_CHUNKS), "<data>"));
                    peer.stayUntilClientLeaves();
                }),
                bad("answers ok in place of data", FailureKind.PROTOCOL, TargetState.DEGRADED, peer -> {
                    peer.sendChunked(REPLY.formatted(peer.readRequest(END_OF_CHUNKS), "<ok/>"));
                    peer.stayUntilClientLeaves();
                }),
                bad("refuses", FailureKind.RPC_ERROR, TargetState.DEGRADED, peer -> {
                    String error = "<rpc-error><error-tag>access-denied</error-tag></rpc-error>";
                    peer.sendChunked(REPLY.formatted(peer.readRequest(END_OF_CHUNKS), error));
                    peer.stayUntilClientLeaves();
                }),
                bad("stays silent", FailureKind.TIMEOUT, TargetState.DEGRADED, Conversation::stayUntilClientLeaves));
    }

    @ParameterizedTest
    @MethodSource("badTargets")
    void showsInItsOwnStatusAlone(FailureKind kind, TargetState state, Script script) throws Exception {
        try (ScriptedServer bad = new ScriptedServer(script);
                ScriptedServer good = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    while (true) {
                        peer.sendChunked(REPLY.formatted(peer.readRequest(END_OF_CHUNKS), DATA));
                    }
                });
                Supervision supervision = new Supervision(
                        Inventory.of(List.of(target("bad", bad), target("good", good))),
                        CLIENT::connect,
                        List.of(new IetfInterfacesState()),
                        InstantSource.system())) {
            MonitoredTarget badTarget = supervision.target("bad").orElseThrow();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                TargetStatus status = badTarget.latest().status();
                assertThat(status.failure()).isNotNull();
                assertThat(requireNonNull(status.failure()).kind()).isEqualTo(kind);
                assertThat(status.state()).isEqualTo(state);
            });
            MonitoredTarget goodTarget = supervision.target("good").orElseThrow();
            assertThat(goodTarget.poll().join().interfaces()).hasSize(1);
            assertThat(goodTarget.latest().status().failure()).isNull();
            assertThat(good.sessions()).isEqualTo(1);
        }
    }

    private static Target target(String name, ScriptedServer server) {
        return new Target(server.endpoint(name, Duration.ofSeconds(3)), Duration.ofHours(1), true, Map.of());
    }
}
