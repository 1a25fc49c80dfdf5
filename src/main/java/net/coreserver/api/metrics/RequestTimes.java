package net.coreserver.api.metrics;

import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.PathTemplates;
import net.coreserver.metrics.ServiceMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Times all requests, those too that are refused before they get to a resource. A path counts as its template, so that clients cannot
 * make up meters. Streams, which last for as long as their clients like, are left out.
 */
@Singleton
final class RequestTimes {

    /** Before everything else, the guard too. */
    private static final int FIRST = 1_000_001;

    private static final String TIMED = RequestTimes.class.getName();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> STREAMS = Set.of(MediaRanges.EVENT_STREAM, MediaRanges.NDJSON);

    private final ServiceMetrics metrics;
    private final PathTemplates templates;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /** Requests that are timed as one. */
    private record Kind(String method, String template, int status) {

        String outcome() {
            return switch (status / 100) {
                case 1 -> "INFORMATIONAL";
                case 2 -> "SUCCESS";
                case 3 -> "REDIRECTION";
                case 4 -> "CLIENT_ERROR";
                default -> "SERVER_ERROR";
            };
        }
    }

    RequestTimes(ServiceMetrics metrics, PathTemplates templates) {
        this.metrics = metrics;
        this.templates = templates;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext context) {
        // One that is routed anew comes by again.
        if (context.get(TIMED) == null) {
            context.put(TIMED, true);
            @Nullable String path = context.request().path();
            long begun = System.nanoTime();
            context.addEndHandler(ended -> end(context, path, System.nanoTime() - begun));
        }
        context.next();
    }

    private void end(RoutingContext context, @Nullable String path, long nanos) {
        String type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
        if (type != null && STREAMS.contains(type)) {
            return;
        }
        String method = context.request().method().name();
        Kind kind = new Kind(
                METHODS.contains(method) ? method : PathTemplates.OTHER,
                templates.of(path),
                context.response().getStatusCode());
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("How long requests took, streams left out.")
                .tag("method", kind.method())
                .tag("uri", kind.template())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", kind.outcome())
                .register(metrics.registry());
    }
}
