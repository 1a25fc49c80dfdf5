package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Supervisors over real SSH sessions with a server that a test controls. */
class SupervisionTest {

    private static final String END_OF_CHUNKS = "\n##\n";
    private static final Duration NEVER = Duration.ofHours(1);
    private static final NetconfSshClient CLIENT = new NetconfSshClient();

    @AfterAll
    static void stopClient() {
        CLIENT.close();
    }

    private static String reply(String messageId, String content) {
        return "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + messageId + "'>" + content
                + "</rpc-reply>";
    }

    private static String data(String... names) {
        StringBuilder data =
                new StringBuilder("<data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>");
        for (String name : names) {
            data.append("<interface><name>").append(name).append("</name></interface>");
        }
        return data.append("</interfaces-state></data>").toString();
    }

    private static void answerEverything(Conversation peer) throws IOException {
        peer.helloChunked();
        while (true) {
            peer.sendChunked(reply(peer.readRequest(END_OF_CHUNKS), data("eth0")));
        }
    }

    private static Target target(Endpoint endpoint, Duration interval) {
        return new Target(endpoint, interval, true, Map.of());
    }

    private static Supervision supervise(Target... targets) {
        return new Supervision(
                Inventory.of(List.of(targets)),
                CLIENT::connect,
                List.of(new IetfInterfacesState()),
                InstantSource.system());
    }

    private static MonitoredTarget only(Supervision supervision) {
        return supervision.targets().getFirst();
    }

