package net.coreserver.event.sink;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.coreserver.event.EventData;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;

/** A store, a log, and sinks over them, whose time is held. */
final class SinkFixture implements AutoCloseable {

    final InMemoryEvents log = new InMemoryEvents();
    final HeldClock clock = new HeldClock();
    final ScriptedOutlets outlets = new ScriptedOutlets();
    private final Path database;
    private Store store;

    SinkFixture(Path directory) {
        database = directory.resolve("coreserver.db");
        store = open();
    }

    private Store open() {
        Store opened = new Store(
                database, Migrations.CORESERVER, Upkeep.RECORDS, InstantSource.system(), Duration.ofSeconds(1));
        opened.start(Duration.ofSeconds(30));
        return opened;
    }

    Store store() {
        return store;
    }

    Path database() {
        return database;
    }

    /** Waits until as many sinks have begun, which they do at the newest event. */
    void awaitBegun(int sinks) {
        await().until(() -> store.write(SinkTables::load, ignored -> {}).size() == sinks);
    }

    /** What the store has as the cursor of a sink; -1 when it has none. */
    long keptCursor(String sink) {
        SinkTables.Kept kept = store.write(SinkTables::load, ignored -> {}).get(sink);
        return kept == null ? -1 : kept.standing().cursor();
    }

    void closeStore() {
        store.close();
    }

    void reopenStore() {
        store.close();
        store = open();
    }

    /** Sinks that have begun; scripted ones, and no wait is at random. */
    Sinks start(SinkSettings... settings) {
        Sinks sinks = new Sinks(List.of(settings), log, log, store, clock, outlets, new RetryPause(() -> 1));
        sinks.start();
        return sinks;
    }

    /** Sinks that have begun, with all that is real but the time. */
    Sinks startReal(SinkSettings... settings) {
        Sinks sinks =
                new Sinks(List.of(settings), log, log, store, clock, Outlets.real(clock), new RetryPause(() -> 1));
        sinks.start();
        return sinks;
    }

    /** What nobody looks at but the script of that name. */
    static SinkSettings scripted(String name) {
        return settings(name, new Destination.JsonLines(Path.of(name)));
    }

    static SinkSettings settings(String name, Destination destination) {
        return new SinkSettings(name, true, EventFilter.ALL, Duration.ofDays(1), destination);
    }

    /** Something that happens now. */
    void happen(int count) {
        for (int i = 0; i < count; i++) {
            log.record(
                    occurrence(clock.instant(), EventKind.LINK_DOWN, "edge-1").entry());
        }
    }

    static Occurrence occurrence(Instant at, EventKind kind, String target) {
        return new Occurrence(
                at,
                null,
                target,
                "eth0",
                kind,
                Severity.WARNING,
                "The interface eth0 is down",
                EventData.of(Map.of("after", "down")));
    }

    static SinkState state(Sinks sinks, String name) {
        return sinks.find(name).orElseThrow();
    }

    @Override
    public void close() {
        store.close();
    }
}
