package net.coreserver.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.coreserver.history.series.RawSample;

/** Where no history is wanted. */
public enum NoHistory implements HistoryReader {
    /** The only one. */
    NO_HISTORY;

    @Override
    public CompletableFuture<Optional<Graph>> graph(SeriesKey series, GraphRequest request) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<List<Ranked>> top(TopRequest request) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Optional<List<RawSample>>> samples(SeriesKey series, Instant from, Instant to, int limit) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public HistoryReport report() {
        return new HistoryReport(HistoryState.Off.OFF, 0, 0, 0, 0, 0, 0, 0);
    }
}
