package net.coreserver.api;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The links of a page. Source: RFC 8288. */
final class Links {

    private Links() {}

    /** The field that leads from a page to the next; null when there is none. Relative, so that it holds behind a proxy. */
    static @Nullable String next(HttpServerRequest request, Query query, @Nullable String next) {
        return next == null ? null : "<%s?%s>; rel=\"next\"".formatted(request.path(), query.with("after", next));
    }
}
