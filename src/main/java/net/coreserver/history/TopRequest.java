package net.coreserver.history;

import java.time.Instant;
import java.util.function.Predicate;
import net.coreserver.history.series.Line;

/**
 * Asks which interfaces had most of something.
 *
 * @param by what they are ranked by, over all of the time: the mean of a rate, say, or its highest value
 * @param from the begin
 * @param to the end, after the begin
 * @param wanted which interfaces are looked at
 * @param limit how many are told
 */
public record TopRequest(Line by, Instant from, Instant to, Predicate<SeriesKey> wanted, int limit) {

    /** So many are told at most. */
    public static final int MAX_LIMIT = 1_000;
}
