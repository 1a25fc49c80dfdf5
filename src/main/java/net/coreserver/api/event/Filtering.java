package net.coreserver.api.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.Problems;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.Severity;
import net.coreserver.target.DurationRange;
import net.coreserver.target.InvalidValueException;
import org.jspecify.annotations.Nullable;

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

    /** Four digits of a year, and a date that goes on after them. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-.*");

    private static final DurationRange BACK = new DurationRange("1ms", "36500d");

    private Filtering() {}

    /**
     * The filter that a query asks for. There may be events of targets that are monitored no longer, so that any name will do.
     *
     * @param now what relative times go back from
     */
    static EventFilter of(Query query, Instant now) {
        Optional<Instant> from = time(query, FROM, now);
        Optional<Instant> to = time(query, TO, now);
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

    private static Optional<Instant> time(Query query, String name, Instant now) {
        Optional<String> text = query.one(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Instant time = text.get().startsWith("-") ? relative(text.get(), now) : absolute(text.get());
        if (time == null) {
            throw Problems.invalidParameter(
                    name,
                    "is a time as in RFC 3339 (2026-11-20T08:00:00Z, or with an offset, whose plus sign a URL has as %2B),"
                            + " or so long ago (-15m, -24h, -7d)");
        }
        return Optional.of(time);
    }

    private static @Nullable Instant relative(String text, Instant now) {
        try {
            return now.minus(BACK.parse(text.substring(1)));
        } catch (InvalidValueException e) {
            return null;
        }
    }

    private static @Nullable Instant absolute(String text) {
        try {
            return DATE.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
