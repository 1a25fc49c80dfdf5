package net.coreserver.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before the log has given it its number.
 *
 * @param at when CoreServer learnt of it, by its own clock
 * @param eventTime when it happened by the clock of the target, which may be wrong; null when the target has not told
 * @param target the target that it happened to; null when it happened to the service itself
 * @param interfaceName the interface that it happened to; null when it is not about one
 * @param kind what kind of thing
 * @param severity how much it matters
 * @param message one sentence for a person, without a full stop
 * @param data what more there is to say, for a program
 */
public record Occurrence(
        Instant at,
        @Nullable Instant eventTime,
        @Nullable String target,
        @Nullable String interfaceName,
        EventKind kind,
        Severity severity,
        String message,
        EventData data) {

    /**
     * Something that happened to a target as a whole, as severe as its kind is.
     *
     * @param at when CoreServer learnt of it
     * @param target the target
     * @param kind what kind of thing
     * @param message one sentence for a person
     * @param data what more there is to say
     * @return it
     */
    public static Occurrence ofTarget(Instant at, String target, EventKind kind, String message, EventData data) {
        return new Occurrence(at, null, target, null, kind, kind.severity(), message, data);
    }

    /**
     * Something that happened to the service itself, as severe as its kind is.
     *
     * @param at when it did
     * @param kind what kind of thing
     * @param message one sentence for a person
     * @param data what more there is to say
     * @return it
     */
    public static Occurrence ofService(Instant at, EventKind kind, String message, EventData data) {
        return new Occurrence(at, null, null, null, kind, kind.severity(), message, data);
    }

    /** {@return it alone, as an entry of the log} */
    public LogEntry entry() {
        return new LogEntry(List.of(this), List.of(), null);
    }
}
