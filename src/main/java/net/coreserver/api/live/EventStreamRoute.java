package net.coreserver.api.live;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.coreserver.api.http.EventText;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.StreamRoute;
import net.coreserver.api.interfaces.Form;
import net.coreserver.api.interfaces.InterfaceFilter;
import net.coreserver.api.interfaces.InterfaceOperations;
import net.coreserver.api.interfaces.Listing;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.targets.TargetFilter;
import net.coreserver.api.targets.Targets;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/** Answers with a stream of events where a request wants that rather than the list of interfaces. */
@Singleton
final class EventStreamRoute {

    private static final Pattern PATH = Pattern.compile("/api/v1/(?:targets/([^/]+)/)?interfaces/?");
    private static final CharSequence LAST_EVENT_ID = HttpHeaders.createOptimized("Last-Event-ID");

    private final Targets targets;
    private final LiveStreams streams;

    EventStreamRoute(Targets targets, LiveStreams streams) {
        this.targets = targets;
        this.streams = streams;
    }

    void register(@Observes Filters filters) {
        new StreamRoute(
                        PATH,
                        List.of(MediaRanges.EVENT_STREAM),
                        (context, path, type) -> answer(context, path.group(1)))
                .register(filters);
    }

    private void answer(RoutingContext context, @Nullable String target) {
        HttpServerRequest request = context.request();
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
            MonitoredTarget only = targets.named(RequestTarget.rawSegment(target));
            String name = only.target().name();
            wanted = List.of(only);
            filter = other -> other.name().equals(name);
        }
        LiveStream.Wish wish =
                new LiveStream.Wish(filter, InterfaceFilter.of(query), Form.ofInterface(query), target != null);
        OpenResponse.Connection connection = OpenResponse.Connection.of(context);
        if (request.method().equals(HttpMethod.HEAD)) {
            connection.writeHead(MediaRanges.EVENT_STREAM);
            var _ = context.response().end();
            return;
        }
        LiveStream stream = streams.open(wish, wanted, request.getHeader(LAST_EVENT_ID), connection);
        context.addEndHandler(ended -> streams.close(stream));
        connection.writeHead(MediaRanges.EVENT_STREAM);
        stream.start(EventText.retry());
    }
}
