package net.coreserver.api.http;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The links of a page. Source: RFC 8288. */
public final class Links {

    private Links() {}

    /**
     * The field that leads from a page to the next; null when there is none. Relative, so that it holds behind a proxy.
     *
     * @param request for the page
     * @param query of the request
     * @param next the text of the cursor at which the page ended; null when it is the last
     * @return the field; null when there is none
     */
    public static @Nullable String next(HttpServerRequest request, Query query, @Nullable String next) {
        return next == null ? null : "<%s?%s>; rel=\"next\"".formatted(request.path(), query.with("after", next));
    }
}
