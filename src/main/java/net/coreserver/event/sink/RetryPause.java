package net.coreserver.event.sink;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a sink is tried again: longer after each failure in a row, up to a bound, and never quite the same for
 * two of them. What waits for a person is tried more seldom.
 *
 * @param random gives numbers from 0 to 1
 */
record RetryPause(DoubleSupplier random) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FIRST_FOR_A_PERSON = Duration.ofMinutes(1);
    private static final Duration LONGEST_FOR_A_PERSON = Duration.ofMinutes(15);
    private static final Duration LONGEST_WISH = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 16;

    /**
     * The wait after a failure: between half and all of what the row of failures comes to; longer when the sink wishes so.
     *
     * @param failure the failure
     * @param attempts how many there have been in a row, with this one
     */
    Duration after(Outcome.Failed failure, int attempts) {
        Duration full = failure.needsPerson()
                ? grown(FIRST_FOR_A_PERSON, LONGEST_FOR_A_PERSON, attempts)
                : grown(FIRST, LONGEST, attempts);
        Duration pause = Duration.ofNanos((long) (full.toNanos() * (1 + random.getAsDouble()) / 2));
        @Nullable Duration wish = failure.retryAfter();
        if (wish == null || wish.compareTo(pause) <= 0) {
            return pause;
        }
        return wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH;
    }

    private static Duration grown(Duration first, Duration longest, int attempts) {
        Duration grown = first.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
