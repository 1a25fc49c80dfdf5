package net.coreserver.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.coreserver.history.series.Line;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of one interface.
 *
 * @param lines one or more
 * @param from the begin
 * @param to the end, after the begin
 * @param step how far the points are to be apart; null for about {@link #POINTS} of them
 */
public record GraphRequest(
        List<Line> lines,
        Instant from,
        Instant to,
        @Nullable Duration step) {

    /** About so many points when no step is given: what a screen can show. */
    public static final int POINTS = 500;

    /** More points are never given at once. */
    public static final int MAX_POINTS = 10_000;

    /** The least that points can be apart. */
    public static final Duration MIN_STEP = Duration.ofSeconds(1);

    /** Copies the lines, and refuses what cannot be drawn or would be too long. */
    public GraphRequest {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("a graph has lines, and begins before it ends");
        }
        if (step != null
                && (step.compareTo(MIN_STEP) < 0 || Duration.between(from, to).dividedBy(step) > MAX_POINTS)) {
            throw new IllegalArgumentException("a graph has at most " + MAX_POINTS + " points, a second apart or more");
        }
    }
}
