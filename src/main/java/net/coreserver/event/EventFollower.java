package net.coreserver.event;

/** Wants to know when there is something new in the log. */
@FunctionalInterface
public interface EventFollower {

    /**
     * There are new events. It is called on the thread that writes the log, and must not block.
     *
     * @param newest the number of the newest one
     */
    void appended(long newest);
}
