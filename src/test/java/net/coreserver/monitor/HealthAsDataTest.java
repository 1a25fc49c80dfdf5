package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import org.junit.jupiter.api.Test;

/** What a target's status, and its explanation, tell of what happened. */
class HealthAsDataTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final String REFUSAL = "<rpc-error><error-type>application</error-type>"
            + "<error-tag>resource-denied</error-tag><error-severity>error</error-severity>"
            + "<error-message>try later</error-message></rpc-error>";

    private final SimulatedTargets simulated = new SimulatedTargets();

    private Supervision supervise(Target target) {
        return new Supervision(
                Inventory.of(List.of(target)), simulated, List.of(new IetfInterfacesState()), InstantSource.system());
    }

    private static MonitoredTarget only(Supervision supervision) {
        return supervision.targets().getFirst();
    }

    private static void awaitState(MonitoredTarget target, TargetState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(target.latest().status().state()).isEqualTo(state));
    }

    @Test
    void aPollIsReported() {
        try (Supervision supervision = supervise(SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);

            TargetStatus status = target.latest().status();
            PollReport poll = requireNonNull(status.lastPoll());
            assertThat(poll.interfaces()).isEqualTo(1);
            assertThat(poll.octetsSent()).isGreaterThan("<rpc><get/></rpc>".length());
            assertThat(poll.octetsReceived()).isGreaterThan(SimulatedTargets.DATA.length());
            assertThat(poll.lateness().isNegative()).isFalse();
            assertThat(poll.plannedAt()).isEqualTo(poll.startedAt().minus(poll.lateness()));
            assertThat(poll.duration()).isPositive();
            assertThat(poll.duration())
                    .isEqualTo(requireNonNull(target.latest().snapshot()).pollDuration());
            assertThat(status.consecutiveFailures()).isZero();
            assertThat(status.stretchedInterval()).isNull();
            assertThat(status.isRemembered()).isFalse();
            assertThat(requireNonNull(status.session()).opening().duration()).isGreaterThan(Duration.ofMillis(5));
        }
    }

    @Test
    void aPollThatWasAskedForBeforeTheNextWasDueIsNotLate() {
        try (Supervision supervision = supervise(SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            var _ = target.poll().join();
            assertThat(requireNonNull(target.latest().status().lastPoll()).lateness())
                    .isZero();
        }
    }

    @Test
    void failuresAreCountedUntilTheNextSuccess() {
        try (Supervision supervision = supervise(SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);

            simulated.answerWith(reply -> reply.send(REFUSAL));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> target.poll().join()).hasCauseInstanceOf(RpcErrorException.class);
            }
            TargetStatus refused = target.latest().status();
            assertThat(refused.consecutiveFailures()).isEqualTo(3);
            assertThat(requireNonNull(refused.lastPoll()).interfaces()).isNull();
            assertThat(requireNonNull(refused.failure()).message()).contains("try later");
            assertThat(target.latest().isStale()).isTrue();

            simulated.answerWith(reply -> reply.send(SimulatedTargets.DATA));
            var _ = target.poll().join();
            assertThat(target.latest().status().consecutiveFailures()).isZero();
            assertThat(target.latest().status().failure()).isEqualTo(refused.failure());
        }
    }

    @Test
    void aTargetThatIsSlowerThanItsIntervalIsPolledLessOftenAndSaysSo() {
        Duration interval = Duration.ofMillis(20);
        Duration slow = Duration.ofMillis(100);
        Executor later = CompletableFuture.delayedExecutor(slow.toMillis(), TimeUnit.MILLISECONDS);
        simulated.answerWith(reply -> later.execute(() -> reply.send(SimulatedTargets.DATA)));
        Target configured = SimulatedTargets.target("edge-1", interval);
        try (Supervision supervision = supervise(configured)) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.DEGRADED);
            Observation lagging = target.latest();
            assertThat(requireNonNull(lagging.status().stretchedInterval())).isGreaterThanOrEqualTo(slow);
            assertThat(lagging.status().consecutiveFailures()).isZero();
            assertThat(lagging.status().failure()).isNull();
            assertThat(lagging.isStale())
                    .as("what was just polled is not stale")
                    .isFalse();

            supervision.apply(Inventory.of(List.of(SimulatedTargets.target("edge-1", NEVER))));
            await().untilAsserted(() -> {
                var _ = target.poll().join();
                assertThat(target.latest().status().state()).isEqualTo(TargetState.UP);
                assertThat(target.latest().status().stretchedInterval()).isNull();
            });
            assertThat(simulated.opened()).isEqualTo(1);
        }
    }

    @Test
    void theWholeConversationIsExplained() {
        try (Supervision supervision = supervise(SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);

            Explanation explanation = target.explain();
            assertThat(explanation.state()).isEqualTo(TargetState.UP);
            assertThat(explanation.host()).isEqualTo("192.0.2.1");
            assertThat(explanation.port()).isEqualTo(830);
            assertThat(explanation.isOpen()).isTrue();
            assertThat(explanation.isRemembered()).isFalse();
            assertThat(explanation.session()).isEqualTo(target.latest().status().session());
            assertThat(requireNonNull(requireNonNull(explanation.session())
                                    .opening()
                                    .peer())
                            .hostKey())
                    .startsWith("SHA256:B");
            assertThat(explanation.clientCapabilities()).contains("urn:ietf:params:netconf:base:1.1");
            assertThat(explanation.choice())
                    .isEqualTo(new ModelChoice(
                            "ietf-interfaces-state",
                            "The server has the module ietf-interfaces, revision 2014-05-08, according to its hello",
                            true,
                            false));
            assertThat(explanation.request())
                    .startsWith("<rpc xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\" message-id=\"1\"><get>")
                    .contains("interfaces-state")
                    .endsWith("</rpc>");
            assertThat(explanation.lastPoll())
                    .isEqualTo(target.latest().status().lastPoll());
            assertThat(explanation.toString()).doesNotContain("test-password").doesNotContain("test-user");
        }
    }

    @Test
    void theLastConversationIsExplainedWhenThereIsNoSession() {
        Target enabled = SimulatedTargets.target("edge-1", NEVER);
        try (Supervision supervision = supervise(enabled)) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            SessionInfo session = requireNonNull(target.latest().status().session());

            supervision.apply(Inventory.of(List.of(new Target(enabled.endpoint(), NEVER, false, enabled.labels()))));
            awaitState(target, TargetState.DISABLED);

            assertThat(target.explain().isOpen()).isFalse();
            assertThat(target.explain().session()).isEqualTo(session);
        }
    }

    @Test
    void aTargetThatIsNotReachedExplainsWhenItIsTriedAgain() {
        Supervision supervision = new Supervision(
                Inventory.of(List.of(SimulatedTargets.target("edge-1", NEVER))),
                endpoint -> {
                    throw SimulatedTargets.unreachable(endpoint);
                },
                List.of(new IetfInterfacesState()),
                InstantSource.system());
        try (supervision) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.DOWN);
            Explanation explanation = target.explain();
            assertThat(explanation.session()).isNull();
            assertThat(explanation.request()).isNull();
            assertThat(explanation.choice()).isNull();
            assertThat(explanation.nextAttempt()).isNotNull();
            assertThat(requireNonNull(explanation.failure()).message()).contains("192.0.2.1");
        }
    }

    @Test
    void whoStopsListeningHearsNoMoreAndWhoFailsHarmsNobody() {
        ConcurrentLinkedQueue<Observation> heard = new ConcurrentLinkedQueue<>();
        try (Supervision supervision = supervise(SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            var _ = supervision.listen(new Heard(observation -> {
                throw new IllegalStateException("a listener that fails, as the test wants it");
            }));
            Registration registration = supervision.listen(new Heard(heard::add));

            var first = target.poll().join();
            assertThat(heard).extracting(Observation::snapshot).containsExactly(first);

            registration.close();
            registration.close();
            var _ = target.poll().join();
            assertThat(heard).hasSize(1);
        }
    }

    private record Heard(Consumer<Observation> consumer) implements MonitorListener {

        @Override
        public void observed(MonitoredTarget target, Observation latest) {
            consumer.accept(latest);
        }

        @Override
        public void removed(MonitoredTarget target) {
            // of no interest
        }
    }
}
