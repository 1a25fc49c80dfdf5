package net.coreserver.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;

/** The monitor at work: a supervisor, on a virtual thread of its own, for every target of an inventory that may change. */
public final class Supervision implements Monitor, AutoCloseable {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final SessionOpener opener;
    private final ModelLadder ladder;
    private final InstantSource clock;
    private final Listeners listeners = new Listeners();
    private final SessionUsers users = new SessionUsers();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MemoryKeeper memory;
    private final Map<String, Remembered> remembered;
    private final ReentrantLock applying = new ReentrantLock();
    private volatile Supervised supervised = Supervised.of(Map.of());
    private boolean closed;

    /** The supervisors by name and, the same, as a list; both in the order of the inventory. */
    private record Supervised(Map<String, TargetSupervisor> byName, List<MonitoredTarget> all) {

        static Supervised of(Map<String, TargetSupervisor> byName) {
            return new Supervised(byName, List.copyOf(byName.values()));
        }
    }

    /**
     * Starts to monitor.
     *
     * @param inventory the targets to begin with
     * @param opener opens their sessions
     * @param ladder the models by which interfaces can be asked for, best first; at least one
     * @param clock tells the time
     */
    public Supervision(Inventory inventory, SessionOpener opener, List<InterfaceModel> ladder, InstantSource clock) {
        this(inventory, opener, ladder, clock, HealthMemory.NONE);
    }

    /**
     * Starts to monitor, with what was known when the service ran last.
     *
     * @param inventory the targets to begin with
     * @param opener opens their sessions
     * @param ladder the models by which interfaces can be asked for, best first; at least one
     * @param clock tells the time
     * @param memory keeps what becomes known
     */
    public Supervision(
            Inventory inventory,
            SessionOpener opener,
            List<InterfaceModel> ladder,
            InstantSource clock,
            HealthMemory memory) {
        this(inventory, opener, ladder, clock, new MemoryKeeper(memory, MemoryKeeper.Pace.STANDARD));
    }

    Supervision(
            Inventory inventory,
            SessionOpener opener,
            List<InterfaceModel> ladder,
            InstantSource clock,
            MemoryKeeper memory) {
        this.opener = opener;
        this.ladder = new ModelLadder(ladder);
        this.clock = clock;
        this.memory = memory;
        this.remembered = memory.load();
        listeners.add(memory);
        memory.start();
        apply(inventory);
    }

    /**
     * Monitors exactly these targets from now on. Those that are new are begun with, and those that are missing are left:
     * their sessions are closed, and who waits for a poll gets a {@link TargetRemovedException}. Those that have changed
     * are changed in place. Another interval, deadline for rpcs, model or label leaves the session open; anything else of the
     * endpoint, and other events, closes it and opens another at once. Snapshot and status are kept but when host or port are others: what
     * was known is then of another device.
     *
     * <p>Does not wait for any target; may be called by any number of threads. Once closed, it does nothing.
     *
     * @param inventory all targets
     */
    public void apply(Inventory inventory) {
        applying.lock();
        try {
            if (closed) {
                return;
            }
            Map<String, TargetSupervisor> before = supervised.byName();
            Map<String, TargetSupervisor> after =
                    LinkedHashMap.newLinkedHashMap(inventory.targets().size());
            inventory.targets().forEach((name, target) -> {
                TargetSupervisor known = before.get(name);
                after.put(name, known == null ? supervisorOf(target) : known);
            });
            supervised = Supervised.of(after);
            before.forEach((name, supervisor) -> {
                if (!after.containsKey(name)) {
                    supervisor.remove();
                }
            });
            after.forEach((name, supervisor) ->
                    supervisor.apply(Objects.requireNonNull(inventory.targets().get(name))));
        } finally {
            applying.unlock();
        }
    }

    private TargetSupervisor supervisorOf(Target target) {
        // Of each name once: a target that comes back under the name of one that was removed is another.
        Remembered known = remembered.remove(target.name());
        return new TargetSupervisor(
                target,
                known != null && known.isOf(target) ? known : null,
                opener,
                ladder,
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                listeners,
                users,
                threads);
    }

    @Override
    public List<MonitoredTarget> targets() {
        return supervised.all();
    }

    @Override
    public Optional<MonitoredTarget> target(String name) {
        return Optional.ofNullable(supervised.byName().get(name));
    }

    @Override
    public Registration listen(MonitorListener listener) {
        return listeners.add(listener);
    }

    /**
     * Tells of every session of a target: of those that are open now before this returns, and of every other when it opens.
     *
     * @param user is told
     * @return what ends it when closed; the sessions stay as they are
     */
    public Registration use(SessionUser user) {
        return users.add(user);
    }

    /** Stops: polls are broken off, and sessions closed politely, within five seconds in all. */
    @Override
    public void close() {
        applying.lock();
        try {
            closed = true;
            supervised.byName().values().forEach(TargetSupervisor::stop);
        } finally {
            applying.unlock();
        }
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        memory.close();
    }

    /** {@return how often what is known of the targets could not be kept} */
    public long memoryFailures() {
        return memory.failures();
    }
}
