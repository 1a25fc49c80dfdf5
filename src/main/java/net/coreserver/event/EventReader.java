package net.coreserver.event;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.coreserver.monitor.Registration;

/**
 * The log, to be read. Whoever follows it remembers the number up to which it has read, and reads on from there whenever it is
 * told that there is more: so there is neither a gap nor a repetition, however slow it is.
 *
 * <p>Safe for use by any number of threads; no method blocks. What is asked for comes at once where it is fresh, and else from
 * another thread; or, completed exceptionally, a {@link net.coreserver.store.StoreUnavailableException}.
 */
public interface EventReader {

    /**
     * So many events are looked at by one call at most, whether they fit or not. Whoever finds fewer than were asked for looks at
     * {@link EventBatch#upTo}, and goes on from there.
     */
    int STRETCH = 50_000;

    /** {@return the number of the newest event; 0 when there has never been one} */
    long newest();

    /**
     * Reads forwards.
     *
     * @param id what has been read already: the number of an event, or 0 to begin at the oldest
     * @param filter what is wanted
     * @param limit how many at most, from 1
     * @return the next ones that fit, the oldest first
     */
    CompletableFuture<EventBatch> after(long id, EventFilter filter, int limit);

    /**
     * Reads backwards.
     *
     * @param id where it begins: only events of smaller numbers are given
     * @param filter what is wanted
     * @param limit how many at most, from 1
     * @return the next ones that fit, the newest first
     */
    CompletableFuture<EventBatch> before(long id, EventFilter filter, int limit);

    /**
     * Reads one event.
     *
     * @param id its number
     * @return the event; empty when there is none of that number, or none any more
     */
    CompletableFuture<Optional<Event>> find(long id);

    /**
     * Tells whenever there are new events.
     *
     * @param follower called after they are on the disk, with the number of the newest; it must not block
     * @return what ends it when closed
     */
    Registration follow(EventFollower follower);
}
