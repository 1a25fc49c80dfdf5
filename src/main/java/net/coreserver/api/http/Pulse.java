package net.coreserver.api.http;

import java.time.Duration;

/** Beats. */
public interface Pulse {

    /**
     * Runs something again and again, until it is told to stop.
     *
     * @param interval the time between two beats
     * @param beat does not block
     * @return what stops it
     */
    Beating every(Duration interval, Runnable beat);

    /** Goes on until it is closed; closing it more than once does no harm. */
    @FunctionalInterface
    interface Beating extends AutoCloseable {

        @Override
        void close();
    }
}
