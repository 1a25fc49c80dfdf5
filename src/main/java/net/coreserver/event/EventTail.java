package net.coreserver.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The latest events, in memory: those who follow the log live never wait for the disk. One thread writes, any number read. */
final class EventTail {

    /** So many events are held; a power of two. */
    static final int SIZE = 4_096;

    private final AtomicReferenceArray<@Nullable Event> slots = new AtomicReferenceArray<>(SIZE);

    private static int slot(long id) {
        return (int) (id & (SIZE - 1));
    }

    void add(List<Event> events) {
        events.forEach(event -> slots.set(slot(event.id()), event));
    }

    /**
     * Reads forwards.
     *
     * @param first where to begin
     * @param newest how far to read; it has been added
     * @return empty when it does not hold all of that any more
     */
    Optional<List<Event>> between(long first, long newest, EventFilter filter, int limit) {
        if (newest - first >= SIZE) {
            return Optional.empty();
        }
        List<Event> found = new ArrayList<>();
        for (long next = first; next <= newest && found.size() < limit; next++) {
            Event event = slots.get(slot(next));
            if (event == null || event.id() != next) {
                return Optional.empty();
            }
            if (filter.selects(event)) {
                found.add(event);
            }
        }
        return Optional.of(found);
    }
}
