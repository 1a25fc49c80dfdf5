package net.coreserver.api;

import java.time.Instant;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Observation;

/**
 * A snapshot as a request gets to see it.
 *
 * @param snapshot what a poll saw
 * @param isStale whether it may have been overtaken, since the target cannot be polled now
 * @param changedAt when it came to be this: when the snapshot was taken, or when it became stale
 */
record Reading(Snapshot snapshot, boolean isStale, Instant changedAt) {

    /** The snapshot of an observation. */
    static Reading of(Snapshot snapshot, Observation observation) {
        return observation.isStale() ? stale(snapshot, observation.status().since()) : fresh(snapshot);
    }

    /** A snapshot that is as new as can be. */
    static Reading fresh(Snapshot snapshot) {
        return new Reading(snapshot, false, snapshot.takenAt());
    }

    /** A snapshot of a target that has not been well since a moment. */
    static Reading stale(Snapshot snapshot, Instant since) {
        Instant takenAt = snapshot.takenAt();
        return new Reading(snapshot, true, since.isAfter(takenAt) ? since : takenAt);
    }

    /** Whether two readings look the same to every reader. */
    boolean looksLike(Reading other) {
        return snapshot == other.snapshot && isStale == other.isStale;
    }
}
