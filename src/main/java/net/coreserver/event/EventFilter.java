package net.coreserver.event;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects events. An empty set selects all.
 *
 * @param targets of which targets, by name
 * @param interfaces of which interfaces, by name
 * @param kinds of which kinds
 * @param severities of which severities
 * @param from learnt of at this time or later; null for no bound
 * @param to learnt of before this time; null for no bound
 */
public record EventFilter(
        Set<String> targets,
        Set<String> interfaces,
        Set<EventKind> kinds,
        Set<Severity> severities,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static final EventFilter ALL = new EventFilter(
            Set.of(), Set.of(), EnumSet.noneOf(EventKind.class), EnumSet.noneOf(Severity.class), null, null);

    /** Copies the sets. */
    public EventFilter {
        targets = Set.copyOf(targets);
        interfaces = Set.copyOf(interfaces);
        kinds = Set.copyOf(kinds);
        severities = Set.copyOf(severities);
    }

    /**
     * Tells whether an event is selected.
     *
     * @param event any
     * @return whether it is
     */
    public boolean selects(Event event) {
        Occurrence what = event.what();
        return isIn(targets, what.target())
                && isIn(interfaces, what.interfaceName())
                && isIn(kinds, what.kind())
                && isIn(severities, what.severity())
                && (from == null || !what.at().isBefore(from))
                && (to == null || what.at().isBefore(to));
    }

    private static <T> boolean isIn(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
}
