package net.coreserver.monitor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a target stands. A target starts {@link #CONNECTING} or {@link #DISABLED}; {@link #canBecome} is the whole
 * transition table.
 */
public enum TargetState {
    /** Not polled, because its configuration says so. */
    DISABLED("disabled"),
    /** The first attempt to reach it is under way. */
    CONNECTING("connecting"),
    /** A session is open and the last poll succeeded. */
    UP("up"),
    /** A session is open, but the last poll failed. */
    DEGRADED("degraded"),
    /** No session is open; it is tried again at the status' next attempt. */
    DOWN("down");

    private static final Map<TargetState, Set<TargetState>> NEXT = Map.of(
            DISABLED, EnumSet.noneOf(TargetState.class),
            CONNECTING, EnumSet.of(UP, DEGRADED, DOWN),
            UP, EnumSet.of(DEGRADED, DOWN),
            DEGRADED, EnumSet.of(UP, DOWN),
            DOWN, EnumSet.of(UP, DEGRADED));

    private final String word;

    TargetState(String word) {
        this.word = word;
    }

    /** {@return the state in the spelling of the API} */
    public String word() {
        return word;
    }

    /**
     * Tells whether one state may follow another.
     *
     * @param next the state after this one
     * @return whether the step is in the table; staying is no step
     */
    public boolean canBecome(TargetState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** {@return whether a session is open in this state} */
    public boolean isConnected() {
        return this == UP || this == DEGRADED;
    }
}
