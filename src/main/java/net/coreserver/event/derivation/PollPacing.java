package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a target is asked for a poll because of its hints: at once, but no more than once a second, however many there are. For
 * one thread at a time.
 */
final class PollPacing {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    /** A timer and a clock need not agree to the millisecond. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private Instant earliest = Instant.MIN;
    private @Nullable Instant planned;

    /**
     * A poll is wanted.
     *
     * @param wanted when; not later than now for at once
     * @param now the time
     * @return zero when it is to be asked for at once; else after how long {@link #isDue} is to be called; null for never, since
     *     that is going to happen anyway
     */
    @Nullable Duration ask(Instant wanted, Instant now) {
        Instant allowed = earliest.isBefore(wanted) ? wanted : earliest;
        if (!allowed.isAfter(now)) {
            earliest = now.plus(SHORTEST_PAUSE);
            return Duration.ZERO;
        }
        if (planned != null && !planned.isAfter(allowed)) {
            return null;
        }
        planned = allowed;
        return Duration.between(now, allowed);
    }

    /** Whether a poll is to be asked for now; what was overtaken by another is not due. */
    boolean isDue(Instant now) {
        if (planned == null || now.plus(TOLERANCE).isBefore(planned)) {
            return false;
        }
        planned = null;
        earliest = now.plus(SHORTEST_PAUSE);
        return true;
    }
}
