package net.coreserver.api.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.OpenResponses;
import net.coreserver.api.http.Pulse;
import net.coreserver.api.http.StreamRoute;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.StoreProblems;
import net.coreserver.event.EventReader;
import net.coreserver.monitor.Registration;
import org.jspecify.annotations.Nullable;

/** All clients that read the log as a stream. It follows the log once for all of them, and wakes them up. */
@Singleton
final class LogStreams {

    private final EventReader log;
    private final StoreProblems problems;
    private final OpenResponses<LogStream> streams;
    private final RecentTexts texts = new RecentTexts();
    private @Nullable Registration following;

    LogStreams(EventReader log, StoreProblems problems, Pulse pulse) {
        this.log = log;
        this.problems = problems;
        this.streams = new OpenResponses<>(pulse);
    }

    void onStart(@Observes StartupEvent start) {
        following = log.follow(newest -> streams.all().forEach(LogStream::wake));
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (following != null) {
            following.close();
        }
        streams.end();
    }

    /**
     * Answers a request with a stream; on the event loop of its connection.
     *
     * @param context the request
     * @param wish what it wants
     * @param connection what is written to
     * @throws ProblemException when there are too many
     */
    void open(RoutingContext context, StreamWish wish, OpenResponse.Connection connection) {
        LogStream stream = new LogStream(log, texts, wish, connection);
        streams.add(stream);
        context.addEndHandler(ended -> streams.remove(stream));
        stream.open(() -> connection.writeHead(wish.format().mediaType()), failure -> {
            if (problems.explain(failure) instanceof ProblemException problem) {
                StreamRoute.refuse(context, problem);
            } else {
                context.fail(failure);
            }
        });
    }

    List<LogStream> open() {
        return streams.all();
    }
}
