package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an interface.
 *
 * @param interfaceName its name, as the target sent it
 * @param kind what kind of thing
 * @param severity how much it matters
 * @param message one sentence for a person
 * @param data what more there is to say, for a program
 * @param operStatus the operational state that it has now; null when that is not known, or it is gone
 */
record InterfaceChange(
        String interfaceName,
        EventKind kind,
        Severity severity,
        String message,
        Map<String, Object> data,
        @Nullable OperStatus operStatus) {

    /** What a target may have meant when it told that an interface changed its state. */
    private static final Set<EventKind> OF_STATE = EnumSet.of(
            EventKind.LINK_UP,
            EventKind.LINK_DOWN,
            EventKind.OPER_STATUS_CHANGED,
            EventKind.INTERFACE_APPEARED,
            EventKind.INTERFACE_VANISHED);

    /** A change that is as severe as its kind. */
    static InterfaceChange of(
            String interfaceName,
            EventKind kind,
            String message,
            Map<String, Object> data,
            @Nullable OperStatus operStatus) {
        return new InterfaceChange(interfaceName, kind, kind.severity(), message, data, operStatus);
    }

    /** Whether the operational state is another than before. */
    boolean isOfState() {
        return OF_STATE.contains(kind);
    }

    /**
     * The event.
     *
     * @param at when we learnt of it
     * @param target the name of the target
     * @param hints what the target told of it; may be none
     */
    Occurrence occurrence(Instant at, String target, HintGroup hints) {
        Map<String, Object> members = new LinkedHashMap<>(data);
        hints.describe(members);
        return new Occurrence(
                at, hints.eventTime(operStatus), target, interfaceName, kind, severity, message, EventData.of(members));
    }
}
