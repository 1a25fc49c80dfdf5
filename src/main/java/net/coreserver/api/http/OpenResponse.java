package net.coreserver.api.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An answer that goes on for as long as its client listens. There may be something to write at any time, from any thread; it is
 * written on the event loop of the connection, one thing at a time, and only while the client takes it. So whoever is slow
 * holds nobody up.
 */
public abstract class OpenResponse {

    /** A client that has taken nothing for so many heartbeats, while there was something for it, has gone. */
    public static final int MAX_SILENT_BEATS = 4;

    private static final CharSequence ACCEL_BUFFERING = HttpHeaders.createOptimized("X-Accel-Buffering");

    /**
     * What is written to.
     *
     * @param eventLoop of the connection
     * @param response whose head may not have been sent yet
     * @param cut ends it at once, whatever is still on the way
     */
    public record Connection(Context eventLoop, HttpServerResponse response, Runnable cut) {

        /**
         * That of a request; to be called on its event loop.
         *
         * @param context the request
         * @return what the answer is written to
         */
        public static Connection of(RoutingContext context) {
            HttpServerRequest request = context.request();
            return new Connection(context.vertx().getOrCreateContext(), context.response(), () -> cut(request));
        }

        /** A connection that is closed in order is first flushed, which a client that takes nothing keeps from ever ending. */
        private static void cut(HttpServerRequest request) {
            if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
                var _ = connection.channelHandlerContext().close();
            } else {
                request.response().reset();
            }
        }

        /**
         * Says what is going to come.
         *
         * @param mediaType of the answer
         */
        public void writeHead(String mediaType) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader(HttpHeaders.VARY, "Accept")
                    .putHeader(ACCEL_BUFFERING, "no");
        }
    }

    private final Connection connection;
    private final AtomicBoolean writesSoon = new AtomicBoolean();

    // Of the event loop alone.
    private boolean hasStarted;
    private boolean hasEnded;
    private boolean hasDrained;
    private int silentBeats;

    /**
     * Makes an answer that has not begun.
     *
     * @param connection what it is written to
     */
    protected OpenResponse(Connection connection) {
        this.connection = connection;
    }

    /**
     * Writes the next thing, if there is one; called on the event loop, while the client takes what is written.
     *
     * @return whether there is more to write already
     */
    protected abstract boolean writeNext();

    /**
     * What shows the client, and whatever is on the way to it, that the answer goes on.
     *
     * @return its octets; null where the format has nothing of the kind
     */
    protected abstract @Nullable Buffer heartbeat();

    /** Forgets what there was to write: nobody is going to get it. Called on the event loop. */
    protected abstract void forget();

    /**
     * Begins with the body, once the head says what it is; on the event loop.
     *
     * @param prologue what is written before anything else; may be empty
     */
    public final void start(Buffer prologue) {
        HttpServerResponse response = connection.response();
        response.setChunked(true);
        hasStarted = true;
        var _ = response.write(prologue);
        response.drainHandler(drained -> {
            hasDrained = true;
            writeSoon();
        });
        writeSoon();
    }

    /** Comes back for what there is to write; on any thread. */
    protected final void writeSoon() {
        if (writesSoon.compareAndSet(false, true)) {
            connection.eventLoop().runOnContext(ignored -> writeOne());
        }
    }

    /** Writes one thing and comes back for the next, so that others have their turn in between. */
    private void writeOne() {
        writesSoon.set(false);
        if (!hasStarted || hasEnded || connection.response().writeQueueFull()) {
            // In the last case it goes on when the queue has drained.
            return;
        }
        if (writeNext() && !hasEnded) {
            writeSoon();
        }
    }

    /**
     * Writes; on the event loop.
     *
     * @param octets what
     */
    protected final void write(Buffer octets) {
        if (!hasEnded) {
            var _ = connection.response().write(octets);
        }
    }

    /** Ends the answer after what was written; on the event loop. */
    protected final void endNow() {
        if (!hasEnded) {
            var _ = connection.response().end();
        }
    }

    /** Breaks the answer off, so that the client sees that something is missing; on the event loop. */
    protected final void breakOff() {
        connection.cut().run();
    }

    /**
     * Does something on the event loop, unless the answer has ended by then; on any thread.
     *
     * @param task does not block
     */
    protected final void later(Runnable task) {
        connection.eventLoop().runOnContext(ignored -> {
            if (!hasEnded) {
                task.run();
            }
        });
    }

    /**
     * Does something on the event loop after some time, unless the answer has ended by then; on any thread.
     *
     * @param millis how long to wait
     * @param task does not block
     */
    protected final void later(long millis, Runnable task) {
        var _ = connection.eventLoop().owner().setTimer(millis, ignored -> later(task));
    }

    /** Ends the answer from our side; on any thread. */
    final void end() {
        later(this::endNow);
    }

    /** On any thread. */
    final void beat() {
        later(this::beatNow);
    }

    private void beatNow() {
        if (!hasStarted) {
            return;
        }
        if (!connection.response().writeQueueFull()) {
            silentBeats = 0;
            Buffer sign = heartbeat();
            if (sign != null) {
                write(sign);
            }
        } else if (hasDrained) {
            silentBeats = 0;
        } else if (++silentBeats == MAX_SILENT_BEATS) {
            breakOff();
        }
        hasDrained = false;
    }

    /** The connection is gone, or the answer has ended: nothing is written from now on; on the event loop. */
    final void ended() {
        hasEnded = true;
        forget();
    }
}
