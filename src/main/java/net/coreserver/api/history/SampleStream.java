package net.coreserver.api.history;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.series.RawSample;
import net.coreserver.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** One client that reads samples. It remembers how far it has come, and reads the next page while the client takes what is written. */
final class SampleStream extends OpenResponse {

    private static final System.Logger LOG = System.getLogger(SampleStream.class.getName());

    /** So many samples are read at once. */
    static final int PAGE = 512;

    /** How soon it reads again when the history could not be read. */
    private static final long RETRY_MILLIS = 1_000;

    /** So often it is tried, for somebody waits for the end. */
    private static final int MAX_FAILURES = 30;

    private final HistoryReader history;
    private final SampleWish wish;

    // Of the event loop alone.
    private Instant next;
    private boolean isReading;
    private int failures;

    SampleStream(HistoryReader history, SampleWish wish, Connection connection) {
        super(connection);
        this.history = history;
        this.wish = wish;
        this.next = wish.range().from();
    }

    /** Where it ends that a stream begins: in one of the three, on the event loop. */
    interface Opening {

        /** Something can be read; nothing is written yet. */
        void opened();

        /** Nothing at all is kept of the interface; {@link #beginEmpty()} may come next. */
        void nothingKept();

        /** Nothing can be read. */
        void failed(Throwable failure);
    }

    /** Begins, as soon as something could be read; on the event loop. */
    void open(Opening opening) {
        isReading = true;
        read(
                page -> {
                    if (page.isEmpty()) {
                        opening.nothingKept();
                    } else {
                        opening.opened();
                        start(wish.text().prologue());
                        take(page.get());
                    }
                },
                opening::failed);
    }

    /** Begins and ends without any sample; on the event loop. */
    void beginEmpty() {
        start(wish.text().prologue());
        endNow();
    }

    /** Does something with what is found elsewhere for this stream, on the event loop, unless the client has gone by then. */
    void onLoop(Runnable task) {
        later(task);
    }

    /** Reads, and comes back to the event loop with what came of it. */
    private void read(Consumer<Optional<List<RawSample>>> found, Consumer<Throwable> failed) {
        var _ = history.samples(wish.series(), next, wish.range().to(), PAGE)
                .whenComplete((page, failure) -> later(() -> {
                    if (failure == null) {
                        found.accept(page);
                    } else {
                        failed.accept(failure);
                    }
                }));
    }

    @Override
    protected boolean writeNext() {
        if (!isReading) {
            isReading = true;
            read(page -> take(page.orElse(List.of())), this::retry);
        }
        return false;
    }

    private void take(List<RawSample> page) {
        isReading = false;
        failures = 0;
        if (!page.isEmpty()) {
            write(wish.text().of(page, wish.counters()));
            next = Instant.ofEpochMilli(page.getLast().at() + 1);
        }
        if (page.size() < PAGE || !next.isBefore(wish.range().to())) {
            endNow();
        } else {
            writeSoon();
        }
    }

    private void retry(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (!(cause instanceof StoreUnavailableException)) {
            LOG.log(System.Logger.Level.ERROR, "A stream of samples ends by a mistake of ours", failure);
            breakOff();
        } else if (++failures == MAX_FAILURES) {
            breakOff();
        } else {
            later(RETRY_MILLIS, () -> {
                isReading = false;
                writeSoon();
            });
        }
    }

    @Override
    protected @Nullable Buffer heartbeat() {
        return null;
    }

    @Override
    protected void forget() {
        // nothing waits here: it is all in the history
    }
}
