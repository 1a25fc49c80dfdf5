package net.coreserver.store;

import java.time.Instant;

/** Whether there is a store to write to. */
public sealed interface StoreState {

    /** There is. */
    enum Available implements StoreState {
        /** The only one. */
        AVAILABLE
    }

    /**
     * There is none now.
     *
     * @param reason why, and what can be done about it: one or two sentences
     * @param nextAttempt when it is tried again
     */
    record Unavailable(String reason, Instant nextAttempt) implements StoreState {}
}
