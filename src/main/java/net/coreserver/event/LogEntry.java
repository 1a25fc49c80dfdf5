package net.coreserver.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What enters the log as a whole or not at all.
 *
 * @param occurrences what happened, in its order; may be empty
 * @param marks the notifications that are dealt with by this
 * @param baseline what is known of the target once this has been told; null when that has not changed
 */
public record LogEntry(
        List<Occurrence> occurrences,
        List<NotificationMark> marks,
        @Nullable Baseline baseline) {

    /** Copies the lists. */
    public LogEntry {
        occurrences = List.copyOf(occurrences);
        marks = List.copyOf(marks);
    }
}
