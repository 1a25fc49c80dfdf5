package net.coreserver.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.PollReport;
import org.jspecify.annotations.Nullable;

/**
 * Counts the polls and the failures of each target, for as long as it is monitored. What an earlier run of the service has left is
 * not counted again.
 */
public final class Tallies implements MonitorListener {

    private final Instant since;
    private final Map<MonitoredTarget, Counted> byTarget = new ConcurrentHashMap<>();

    /** The tally of a target, and what it has counted last: each failure and each report is an object of its own. */
    private static final class Counted {
        private final Tally tally = new Tally();
        // Of the thread that tells of the target.
        private @Nullable Failure failure;
        private @Nullable PollReport poll;
    }

    /**
     * Begins to count.
     *
     * @param clock tells the time
     */
    public Tallies(InstantSource clock) {
        this.since = clock.instant();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what happens twice may look the same, and still is two objects
    public void observed(MonitoredTarget target, Observation latest) {
        Counted counted = byTarget.computeIfAbsent(target, first -> new Counted());
        Failure failure = latest.status().failure();
        if (failure != null && failure != counted.failure && !failure.at().isBefore(since)) {
            counted.tally.countFailure(failure.kind());
        }
        counted.failure = failure;
        PollReport poll = latest.status().lastPoll();
        if (poll != null && poll != counted.poll && !poll.startedAt().isBefore(since)) {
            counted.tally.countPoll();
        }
        counted.poll = poll;
    }

    @Override
    public void removed(MonitoredTarget target) {
        byTarget.remove(target);
    }

    /** {@return the tally of a target; one with nothing in it when nothing was told of the target yet} */
    Tally of(MonitoredTarget target) {
        Counted counted = byTarget.get(target);
        return counted == null ? new Tally() : counted.tally;
    }
}
