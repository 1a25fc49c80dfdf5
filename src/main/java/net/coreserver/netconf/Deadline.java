package net.coreserver.netconf;

import java.time.Duration;

/**
 * A moment by which several steps have to be done together.
 *
 * @param nanoTime the moment, on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /**
     * A deadline.
     *
     * @param timeout from now
     * @return the moment
     */
    public static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** {@return the time left; at least a millisecond, so that it can always be waited for} */
    public Duration remaining() {
        Duration remaining = Duration.ofNanos(nanoTime - System.nanoTime());
        return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    }

    /** {@return whether the moment has passed} */
    public boolean hasPassed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    static String describe(Duration timeout) {
        double seconds = timeout.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }
}
