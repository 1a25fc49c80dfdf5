package net.coreserver.history;

import net.coreserver.interfaces.Snapshot;

/**
 * A snapshot that waits to be written.
 *
 * @param snapshot what was seen
 * @param isContinuous whether what the one before it showed held until this one
 * @param millisSinceLast the time since then, by the clock of the day; 0 when there is none before it
 */
record Arrival(Snapshot snapshot, boolean isContinuous, long millisSinceLast) {

    int samples() {
        return Math.max(1, snapshot.interfaces().size());
    }
}
