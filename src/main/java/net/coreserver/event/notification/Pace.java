package net.coreserver.event.notification;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How soon what failed is tried again.
 *
 * @param session the first and the longest pause before one more session is opened
 * @param login the same after a login was refused, so that no account is locked
 * @param lost the same before we subscribe over a session whose predecessors did not live long once we had done so
 * @param longLife from when on a session or subscription is no longer one that did not live long
 */
record Pace(Range session, Range login, Range lost, Duration longLife) {

    static final Pace STANDARD = new Pace(
            new Range(Duration.ofSeconds(1), Duration.ofMinutes(5)),
            new Range(Duration.ofMinutes(5), Duration.ofHours(1)),
            new Range(Duration.ofSeconds(1), Duration.ofMinutes(1)),
            Duration.ofMinutes(1));

    /**
     * A pause that grows.
     *
     * @param first how long it is first
     * @param longest how long it becomes
     */
    record Range(Duration first, Duration longest) {

        GrowingPause pause() {
            return new GrowingPause(
                    first, longest, () -> ThreadLocalRandom.current().nextDouble());
        }
    }
}
