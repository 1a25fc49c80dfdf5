package net.coreserver.event.sink;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import net.coreserver.event.Event;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventReader;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.Occurrence;
import net.coreserver.event.sink.Standing.Letter;
import net.coreserver.monitor.Registration;
import net.coreserver.store.Store;
import net.coreserver.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * All sinks. Safe for use by any number of threads.
 *
 * <p>What takes long runs on a virtual thread and comes as a future. What is asked of a sink is asked by a name that {@link #find}
 * knows; sinks neither come nor go while the service runs.
 */
public final class Sinks implements AutoCloseable {

    /** How many dead letters are read at once, at most. */
    public static final int MAX_PAGE = 200;

    private static final System.Logger LOG = System.getLogger(Sinks.class.getName());

    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration AFTER_UNAVAILABLE_STORE = Duration.ofSeconds(1);
    private static final Duration TO_FINISH_A_DELIVERY = Duration.ofSeconds(3);
    private static final Duration TO_STOP = Duration.ofMillis(500);
    private static final Duration TO_KEEP = Duration.ofSeconds(1);

    private final EventReader reader;
    private final Store store;
    private final SinkClock clock;
    private final Outlets outlets;
    private final SequencedMap<String, Courier> couriers = new LinkedHashMap<>();
    private final ProgressKeeper keeper;
    private final Signals signals;
    private final Thread starter;
    private final Map<String, CompletableFuture<DeliveryReport>> tests = new ConcurrentHashMap<>();
    private final Registration following;

    /**
     * Makes the sinks; they begin once {@link #start} is called.
     *
     * @param settings what is configured, in the order in which they are listed; no name twice
     * @param reader the log
     * @param recorder where it is told that a sink fails, and that it has recovered
     * @param store where it is kept how far each is
     * @param clock tells the time
     */
    public Sinks(
            List<SinkSettings> settings, EventReader reader, EventRecorder recorder, Store store, InstantSource clock) {
        this(
                settings,
                reader,
                recorder,
                store,
                SinkClock.of(clock),
                Outlets.real(clock),
                new RetryPause(() -> ThreadLocalRandom.current().nextDouble()));
    }

    Sinks(
            List<SinkSettings> settings,
            EventReader reader,
            EventRecorder recorder,
            Store store,
            SinkClock clock,
            Outlets outlets,
            RetryPause pauses) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.outlets = outlets;
        // What is kept is kept in real time, also where a test holds the time of the deliveries.
        Signals progress = new Signals(SinkClock.of(clock));
        for (SinkSettings each : settings) {
            Courier courier = new Courier(each, reader, recorder, clock, outlets, pauses, progress::news);
            couriers.put(each.name(), courier);
        }
        this.keeper = new ProgressKeeper(store, List.copyOf(couriers.values()), PACE, progress);
        this.signals = new Signals(SinkClock.of(clock));
        this.starter = Thread.ofVirtual().name("sinks-start").unstarted(this::begin);
        this.following = reader.follow(
                newest -> couriers.values().forEach(courier -> courier.signals().news()));
    }

    /** Begins to deliver, as soon as the store tells where each sink has left off; does not wait for that. */
    public void start() {
        if (!couriers.isEmpty()) {
            starter.start();
        }
    }

    private void begin() {
        Map<String, SinkTables.Kept> kept;
        try {
            kept = load();
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The sinks were stopped before they had begun", e);
            return;
        }
        keeper.start();
        couriers.values().forEach(courier -> courier.start(kept.get(courier.name())));
    }

    private Map<String, SinkTables.Kept> load() throws InterruptedException {
        while (true) {
            try {
                return store.write(SinkTables::load, ignored -> {});
            } catch (StoreUnavailableException e) {
                LOG.log(System.Logger.Level.DEBUG, "Where the sinks have left off cannot be read", e);
                signals.rest(AFTER_UNAVAILABLE_STORE);
                if (signals.isClosing()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    /** {@return how it goes with each sink} */
    public List<SinkState> all() {
        return couriers.values().stream().map(Courier::state).toList();
    }

    /**
     * Tells how it goes with a sink.
     *
     * @param name its name
     * @return that; empty when there is none of that name
     */
    public Optional<SinkState> find(String name) {
        return Optional.ofNullable(couriers.get(name)).map(Courier::state);
    }

    /**
     * Sends an event of kind {@code test} to a sink now, whatever waits for it, and even if it is disabled. Who asks while another
     * test of the same sink is under way gets what comes of that one.
     *
     * @param name its name
     * @return what came of it
     */
    public CompletableFuture<DeliveryReport> test(String name) {
        Courier courier = courier(name);
        return tests.computeIfAbsent(
                name,
                ignored -> onVirtualThread("sink-test-" + name, () -> {
                    try {
                        return deliver(courier, testEvent(name));
                    } finally {
                        tests.remove(name);
                    }
                }));
    }

    private Event testEvent(String name) {
        return new Event(
                0,
                Occurrence.ofService(
                        clock.instant(),
                        EventKind.TEST,
                        "A test of the sink " + name,
                        EventData.of(Map.of("sink", name))));
    }

    /** Past the queue and the connection of the courier. Where it works, the courier need not wait any longer. */
    private DeliveryReport deliver(Courier courier, Event event) {
        long begun = clock.nanoTime();
        @Nullable String failure;
        try (Outlet outlet = outlets.open(courier.settings().destination(), () -> {})) {
            failure = switch (outlet.deliver(List.of(event))) {
                case Outcome.Taken _ -> null;
                case Outcome.Refused(String reason) -> SinkHealth.bounded(reason);
                case Outcome.Failed failed -> SinkHealth.bounded(failed.reason());
            };
        } catch (InterruptedException e) {
            failure = "The service is stopping";
        }
        if (failure == null) {
            courier.signals().urge();
        }
        return new DeliveryReport(Duration.ofNanos(clock.nanoTime() - begun), failure);
    }

    /**
     * Reads dead letters.
     *
     * @param name the name of the sink
     * @param before where it begins: only events of smaller numbers are given
     * @param limit how many at most, from 1 to {@link #MAX_PAGE}
     * @return the next ones, the newest event first; or, completed exceptionally, a {@link StoreUnavailableException}
     */
    public CompletableFuture<List<DeadLetter>> deadLetters(String name, long before, int limit) {
        Courier courier = courier(name);
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " dead letters");
        }
        return onVirtualThread("sink-dead-letters", () -> {
            keeper.save();
            List<Letter> letters = store.write(
                    connection -> SinkTables.before(connection, courier.name(), before, limit), ignored -> {});
            List<CompletableFuture<Optional<Event>>> events =
                    letters.stream().map(letter -> reader.find(letter.event())).toList();
            List<DeadLetter> found = new ArrayList<>();
            for (int i = 0; i < letters.size(); i++) {
                Letter letter = letters.get(i);
                found.add(new DeadLetter(
                        letter.event(),
                        letter.since(),
                        letter.attempts(),
                        letter.reason(),
                        events.get(i).join().orElse(null)));
            }
            return found;
        });
    }

    /**
     * Sends a dead letter again, past what waits; when the sink takes it now, it is dead no longer.
     *
     * @param name the name of the sink
     * @param event the number of the event
     * @return what came of it; empty when there is no such dead letter, or the log does not have the event any more; or, completed
     *     exceptionally, a {@link StoreUnavailableException}
     */
    public CompletableFuture<Optional<DeliveryReport>> redeliver(String name, long event) {
        Courier courier = courier(name);
        return onVirtualThread("sink-redelivery", () -> {
            keeper.save();
            Optional<Letter> letter =
                    store.write(connection -> SinkTables.find(connection, name, event), ignored -> {});
            Optional<Event> found =
                    letter.isEmpty() ? Optional.empty() : reader.find(event).join();
            return found.map(again -> {
                DeliveryReport report = deliver(courier, again);
                if (report.isDelivered()
                        && store.write(connection -> SinkTables.remove(connection, name, event), ignored -> {})) {
                    courier.letters().removed();
                }
                return report;
            });
        });
    }

    private Courier courier(String name) {
        Courier courier = couriers.get(name);
        if (courier == null) {
            throw new IllegalArgumentException("there is no sink of that name");
        }
        return courier;
    }

    private static <T> CompletableFuture<T> onVirtualThread(String name, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofVirtual().name(name).start(task));
    }

    /** Stops within five seconds: what is being delivered may come to its end, and how far each sink is, is kept. */
    @Override
    public void close() {
        following.close();
        signals.close();
        starter.interrupt();
        join(List.of(starter), TO_STOP);
        couriers.values().forEach(courier -> courier.signals().close());
        List<Thread> threads = couriers.values().stream().map(Courier::thread).toList();
        join(threads, TO_FINISH_A_DELIVERY);
        threads.forEach(Thread::interrupt);
        join(threads, TO_STOP);
        keeper.close();
        join(List.of(keeper.thread()), TO_KEEP);
    }

    private void join(List<Thread> threads, Duration time) {
        Instant end = Instant.now().plus(time);
        try {
            for (Thread thread : threads) {
                if (thread.getState() != Thread.State.NEW) {
                    Duration left = Duration.between(Instant.now(), end);
                    var _ = thread.join(left.isNegative() ? Duration.ZERO : left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
