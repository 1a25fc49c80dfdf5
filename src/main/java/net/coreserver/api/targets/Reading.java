package net.coreserver.api.targets;

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
public record Reading(Snapshot snapshot, boolean isStale, Instant changedAt) {

    /**
     * The snapshot of an observation.
     *
     * @param snapshot of the observation
     * @param observation what tells whether it is stale
     * @return the reading
     */
    public static Reading of(Snapshot snapshot, Observation observation) {
        return observation.isStale() ? stale(snapshot, observation.status().since()) : fresh(snapshot);
    }

    /**
     * A snapshot that is as new as can be.
     *
     * @param snapshot what a poll saw
     * @return the reading
     */
    public static Reading fresh(Snapshot snapshot) {
        return new Reading(snapshot, false, snapshot.takenAt());
    }

    /**
     * A snapshot of a target that has not been well since a moment.
     *
     * @param snapshot what the last poll saw
     * @param since when the target ceased to be well
     * @return the reading
     */
    public static Reading stale(Snapshot snapshot, Instant since) {
        Instant takenAt = snapshot.takenAt();
        return new Reading(snapshot, true, since.isAfter(takenAt) ? since : takenAt);
    }

    /**
     * Whether two readings look the same to every reader.
     *
     * @param other the other one
     * @return whether they can be told apart by nobody
     */
    public boolean looksLike(Reading other) {
        return snapshot == other.snapshot && isStale == other.isStale;
    }
}
