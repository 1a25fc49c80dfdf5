package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Subscription;
import net.coreserver.target.EventSelection;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import org.junit.jupiter.api.Test;

class SessionUserTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final SimulatedTargets targets = new SimulatedTargets();
    private final Noting user = new Noting();

    /** Keeps what it is told. */
    private static class Noting implements SessionUser {

        private record Told(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {}

        final List<Told> opened = new CopyOnWriteArrayList<>();
        final List<MonitoredTarget> removed = new CopyOnWriteArrayList<>();
        final List<TargetState> states = new CopyOnWriteArrayList<>();

        @Override
        public void opened(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {
            states.add(target.latest().status().state());
            opened.add(new Told(target, session, another));
        }

        @Override
        public void removed(MonitoredTarget target) {
            removed.add(target);
        }
    }

    private Supervision supervise(Target... inventory) {
        return new Supervision(
                inventoryOf(inventory), targets, List.of(new IetfInterfacesState()), InstantSource.system());
    }

    private static Inventory inventoryOf(Target... targets) {
        return Inventory.of(List.of(targets));
    }

    private static void awaitUp(Supervision supervision, String name) {
        await().until(() ->
                supervision.target(name).orElseThrow().latest().status().state() == TargetState.UP);
    }

    @Test
    void everySessionIsToldBeforeItIsPolledAndOneMoreCanBeHad() throws Exception {
        try (Supervision supervision = supervise()) {
            try (Registration _ = supervision.use(user)) {
                supervision.apply(inventoryOf(SimulatedTargets.target("edge-1", NEVER)));
                awaitUp(supervision, "edge-1");
                targets.breakAll();
                await().until(() -> user.opened.size() == 2);
            }
            assertThat(user.states).containsExactly(TargetState.CONNECTING, TargetState.DOWN);
            assertThat(user.opened.getFirst().session().ended()).isDone();
            assertThat(user.opened.getLast().target())
                    .isSameAs(supervision.target("edge-1").orElseThrow());
            try (NetconfSession another = user.opened.getLast().another().open()) {
                assertThat(another).isNotSameAs(user.opened.getLast().session());
            }
            assertThat(user.opened.getLast().session().ended()).isNotDone();
        }
        await().until(() -> user.opened.getLast().session().ended().isDone());
        assertThat(user.removed).isEmpty();
    }

    @Test
    void whoComesLateHearsOfTheSessionsThatAreOpenOnce() {
        try (Supervision supervision =
                supervise(SimulatedTargets.target("edge-1", NEVER), SimulatedTargets.target("edge-2", NEVER))) {
            awaitUp(supervision, "edge-1");
            awaitUp(supervision, "edge-2");
            Registration registration = supervision.use(user);
            assertThat(user.opened)
                    .extracting(told -> told.target().target().name())
                    .containsExactlyInAnyOrder("edge-1", "edge-2");

            supervision.apply(inventoryOf(SimulatedTargets.target("edge-1", NEVER)));
            await().until(() -> user.removed.size() == 1);
            assertThat(user.removed.getFirst().target().name()).isEqualTo("edge-2");

            registration.close();
            supervision.apply(inventoryOf());
            await().until(() -> targets.open() == 0);
            assertThat(user.opened).hasSize(2);
        }
    }

    @Test
    void aUserThatFailsHarmsNeitherPollNorSession() {
        try (Supervision supervision = supervise()) {
            supervision.use(new Noting() {
                @Override
                public void opened(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {
                    throw new IllegalStateException("the user's own mistake");
                }
            });
            supervision.use(user);
            supervision.apply(inventoryOf(SimulatedTargets.target("edge-1", NEVER)));
            awaitUp(supervision, "edge-1");
            assertThat(targets.opened()).isEqualTo(1);
            assertThat(user.opened).hasSize(1);
        }
    }

    @Test
    void anotherSelectionOfEventsTakesAnotherSession() {
        Target target = SimulatedTargets.target("edge-1", NEVER);
        EventSelection filtered = new EventSelection(List.of("NETCONF"), "<link-down xmlns='urn:x'/>");
        try (Supervision supervision = supervise(target)) {
            supervision.use(user);
            awaitUp(supervision, "edge-1");
            supervision.apply(inventoryOf(new Target(
                    target.endpoint(),
                    NEVER,
                    true,
                    Map.of(),
                    InterfaceSelection.ALL,
                    filtered,
                    null,
                    TargetSource.CONFIGURATION)));
            await().until(() -> user.opened.size() == 2);
            assertThat(requireNonNull(user.opened.getLast()).target().target().events())
                    .isEqualTo(filtered);
            await().until(() -> targets.open() == 1);
        }
    }
}
