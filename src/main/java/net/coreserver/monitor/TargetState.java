package net.coreserver.monitor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a target stands. A target starts {@link #CONNECTING} or {@link #DISABLED}, and may be removed in any state;
 * {@link #canBecome} is the whole transition table.
 *
 * <p>What happens to a target moves it on: an attempt succeeds or fails, a poll does, the session ends. What is changed in
 * its configuration moves it back: to {@link #DISABLED} from everywhere, and to {@link #CONNECTING} when it is enabled, or
 * when its session cannot go on as it is because host, port, credentials or anything else of the connection is another.
 */
public enum TargetState {
    /** Not polled, because its configuration says so. */
    DISABLED("disabled"),
    /** The first attempt to reach it is under way: the first of all, or the first since it was reconfigured. */
    CONNECTING("connecting"),
    /** A session is open, the last poll succeeded, and polls come on the configured interval. */
    UP("up"),
    /**
     * A session is open, but the last poll failed; or polls lag: the target has of late taken longer to answer than its
     * poll interval, so that it is polled less often than configured. That is over when 1.25 times the time it takes is no
     * longer than the interval.
     */
    DEGRADED("degraded"),
    /** No session is open; it is tried again at the status' next attempt. */
    DOWN("down");

    private static final Map<TargetState, Set<TargetState>> NEXT = Map.of(
            DISABLED, EnumSet.of(CONNECTING),
            CONNECTING, EnumSet.of(UP, DEGRADED, DOWN, DISABLED),
            UP, EnumSet.of(DEGRADED, DOWN, CONNECTING, DISABLED),
            DEGRADED, EnumSet.of(UP, DOWN, CONNECTING, DISABLED),
            DOWN, EnumSet.of(UP, DEGRADED, CONNECTING, DISABLED));

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
