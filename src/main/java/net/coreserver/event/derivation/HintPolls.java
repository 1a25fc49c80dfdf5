package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.monitor.MonitoredTarget;
import org.jspecify.annotations.Nullable;

/**
 * Asks a target for polls because of its hints: at once, but no more than once a second, however many there are. Safe for use by
 * many threads.
 */
final class HintPolls {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    /** A timer and a clock need not agree to the millisecond. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private final MonitoredTarget monitored;
    private final InstantSource clock;
    private final Scheduler scheduler;

    // All that follows is under the lock.
    private final ReentrantLock lock = new ReentrantLock();
    private Instant earliest = Instant.MIN;
    private @Nullable Instant planned;

    HintPolls(MonitoredTarget monitored, InstantSource clock, Scheduler scheduler) {
        this.monitored = monitored;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /**
     * Asks for a poll; that it may fail is heard of as a change of the target's status.
     *
     * @param wanted when; not later than now for as soon as possible
     */
    void ask(Instant wanted) {
        Duration delay = delay(wanted, clock.instant());
        if (delay == null) {
            return;
        }
        if (delay.isZero()) {
            var _ = monitored.poll();
        } else {
            scheduler.after(delay, this::askIfDue);
        }
    }

    /** How long to wait; null when there will be a poll in time anyway. */
    private @Nullable Duration delay(Instant wanted, Instant now) {
        lock.lock();
        try {
            Instant latest = now.plus(SHORTEST_PAUSE);
            // A clock that is set back must not hold the polls up.
            Instant possible = earliest.isAfter(latest) ? latest : earliest;
            Instant allowed = possible.isBefore(wanted) ? wanted : possible;
            if (!allowed.isAfter(now)) {
                earliest = latest;
                return Duration.ZERO;
            }
            if (planned != null && !planned.isAfter(allowed)) {
                return null;
            }
            planned = allowed;
            return Duration.between(now, allowed);
        } finally {
            lock.unlock();
        }
    }

    private void askIfDue() {
        lock.lock();
        try {
            Instant now = clock.instant();
            // Another poll may have been planned meanwhile, which comes sooner.
            if (planned == null || now.plus(TOLERANCE).isBefore(planned)) {
                return;
            }
            planned = null;
            earliest = now.plus(SHORTEST_PAUSE);
        } finally {
            lock.unlock();
        }
        var _ = monitored.poll();
    }
}
