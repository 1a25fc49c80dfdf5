package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.coreserver.event.EventKind;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Registration;
import org.junit.jupiter.api.Test;

/** How a derivation stands among the others: with a monitor that runs already, with many threads, and at its end. */
class WatchingTest {

    private final VirtualTime time = new VirtualTime();
    private final InMemoryEvents log = new InMemoryEvents();
    private final List<MonitorListener> listeners = new ArrayList<>();
    private final SimulatedTarget target = new SimulatedTarget(
            time, (monitored, latest) -> listeners.forEach(listener -> listener.observed(monitored, latest)));

    private final Monitor monitor = new Monitor() {

        @Override
        public List<MonitoredTarget> targets() {
            return List.of(target);
        }

        @Override
        public Optional<MonitoredTarget> target(String name) {
            return Optional.of(target);
        }

        @Override
        public Registration listen(MonitorListener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    };

    private List<EventKind> kinds() {
        return log.all().stream().map(event -> event.what().kind()).toList();
    }

    @Test
    void whatAMonitorKnowsAlreadyIsTakenUpOnce() {
        target.has(Seen.oper("eth0", "up"));
        target.isPolledNow();
        try (Derivation derivation = new Derivation(log, time, time)) {
            Registration registration = derivation.watch(monitor);
            assertThat(kinds()).containsExactly(EventKind.TARGET_UP);
            derivation.observed(target, target.latest());
            target.has(Seen.oper("eth0", "down"));
            target.isPolledNow();
            assertThat(kinds()).containsExactly(EventKind.TARGET_UP, EventKind.LINK_DOWN);
            registration.close();
            assertThat(listeners).isEmpty();
        }
    }

    @Test
    void itsThreadEndsWithIt() throws InterruptedException {
        target.has(Seen.oper("eth0", "up"));
        target.isPolledNow();
        Derivation derivation = new Derivation(log, time);
        var _ = derivation.watch(monitor);
        // A second hint has to wait for its poll, and so begins the thread.
        derivation.notified(target, Told.link("link-down", "eth0", Seen.START));
        derivation.notified(target, Told.link("link-up", "eth0", Seen.START));
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("event-derivation"))
                .toList();
        assertThat(threads).isNotEmpty();
        derivation.close();
        for (Thread thread : threads) {
            thread.join();
        }
        derivation.notified(target, Told.link("link-down", "eth0", Seen.START));
    }

    @Test
    void manyThreadsThatTellAtOnceLoseNothing() {
        target.has(Seen.oper("eth0", "up"));
        target.isPolledNow();
        int threads = 8;
        int each = 500;
        try (Derivation derivation = new Derivation(log, time, (delay, task) -> {});
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = derivation.watch(monitor);
            for (int i = 0; i < threads; i++) {
                senders.execute(() -> {
                    for (int j = 0; j < each; j++) {
                        derivation.notified(target, Told.of("urn:example", "tick", Seen.START, Map.of()));
                        derivation.observed(target, target.latest());
                    }
                });
            }
        }
        assertThat(kinds()).hasSize(1 + threads * each);
        assertThat(log.allMarks()).hasSize(threads * each);
    }
}
