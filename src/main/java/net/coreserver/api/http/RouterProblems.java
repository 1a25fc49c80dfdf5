package net.coreserver.api.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;

/** Makes problems of what the HTTP router itself refuses, and of what fails on the way to a resource. */
@Singleton
public final class RouterProblems {

    /** The media type of all problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What the router answers with a status alone, where nobody handles it. */
    private static final List<Integer> STATUSES = List.of(400, 404, 405, 406, 413, 414, 415, 431, 500);

    private static final int FIRST = 1_000_000;

    private final InternalErrors errors;

    RouterProblems(InternalErrors errors) {
        this.errors = errors;
    }

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, this::failed));
        router.route().order(-FIRST).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        int status = context.statusCode();
        boolean isOurs = status < 400 || status == 500;
        Problem problem = isOurs ? errors.problem(context.failure()) : Problems.ofStatus(status);
        answer(context, problem.at(RequestTarget.path(context.request())));
    }

    /**
     * Ends a request with a problem.
     *
     * @param context the request
     * @param problem what it ends with
     */
    public static void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Buffer body = Buffer.buffer(Json.bytes(problem));
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        if (problem.status() == ProblemType.CONTENT_TOO_LARGE.status()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(ended -> LingeringClose.of(context));
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }
}
