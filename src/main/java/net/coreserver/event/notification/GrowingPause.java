package net.coreserver.event.notification;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before something is tried again: twice as long each time, up to a bound, and never quite the same for two.
 * For one thread.
 */
final class GrowingPause {

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private Duration next;

    /**
     * Makes one that begins.
     *
     * @param random gives numbers from 0 to 1
     */
    GrowingPause(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.next = first;
    }

    /** Between half and all of what it has grown to. */
    Duration next() {
        Duration full = next;
        Duration twice = full.multipliedBy(2);
        next = twice.compareTo(longest) > 0 ? longest : twice;
        return Duration.ofNanos((long) (full.toNanos() * (1 + random.getAsDouble()) / 2));
    }

    void reset() {
        next = first;
    }
}
