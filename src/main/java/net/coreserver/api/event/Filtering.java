package net.coreserver.api.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.TimeParameters;
import net.coreserver.api.problem.Problems;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.Severity;

/** Which events a request wants. */
final class Filtering {

    static final String FROM = "from";
    static final String TO = "to";

    /** The parameters that make a filter. */
    static final List<String> PARAMETERS = List.of("target", "interface", "kind", "severity", FROM, TO);

    /** All but the test, which stands in no log. */
    static final List<String> KINDS = Arrays.stream(EventKind.values())
            .filter(kind -> kind != EventKind.TEST)
            .map(EventKind::word)
            .toList();

    static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private Filtering() {}

    /**
     * The filter that a query asks for. There may be events of targets that are monitored no longer, so that any name will do.
     *
     * @param now what relative times go back from
     */
    static EventFilter of(Query query, Instant now) {
        Optional<Instant> from = TimeParameters.time(query, FROM, now);
        Optional<Instant> to = TimeParameters.time(query, TO, now);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw Problems.invalidParameter(FROM, "is not before to, so that no event can be between them");
        }
        return new EventFilter(
                Set.copyOf(query.all("target")),
                query.all("interface").stream()
                        .map(name -> ESCAPED.matcher(name).replaceAll("$1"))
                        .collect(Collectors.toSet()),
                query.all("kind", KINDS).stream()
                        .flatMap(word -> EventKind.of(word).stream())
                        .collect(Collectors.toSet()),
                query.all("severity", SEVERITIES).stream()
                        .flatMap(word -> Severity.of(word).stream())
                        .collect(Collectors.toSet()),
                from.orElse(null),
                to.orElse(null));
    }
}
