package net.coreserver.api.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import net.coreserver.history.Graph;
import net.coreserver.history.GraphRequest;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.HistoryReport;
import net.coreserver.history.HistoryState;
import net.coreserver.history.Ranked;
import net.coreserver.history.SeriesKey;
import net.coreserver.history.TopRequest;
import net.coreserver.history.series.RawSample;
import org.jspecify.annotations.Nullable;

/** The history that a test puts there; it remembers what it was asked for. */
@Alternative
@Singleton
public class FakeHistory implements HistoryReader {

    private static final HistoryReport KEPT = new HistoryReport(HistoryState.Kept.KEPT, 0, 0, 0, 0, 0, 0, 0);

    private final Map<SeriesKey, Function<GraphRequest, Graph>> graphs = new ConcurrentHashMap<>();
    private final Map<SeriesKey, List<RawSample>> samples = new ConcurrentHashMap<>();
    private final List<GraphRequest> graphRequests = new CopyOnWriteArrayList<>();
    private final List<TopRequest> topRequests = new CopyOnWriteArrayList<>();
    private final List<Instant> sampleRequests = new CopyOnWriteArrayList<>();
    private volatile Function<TopRequest, CompletableFuture<List<Ranked>>> top =
            request -> CompletableFuture.completedFuture(List.of());
    private volatile HistoryReport report = KEPT;
    private final Queue<RuntimeException> sampleFailures = new ConcurrentLinkedQueue<>();
    private volatile @Nullable RuntimeException failure;

    /** From now on nothing is kept, and nobody has asked for anything. */
    public void forget() {
        graphs.clear();
        samples.clear();
        graphRequests.clear();
        topRequests.clear();
        sampleRequests.clear();
        sampleFailures.clear();
        top = request -> CompletableFuture.completedFuture(List.of());
        report = KEPT;
        failure = null;
    }

    public void showGraph(String target, String name, Function<GraphRequest, Graph> drawing) {
        graphs.put(new SeriesKey(target, name), drawing);
    }

    public void showSamples(String target, String name, List<RawSample> kept) {
        samples.put(new SeriesKey(target, name), List.copyOf(kept));
    }

    public void showTop(Function<TopRequest, CompletableFuture<List<Ranked>>> ranking) {
        top = ranking;
    }

    public void reports(HistoryReport now) {
        report = now;
    }

    public void isIn(HistoryState state) {
        report = new HistoryReport(state, 0, 0, 0, 0, 0, 0, 0);
    }

    /** From now on nothing can be read, or, with null, it can again. */
    public void fail(@Nullable RuntimeException reason) {
        failure = reason;
    }

    /** So many times samples cannot be read from now on, and then they can again. */
    public void failSamples(int times, RuntimeException reason) {
        for (int i = 0; i < times; i++) {
            sampleFailures.add(reason);
        }
    }

    public List<GraphRequest> graphRequests() {
        return graphRequests;
    }

    public List<TopRequest> topRequests() {
        return topRequests;
    }

    /** From when on samples were asked for, page by page. */
    public List<Instant> sampleRequests() {
        return sampleRequests;
    }

    @Override
    public CompletableFuture<Optional<Graph>> graph(SeriesKey series, GraphRequest request) {
        graphRequests.add(request);
        RuntimeException reason = failure;
        return reason == null
                ? CompletableFuture.completedFuture(
                        Optional.ofNullable(graphs.get(series)).map(drawing -> drawing.apply(request)))
                : CompletableFuture.failedFuture(reason);
    }

    @Override
    public CompletableFuture<List<Ranked>> top(TopRequest request) {
        topRequests.add(request);
        RuntimeException reason = failure;
        return reason == null ? top.apply(request) : CompletableFuture.failedFuture(reason);
    }

    @Override
    public CompletableFuture<Optional<List<RawSample>>> samples(SeriesKey series, Instant from, Instant to, int limit) {
        sampleRequests.add(from);
        RuntimeException once = sampleFailures.poll();
        RuntimeException reason = once == null ? failure : once;
        return reason == null
                ? CompletableFuture.completedFuture(Optional.ofNullable(samples.get(series))
                        .map(kept -> kept.stream()
                                .filter(sample -> sample.at() >= from.toEpochMilli() && sample.at() < to.toEpochMilli())
                                .limit(limit)
                                .toList()))
                : CompletableFuture.failedFuture(reason);
    }

    @Override
    public HistoryReport report() {
        return report;
    }
}
