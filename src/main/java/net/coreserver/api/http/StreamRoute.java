package net.coreserver.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.api.problem.ProblemException;

/**
 * Where a request that wants a stream rather than JSON leaves the way of the others. It stands before the resources, since a
 * stream is written straight to the connection; all other requests pass with a look at their {@code Accept}.
 */
public final class StreamRoute {

    /** Behind the guard and whatever may come to ask who is there; before the resources. */
    private static final int LAST = 10;

    private final Pattern path;
    private final List<String> types;
    private final Answer answer;

    /** Answers a request with a stream. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Answers; on the event loop of the connection.
         *
         * @param context the request
         * @param path what was asked for
         * @param type which of the media types it wants
         * @throws ProblemException when it cannot be answered
         */
        void answer(RoutingContext context, Matcher path, String type);
    }

    /**
     * Makes a route.
     *
     * @param path where there are streams
     * @param streams the media types that they come in
     * @param answer answers
     */
    public StreamRoute(Pattern path, List<String> streams, Answer answer) {
        this(MediaRanges.jsonAnd(streams), path, answer);
    }

    private StreamRoute(List<String> types, Pattern path, Answer answer) {
        this.path = path;
        this.types = types;
        this.answer = answer;
    }

    /**
     * Makes a route to where there is nothing but streams.
     *
     * @param path where they are
     * @param streams the media types that they come in; the first for whoever does not say
     * @param answer answers
     * @return the route
     */
    public static StreamRoute withoutJson(Pattern path, List<String> streams, Answer answer) {
        return new StreamRoute(List.copyOf(streams), path, answer);
    }

    /**
     * Sees to it that requests come by.
     *
     * @param filters of the HTTP server
     */
    public void register(Filters filters) {
        filters.register(this::route, LAST);
    }

    private void route(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.next();
            return;
        }
        String type = MediaRanges.preferred(request.headers().getAll(HttpHeaders.ACCEPT), types)
                .orElse(MediaRanges.JSON);
        if (type.equals(MediaRanges.JSON)) {
            // A resource answers, if only that it has nothing of the kind.
            context.next();
            return;
        }
        Matcher matcher = path.matcher(String.valueOf(request.path()));
        if (!matcher.matches()) {
            context.next();
            return;
        }
        try {
            answer.answer(context, matcher, type);
        } catch (ProblemException e) {
            refuse(context, e);
        }
    }

    /**
     * Ends a request with a problem, in place of a stream.
     *
     * @param context the request, whose answer has not begun
     * @param problem what it ends with
     */
    public static void refuse(RoutingContext context, ProblemException problem) {
        problem.headers().forEach(context.response()::putHeader);
        RouterProblems.answer(context, problem.problem().at(RequestTarget.path(context.request())));
    }
}
