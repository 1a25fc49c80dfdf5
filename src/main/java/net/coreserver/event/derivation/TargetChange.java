package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.Map;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;

/**
 * Something that happened to a target as a whole.
 *
 * @param kind what kind of thing
 * @param message one sentence for a person
 * @param data what more there is to say, for a program
 */
record TargetChange(EventKind kind, String message, Map<String, Object> data) {

    /** The event. */
    Occurrence occurrence(Instant at, String target) {
        return Occurrence.ofTarget(at, target, kind, message, EventData.of(data));
    }
}
