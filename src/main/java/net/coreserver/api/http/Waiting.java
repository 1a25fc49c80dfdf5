package net.coreserver.api.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Answers with what may have to be waited for. A resource that returned a stage would have every request set up for
 * waiting, which costs an ordinary read, whose answer is there, about a thirtieth of its time; so a request is suspended here,
 * and only when it has to be.
 */
public final class Waiting {

    /** Stands for the answer until it comes; nobody gets to see it. */
    private static final byte[] NOTHING_YET = {};

    private Waiting() {}

    /**
     * Answers at once, or as soon as it can. To be called as the last thing on a request's event loop.
     *
     * @param <T> what is waited for
     * @param content what is waited for; unless it is there, it comes on the event loop, so after this has returned
     * @param answer what makes a body of it
     * @return the body, or what stands for it until it comes
     */
    public static <T> byte[] answer(CompletableFuture<T> content, Function<T, byte[]> answer) {
        if (content.isDone()) {
            return answer.apply(arrived(content));
        }
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        request.suspend();
        // Nobody is left to look at what becomes of it: all that can go wrong is told to the request.
        var _ = content.whenComplete((ignored, failure) -> {
            if (request.serverResponse().closed()) {
                // The client has gone meanwhile.
                request.close();
                return;
            }
            try {
                request.setResult(answer.apply(arrived(content)));
            } catch (RuntimeException | Error e) {
                request.handleException(e, true);
            }
            request.resume();
        });
        return NOTHING_YET;
    }

    /**
     * Answers with a body at once, or as soon as it is there; the same holds as for the other.
     *
     * @param body what is waited for
     * @return the body, or what stands for it until it comes
     */
    public static byte[] answer(CompletableFuture<byte[]> body) {
        return answer(body, Function.identity());
    }

    /**
     * Brings what comes on another thread to the event loop that this is called on.
     *
     * @param <T> what is waited for
     * @param elsewhere completed on any thread
     * @return the same; what depends on it runs on the event loop, or at once when it is there already
     */
    public static <T> CompletableFuture<T> here(CompletableFuture<T> elsewhere) {
        if (elsewhere.isDone()) {
            return elsewhere;
        }
        Context eventLoop = Objects.requireNonNull(Vertx.currentContext(), "requests come on an event loop");
        return elsewhere.whenCompleteAsync(
                (ignored, failure) -> {}, task -> eventLoop.runOnContext(onLoop -> task.run()));
    }

    private static <T> T arrived(CompletableFuture<T> content) {
        try {
            return content.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
