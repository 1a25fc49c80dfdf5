package net.coreserver.api.problem;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.coreserver.store.StoreUnavailableException;

/** Says what has to be said where what is stored cannot be read. */
@Singleton
public final class StoreProblems {

    private final InstantSource clock;

    StoreProblems(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Says so of a read.
     *
     * @param <T> what is read
     * @param read what comes of it
     * @return the same, or completed exceptionally with the problem
     */
    public <T> CompletableFuture<T> explain(CompletableFuture<T> read) {
        return read.exceptionallyCompose(failure -> CompletableFuture.failedFuture(explain(failure)));
    }

    /**
     * What a failed read means to a client.
     *
     * @param failure what it failed with
     * @return the problem; any other failure as it is
     */
    public Throwable explain(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> explain(wrapped.getCause());
            case StoreUnavailableException unavailable ->
                Problems.storeUnavailable(
                        unavailable.reason(), Duration.between(clock.instant(), unavailable.nextAttempt()));
            default -> failure;
        };
    }
}
