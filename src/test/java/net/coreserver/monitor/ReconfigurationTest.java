package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;
import net.coreserver.testing.ScriptedServer.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Targets whose settings change while they are monitored, over real SSH sessions. */
class ReconfigurationTest {

    private static final String END_OF_CHUNKS = "\n##\n";
    private static final String NAME = "edge-1";
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final NetconfSshClient CLIENT = new NetconfSshClient();

    @AfterAll
    static void stopClient() {
        CLIENT.close();
    }

    private static void answer(Conversation peer, String id, String content) throws IOException {
        peer.sendChunked("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + id + "'>" + content
                + "</rpc-reply>");
    }

    private static void answerEverything(Conversation peer) throws IOException {
        peer.helloChunked();
        while (true) {
            answer(peer, peer.readRequest(END_OF_CHUNKS), SimulatedTargets.DATA);
        }
    }

    private static Target target(Endpoint endpoint, Duration interval) {
        return new Target(endpoint, interval, true, Map.of());
    }

    private static Endpoint endpoint(ScriptedServer server, String password) {
        Endpoint endpoint = server.endpoint(new HostKeyPolicy.Pinned(server.fingerprint()), password);
        return new Endpoint(
                NAME,
                endpoint.host(),
                endpoint.port(),
                endpoint.credentials(),
                endpoint.hostKeyPolicy(),
                PATIENCE,
                PATIENCE);
    }

    private static Endpoint endpoint(ScriptedServer server) {
        return server.endpoint(NAME, PATIENCE);
    }

    private static Inventory only(Target target) {
        return Inventory.of(List.of(target));
    }

    private static Supervision supervise(Target target) {
        return new Supervision(
                only(target), CLIENT::connect, List.of(new IetfInterfacesState()), InstantSource.system());
    }

    private static MonitoredTarget monitored(Supervision supervision) {
        return supervision.target(NAME).orElseThrow();
    }

