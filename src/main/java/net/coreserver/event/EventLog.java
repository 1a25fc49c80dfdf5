package net.coreserver.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import net.coreserver.event.EventTables.Extent;
import net.coreserver.monitor.Registration;
import net.coreserver.store.Intake;
import net.coreserver.store.Store;
import net.coreserver.store.StoreFollower;
import net.coreserver.store.StoreUnavailableException;

/**
 * The log, in the store. What comes in waits until the one thread that writes has its turn; that takes everything that waits at once,
 * so that many events cost hardly more than one. Only what is on the disk is told.
 */
public final class EventLog implements EventRecorder, EventReader, StoreFollower, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EventLog.class.getName());

    /** So many events wait at most, however long the disk takes. */
    static final int MAX_WAITING = 20_000;

    /** So many events are written at once; others who write wait that long at most. */
    private static final int MAX_BATCH = 1_000;

    /** How often it is looked whether something is too old, or was dropped, when nothing happens. */
    private static final Duration TURN = Duration.ofSeconds(1);

    /** How soon it tries again when the store cannot be written. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Store store;
    private final InstantSource clock;
    private final FloodGate gate;
    private final Retention retention;
    private final Intake<LogEntry> intake = new Intake<>(MAX_WAITING, EventLog::weight);
    private final EventTail tail = new EventTail();
    private final MarkWriter markWriter = new MarkWriter();
    private final List<EventFollower> followers = new CopyOnWriteArrayList<>();
    private final Thread writer;
    private volatile long newest;
    private volatile long oldest = 1;

    /**
     * Makes the log of a store that is to be started after that.
     *
     * @param store where it is kept
     * @param settings its bounds
     * @param clock tells the time
     */
    public EventLog(Store store, EventLogSettings settings, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.gate = new FloodGate(settings.floodRate());
        this.retention = new Retention(store, settings, clock, this::trimmed);
        store.follow(this);
        writer = Thread.ofVirtual().name("event-log").start(this::writeUntilClosed);
    }

    /** How much an entry counts; what is not an event costs something, too. */
    private static int weight(LogEntry entry) {
        return Math.max(1, entry.occurrences().size());
    }

    @Override
    public void load(Connection connection) throws SQLException {
        Extent extent = EventTables.extent(connection);
        newest = extent.newest();
        trimmed(extent);
    }

    @Override
    public void maintain(Connection connection) {
        // it is up to date
    }

    private void trimmed(Extent extent) {
        oldest = extent.oldest();
    }

    @Override
    public void record(LogEntry entry) {
        Instant now = clock.instant();
        LogEntry admitted = gate.admit(entry, now);
        if (!intake.offer(admitted)) {
            gate.drop(admitted, FloodGate.Reason.LOG_UNAVAILABLE, now);
        }
    }

    private void writeUntilClosed() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                List<LogEntry> entries = new ArrayList<>(intake.take(MAX_BATCH, TURN));
                goesOn = !intake.isClosed() || !intake.isEmpty();
                gate.summaries(clock.instant(), !goesOn).forEach(summary -> entries.add(summary.entry()));
                if (!entries.isEmpty()) {
                    write(entries);
                }
                retention.keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes entries, as often as it takes. */
    private void write(List<LogEntry> entries) throws InterruptedException {
        while (true) {
            try {
                List<Event> events = store.write(connection -> insert(connection, entries), this::publish);
                if (!events.isEmpty()) {
                    tell();
                }
                return;
            } catch (StoreUnavailableException e) {
                if (intake.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "Events are lost, since the service stops: {0}", e.reason());
                    return;
                }
                intake.pause(PAUSE);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Events are lost by a mistake of ours", e);
                return;
            }
        }
    }

    private List<Event> insert(Connection connection, List<LogEntry> entries) throws SQLException {
        List<Occurrence> occurrences = new ArrayList<>();
        List<NotificationMark> marks = new ArrayList<>();
        for (LogEntry entry : entries) {
            occurrences.addAll(entry.occurrences());
            marks.addAll(entry.marks());
            Baseline baseline = entry.baseline();
            if (baseline != null) {
                // First, since a target that is gone takes its marks along.
                markWriter.insert(connection, marks);
                marks.clear();
                MemoryTables.keep(connection, baseline);
            }
        }
        markWriter.insert(connection, marks);
        return occurrences.isEmpty() ? List.of() : EventTables.insert(connection, occurrences);
    }

    /** On the thread of the store, once they are on the disk, and before anything else is written. */
    private void publish(List<Event> events) {
        if (!events.isEmpty()) {
            tail.add(events);
            newest = events.getLast().id();
        }
    }

    private void tell() {
        long now = newest;
        for (EventFollower follower : followers) {
            try {
                follower.appended(now);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A follower of the log failed", e);
            }
        }
    }

    @Override
    public long newest() {
        return newest;
    }

    @Override
    public CompletableFuture<EventBatch> after(long id, EventFilter filter, int limit) {
        long end = newest;
        if (end == 0 || id >= end) {
            // Whether that is so, or whether nothing can be known now, is up to the store.
            return store.isLoaded()
                    ? CompletableFuture.completedFuture(new EventBatch(List.of(), Math.max(id, end), oldest))
                    : store.read(connection -> new EventBatch(List.of(), id, oldest));
        }
        long first = Math.max(id + 1, oldest);
        Optional<List<Event>> fresh = tail.between(first, end, filter, limit);
        if (fresh.isPresent()) {
            return CompletableFuture.completedFuture(batch(fresh.get(), limit, end, oldest));
        }
        long last = Math.min(end, first + EventReader.STRETCH - 1);
        return read(first, last, true, filter, limit);
    }

    @Override
    public CompletableFuture<EventBatch> before(long id, EventFilter filter, int limit) {
        long last = Math.min(id - 1, newest);
        long first = Math.max(oldest, last - EventReader.STRETCH + 1);
        return read(first, last, false, filter, limit);
    }

    private CompletableFuture<EventBatch> read(
            long first, long last, boolean isForwards, EventFilter filter, int limit) {
        return store.read(connection -> {
            // Of the same moment: what has just been taken away is missing, and it shows.
            Extent extent = EventTables.extent(connection);
            List<Event> found = EventTables.select(connection, first, last, isForwards, filter, limit);
            return batch(found, limit, isForwards ? last : first, extent.oldest());
        });
    }

    /** What was found, up to the end of what was looked at unless there were more than were asked for. */
    private static EventBatch batch(List<Event> found, int limit, long end, long oldest) {
        return new EventBatch(found, found.size() == limit ? found.getLast().id() : end, oldest);
    }

    @Override
    public CompletableFuture<Optional<Event>> find(long id) {
        return store.read(connection -> EventTables.select(connection, id, id, true, EventFilter.ALL, 1).stream()
                .findFirst());
    }

    @Override
    public Registration follow(EventFollower follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @Override
    public CompletableFuture<List<NotificationMark>> marks(String target, String stream) {
        return store.read(connection -> MemoryTables.selectMarks(connection, target, stream));
    }

    @Override
    public CompletableFuture<Optional<Baseline>> baseline(String target) {
        return store.read(connection -> MemoryTables.selectBaseline(connection, target));
    }

    /** Writes what waits, within five seconds; what is recorded after that is lost. To be called before the store is closed. */
    @Override
    public void close() {
        intake.close();
        try {
            if (!writer.join(CLOSE_TIMEOUT)) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
