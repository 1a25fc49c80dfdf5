package net.coreserver.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Deadline;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;

/** The monitor at work: a supervisor on a virtual thread for every target of an inventory. */
public final class Supervision implements Monitor, AutoCloseable {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, TargetSupervisor> supervisors = new LinkedHashMap<>();
    private final List<Thread> threads;

    /**
     * Starts to monitor.
     *
     * @param inventory the targets
     * @param opener opens their sessions
     * @param model how interfaces are asked for
     * @param clock tells the time
     */
    public Supervision(Inventory inventory, SessionOpener opener, InterfaceModel model, InstantSource clock) {
        for (Target target : inventory.targets().values()) {
            Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
            supervisors.put(target.name(), new TargetSupervisor(target, opener, model, clock, backoff));
        }
        threads = supervisors.values().stream()
                .filter(supervisor -> isOursToPoll(supervisor.target()))
                .map(supervisor -> Thread.ofVirtual()
                        .name("target-" + supervisor.target().name())
                        .start(supervisor::run))
                .toList();
    }

    /** The one place where it is decided whether this process polls a target. */
    private static boolean isOursToPoll(Target target) {
        return target.enabled();
    }

    @Override
    public List<MonitoredTarget> targets() {
        return List.copyOf(supervisors.values());
    }

    @Override
    public Optional<MonitoredTarget> target(String name) {
        return Optional.ofNullable(supervisors.get(name));
    }

    /** Stops: polls are broken off, and sessions closed politely, within five seconds in all. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        Deadline deadline = Deadline.in(STOP_TIMEOUT);
        try {
            for (Thread thread : threads) {
                var _ = thread.join(deadline.remaining());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
