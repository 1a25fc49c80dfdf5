package net.coreserver.event;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;

/** A log over a store of its own, both closed together. */
public final class Logs implements AutoCloseable {

    static final EventLogSettings ROOMY = new EventLogSettings(Duration.ofDays(10_000), 1L << 40, 1_000_000);

    public final Store store;
    public final EventLog log;

    private Logs(Path directory, EventLogSettings settings, InstantSource clock) {
        store = new Store(
                directory.resolve("coreserver.db"),
                Migrations.CORESERVER,
                Upkeep.RECORDS,
                clock,
                Duration.ofMillis(20));
        log = new EventLog(store, settings, clock);
    }

    /** A log that is open. */
    public static Logs in(Path directory) {
        return in(directory, ROOMY, InstantSource.system());
    }

    static Logs in(Path directory, EventLogSettings settings, InstantSource clock) {
        Logs logs = notYetStarted(directory, settings, clock);
        logs.store.start(Duration.ofSeconds(60));
        return logs;
    }

    static Logs notYetStarted(Path directory, EventLogSettings settings, InstantSource clock) {
        return new Logs(directory, settings, clock);
    }

    static Occurrence occurrence(Instant at, String target, EventKind kind, String message) {
        return Occurrence.ofTarget(at, target, kind, message, EventData.of(Map.of("of", target)));
    }

    /** Everything that fits, the oldest first. */
    static List<Event> forwards(EventReader log, long from, EventFilter filter, int limit) {
        List<Event> all = new ArrayList<>();
        long at = from;
        while (true) {
            EventBatch batch = log.after(at, filter, limit).join();
            all.addAll(batch.events());
            if (batch.upTo() >= log.newest()) {
                return all;
            }
            at = batch.upTo();
        }
    }

    /** Everything that fits, the newest first. */
    static List<Event> backwards(EventReader log, EventFilter filter, int limit) {
        List<Event> all = new ArrayList<>();
        long at = Long.MAX_VALUE;
        while (true) {
            EventBatch batch = log.before(at, filter, limit).join();
            all.addAll(batch.events());
            if (batch.upTo() <= batch.oldest()) {
                return all;
            }
            at = batch.upTo();
        }
    }

    @Override
    public void close() {
        log.close();
        store.close();
    }
}
