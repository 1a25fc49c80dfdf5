package net.coreserver.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import net.coreserver.history.series.RawSample;
import net.coreserver.history.series.Samples;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.store.Store;
import net.coreserver.store.StoreFollower;

/**
 * The history, in a store of its own. Snapshots wait until the one thread that writes has its turn, about once a second: so much is
 * lost when the process is killed, and no more. Who reads finds what is written, and what has come in since the last block of its
 * interface.
 */
public final class History implements HistoryReader, StoreFollower, AutoCloseable {

    private final Store store;
    private final SeriesIndex index = new SeriesIndex();
    private final HistoryWriter writer;
    private volatile boolean loaded;

    /**
     * Makes the history of a store that is to be started after that.
     *
     * @param store where it is kept
     * @param settings its bounds
     * @param clock tells the time
     * @param follower is told when it stops, and when it goes on
     */
    public History(Store store, HistorySettings settings, InstantSource clock, HistoryFollower follower) {
        this(store, settings, clock, follower, HistoryWriter.CALM);
    }

    History(Store store, HistorySettings settings, InstantSource clock, HistoryFollower follower, Duration calm) {
        this.store = store;
        this.writer = new HistoryWriter(store, settings, index, clock, follower, calm);
        store.follow(this);
    }

    /** Begins to write. */
    public void start() {
        writer.start();
    }

    /** {@return who has to hear of all targets, so that they have a history} */
    public MonitorListener recorder() {
        return writer.arrivals();
    }

    @Override
    public void load(Connection connection) throws SQLException {
        if (loaded) {
            // What is in memory is newer.
            return;
        }
        Restoring.restore(connection, index, writer.recording());
        loaded = true;
    }

    @Override
    public void maintain(Connection connection) {
        // the writer does, now and then
    }

    @Override
    public CompletableFuture<Optional<Graph>> graph(SeriesKey key, GraphRequest request) {
        Series series = index.find(key).orElse(null);
        if (series == null) {
            return nothing();
        }
        return store.read(connection -> {
            try (BlockReader reader = new BlockReader(connection)) {
                return Optional.of(Graphs.of(reader, series).graph(request));
            }
        });
    }

    /** Nothing, if that is known. */
    private <T> CompletableFuture<Optional<T>> nothing() {
        return loaded
                ? CompletableFuture.completedFuture(Optional.empty())
                : store.read(connection -> Optional.empty());
    }

    @Override
    public CompletableFuture<List<Ranked>> top(TopRequest request) {
        List<Series> wanted = StreamSupport.stream(index.all().spliterator(), false)
                .filter(series -> request.wanted().test(series.key()))
                .toList();
        CompletableFuture<Ranking> ranking = CompletableFuture.completedFuture(new Ranking(request));
        for (int i = 0; i < wanted.size(); i += Ranking.AT_ONCE) {
            List<Series> some = wanted.subList(i, Math.min(wanted.size(), i + Ranking.AT_ONCE));
            ranking = ranking.thenCompose(soFar -> store.read(connection -> soFar.lookAt(connection, some)));
        }
        return ranking.thenApply(Ranking::best);
    }

    @Override
    public CompletableFuture<Optional<List<RawSample>>> samples(SeriesKey key, Instant from, Instant to, int limit) {
        Series series = index.find(key).orElse(null);
        if (series == null) {
            return nothing();
        }
        return store.read(connection -> {
            // First, so that nothing is missing that is put into a block meanwhile.
            List<Samples> fresh = series.fresh();
            Excerpt excerpt = new Excerpt(from.toEpochMilli(), to.toEpochMilli(), limit);
            try (BlockReader reader = new BlockReader(connection)) {
                reader.visit(
                        Tier.SAMPLES,
                        series,
                        from.toEpochMilli(),
                        (first, content) -> excerpt.add(Samples.ofBlock(content)));
            }
            fresh.forEach(excerpt::add);
            return Optional.of(excerpt.samples());
        });
    }

    @Override
    public HistoryReport report() {
        return writer.report();
    }

    /** Writes what waits, within five seconds; to be called before the store is closed. */
    @Override
    public void close() {
        writer.close();
    }
}
