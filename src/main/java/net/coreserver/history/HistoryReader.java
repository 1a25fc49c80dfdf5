package net.coreserver.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.coreserver.history.series.RawSample;

/**
 * Where the history is read. Safe for use by any number of threads; no method blocks. What is returned may complete on a thread that
 * belongs to the history, so that dependent stages must not block; it completes with a {@link
 * net.coreserver.store.StoreUnavailableException} when nothing can be read.
 */
public interface HistoryReader {

    /**
     * Draws a graph.
     *
     * @param series whose
     * @param request what of it
     * @return the graph; empty when nothing at all is kept of this interface
     */
    CompletableFuture<Optional<Graph>> graph(SeriesKey series, GraphRequest request);

    /**
     * Looks for those that had most.
     *
     * @param request of what
     * @return the ranked ones, the highest first; without those of which nothing is known for this time
     */
    CompletableFuture<List<Ranked>> top(TopRequest request);

    /**
     * Reads samples as they were kept.
     *
     * @param series whose
     * @param from the first may be of this time
     * @param to they are all before this time
     * @param limit how many at most; if there are so many, there may be more after the last
     * @return the samples, the oldest first; empty when nothing at all is kept of this interface
     */
    CompletableFuture<Optional<List<RawSample>>> samples(SeriesKey series, Instant from, Instant to, int limit);

    /** {@return how it goes} */
    HistoryReport report();
}
