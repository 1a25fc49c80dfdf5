package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.testing.ThreadDump;
import org.junit.jupiter.api.Test;

/** Whatever inventories come, and however fast: in the end exactly the last one is monitored. */
class SupervisionStormTest {

    private static final int TARGETS = 30;
    private static final int INVENTORIES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SimulatedTargets simulated = new SimulatedTargets();

    private Supervision supervise(Inventory inventory) {
        return new Supervision(inventory, simulated, List.of(new IetfInterfacesState()), InstantSource.system());
    }

    private static Inventory random(Random random) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            if (random.nextInt(4) > 0) {
                targets.add(SimulatedTargets.target(
                        "storm-" + i,
                        "192.0.2." + (1 + random.nextInt(2)),
                        "test-password-" + random.nextInt(2),
                        Duration.ofMillis(random.nextBoolean() ? 50 : 3_600_000),
                        random.nextInt(4) > 0,
                        Map.of("round", Integer.toString(random.nextInt(3)))));
            }
        }
        return Inventory.of(targets);
    }

    /** Hears of targets, and notes what it should not have heard. */
    private static final class Witness implements MonitorListener {

        private final ConcurrentHashMap<MonitoredTarget, TargetState> known = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<MonitoredTarget, Boolean> gone = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

        @Override
        public void observed(MonitoredTarget target, Observation latest) {
            TargetState next = latest.status().state();
            TargetState before = known.put(target, next);
            if (gone.containsKey(target)) {
                wrong.add(target.target().name() + " was observed after its removal");
            }
            if (before != null && before != next && !before.canBecome(next)) {
                wrong.add(target.target().name() + " went from " + before + " to " + next);
            }
            if (!target.latest().equals(latest)) {
                wrong.add(target.target().name() + " tells of what is not the latest");
            }
        }

        @Override
        public void removed(MonitoredTarget target) {
            known.remove(target);
            if (gone.put(target, true) != null) {
                wrong.add(target.target().name() + " was removed twice");
            }
        }
    }

    @Test
    void theLastOfManyInventoriesHolds() throws Exception {
        Random random = new Random(830);
        Witness witness = new Witness();
        Inventory last = random(random);
        try (Supervision supervision = supervise(Inventory.of(List.of()))) {
            var _ = supervision.listen(witness);
            for (int i = 0; i < INVENTORIES; i++) {
                last = random(random);
                supervision.apply(last);
                for (MonitoredTarget target : supervision.targets()) {
                    var _ = target.poll();
                }
                if (i % 50 == 0) {
                    simulated.breakAll();
                }
            }

            List<Target> wanted = List.copyOf(last.targets().values());
            assertThat(supervision.targets())
                    .extracting(MonitoredTarget::target)
                    .containsExactlyElementsOf(wanted);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(supervision.targets())
                            .allSatisfy(target -> assertThat(
                                            target.latest().status().state())
                                    .isEqualTo(target.target().enabled() ? TargetState.UP : TargetState.DISABLED)));
            List<MonitoredTarget> enabled = supervision.targets().stream()
                    .filter(target -> target.target().enabled())
                    .toList();
            await().atMost(PATIENCE).until(() -> simulated.open() == enabled.size());
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(ThreadDump.threadsNamed("target-storm")).hasSize(enabled.size()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(witness.known.keySet())
                            .containsExactlyInAnyOrderElementsOf(supervision.targets()));
            assertThat(enabled)
                    .allSatisfy(target ->
                            assertThat(target.poll().join().interfaces()).hasSize(1));
        }
        assertThat(witness.wrong).isEmpty();
        assertThat(simulated.open()).isZero();
        assertThat(ThreadDump.threadsNamed("target-storm")).isEmpty();
    }

    @Test
    void manyWhoApplyAtOnceDoNotMixTheirInventories() throws Exception {
        List<Inventory> inventories = IntStream.range(0, 8)
                .mapToObj(i -> Inventory.of(List.of(
                        SimulatedTargets.target("storm-a" + i, Duration.ofHours(1)),
                        SimulatedTargets.target("storm-b" + i, Duration.ofHours(1)))))
                .toList();
        try (Supervision supervision = supervise(Inventory.of(List.of()))) {
            List<Thread> threads = inventories.stream()
                    .map(inventory -> Thread.ofVirtual().start(() -> supervision.apply(inventory)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            List<Target> monitored =
                    supervision.targets().stream().map(MonitoredTarget::target).toList();
            assertThat(inventories)
                    .extracting(inventory -> List.copyOf(inventory.targets().values()))
                    .contains(monitored);
            await().atMost(PATIENCE).until(() -> simulated.open() == 2);
        }
        assertThat(simulated.open()).isZero();
    }
}
