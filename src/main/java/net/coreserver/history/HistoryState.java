package net.coreserver.history;

import java.time.Instant;

/** Whether history is written. */
public sealed interface HistoryState {

    /** It is. */
    enum Kept implements HistoryState {
        /** The only one. */
        KEPT
    }

    /** It is not wanted. */
    enum Off implements HistoryState {
        /** The only one. */
        OFF
    }

    /**
     * It cannot be written now; what comes waits, as far as there is room.
     *
     * @param reason why, and what can be done about it
     * @param since when
     */
    record Stopped(String reason, Instant since) implements HistoryState {}
}
