package net.coreserver.api.event;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.event.Event;
import net.coreserver.event.EventBatch;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventFollower;
import net.coreserver.event.EventReader;
import net.coreserver.monitor.Registration;

/** A log that counts what is read of it, forwards. */
final class CountingLog implements EventReader {

    private final EventReader log;
    private final AtomicInteger given = new AtomicInteger();

    CountingLog(EventReader log) {
        this.log = log;
    }

    /** How many events it has given away. */
    int given() {
        return given.get();
    }

    @Override
    public long newest() {
        return log.newest();
    }

    @Override
    public CompletableFuture<EventBatch> after(long id, EventFilter filter, int limit) {
        return log.after(id, filter, limit).thenApply(batch -> {
            given.addAndGet(batch.events().size());
            return batch;
        });
    }

    @Override
    public CompletableFuture<EventBatch> before(long id, EventFilter filter, int limit) {
        return log.before(id, filter, limit);
    }

    @Override
    public CompletableFuture<Optional<Event>> find(long id) {
        return log.find(id);
    }

    @Override
    public Registration follow(EventFollower follower) {
        return log.follow(follower);
    }
}
