package net.coreserver.api.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.TimeParameters;
import net.coreserver.api.interfaces.Glob;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.targets.TargetFilter;
import net.coreserver.history.SeriesKey;
import net.coreserver.history.TopRequest;
import net.coreserver.target.DurationRange;
import net.coreserver.target.Target;

/**
 * Which rank a request wants. Two that are equal want the same.
 *
 * @param by what they are ranked by
 * @param window for how long
 * @param to the text of the parameter of that name
 * @param targets which ones
 * @param patterns of the names of interfaces, any of which does; none for all
 * @param limit how many are told
 */
record TopWish(NamedLine by, Duration window, String to, TargetFilter targets, List<String> patterns, int limit) {

    private static final String BY = "by";
    private static final String WINDOW = "window";
    private static final String NAME = "name";

    static final List<String> PARAMETERS = Stream.of(
                    List.of(BY, WINDOW, TimeRange.TO), TargetFilter.PARAMETERS, List.of(NAME, "limit"))
            .flatMap(List::stream)
            .toList();

    private static final DurationRange WINDOWS = new DurationRange("1s", "90d");
    private static final Duration USUAL_WINDOW = Duration.ofHours(1);

    /** The rank that a query asks for. There may be samples of targets that are monitored no longer, so that any name will do. */
    static TopWish of(Query query) {
        NamedLine by = query.one(BY)
                .map(name -> NamedLine.ofRate(BY, name))
                .orElseThrow(() -> Problems.invalidParameter(BY, "is missing: a rate, such as inUtilization"));
        List<String> patterns = query.all(NAME);
        patterns.forEach(pattern -> Glob.of(NAME, pattern));
        return new TopWish(
                by,
                TimeParameters.duration(query, WINDOW, WINDOWS).orElse(USUAL_WINDOW),
                query.one(TimeRange.TO).orElse("now"),
                TargetFilter.of(query),
                patterns,
                Paging.limit(query, HistoryOperations.DEFAULT_TOP, HistoryOperations.MAX_TOP));
    }

    /**
     * What the history is asked for.
     *
     * @param to the time that the text stands for
     * @param monitored the targets that there are now, which alone have labels
     */
    TopRequest request(Instant to, List<Target> monitored) {
        List<Glob> names = patterns.stream().map(text -> Glob.of(NAME, text)).toList();
        return new TopRequest(
                by.line(),
                to.minus(window),
                to,
                ofTarget(monitored)
                        .and(series -> names.isEmpty()
                                || names.stream().anyMatch(name -> name.matches(series.interfaceName()))),
                limit);
    }

    private Predicate<SeriesKey> ofTarget(List<Target> monitored) {
        if (targets.labels().isEmpty()) {
            Set<String> names = targets.names();
            return series -> names.isEmpty() || names.contains(series.target());
        }
        Set<String> labelled =
                monitored.stream().filter(targets).map(Target::name).collect(Collectors.toSet());
        return series -> labelled.contains(series.target());
    }
}
