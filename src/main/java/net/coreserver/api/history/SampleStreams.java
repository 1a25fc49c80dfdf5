package net.coreserver.api.history;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionException;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.OpenResponses;
import net.coreserver.api.http.Pulse;
import net.coreserver.api.http.StreamRoute;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.StoreProblems;

/** All clients that read samples. */
@Singleton
final class SampleStreams {

    private final Past past;
    private final StoreProblems problems;
    private final OpenResponses<SampleStream> streams;

    SampleStreams(Past past, StoreProblems problems, Pulse pulse) {
        this.past = past;
        this.problems = problems;
        this.streams = new OpenResponses<>(pulse);
    }

    void onStop(@Observes ShutdownEvent stop) {
        streams.end();
    }

    /**
     * Answers a request with samples; on the event loop of its connection.
     *
     * @param context the request
     * @param wish what it wants
     * @param connection what is written to
     * @throws ProblemException when there are too many, or there is no history
     */
    void open(RoutingContext context, SampleWish wish, OpenResponse.Connection connection) {
        SampleStream stream = new SampleStream(past.reader(), wish, connection);
        streams.add(stream);
        context.addEndHandler(ended -> streams.remove(stream));
        stream.open(new SampleStream.Opening() {
            @Override
            public void opened() {
                connection.writeHead(wish.text().mediaType());
            }

            @Override
            public void nothingKept() {
                var _ = past.findElsewhere(wish.series())
                        .whenComplete((found, failure) -> stream.onLoop(() -> {
                            if (failure == null) {
                                opened();
                                stream.beginEmpty();
                            } else {
                                failed(failure);
                            }
                        }));
            }

            @Override
            public void failed(Throwable failure) {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                if (problems.explain(cause) instanceof ProblemException problem) {
                    StreamRoute.refuse(context, problem);
                } else {
                    context.fail(cause);
                }
            }
        });
    }

    List<SampleStream> open() {
        return streams.all();
    }
}
