package net.coreserver.api.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.target.DurationRange;
import net.coreserver.target.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** The parameters that are times and durations. */
public final class TimeParameters {

    private static final String NOW = "now";

    /** Four digits of a year, and a date that goes on after them. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-.*");

    private static final DurationRange BACK = new DurationRange("1ms", "36500d");

    private TimeParameters() {}

    /**
     * A parameter that is a time: as in RFC 3339, or so long ago.
     *
     * @param query of a request
     * @param name of the parameter
     * @param now what relative times go back from
     * @return the time; empty when the parameter is not there
     * @throws ProblemException when it is no time
     */
    public static Optional<Instant> time(Query query, String name, Instant now) {
        Optional<String> text = query.one(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Instant time = read(text.get(), now);
        if (time == null) {
            throw Problems.invalidParameter(
                    name,
                    "is a time as in RFC 3339 (2026-11-20T08:00:00Z, or with an offset, whose plus sign a URL has as %2B),"
                            + " or so long ago (-15m, -24h, -7d), or now");
        }
        return Optional.of(time);
    }

    /**
     * A parameter that is a duration.
     *
     * @param query of a request
     * @param name of the parameter
     * @param range how long it may be
     * @return the duration; empty when the parameter is not there
     * @throws ProblemException when it is no duration, or not in the range
     */
    public static Optional<Duration> duration(Query query, String name, DurationRange range) {
        Optional<String> text = query.one(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(range.parse(text.get()));
        } catch (InvalidValueException e) {
            throw Problems.invalidParameter(name, "makes no sense: " + e.rule());
        }
    }

    private static @Nullable Instant read(String text, Instant now) {
        if (text.equals(NOW)) {
            return now;
        }
        try {
            if (text.startsWith("-")) {
                return now.minus(BACK.parse(text.substring(1)));
            }
            return DATE.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (InvalidValueException | DateTimeException e) {
            return null;
        }
    }
}
