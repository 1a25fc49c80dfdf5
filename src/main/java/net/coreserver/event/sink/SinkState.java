package net.coreserver.event.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with a sink, at a moment.
 *
 * @param name its name
 * @param type what kind of place it is
 * @param where the place, for a person; nothing of it is secret
 * @param isEnabled whether events are sent to it
 * @param state how it goes
 * @param delivered how many events it has taken, ever
 * @param lastSuccess when it took one the last time; null for never
 * @param failure why it does not take events now; null when it does
 * @param nextAttempt when it is tried again; null when nothing is being waited for
 * @param cursor up to which number every event is delivered, given up, or of no interest to it
 * @param backlog how many events wait for it at most: of those, its filter selects some
 * @param deadLetters how many events are kept that it did not take and that have been given up
 * @param discarded how many more were given up, and are kept no longer
 * @param lost how many events, at most, the log dropped before the sink could have them, ever
 * @param notice what else there is to know, a sentence; null for nothing
 */
public record SinkState(
        String name,
        SinkType type,
        String where,
        boolean isEnabled,
        DeliveryState state,
        long delivered,
        @Nullable Instant lastSuccess,
        @Nullable SinkFailure failure,
        @Nullable Instant nextAttempt,
        long cursor,
        long backlog,
        long deadLetters,
        long discarded,
        long lost,
        @Nullable String notice) {}
