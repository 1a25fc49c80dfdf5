package net.coreserver.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends a connection whose client still sends what nobody is going to read. Closed at once, the kernel would answer the rest
 * with a reset, which makes many a client throw away the answer that it has got already: so the rest is taken and dropped,
 * up to a bound. Source: RFC 9112 section 9.6.
 */
final class LingeringClose {

    /** How much is taken, in octets, and for how long, in milliseconds: the client may be one who never stops. */
    static final long MAX_OCTETS = 16L * RequestLimits.MAX_CONTENT;

    private static final long MAX_MILLIS = 5000;

    private final HttpServerRequest request;
    private long taken;

    private LingeringClose(HttpServerRequest request) {
        this.request = request;
    }

    /** To be called on the event loop once the answer is written. */
    static void of(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        LingeringClose closing = new LingeringClose(request);
        long timer = context.vertx()
                .setTimer(MAX_MILLIS, late -> request.connection().close());
        request.connection().closeHandler(closed -> context.vertx().cancelTimer(timer));
        request.handler(piece -> closing.take(piece.length()));
        request.endHandler(ended -> request.connection().close());
        request.resume();
    }

    private void take(int octets) {
        taken += octets;
        if (taken > MAX_OCTETS) {
            request.connection().close();
        }
    }
}
