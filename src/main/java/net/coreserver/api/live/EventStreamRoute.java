package net.coreserver.api.live;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.api.http.EventText;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.RouterProblems;
import net.coreserver.api.interfaces.Form;
import net.coreserver.api.interfaces.InterfaceFilter;
import net.coreserver.api.interfaces.InterfaceOperations;
import net.coreserver.api.interfaces.Listing;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.targets.TargetFilter;
import net.coreserver.api.targets.Targets;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a stream of events where a request wants that rather than JSON. It stands before the resources, since a
 * stream is written straight to the connection; all other requests pass with a look at their {@code Accept}.
 */
@Singleton
final class EventStreamRoute {

    /** Behind the guard and whatever may come to ask who is there; before the resources. */
    private static final int LAST = 10;

    private static final Pattern PATH = Pattern.compile("/api/v1/(?:targets/([^/]+)/)?interfaces/?");
    private static final CharSequence LAST_EVENT_ID = HttpHeaders.createOptimized("Last-Event-ID");
    private static final CharSequence ACCEL_BUFFERING = HttpHeaders.createOptimized("X-Accel-Buffering");

    /** Those that were lost together do not come back together. */
    private static final int MIN_RETRY_MILLIS = 2_000;

    private static final int MAX_RETRY_MILLIS = 5_000;

    private final Targets targets;
    private final LiveStreams streams;

    EventStreamRoute(Targets targets, LiveStreams streams) {
        this.targets = targets;
        this.streams = streams;
    }

    void register(@Observes Filters filters) {
        filters.register(this::route, LAST);
    }

    private void route(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!isRead || !MediaRanges.preferEventStream(request.headers().getAll(HttpHeaders.ACCEPT))) {
            context.next();
            return;
        }
        Matcher path = PATH.matcher(String.valueOf(request.path()));
        if (!path.matches()) {
            context.next();
            return;
        }
        try {
            answer(context, path.group(1));
        } catch (ProblemException e) {
            e.headers().forEach(context.response()::putHeader);
            RouterProblems.answer(context, e.problem().at(RequestTarget.path(request)));
        }
    }

    private void answer(RoutingContext context, @Nullable String target) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        Query query = Query.of(
                request,
                target == null ? InterfaceOperations.LIST_INTERFACES : InterfaceOperations.LIST_TARGET_INTERFACES);
        for (String name : Listing.PARAMETERS) {
            if (query.has(name)) {
                throw Problems.invalidParameter(
                        name, "belongs to a list; a stream has all interfaces, in their natural order");
            }
        }
        List<MonitoredTarget> wanted;
        Predicate<Target> filter;
        if (target == null) {
            TargetFilter ofQuery = TargetFilter.of(query);
            wanted = targets.all(ofQuery);
            filter = ofQuery;
        } else {
            MonitoredTarget only = targets.named(decode(target));
            String name = only.target().name();
            wanted = List.of(only);
            filter = other -> other.name().equals(name);
        }
        LiveStream.Wish wish = new LiveStream.Wish(
                filter, InterfaceFilter.of(query), Form.ofInterface(query.counters()), target != null);
        if (request.method().equals(HttpMethod.HEAD)) {
            writeHead(response);
            var _ = response.end();
            return;
        }
        LiveStream stream = streams.open(
                wish,
                wanted,
                request.getHeader(LAST_EVENT_ID),
                context.vertx().getOrCreateContext(),
                response,
                () -> cut(request));
        context.addEndHandler(ended -> streams.close(stream));
        writeHead(response);
        response.setChunked(true);
        var _ = response.write(EventText.retry(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(MIN_RETRY_MILLIS, MAX_RETRY_MILLIS))));
        stream.start();
    }

    /** A connection that is closed in order is first flushed, which a client that takes nothing keeps from ever ending. */
    private static void cut(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }

    private static void writeHead(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaRanges.EVENT_STREAM)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept")
                .putHeader(ACCEL_BUFFERING, "no");
    }

    /** A plus sign is one in a path, unlike in a query. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
