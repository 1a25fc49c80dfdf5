package net.coreserver.monitor;

import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a target at one moment: its health, and the last snapshot. Immutable; a new one replaces it whenever
 * either changes.
 *
 * @param status its health
 * @param snapshot what the last successful poll saw; null when there was none
 */
public record Observation(TargetStatus status, @Nullable Snapshot snapshot) {

    /** {@return whether the snapshot may have been overtaken: the target is not polled now, or the last poll failed} */
    public boolean isStale() {
        return status.state() != TargetState.UP && !status.isMerelyLagging();
    }
}
