package net.coreserver.api.event;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.event.Event;
import net.coreserver.event.EventBatch;
import net.coreserver.event.EventReader;
import net.coreserver.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * One client that reads the log. It remembers how far it has come, and nothing else: while the client takes what is written, the
 * next events are read, a few at a time. Whether they come from the disk or have just happened is all the same.
 */
final class LogStream extends OpenResponse {

    private static final System.Logger LOG = System.getLogger(LogStream.class.getName());

    /** So many events are read at once. */
    static final int BATCH = 128;

    /** When so many numbers have gone by without an event for the client, it is told how far it has come. */
    static final int SILENT_STRETCH = 1_000;

    /** How soon it reads again when the log could not be read. */
    private static final long RETRY_MILLIS = 1_000;

    /** So often it is tried where the client waits for the end. Who follows is used to waiting. */
    private static final int MAX_FAILURES_BEFORE_END = 30;

    private final EventReader log;
    private final RecentTexts texts;
    private final StreamWish wish;

    // Of the event loop alone.
    private long cursor;
    private long told;
    private long end = Long.MAX_VALUE;
    private @Nullable GapEventJson gap;
    private boolean isReading;
    private int failures;

    /**
     * Makes a stream.
     *
     * @param texts shared by all streams
     * @param connection what it is written to
     */
    LogStream(EventReader log, RecentTexts texts, StreamWish wish, Connection connection) {
        super(connection);
        this.log = log;
        this.texts = texts;
        this.wish = wish;
    }

    /**
     * Begins, as soon as something could be read; on the event loop.
     *
     * @param opened is called there before anything is written
     * @param failed is called there in its place when nothing can be read, or not what is wanted
     */
    void open(Runnable opened, Consumer<Throwable> failed) {
        // What the newest event is, the log knows once it could be read; so it is asked for something first.
        read(
                Long.MAX_VALUE,
                nothing -> {
                    try {
                        begin(nothing.oldest());
                    } catch (ProblemException e) {
                        failed.accept(e);
                        return;
                    }
                    isReading = true;
                    read(
                            cursor,
                            first -> {
                                opened.run();
                                start(wish.format().prologue(cursor));
                                take(first);
                            },
                            failed);
                },
                failed);
    }

    private void begin(long oldest) {
        long newest = log.newest();
        if (!wish.isFollowing()) {
            end = newest;
        }
        cursor = switch (wish.start()) {
            case StreamWish.Start.Now _ -> newest;
            case StreamWish.Start.Behind(long id) when id <= newest -> id;
            case StreamWish.Start.Behind(long id) -> behindUnknown(id, oldest, newest);
            case StreamWish.Start.Unknown _ -> behindUnknown(null, oldest, newest);
        };
        told = cursor;
    }

    /** There is no telling what has happened since an event of another log; nor can a line of events tell that. */
    private long behindUnknown(@Nullable Long id, long oldest, long newest) {
        gap = switch (wish.format()) {
            case EVENT_STREAM ->
                new GapEventJson(
                        id,
                        oldest,
                        "This log has given no event of that id, its newest is %d; it goes on with what happens from now on."
                                .formatted(newest));
            case LINES ->
                throw Problems.invalidParameter(
                        StreamWish.AFTER, "(or Last-Event-ID) is none of this log, whose newest event is " + newest);
        };
        return newest;
    }

    /** Reads, and comes back to the event loop with what came of it. */
    private void read(long after, Consumer<EventBatch> found, Consumer<Throwable> failed) {
        var _ = log.after(after, wish.filter(), BATCH)
                .whenComplete((batch, failure) -> later(() -> {
                    if (failure == null) {
                        found.accept(batch);
                    } else {
                        failed.accept(failure);
                    }
                }));
    }

    /** There are new events; on any thread. */
    void wake() {
        writeSoon();
    }

    @Override
    protected boolean writeNext() {
        if (!isReading && cursor < log.newest()) {
            isReading = true;
            read(cursor, this::take, this::retry);
        }
        return false;
    }

    private void take(EventBatch batch) {
        isReading = false;
        failures = 0;
        Buffer octets = Buffer.buffer();
        noteRemoved(batch);
        if (gap != null) {
            wish.format().appendGap(octets, cursor, gap);
            gap = null;
        }
        for (Event event : batch.events()) {
            if (event.id() <= end) {
                wish.format().append(octets, event.id(), texts.of(event));
                told = event.id();
            }
        }
        cursor = Math.max(cursor, batch.upTo());
        if (cursor - told >= SILENT_STRETCH) {
            wish.format().appendProgress(octets, cursor);
            told = cursor;
        }
        if (octets.length() > 0) {
            write(octets);
        }
        if (cursor >= end) {
            endNow();
        } else {
            writeSoon();
        }
    }

    /** Events that were still to come have gone from the log: before the client came, or because it is that slow. */
    private void noteRemoved(EventBatch batch) {
        boolean isRemoved = cursor > 0
                && batch.oldest() > cursor + 1
                && (batch.events().isEmpty() || batch.events().getFirst().id() >= batch.oldest());
        if (isRemoved) {
            gap = new GapEventJson(
                    cursor,
                    batch.oldest(),
                    "The events %d to %d are not kept any more; it goes on from the oldest."
                            .formatted(cursor + 1, batch.oldest() - 1));
            cursor = batch.oldest() - 1;
            told = cursor;
        }
    }

    private void retry(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (!(cause instanceof StoreUnavailableException)) {
            LOG.log(System.Logger.Level.ERROR, "A stream of events ends by a mistake of ours", failure);
            breakOff();
        } else if (!wish.isFollowing() && ++failures == MAX_FAILURES_BEFORE_END) {
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
        return wish.format().heartbeat();
    }

    @Override
    protected void forget() {
        // nothing waits here: it is all in the log
    }
}
