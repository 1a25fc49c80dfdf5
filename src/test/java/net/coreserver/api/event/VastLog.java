package net.coreserver.api.event;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.event.Event;
import net.coreserver.event.EventBatch;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventFollower;
import net.coreserver.event.EventReader;
import net.coreserver.monitor.Registration;

/** A log with more events than a test could write, of which one is of the target "rare"; it looks at a stretch at a time. */
final class VastLog implements EventReader {

    private final long newest;
    private final long rare;
    private final AtomicInteger reads = new AtomicInteger();

    VastLog(long newest, long rare) {
        this.newest = newest;
        this.rare = rare;
    }

    /** How often it was read. */
    int reads() {
        return reads.get();
    }

    @Override
    public long newest() {
        return newest;
    }

    @Override
    public CompletableFuture<EventBatch> after(long id, EventFilter filter, int limit) {
        throw new UnsupportedOperationException("nobody reads it forwards");
    }

    @Override
    public CompletableFuture<EventBatch> before(long id, EventFilter filter, int limit) {
        long last = Math.min(id - 1, newest);
        long first = Math.max(1, last - STRETCH + 1);
        reads.incrementAndGet();
        List<Event> found = rare >= first && rare <= last
                ? List.of(new Event(rare, Happenings.linkDown(0, "rare", "eth0")))
                : List.of();
        return CompletableFuture.completedFuture(new EventBatch(found, first, 1));
    }

    @Override
    public CompletableFuture<Optional<Event>> find(long id) {
        throw new UnsupportedOperationException("nobody looks for one");
    }

    @Override
    public Registration follow(EventFollower follower) {
        return () -> {};
    }
}
