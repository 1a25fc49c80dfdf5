package net.coreserver.event.sink;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a sink is, as it is kept.
 *
 * @param sink its name
 * @param cursor up to which number every event is delivered, given up, or of no interest to it
 * @param delivered how many events it has taken
 * @param lost how many the log dropped before the sink could have them, at most
 * @param discarded how many were given up, and are kept no longer
 * @param lastSuccess when it took one the last time
 */
record Standing(
        String sink,
        long cursor,
        long delivered,
        long lost,
        long discarded,
        @Nullable Instant lastSuccess) {

    /** One that has not begun. */
    static Standing of(String sink, long cursor) {
        return new Standing(sink, cursor, 0, 0, 0, null);
    }

    Standing at(long newCursor) {
        return new Standing(sink, newCursor, delivered, lost, discarded, lastSuccess);
    }

    Standing withDelivered(int more, Instant now) {
        return new Standing(sink, cursor, delivered + more, lost, discarded, now);
    }

    Standing withLost(long more) {
        return new Standing(sink, cursor, delivered, lost + more, discarded, lastSuccess);
    }

    /** The same with so many discarded in all, whatever it says of that. */
    Standing discarding(long all) {
        return new Standing(sink, cursor, delivered, lost, all, lastSuccess);
    }

    Standing withDiscarded(long more) {
        return new Standing(sink, cursor, delivered, lost, discarded + more, lastSuccess);
    }

    /**
     * An event that was given up.
     *
     * @param event its number
     * @param since from when on the sink did not take it
     * @param attempts how often in a row the sink had failed
     * @param reason a sentence for a person
     */
    record Letter(long event, Instant since, int attempts, String reason) {}

    /**
     * A standing, with the letters that became dead on the way.
     *
     * @param standing how far the sink is
     * @param letters those that are not kept yet, the oldest first
     */
    record WithLetters(Standing standing, List<Letter> letters) {}
}
