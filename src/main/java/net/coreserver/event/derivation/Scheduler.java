package net.coreserver.event.derivation;

import java.time.Duration;

/** Does something later, on a thread of its own. */
@FunctionalInterface
interface Scheduler {

    /**
     * Does it once.
     *
     * @param delay how much later
     * @param task what; it does not block
     */
    void after(Duration delay, Runnable task);
}
