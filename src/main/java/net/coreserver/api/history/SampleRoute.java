package net.coreserver.api.history;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.StreamRoute;
import net.coreserver.history.SeriesKey;

/** Answers requests for samples with a stream of them. */
@Singleton
final class SampleRoute {

    private static final Pattern PATH = Pattern.compile("/api/v1/targets/([^/]+)/interfaces/([^/]+)/history/samples/?");

    private final SampleStreams streams;
    private final InstantSource clock;

    SampleRoute(SampleStreams streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        StreamRoute.withoutJson(
                        PATH,
                        SampleText.mediaTypes(),
                        (context, path, type) -> answer(context, path, SampleText.of(type)))
                .register(filters);
    }

    private void answer(RoutingContext context, Matcher path, SampleText text) {
        HttpServerRequest request = context.request();
        Query query = Query.of(request, HistoryOperations.LIST_SAMPLES);
        SeriesKey series =
                new SeriesKey(RequestTarget.rawSegment(path.group(1)), RequestTarget.rawSegment(path.group(2)));
        SampleWish wish = new SampleWish(series, TimeRange.of(query, clock.instant()), text, query.counters());
        OpenResponse.Connection connection = OpenResponse.Connection.of(context);
        if (request.method().equals(HttpMethod.HEAD)) {
            connection.writeHead(text.mediaType());
            var _ = context.response().end();
            return;
        }
        streams.open(context, wish, connection);
    }
}
