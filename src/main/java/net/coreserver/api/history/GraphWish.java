package net.coreserver.api.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.coreserver.api.http.Counters;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.TimeParameters;
import net.coreserver.api.problem.Problems;
import net.coreserver.history.Graph;
import net.coreserver.history.GraphRequest;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Points;
import net.coreserver.target.DurationRange;
import org.jspecify.annotations.Nullable;

/**
 * Which graph a request wants.
 *
 * @param names of the lines, in their order
 * @param request what the history is asked for
 * @param counters how they stand in JSON
 */
record GraphWish(List<String> names, GraphRequest request, Counters counters) {

    static final String STEP = "step";

    /** So many values are given at once, at most: that of points, times that of metrics. */
    static final int MAX_VALUES = 200_000;

    private static final DurationRange STEPS = new DurationRange("1ms", "36500d");

    /**
     * The graph that a query asks for.
     *
     * @param now what relative times go back from
     */
    static GraphWish of(Query query, Instant now) {
        List<NamedLine> lines = NamedLine.allOf(query);
        TimeRange range = TimeRange.of(query, now);
        Duration step = TimeParameters.duration(query, STEP, STEPS)
                .map(given -> checked(given, range, lines.size()))
                .orElse(null);
        return new GraphWish(
                lines.stream().map(NamedLine::name).toList(),
                new GraphRequest(lines.stream().map(NamedLine::line).toList(), range.from(), range.to(), step),
                query.counters());
    }

    private static Duration checked(Duration step, TimeRange range, int lines) {
        Duration least = step(range.from(), range.to(), Math.min(GraphRequest.MAX_POINTS, MAX_VALUES / lines));
        if (step.compareTo(least) < 0) {
            throw Problems.invalidParameter(
                    STEP,
                    "is too short: from %s to %s it is %ds or longer, since an answer has at most %d points, and %d values of all metrics together"
                            .formatted(
                                    range.from(), range.to(), least.toSeconds(), GraphRequest.MAX_POINTS, MAX_VALUES));
        }
        if (step.toNanosPart() != 0) {
            throw Problems.invalidParameter(STEP, "is a whole number of seconds");
        }
        return step;
    }

    /** The shortest step, in whole seconds, that makes no more than so many points of some time. */
    private static Duration step(Instant from, Instant to, int points) {
        long seconds = Duration.between(from, to).plusNanos(999_999_999).toSeconds();
        return Duration.ofSeconds(Math.ceilDiv(seconds, points));
    }

    /** The graph of an interface of which nothing is kept yet. */
    Graph ofNothing() {
        @Nullable Duration given = request.step();
        Duration step = given == null ? step(request.from(), request.to(), GraphRequest.POINTS) : given;
        Grid grid = Grid.covering(request.from().toEpochMilli(), request.to().toEpochMilli(), step.toMillis());
        double[] gaps = new double[grid.count()];
        Arrays.fill(gaps, Double.NaN);
        Points nothing = Points.of(gaps);
        return new Graph(
                grid,
                request.lines(),
                request.lines().stream().map(line -> nothing).toList());
    }
}
