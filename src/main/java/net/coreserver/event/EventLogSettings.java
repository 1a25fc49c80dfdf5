package net.coreserver.event;

import java.time.Duration;

/**
 * The bounds of the log.
 *
 * @param maxAge how long an event is kept
 * @param maxOctets about how much room all events may take; the oldest go first
 * @param floodRate so many events a second are kept of one target, over time; what comes at once may be more
 */
public record EventLogSettings(Duration maxAge, long maxOctets, int floodRate) {

    /** Refuses bounds that keep nothing. */
    public EventLogSettings {
        if (!maxAge.isPositive() || maxOctets < 1 || floodRate < 1) {
            throw new IllegalArgumentException("a log keeps something");
        }
    }
}
