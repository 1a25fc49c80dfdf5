package net.coreserver.event.sink;

import java.time.Instant;
import net.coreserver.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event that a sink did not take, and that has been given up.
 *
 * @param id the number of the event
 * @param since from when on the sink did not take it
 * @param attempts how often in a row the sink had failed when it was given up
 * @param reason why it did not take it: a sentence for a person
 * @param event the event; null when the log does not have it any more
 */
public record DeadLetter(
        long id,
        Instant since,
        int attempts,
        String reason,
        @Nullable Event event) {}
