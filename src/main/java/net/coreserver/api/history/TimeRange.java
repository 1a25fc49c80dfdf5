package net.coreserver.api.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.TimeParameters;
import net.coreserver.api.problem.Problems;

/**
 * Of which time a request wants to know.
 *
 * @param from its begin, not in the future
 * @param to its end, after the begin; it may be in the future, where nothing is known
 */
record TimeRange(Instant from, Instant to) {

    static final String FROM = "from";
    static final String TO = "to";

    private static final Duration USUAL = Duration.ofHours(1);

    /** The range that a query asks for; the last hour, if it says nothing. */
    static TimeRange of(Query query, Instant now) {
        Optional<Instant> from = TimeParameters.time(query, FROM, now);
        TimeRange range = new TimeRange(
                from.orElse(now.minus(USUAL)),
                TimeParameters.time(query, TO, now).orElse(now));
        if (range.from.isAfter(now)) {
            throw Problems.invalidParameter(FROM, "is in the future, of which nothing is known");
        }
        if (!range.from.isBefore(range.to)) {
            throw from.isPresent()
                    ? Problems.invalidParameter(FROM, "is not before to, so that there is nothing between them")
                    : Problems.invalidParameter(TO, "is not after from, which is an hour ago unless it is given");
        }
        return range;
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
