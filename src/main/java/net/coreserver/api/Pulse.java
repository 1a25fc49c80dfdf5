package net.coreserver.api;

import java.time.Duration;
import net.coreserver.monitor.Registration;

/** Beats. */
interface Pulse {

    /**
     * Runs something again and again, until it is told to stop.
     *
     * @param interval the time between two beats
     * @param beat does not block
     */
    Registration every(Duration interval, Runnable beat);
}
