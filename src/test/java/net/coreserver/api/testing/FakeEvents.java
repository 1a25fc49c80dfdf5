package net.coreserver.api.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import net.coreserver.event.Event;
import net.coreserver.event.EventBatch;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventFollower;
import net.coreserver.event.EventReader;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.monitor.Registration;
import org.jspecify.annotations.Nullable;

/** The log that a test puts there. */
@Alternative
@Singleton
public class FakeEvents implements EventReader {

    private final List<EventFollower> followers = new CopyOnWriteArrayList<>();
    private volatile EventReader log = new InMemoryEvents();
    private volatile @Nullable RuntimeException failure;
    private @Nullable Registration following;

    /** From now on this is the log. */
    public synchronized void show(EventReader shown) {
        if (following != null) {
            following.close();
        }
        log = shown;
        failure = null;
        following = shown.follow(newest -> followers.forEach(follower -> follower.appended(newest)));
    }

    /** An empty log in memory, to be filled. */
    public InMemoryEvents showEmpty() {
        InMemoryEvents empty = new InMemoryEvents();
        show(empty);
        return empty;
    }

    /** From now on nothing can be read, or, with null, it can again. */
    public void fail(@Nullable RuntimeException reason) {
        failure = reason;
    }

    public int followers() {
        return followers.size();
    }

    private <T> CompletableFuture<T> unlessFailing(Supplier<CompletableFuture<T>> read) {
        RuntimeException reason = failure;
        return reason == null ? read.get() : CompletableFuture.failedFuture(reason);
    }

    @Override
    public long newest() {
        return log.newest();
    }

    @Override
    public CompletableFuture<EventBatch> after(long id, EventFilter filter, int limit) {
        return unlessFailing(() -> log.after(id, filter, limit));
    }

    @Override
    public CompletableFuture<EventBatch> before(long id, EventFilter filter, int limit) {
        return unlessFailing(() -> log.before(id, filter, limit));
    }

    @Override
    public CompletableFuture<Optional<Event>> find(long id) {
        return unlessFailing(() -> log.find(id));
    }

    @Override
    public Registration follow(EventFollower follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
