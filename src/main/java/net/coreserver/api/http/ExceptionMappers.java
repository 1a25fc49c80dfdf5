package net.coreserver.api.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Set;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problems of what resources throw, and of what the framework throws in their place. */
@Singleton
final class ExceptionMappers {

    private final ResourceMethods methods;
    private final InternalErrors errors;

    ExceptionMappers(ResourceMethods methods, InternalErrors errors) {
        this.methods = methods;
        this.errors = errors;
    }

    @ServerExceptionMapper
    RestResponse<byte[]> problem(ProblemException exception, HttpServerRequest request) {
        return answer(request, exception.problem(), exception.headers());
    }

    /** The framework does not always look at all resources of a path before it says that there is none. */
    @ServerExceptionMapper
    RestResponse<byte[]> notFound(NotFoundException exception, HttpServerRequest request) {
        return methods.at(RequestTarget.path(request)).isEmpty()
                ? answer(request, Problems.ofStatus(exception.getResponse().getStatus()), Map.of())
                : notAllowed(request);
    }

    @ServerExceptionMapper
    RestResponse<byte[]> notAllowed(NotAllowedException exception, HttpServerRequest request) {
        return notAllowed(request);
    }

    @ServerExceptionMapper
    RestResponse<byte[]> refused(WebApplicationException exception, HttpServerRequest request) {
        int status = exception.getResponse().getStatus();
        Problem problem = status >= 500 ? errors.problem(exception) : Problems.ofStatus(status);
        return answer(request, problem, Map.of());
    }

    @ServerExceptionMapper
    RestResponse<byte[]> failed(Throwable failure, HttpServerRequest request) {
        return answer(request, errors.problem(failure), Map.of());
    }

    private RestResponse<byte[]> notAllowed(HttpServerRequest request) {
        Set<String> allowed = methods.at(RequestTarget.path(request));
        return answer(request, Problems.ofStatus(405), Map.of("Allow", String.join(", ", allowed)));
    }

    private static RestResponse<byte[]> answer(
            HttpServerRequest request, Problem problem, Map<String, String> headers) {
        byte[] body = Json.bytes(problem.at(RequestTarget.path(request)));
        var builder = RestResponse.ResponseBuilder.<byte[]>create(problem.status())
                .entity(body)
                .type(RouterProblems.MEDIA_TYPE);
        headers.forEach(builder::header);
        return builder.build();
    }
}
