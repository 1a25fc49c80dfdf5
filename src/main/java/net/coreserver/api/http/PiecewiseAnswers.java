package net.coreserver.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/** Answers requests piece by piece; so many at the same time and no more, since each holds what it is made of until it has ended. */
public final class PiecewiseAnswers {

    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    /** Stands for the answer, which goes another way; nobody gets to see it. */
    private static final byte[] NOTHING = {};

    private final OpenResponses<PiecewiseResponse> open;

    /**
     * Makes it, with none under way.
     *
     * @param pulse beats; who takes nothing for some beats is cut off
     * @param most so many may be under way at the same time
     */
    public PiecewiseAnswers(Pulse pulse, int most) {
        this.open = new OpenResponses<>(pulse, most);
    }

    /**
     * Answers. To be called as the last thing on a request's event loop.
     *
     * @param request that is answered
     * @param contentType of the answer
     * @param content gives the next piece, and nothing after the last; it comes on the event loop
     * @return what the resource returns
     * @throws ProblemException when the request takes no coding that there is
     */
    public byte[] answer(
            HttpServerRequest request, String contentType, CompletableFuture<Supplier<Optional<byte[]>>> content) {
        ContentCoding coding = AcceptedCodings.of(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING))
                .choose(Integer.MAX_VALUE)
                .orElseThrow(Problems::notAcceptableCoding);
        ResteasyReactiveRequestContext suspended = CurrentRequestManager.get();
        RoutingContext context = suspended.unwrap(RoutingContext.class);
        suspended.suspend();
        var _ = content.whenComplete((pieces, failure) -> {
            if (suspended.serverResponse().closed()) {
                // The client has gone meanwhile.
                suspended.close();
                return;
            }
            try {
                begin(context, suspended, contentType, coding, arrived(pieces, failure));
            } catch (RuntimeException | Error e) {
                suspended.handleException(e, true);
                suspended.resume();
            }
        });
        return NOTHING;
    }

    private void begin(
            RoutingContext context,
            ResteasyReactiveRequestContext suspended,
            String contentType,
            ContentCoding coding,
            Supplier<Optional<byte[]>> pieces) {
        OpenResponse.Connection connection = OpenResponse.Connection.of(context);
        boolean isCompressed = coding == ContentCoding.GZIP;
        boolean isHead = context.request().method().equals(HttpMethod.HEAD);
        PiecewiseResponse response = isHead ? null : new PiecewiseResponse(connection, pieces, isCompressed);
        if (response != null) {
            open.add(response);
        }
        context.addEndHandler(ended -> {
            if (response != null) {
                open.remove(response);
            }
            suspended.close();
        });
        connection.writeHead(contentType);
        context.response().putHeader(HttpHeaders.VARY, VARY);
        if (isCompressed) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        if (response == null) {
            var _ = context.response().end();
        } else {
            response.start(io.vertx.core.buffer.Buffer.buffer());
        }
    }

    /** Ends all that are under way. */
    public void end() {
        open.end();
    }

    private static Supplier<Optional<byte[]>> arrived(
            @Nullable Supplier<Optional<byte[]>> pieces, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
        }
        if (pieces == null) {
            throw new IllegalStateException("there is neither an answer nor a failure");
        }
        return pieces;
    }
}
