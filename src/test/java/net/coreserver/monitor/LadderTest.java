package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static net.coreserver.monitor.ServerOfModels.EMPTY;
import static net.coreserver.monitor.ServerOfModels.STATE;
import static net.coreserver.monitor.ServerOfModels.data;
import static net.coreserver.monitor.ServerOfModels.error;
import static net.coreserver.monitor.ServerOfModels.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.netconf.ConnectStep;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.EventSelection;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import net.coreserver.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a supervised target makes of a server that does not answer by the first model. */
class LadderTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final ServerOfModels server = new ServerOfModels()
            .announcing(module("best"), module("good"), module("last"))
            .answering("best", EMPTY)
            .answering("good", STATE)
            .answering("last", STATE);

    private static Inventory only(@Nullable String model, Duration interval) {
        Target any = SimulatedTargets.target("edge-1", interval);
        return Inventory.of(List.of(new Target(
                any.endpoint(),
                interval,
                true,
                Map.of(),
                InterfaceSelection.ALL,
                EventSelection.STANDARD,
                model,
                TargetSource.CONFIGURATION)));
    }

    private Supervision supervise(Duration interval, HealthMemory memory) {
        return new Supervision(
                only(null, interval), server, FakeModel.ladder("best", "good", "last"), InstantSource.system(), memory);
    }

    private static MonitoredTarget awaitUp(Supervision supervision) {
        MonitoredTarget target = supervision.targets().getFirst();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(target.latest().status().state()).isEqualTo(TargetState.UP));
        return target;
    }

    private static ModelChoice choice(MonitoredTarget target) {
        return requireNonNull(target.explain().choice());
    }

    @Test
    void aPollThatFallsThroughIsOnePollAndASuccess() {
        try (Supervision supervision = supervise(NEVER, HealthMemory.NONE)) {
            MonitoredTarget target = awaitUp(supervision);
            assertThat(server.asked()).containsExactly("best", "good");
            assertThat(target.latest().status().consecutiveFailures()).isZero();
            assertThat(target.latest().status().failure()).isNull();
            PollReport report = requireNonNull(target.latest().status().lastPoll());
            assertThat(report.interfaces()).isEqualTo(1);
            assertThat(report.octetsReceived()).as("of both replies").isGreaterThan(EMPTY.length() + STATE.length());
            assertThat(choice(target).model()).isEqualTo("good");
            assertThat(choice(target).reason()).contains("before it, best gave no interface");
            assertThat(target.explain().request()).contains("model=\"good\"");

            var _ = target.poll().join();
            assertThat(server.asked()).containsExactly("good");
        }
    }

    @Test
    void aServerThatAnnouncesNothingIsTriedByEveryModelOverARealSession() throws Exception {
        try (NetconfSshClient client = new NetconfSshClient();
                ScriptedServer real = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    while (true) {
                        String request = peer.readUntil("\n##\n");
                        String answer = request.contains("model=\"last\"") ? STATE : EMPTY;
                        peer.sendChunked("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='"
                                + ServerOfModels.attribute(request, "message-id") + "'>" + answer + "</rpc-reply>");
                    }
                });
                Supervision supervision = new Supervision(
                        Inventory.of(List.of(new Target(real.endpoint(), NEVER, true, Map.of()))),
                        client::connect,
                        FakeModel.ladder("best", "good", "last"),
                        InstantSource.system())) {
            ModelChoice choice = choice(awaitUp(supervision));
            assertThat(choice.model()).isEqualTo("last");
            assertThat(choice.reason())
                    .startsWith("The server announces no model")
                    .endsWith("; before it, best gave no interface; good gave no interface");
            assertThat(real.sessions()).isEqualTo(1);
        }
    }

    @Test
    void whoAsksForAPollWhileOneFallsThroughGetsTheNextAllTogether() throws Exception {
        CountDownLatch fallsThrough = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        server.delaying(subject -> {
            if (subject.equals("good")) {
                fallsThrough.countDown();
                goOn.await();
            }
        });
        try (Supervision supervision = supervise(NEVER, HealthMemory.NONE)) {
            MonitoredTarget target = supervision.targets().getFirst();
            fallsThrough.await();
            List<CompletableFuture<Snapshot>> polls =
                    Stream.generate(target::poll).limit(100).toList();
            goOn.countDown();
            assertThat(polls)
                    .allSatisfy(poll -> assertThat(poll.join().interfaces()).hasSize(1));
            assertThat(server.asked()).containsExactly("best", "good", "good");
        }
    }

    @Test
    void theChoiceOutlivesItsSession() {
        try (Supervision supervision = supervise(NEVER, HealthMemory.NONE)) {
            MonitoredTarget target = awaitUp(supervision);
            server.asked();
            server.breakAll();
            await().atMost(Duration.ofSeconds(30)).until(() -> server.opened() == 2);
            awaitUp(supervision);
            await().untilAsserted(() -> assertThat(choice(target).remembered()).isTrue());
            assertThat(server.asked()).containsExactly("good");
        }
    }

    @Test
    void theChoiceOutlivesARestartUnlessTheServerAnnouncesSomethingElse() {
        Memory memory = new Memory();
        try (Supervision supervision = supervise(NEVER, memory)) {
            awaitUp(supervision);
        }
        assertThat(server.asked()).containsExactly("best", "good");

        try (Supervision supervision = supervise(NEVER, memory)) {
            assertThat(choice(awaitUp(supervision)).remembered()).isTrue();
        }
        assertThat(server.asked()).as("after a restart").containsExactly("good");

        server.announcing(module("another-firmware"));
        try (Supervision supervision = supervise(NEVER, memory)) {
            assertThat(choice(awaitUp(supervision)).remembered()).isFalse();
        }
        assertThat(server.asked()).as("after another restart").containsExactly("best", "good");
    }

    @Test
    void whatIsSetHoldsFromTheNextPollOnOverTheSameSession() {
        try (Supervision supervision = supervise(NEVER, HealthMemory.NONE)) {
            MonitoredTarget target = awaitUp(supervision);
            server.asked();
            supervision.apply(only("last", NEVER));
            var _ = target.poll().join();
            assertThat(server.asked()).containsExactly("last");
            assertThat(choice(target).reason()).isEqualTo("The configuration says so");

            supervision.apply(only(null, NEVER));
            var _ = target.poll().join();
            assertThat(server.asked()).containsExactly("best", "good");
            assertThat(server.opened()).isEqualTo(1);
        }
    }

    @Test
    void whereNoModelAnswersTheTargetIsDegradedAndSaysWhatWasTried() {
        server.answering("best", error("access-denied", "not for you"))
                .answering("good", error("access-denied", "nor this"))
                .answering("last", error("access-denied", "nor that"));
        try (Supervision supervision = supervise(NEVER, HealthMemory.NONE)) {
            MonitoredTarget target = supervision.targets().getFirst();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(target.latest().status().state()).isEqualTo(TargetState.DEGRADED));
            assertThat(requireNonNull(target.latest().status().failure()).message())
                    .contains("not for you");
            assertThat(target.latest().status().consecutiveFailures()).isEqualTo(1);
            assertThat(choice(target).model()).isEqualTo("best");
            assertThat(choice(target).reason()).contains("not for you", "nor this", "nor that");
        }
    }

    @Test
    void countersOfAnotherModelAreComparedWithNoneThatWereBefore() {
        String counters = "<statistics><in-octets>%d</in-octets></statistics>";
        server.answering("good", data("<name>eth0</name>" + counters.formatted(5)))
                .answering(
                        "last",
                        data("<name>eth0</name><description>last</description>" + counters.formatted(1L << 40)));
        Duration interval = Duration.ofMillis(50);
        ConcurrentLinkedQueue<Snapshot> seen = new ConcurrentLinkedQueue<>();
        try (Supervision supervision = supervise(interval, HealthMemory.NONE)) {
            var _ = supervision.listen(new MonitorListener() {

                @Override
                public void observed(MonitoredTarget target, Observation latest) {
                    Snapshot snapshot = latest.snapshot();
                    if (snapshot != null) {
                        seen.add(snapshot);
                    }
                }

                @Override
                public void removed(MonitoredTarget target) {
                    // of no interest
                }
            });
            await().until(() ->
                    seen.stream().anyMatch(snapshot -> snapshot.rates("eth0").isPresent()));
            supervision.apply(only("last", interval));
            await().until(() -> seen.stream().anyMatch(LadderTest::isOfTheLast));
            assertThat(seen.stream().filter(LadderTest::isOfTheLast).findFirst())
                    .hasValueSatisfying(first -> assertThat(first.rates("eth0")).isEmpty());
        }
    }

    private static boolean isOfTheLast(Snapshot snapshot) {
        return "last".equals(snapshot.interfaces().getFirst().description());
    }

    @Test
    void aConnectionTestTellsWhatWasChosenAndWhy() throws Exception {
        ConnectionTest test = new ConnectionTest(
                (endpoint, progress) -> {
                    Stream.of(ConnectStep.values()).forEach(step -> progress.passed(step, "done"));
                    return server.open(endpoint);
                },
                FakeModel.ladder("best", "good", "last"),
                InstantSource.system());
        ConnectionReport report =
                test.run(requireNonNull(only(null, NEVER).targets().get("edge-1")));
        assertThat(report.failed()).isNull();
        assertThat(report.steps())
                .extracting(ConnectionReport.Passed::step, ConnectionReport.Passed::outcome)
                .endsWith(
                        tuple(
                                ConnectionReport.Step.MODEL,
                                "good: The server has the module good, according to its hello;"
                                        + " before it, best gave no interface"),
                        tuple(ConnectionReport.Step.POLL, "1 interface"));
        assertThat(server.open()).isZero();
    }

    /** Remembers as long as the test lasts. */
    private static final class Memory implements HealthMemory {

        private final Map<String, Remembered> kept = new ConcurrentHashMap<>();

        @Override
        public Collection<Remembered> load() {
            return List.copyOf(kept.values());
        }

        @Override
        public void keep(Collection<Remembered> changed, Collection<String> gone) {
            changed.forEach(each -> kept.put(each.target(), each));
        }
    }
}
