package net.coreserver.history;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.coreserver.history.series.Line;
import net.coreserver.history.series.Points;
import net.coreserver.history.series.RawSample;
import net.coreserver.interfaces.Metric;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.StoreState;
import net.coreserver.store.Upkeep;
import org.jspecify.annotations.Nullable;

/** A history over a store of its own, both closed together. */
final class Histories implements AutoCloseable {

    static final HistorySettings ROOMY =
            new HistorySettings(true, 1L << 30, Duration.ofDays(3_000), Duration.ofDays(3_000), Duration.ofDays(3_000));

    final Store store;
    final History history;
    /** What its follower was told. */
    final Queue<String> told = new ConcurrentLinkedQueue<>();

    private Histories(Path directory, HistorySettings settings, InstantSource clock) {
        store = new Store(
                directory.resolve("history.db"), Migrations.HISTORY, Upkeep.BULK, clock, Duration.ofMillis(20));
        history = new History(
                store,
                settings,
                clock,
                new HistoryFollower() {
                    @Override
                    public void stopped(String reason) {
                        told.add("stopped: " + reason);
                    }

                    @Override
                    public void resumed(long samplesLost) {
                        told.add("resumed: " + samplesLost);
                    }
                },
                Duration.ZERO);
    }

    /** One that is open. */
    static Histories in(Path directory, HistorySettings settings, InstantSource clock) {
        Histories histories = new Histories(directory, settings, clock);
        histories.store.start(Duration.ofSeconds(60));
        histories.history.start();
        return histories;
    }

    static Histories in(Path directory) {
        return in(directory, ROOMY, InstantSource.system());
    }

    /** A poll has seen something. */
    void saw(SeenTarget target) {
        history.recorder().observed(target, target.latest());
    }

    void awaitKept(long samples) {
        await().atMost(Duration.ofSeconds(60)).until(() -> history.report().samplesKept() >= samples);
    }

    void awaitAvailable() {
        await().atMost(Duration.ofSeconds(60)).until(() -> store.state() == StoreState.Available.AVAILABLE);
    }

    /** All that is kept of an interface. */
    List<RawSample> samples(String target, String interfaceName) {
        return history.samples(
                        new SeriesKey(target, interfaceName), Instant.EPOCH, Instant.ofEpochMilli(1L << 50), 1 << 20)
                .join()
                .orElse(List.of());
    }

    Graph graph(String target, String interfaceName, Instant from, Instant to, @Nullable Duration step, Metric metric) {
        return history.graph(
                        new SeriesKey(target, interfaceName),
                        new GraphRequest(List.of(Line.of(metric)), from, to, step))
                .join()
                .orElseThrow();
    }

    Points points(String target, String interfaceName, Instant from, Instant to, Duration step, Metric metric) {
        return graph(target, interfaceName, from, to, step, metric).points().getFirst();
    }

    long count(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    /** How much of the file is in use. */
    long usedOctets() {
        return (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size");
    }

    /** How large the file is. */
    long fileOctets() {
        return number("PRAGMA page_count") * number("PRAGMA page_size");
    }

    private long number(String query) {
        return store.read(connection -> {
                    try (var statement = connection.createStatement();
                            var row = statement.executeQuery(query)) {
                        row.next();
                        return row.getLong(1);
                    }
                })
                .join();
    }

    @Override
    public void close() {
        history.close();
        store.close();
    }
}
