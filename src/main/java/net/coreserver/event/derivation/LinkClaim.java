package net.coreserver.event.derivation;

import net.coreserver.event.EventKind;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/** What a target says of the state of an interface when it tells that it changed. */
enum LinkClaim {
    /** It is up. */
    UP(EventKind.LINK_UP),
    /** It is down, and in no other state. */
    DOWN(EventKind.LINK_DOWN),
    /** It is in any state but down. */
    NOT_DOWN(EventKind.LINK_UP),
    /** It is in any state but up. */
    NOT_UP(EventKind.LINK_DOWN),
    /** It is another than it was. */
    CHANGED(EventKind.OPER_STATUS_CHANGED);

    private final EventKind kind;

    LinkClaim(EventKind kind) {
        this.kind = kind;
    }

    /** What kind of event it makes where no poll can confirm it. */
    EventKind kind() {
        return kind;
    }

    /** Whether it is true of a state; a state that is not known contradicts nothing. */
    boolean fits(@Nullable OperStatus state) {
        return state == null
                || switch (this) {
                    case UP -> state.equals(OperStatus.Known.UP);
                    case DOWN -> state.equals(OperStatus.Known.DOWN);
                    case NOT_DOWN -> !state.equals(OperStatus.Known.DOWN);
                    case NOT_UP -> !state.equals(OperStatus.Known.UP);
                    case CHANGED -> true;
                };
    }
}
