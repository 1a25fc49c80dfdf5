package net.coreserver.api.event;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.regex.Pattern;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.StreamRoute;

/** Answers with a stream where a request wants that rather than pages. */
@Singleton
final class LogStreamRoute {

    private static final Pattern PATH = Pattern.compile("/api/v1/events/?");
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final LogStreams streams;
    private final InstantSource clock;

    LogStreamRoute(LogStreams streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        new StreamRoute(
                        PATH,
                        Arrays.stream(StreamFormat.values())
                                .map(StreamFormat::mediaType)
                                .toList(),
                        (context, path, type) -> answer(context, StreamFormat.of(type)))
                .register(filters);
    }

    private void answer(RoutingContext context, StreamFormat format) {
        HttpServerRequest request = context.request();
        Query query = Query.of(request, EventOperations.LIST_EVENTS);
        StreamWish wish = StreamWish.of(format, query, request.getHeader(LAST_EVENT_ID), clock.instant());
        OpenResponse.Connection connection = OpenResponse.Connection.of(context);
        if (request.method().equals(HttpMethod.HEAD)) {
            connection.writeHead(format.mediaType());
            var _ = context.response().end();
            return;
        }
        streams.open(context, wish, connection);
    }
}
