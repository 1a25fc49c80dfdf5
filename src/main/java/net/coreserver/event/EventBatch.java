package net.coreserver.event;

import java.util.List;

/**
 * A part of the log.
 *
 * @param events what was found
 * @param upTo how far was looked: going on from here, nothing is missed and nothing comes twice
 * @param oldest the number of the oldest event that the log still has; one more than the newest when it has none
 */
public record EventBatch(List<Event> events, long upTo, long oldest) {

    /** Copies the list. */
    public EventBatch {
        events = List.copyOf(events);
    }
}