    private static void awaitState(MonitoredTarget target, TargetState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(target.latest().status().state()).isEqualTo(state));
    }

    @Test
    void anotherIntervalHoldsAtOnceOverTheSameSession() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    while (true) {
                        String id = peer.readRequest(END_OF_CHUNKS);
                        polls.incrementAndGet();
                        answer(peer, id, SimulatedTargets.DATA);
                    }
                });
                Supervision supervision = supervise(target(endpoint(server), NEVER))) {
            MonitoredTarget target = monitored(supervision);
            awaitState(target, TargetState.UP);

            Endpoint morePatient = server.endpoint(NAME, PATIENCE.plusSeconds(1));
            supervision.apply(only(new Target(morePatient, Duration.ofMillis(100), true, Map.of("site", "berlin"))));

            await().until(() -> polls.get() >= 5);
            assertThat(monitored(supervision)).isSameAs(target);
            assertThat(target.target().labels()).containsEntry("site", "berlin");
            assertThat(target.target().endpoint().rpcTimeout()).isEqualTo(PATIENCE.plusSeconds(1));
            assertThat(server.logins()).isEqualTo(1);
        }
    }

    @Test
    void otherCredentialsAreTriedAtOnce() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ReconfigurationTest::answerEverything);
                Supervision supervision = supervise(target(endpoint(server, "test-wrong-password"), NEVER))) {
            MonitoredTarget target = monitored(supervision);
            awaitState(target, TargetState.DOWN);
            assertThat(target.latest().status().nextAttempt())
                    .isAfter(Instant.now().plus(Duration.ofMinutes(2)));

            supervision.apply(only(target(endpoint(server), NEVER)));

            awaitState(target, TargetState.UP);
            assertThat(target.latest().status().nextAttempt()).isNull();
            assertThat(target.poll().join().interfaces()).hasSize(1);
        }
    }

    @Test
    void anOpenSessionIsClosedPolitelyWhenTheCredentialsChangeAndWhatIsKnownStays() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    answer(peer, peer.readRequest(END_OF_CHUNKS), SimulatedTargets.DATA);
                    if (peer.readUntil(END_OF_CHUNKS).contains("<close-session/>")) {
                        closed.countDown();
                    }
                });
                Supervision supervision = supervise(target(endpoint(server), NEVER))) {
            MonitoredTarget target = monitored(supervision);
            awaitState(target, TargetState.UP);
            Snapshot before = requireNonNull(target.latest().snapshot());

            supervision.apply(only(target(endpoint(server, "test-wrong-password"), NEVER)));

            closed.await();
            awaitState(target, TargetState.DOWN);
            assertThat(requireNonNull(target.latest().status().failure()).kind())
                    .isEqualTo(FailureKind.AUTHENTICATION);
            assertThat(target.latest().snapshot()).isSameAs(before);
            assertThat(target.latest().status().lastSuccess()).isEqualTo(before.takenAt());
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void aTargetThatMovedIsAnotherDevice() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ReconfigurationTest::answerEverything);
                ScriptedServer silent = new ScriptedServer(Conversation::stayUntilClientLeaves);
                Supervision supervision = supervise(target(endpoint(server), NEVER))) {
            MonitoredTarget target = monitored(supervision);
            awaitState(target, TargetState.UP);

            supervision.apply(only(target(endpoint(silent), NEVER)));

            awaitState(target, TargetState.CONNECTING);
            assertThat(target.latest().snapshot()).isNull();
            assertThat(target.latest().status().lastSuccess()).isNull();
            assertThat(target.latest().status().lastPoll()).isNull();
            assertThat(target.explain().session()).isNull();
            await().until(() -> silent.sessions() == 1);
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void aTargetIsDisabledAndEnabledAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ReconfigurationTest::answerEverything)) {
            Target enabled = target(endpoint(server), NEVER);
            try (Supervision supervision = supervise(enabled)) {
                MonitoredTarget target = monitored(supervision);
                awaitState(target, TargetState.UP);

                supervision.apply(only(new Target(enabled.endpoint(), NEVER, false, Map.of())));

                assertThatThrownBy(() -> target.poll().join()).hasCauseInstanceOf(TargetDisabledException.class);
                awaitState(target, TargetState.DISABLED);
                await().until(() -> server.openConnections() == 0);
                assertThat(target.latest().isStale()).isTrue();
                assertThat(target.latest().snapshot()).isNotNull();
                assertThat(target.latest().status().session()).isNull();

                supervision.apply(only(enabled));

                assertThat(target.poll().join().interfaces()).hasSize(1);
                assertThat(target.latest().status().state()).isEqualTo(TargetState.UP);
                assertThat(server.sessions()).isEqualTo(2);
            }
        }
    }

    @Test
    void whoWaitsForAPollThatIsBrokenOffGetsTheNext() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    answer(peer, peer.readRequest(END_OF_CHUNKS), SimulatedTargets.DATA);
                    peer.readRequest(END_OF_CHUNKS);
                    asked.countDown();
                    peer.stayUntilClientLeaves();
                });
                Supervision supervision = supervise(target(endpoint(server), NEVER))) {
            MonitoredTarget target = monitored(supervision);
            awaitState(target, TargetState.UP);
            CompletableFuture<Snapshot> first = target.poll();
            asked.await();
            CompletableFuture<Snapshot> second = target.poll();
            server.follow(ReconfigurationTest::answerEverything);

            Endpoint before = endpoint(server);
            Endpoint moreHasty = new Endpoint(
                    NAME,
                    before.host(),
                    before.port(),
                    before.credentials(),
                    before.hostKeyPolicy(),
                    PATIENCE.minusSeconds(1),
                    PATIENCE);
            supervision.apply(only(target(moreHasty, NEVER)));

            assertThat(first.join().interfaces())
                    .extracting(InterfaceSample::name)
                    .containsExactly("eth0");
            assertThat(second.join()).isSameAs(first.join());
            assertThat(target.latest().status().failure()).isNull();
        }
    }

    private static void removeWhile(TargetState state, Script script, String password) throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(script);
                Supervision supervision = supervise(target(endpoint(server, password), NEVER))) {
            MonitoredTarget target = monitored(supervision);
            awaitState(target, state);
            CompletableFuture<Snapshot> waiting = target.poll();
            var _ = supervision.listen(new MonitorListener() {
                @Override
                public void observed(MonitoredTarget observed, Observation latest) {
                    // of no interest
                }

                @Override
                public void removed(MonitoredTarget removed) {
                    assertThat(removed).isSameAs(target);
                    told.countDown();
                }
            });

            supervision.apply(Inventory.of(List.of()));

            assertThat(supervision.targets()).isEmpty();
            assertThat(supervision.target(NAME)).isEmpty();
            assertThat(waiting).isCompletedExceptionally();
            assertThatThrownBy(() -> target.poll().join())
                    .cause()
                    .isInstanceOf(TargetRemovedException.class)
                    .hasMessageContaining(NAME);
            told.await();
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void aTargetIsRemovedWhileItIsPolled() throws Exception {
        removeWhile(
                TargetState.UP,
                peer -> {
                    peer.helloChunked();
                    answer(peer, peer.readRequest(END_OF_CHUNKS), SimulatedTargets.DATA);
                    peer.readRequest(END_OF_CHUNKS);
                    peer.stayUntilClientLeaves();
                },
                "test-password");
    }

    @Test
    void aTargetIsRemovedWhileItIsConnectedTo() throws Exception {
        removeWhile(TargetState.CONNECTING, Conversation::stayUntilClientLeaves, "test-password");
    }

    @Test
    void aTargetIsRemovedWhileItWaitsForItsNextAttempt() throws Exception {
        removeWhile(TargetState.DOWN, Conversation::stayUntilClientLeaves, "test-wrong-password");
    }
}
