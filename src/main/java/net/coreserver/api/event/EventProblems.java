package net.coreserver.api.event;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;
import net.coreserver.store.StoreUnavailableException;

/** The problems that the log gives rise to. */
@Singleton
public final class EventProblems {

    private final InstantSource clock;

    EventProblems(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * An event that the log does not have.
     *
     * @param id its number
     * @param oldest that of the oldest event that there still is
     * @param newest that of the newest
     */
    static ProblemException unknownEvent(long id, long oldest, long newest) {
        String why;
        if (id > newest) {
            why = newest == 0
                    ? "The log has no event %d: nothing has happened yet.".formatted(id)
                    : "The log has no event %d yet: the newest is %d.".formatted(id, newest);
        } else if (id > 0 && id < oldest) {
            why = oldest > newest
                    ? "The log has no event %d any more: it has none at all now.".formatted(id)
                    : "The log has no event %d any more: the oldest is %d.".formatted(id, oldest);
        } else {
            why = "The log has no event %d.".formatted(id);
        }
        return unknownEvent(why);
    }

    /**
     * What is no number of an event at all.
     *
     * @param text in its place
     */
    static ProblemException noEvent(String text) {
        return unknownEvent("The log has no event \"%s\": events have whole numbers from 1.".formatted(text));
    }

    /**
     * An event that nobody keeps for a sink.
     *
     * @param text its number, or what stands in its place
     * @param sink the name of the sink
     * @return the problem
     */
    public static ProblemException noDeadLetter(String text, String sink) {
        return unknownEvent(
                "The sink %s has no dead letter \"%s\", or the log has that event no longer.".formatted(sink, text));
    }

    private static ProblemException unknownEvent(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNKNOWN_EVENT, detail));
    }

    /**
     * Says what has to be said where the store cannot be read.
     *
     * @param <T> what is read
     * @param read what comes of it
     * @return the same, or completed exceptionally with the problem
     */
    public <T> CompletableFuture<T> explain(CompletableFuture<T> read) {
        return read.exceptionallyCompose(failure -> CompletableFuture.failedFuture(explain(failure)));
    }

    /** What a failed read means to a client; any other failure stays as it is. */
    Throwable explain(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> explain(wrapped.getCause());
            case StoreUnavailableException unavailable ->
                Problems.storeUnavailable(
                        unavailable.reason(), Duration.between(clock.instant(), unavailable.nextAttempt()));
            default -> failure;
        };
    }
}
