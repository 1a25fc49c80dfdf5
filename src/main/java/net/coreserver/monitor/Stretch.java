package net.coreserver.monitor;

import java.time.Duration;

/**
 * Gives a target that answers more slowly than its interval a longer one, so that it is not asked without a pause. For one
 * thread.
 *
 * <p>What counts is the smoothed duration of its polls: one slow answer among quick ones changes nothing. Once that is longer than the
 * interval, polls come every 1.25 times the duration; and so until this is no longer than the interval, so that a target on
 * the brink does not go to and fro.
 */
final class Stretch {

    private static final double FACTOR = 1.25;
    private static final double WEIGHT_OF_THE_LATEST = 0.3;

    private double smoothedNanos = Double.NaN;
    private boolean stretched;

    /**
     * A poll was answered, or given up after its deadline.
     *
     * @param duration how long it took
     * @param interval the configured one
     */
    void took(Duration duration, Duration interval) {
        double nanos = duration.toNanos();
        smoothedNanos =
                Double.isNaN(smoothedNanos) ? nanos : smoothedNanos + WEIGHT_OF_THE_LATEST * (nanos - smoothedNanos);
        adaptTo(interval);
    }

    /** The configured interval may be another than at the last poll. */
    void adaptTo(Duration interval) {
        double needed = stretched ? FACTOR * smoothedNanos : smoothedNanos;
        stretched = needed > interval.toNanos();
    }

    /** Whether polls come less often than configured. */
    boolean isStretched() {
        return stretched;
    }

    /** The interval at which polls come. */
    Duration effective(Duration interval) {
        return stretched ? Duration.ofNanos((long) (FACTOR * smoothedNanos)) : interval;
    }

    /** It is another device now, or so much time has passed that it might be. */
    void reset() {
        smoothedNanos = Double.NaN;
        stretched = false;
    }
}
