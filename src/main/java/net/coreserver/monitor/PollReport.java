package net.coreserver.monitor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a poll went, whether or not it succeeded.
 *
 * @param startedAt when its request was sent
 * @param lateness how much later that was than planned; zero for a poll that was asked for before the next was due
 * @param duration from the request to the end of the reply, or until it was given up
 * @param octetsReceived meanwhile, framing included
 * @param octetsSent meanwhile, framing included
 * @param interfaces how many the reply had; null when the poll failed
 */
public record PollReport(
        Instant startedAt,
        Duration lateness,
        Duration duration,
        long octetsReceived,
        long octetsSent,
        @Nullable Integer interfaces) {

    /** {@return when the poll was planned to start} */
    public Instant plannedAt() {
        return startedAt.minus(lateness);
    }
}
