package net.coreserver.api.history;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;

/**
 * The ranks that are being made. Each looks at every interface that there is, so whoever wants one that is being made already gets
 * that one, and few are made at a time. None is kept.
 */
@Singleton
final class Ranks {

    /** So many different ones are made at a time. */
    static final int MAX = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TopWish, CompletableFuture<Rank>> underWay = new HashMap<>();

    Ranks() {}

    /**
     * Makes a rank, unless that is being done.
     *
     * @param wish which one
     * @param maker makes it; does not block
     * @return the rank; it comes on any thread
     * @throws ProblemException when too many are being made
     */
    CompletableFuture<Rank> of(TopWish wish, Supplier<CompletableFuture<Rank>> maker) {
        CompletableFuture<Rank> promised = new CompletableFuture<>();
        lock.lock();
        try {
            CompletableFuture<Rank> same = underWay.get(wish);
            if (same != null) {
                return same;
            }
            if (underWay.size() == MAX) {
                throw Problems.busy("It makes %d ranks of interfaces, and no more at a time.".formatted(MAX));
            }
            underWay.put(wish, promised);
        } finally {
            lock.unlock();
        }
        CompletableFuture<Rank> made = CompletableFuture.completedFuture(wish).thenCompose(ignored -> maker.get());
        var _ = made.whenComplete((rank, failure) -> {
            forget(wish);
            if (failure == null) {
                promised.complete(rank);
            } else {
                promised.completeExceptionally(failure);
            }
        });
        return promised;
    }

    private void forget(TopWish wish) {
        lock.lock();
        try {
            underWay.remove(wish);
        } finally {
            lock.unlock();
        }
    }
}
