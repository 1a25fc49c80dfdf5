package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of targets is there again after a restart. */
class MemoryTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final MemoryKeeper.Pace PROMPT = new MemoryKeeper.Pace(Duration.ofMillis(1), NEVER);
    private static final MemoryKeeper.Pace EAGER = new MemoryKeeper.Pace(Duration.ofMillis(1), Duration.ofMillis(1));
    private static final MemoryKeeper.Pace AT_THE_END = new MemoryKeeper.Pace(NEVER, NEVER);
    private static final String REFUSAL =
            "<rpc-error><error-tag>resource-denied</error-tag>" + "<error-severity>error</error-severity></rpc-error>";

    private final SimulatedTargets simulated = new SimulatedTargets();
    private final FakeMemory memory = new FakeMemory();

    /** Remembers as long as the test lasts, and fails when it is told to. */
    private static final class FakeMemory implements HealthMemory {

        private final Map<String, Remembered> kept = new ConcurrentHashMap<>();
        private final AtomicInteger batches = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private volatile boolean broken;
        private volatile @Nullable Thread keeper;

        @Override
        public Collection<Remembered> load() {
            throwIfBroken();
            return List.copyOf(kept.values());
        }

        @Override
        public void keep(Collection<Remembered> changed, Collection<String> gone) {
            keeper = Thread.currentThread();
            throwIfBroken();
            batches.incrementAndGet();
            changed.forEach(each -> kept.put(each.target(), each));
            gone.forEach(kept::remove);
        }

        private void throwIfBroken() {
            if (broken) {
                refusals.incrementAndGet();
                throw new IllegalStateException("a memory that is broken, as the test wants it");
            }
        }
    }

    private Supervision supervise(MemoryKeeper.Pace pace, Target... targets) {
        return new Supervision(
                Inventory.of(List.of(targets)),
                simulated,
                List.of(new IetfInterfacesState()),
                InstantSource.system(),
                new MemoryKeeper(memory, pace));
    }

    private static void awaitState(MonitoredTarget target, TargetState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(target.latest().status().state()).isEqualTo(state));
    }

    private static MonitoredTarget only(Supervision supervision) {
        return supervision.targets().getFirst();
    }

    private static Target disabled(String host) {
        return SimulatedTargets.target("edge-1", host, "test-password", NEVER, false, Map.of());
    }

    /** Runs once, with a success and a failure. */
    private TargetStatus firstRun() {
        try (Supervision supervision = supervise(AT_THE_END, SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            simulated.answerWith(reply -> reply.send(REFUSAL));
            assertThatThrownBy(() -> target.poll().join()).hasCauseInstanceOf(RpcErrorException.class);
            simulated.answerWith(reply -> reply.send(SimulatedTargets.DATA));
            return target.latest().status();
        }
    }

    @Test
    void afterARestartWhatWasKnownIsThereAsRemembered() {
        TargetStatus before = firstRun();

        try (Supervision supervision = supervise(AT_THE_END, disabled("192.0.2.1"))) {
            MonitoredTarget target = only(supervision);
            TargetStatus status = target.latest().status();
            assertThat(status.isRemembered()).isTrue();
            assertThat(status.state()).isEqualTo(TargetState.DISABLED);
            assertThat(status.lastSuccess()).isEqualTo(before.lastSuccess());
            assertThat(status.failure()).isEqualTo(before.failure());
            assertThat(requireNonNull(status.failure()).kind()).isEqualTo(FailureKind.RPC_ERROR);
            assertThat(status.consecutiveFailures()).isEqualTo(1);
            assertThat(status.lastPoll()).isEqualTo(before.lastPoll());
            Explanation explanation = target.explain();
            assertThat(explanation.isRemembered()).isTrue();
            assertThat(explanation.isOpen()).isFalse();
            assertThat(explanation.session()).isEqualTo(before.session());
            assertThat(requireNonNull(explanation.choice()).model()).startsWith("ietf-interfaces");
        }
    }

    @Test
    void whatIsNewerReplacesWhatWasRemembered() {
        firstRun();

        try (Supervision supervision = supervise(AT_THE_END, SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            assertThat(target.latest().status().isRemembered()).isFalse();
            assertThat(target.latest().status().consecutiveFailures()).isZero();
            assertThat(target.explain().isRemembered()).isFalse();
            assertThat(target.explain().isOpen()).isTrue();
        }
    }

    @Test
    void whatWasKnownOfAnotherDeviceIsNotRemembered() {
        firstRun();

        try (Supervision supervision = supervise(AT_THE_END, disabled("192.0.2.2"))) {
            TargetStatus status = only(supervision).latest().status();
            assertThat(status.isRemembered()).isFalse();
            assertThat(status.lastSuccess()).isNull();
            assertThat(only(supervision).explain().session()).isNull();
        }
    }

    @Test
    void aChangeOfStateIsKeptSoonAndPollsAreNot() {
        Instant last;
        try (Supervision supervision = supervise(PROMPT, SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            await().until(() -> {
                Remembered kept = memory.kept.get("edge-1");
                return kept != null && kept.lastSuccess() != null;
            });
            int batches = memory.batches.get();
            for (int i = 0; i < 100; i++) {
                var _ = target.poll().join();
            }
            last = target.poll().join().takenAt();
            // What was under way when the state was kept may have come to one more.
            assertThat(memory.batches).hasValueLessThanOrEqualTo(batches + 1);
        }
        assertThat(requireNonNull(memory.kept.get("edge-1")).lastSuccess()).isEqualTo(last);
    }

    @Test
    void allThatIsNewGoesInOneBatch() {
        Target[] targets = new Target[50];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = SimulatedTargets.target("edge-" + i, NEVER);
        }
        try (Supervision supervision = supervise(AT_THE_END, targets)) {
            await().untilAsserted(() -> assertThat(supervision.targets())
                    .allSatisfy(target ->
                            assertThat(target.latest().status().state()).isEqualTo(TargetState.UP)));
            assertThat(memory.batches).hasValue(0);
        }
        assertThat(memory.batches).hasValue(1);
        assertThat(memory.kept).hasSize(50);
        assertThat(memory.kept.values())
                .allSatisfy(kept -> assertThat(kept.lastSuccess()).isNotNull());
    }

    @Test
    void aTargetThatIsRemovedIsForgottenAndOneOfItsNameIsAnother() {
        firstRun();

        Target target = SimulatedTargets.target("edge-1", NEVER);
        try (Supervision supervision = supervise(PROMPT, target)) {
            supervision.apply(Inventory.of(List.of()));
            await().untilAsserted(() -> assertThat(memory.kept).isEmpty());
            supervision.apply(Inventory.of(List.of(disabled("192.0.2.1"))));
            assertThat(only(supervision).latest().status().isRemembered()).isFalse();
        }
    }

    @Test
    void aMemoryThatFailsDisturbsNoPollAndGetsAllWhenItIsWellAgain() {
        memory.broken = true;
        try (Supervision supervision = supervise(EAGER, SimulatedTargets.target("edge-1", NEVER))) {
            MonitoredTarget target = only(supervision);
            awaitState(target, TargetState.UP);
            await().until(() -> memory.refusals.get() >= 3);
            assertThat(target.poll().join().interfaces()).hasSize(1);
            assertThat(supervision.memoryFailures()).isGreaterThanOrEqualTo(2);
            assertThat(memory.kept).isEmpty();

            memory.broken = false;
            await().untilAsserted(() -> assertThat(memory.kept).containsOnlyKeys("edge-1"));
        }
        assertThat(requireNonNull(memory.keeper).isAlive()).isFalse();
    }
}