    private static void awaitState(MonitoredTarget target, TargetState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(target.latest().status().state()).isEqualTo(state));
    }

    private static NetconfException failureOf(CompletableFuture<Snapshot> poll) {
        try {
            poll.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NetconfException failure) {
                return failure;
            }
            throw e;
        }
        throw new AssertionError("the poll succeeded");
    }

    @Test
    void aTargetThatAnswersIsUpAndItsInterfacesAreThere() throws Exception {
        Instant before = Instant.now();
        try (ScriptedServer server = new ScriptedServer(SupervisionTest::answerEverything);
                Supervision supervision = supervise(target(server.endpoint(), NEVER))) {
            MonitoredTarget target = only(supervision);
            assertThat(target.latest().status().state()).isIn(TargetState.CONNECTING, TargetState.UP);
            awaitState(target, TargetState.UP);
            Observation seen = target.latest();
            assertThat(seen.isStale()).isFalse();
            assertThat(requireNonNull(seen.snapshot()).interfaces())
                    .extracting(InterfaceSample::name)
                    .containsExactly("eth0");
            assertThat(requireNonNull(seen.snapshot()).takenAt()).isBetween(before, Instant.now());
            assertThat(seen.status().lastSuccess())
                    .isEqualTo(requireNonNull(seen.snapshot()).takenAt());
            assertThat(seen.status().failure()).isNull();
            assertThat(seen.status().nextAttempt()).isNull();
            assertThat(requireNonNull(seen.status().session()).id()).isEqualTo(7);
            assertThat(requireNonNull(seen.status().session()).framing()).isEqualTo("chunked");
            assertThat(requireNonNull(seen.status().session()).capabilities())
                    .contains("urn:ietf:params:netconf:base:1.1");
        }
    }

    @Test
    void pollsComeOnTheIntervalOverOneSession() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    while (true) {
                        String id = peer.readRequest(END_OF_CHUNKS);
                        polls.incrementAndGet();
                        peer.sendChunked(reply(id, data("eth0")));
                    }
                });
                Supervision supervision = supervise(target(server.endpoint(), Duration.ofMillis(50)))) {
            await().until(() -> polls.get() >= 10);
            assertThat(server.sessions()).isEqualTo(1);
            assertThat(only(supervision).latest().status().state()).isEqualTo(TargetState.UP);
        }
    }

    @Test
    void aThousandWhoAskForAFreshPollCauseAtMostTwo() throws Exception {
        Semaphore answers = new Semaphore(1);
        CountDownLatch secondPollArrived = new CountDownLatch(1);
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    while (true) {
                        String id = peer.readRequest(END_OF_CHUNKS);
                        if (polls.incrementAndGet() == 2) {
                            secondPollArrived.countDown();
                        }
                        answers.acquire();
                        peer.sendChunked(reply(id, data("eth" + polls.get())));
                    }
                });
                Supervision supervision = supervise(target(server.endpoint(), NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);

            CompletableFuture<Snapshot> first = target.poll();
            secondPollArrived.await();
            // The poll of the first is under way: all others want one that starts after now.
            List<CompletableFuture<Snapshot>> others =
                    Stream.generate(target::poll).limit(999).toList();
            answers.release(1000);

            assertThat(first.join().find("eth2")).isPresent();
            assertThat(others)
                    .allSatisfy(poll -> assertThat(poll.join().find("eth3")).isPresent());
            assertThat(polls).hasValue(3); // with the one that brought it up
        }
    }

    @Test
    void anRpcErrorDegradesTheTargetAndKeepsSessionAndSnapshot() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    while (true) {
                        String id = peer.readRequest(END_OF_CHUNKS);
                        boolean refuse = polls.incrementAndGet() == 2;
                        peer.sendChunked(reply(
                                id,
                                refuse
                                        ? "<rpc-error><error-tag>resource-denied</error-tag>"
                                                + "<error-severity>error</error-severity></rpc-error>"
                                        : data("eth0")));
                    }
                });
                Supervision supervision = supervise(target(server.endpoint(), NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            assertThat(failureOf(target.poll())).isInstanceOf(RpcErrorException.class);
            Observation degraded = target.latest();
            assertThat(degraded.status().state()).isEqualTo(TargetState.DEGRADED);
            assertThat(requireNonNull(degraded.status().failure()).kind()).isEqualTo(FailureKind.RPC_ERROR);
            assertThat(requireNonNull(degraded.status().failure()).rpcErrors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.tag()).isEqualTo("resource-denied"));
            assertThat(degraded.isStale()).isTrue();
            assertThat(degraded.snapshot()).isNotNull();

            assertThat(target.poll().join().interfaces()).hasSize(1);
            Observation recovered = target.latest();
            assertThat(recovered.status().state()).isEqualTo(TargetState.UP);
            assertThat(recovered.status().failure()).as("kept after recovery").isNotNull();
            assertThat(server.sessions()).isEqualTo(1);
        }
    }

    @Test
    void aLostSessionIsSeenAtOnceAndOpenedAgain() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    peer.sendChunked(reply(peer.readRequest(END_OF_CHUNKS), data("eth0")));
                    leave.await();
                });
                Supervision supervision = supervise(target(server.endpoint(), NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            server.follow(SupervisionTest::answerEverything);
            leave.countDown();
            await().untilAsserted(() -> {
                assertThat(server.sessions()).isEqualTo(2);
                assertThat(target.latest().status().state()).isEqualTo(TargetState.UP);
                assertThat(requireNonNull(target.latest().status().failure()).kind())
                        .isEqualTo(FailureKind.TRANSPORT);
            });
        }
    }

    @Test
    void aTargetThatIsDownRefusesPollsAtOnceAndSaysWhenItIsTriedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(SupervisionTest::answerEverything)) {
            Endpoint wrong = server.endpoint(new HostKeyPolicy.Pinned(server.fingerprint()), "test-wrong-password");
            try (Supervision supervision = supervise(target(wrong, NEVER))) {
                MonitoredTarget target = only(supervision);
                awaitState(target, TargetState.DOWN);
                TargetStatus status = target.latest().status();
                assertThat(requireNonNull(status.failure()).kind()).isEqualTo(FailureKind.AUTHENTICATION);
                assertThat(status.nextAttempt()).isAfter(Instant.now().plus(Duration.ofMinutes(2)));
                assertThat(target.poll()).isCompletedExceptionally();
                assertThat(failureOf(target.poll()).kind()).isEqualTo(FailureKind.AUTHENTICATION);
                assertThat(server.sessions()).isZero();
            }
        }
    }

    @Test
    void aServerThatStaysSilentLosesItsSessionAfterTheSecondPoll() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloChunked();
            peer.stayUntilClientLeaves();
        })) {
            Endpoint impatient = server.endpoint("silent", Duration.ofSeconds(1));
            try (Supervision supervision = supervise(target(impatient, Duration.ofMillis(100)))) {
                MonitoredTarget target = only(supervision);
                awaitState(target, TargetState.DEGRADED);
                assertThat(requireNonNull(target.latest().status().failure()).kind())
                        .isEqualTo(FailureKind.TIMEOUT);
                awaitState(target, TargetState.DOWN);
                assertThat(requireNonNull(target.latest().status().failure()).kind())
                        .isEqualTo(FailureKind.TIMEOUT);
            }
        }
    }

    @Test
    void oneTargetThatHangsHoldsNoOtherBack() throws Exception {
        try (ScriptedServer silent = new ScriptedServer(Conversation::stayUntilClientLeaves);
                ScriptedServer good = new ScriptedServer(SupervisionTest::answerEverything);
                Supervision supervision = supervise(
                        target(silent.endpoint(), NEVER),
                        target(good.endpoint("good", Duration.ofSeconds(20)), Duration.ofMillis(50)))) {
            MonitoredTarget target = supervision.target("good").orElseThrow();
            awaitState(target, TargetState.UP);
            assertThat(target.poll().join().interfaces()).hasSize(1);
            assertThat(only(supervision).latest().status().state()).isEqualTo(TargetState.CONNECTING);
        }
    }

    @Test
    void aDisabledTargetIsLeftAlone() throws Exception {
        try (ScriptedServer server = new ScriptedServer(SupervisionTest::answerEverything);
                Supervision supervision = supervise(new Target(server.endpoint(), NEVER, false, Map.of()))) {
            MonitoredTarget target = only(supervision);
            assertThat(target.latest().status().state()).isEqualTo(TargetState.DISABLED);
            assertThat(target.poll()).isCompletedExceptionally();
            assertThat(server.logins()).isZero();
        }
    }

    @Test
    void stoppingClosesSessionsPolitelyAndFailsWhoWaits() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch secondPoll = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloChunked();
            peer.sendChunked(reply(peer.readRequest(END_OF_CHUNKS), data("eth0")));
            peer.readRequest(END_OF_CHUNKS);
            secondPoll.countDown();
            String request = peer.readUntil(END_OF_CHUNKS);
            if (request.contains("<close-session/>")) {
                closed.countDown();
            }
        })) {
            CompletableFuture<Snapshot> poll;
            try (Supervision supervision = supervise(target(server.endpoint(), NEVER))) {
                MonitoredTarget target = only(supervision);
                awaitState(target, TargetState.UP);
                poll = target.poll();
                secondPoll.await();
            }
            closed.await();
            assertThat(failureOf(poll)).hasMessageContaining("broke the poll off");
        }
    }
}
