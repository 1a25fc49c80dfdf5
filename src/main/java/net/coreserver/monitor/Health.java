package net.coreserver.monitor;

import java.time.Instant;
import java.time.InstantSource;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.netconf.NetconfException;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of one target, and publishes each change as a new {@link Observation}. One thread writes, any
 * number read.
 */
final class Health {

    private static final System.Logger LOG = System.getLogger(Health.class.getName());

    private final String target;
    private final InstantSource clock;
    private volatile Observation latest;

    Health(Target target, InstantSource clock) {
        this.target = target.name();
        this.clock = clock;
        TargetState first = target.enabled() ? TargetState.CONNECTING : TargetState.DISABLED;
        this.latest = new Observation(new TargetStatus(first, clock.instant(), null, null, null, null), null);
    }

    Observation latest() {
        return latest;
    }

    /** A poll succeeded. */
    void up(Snapshot snapshot, SessionInfo session) {
        TargetStatus before = latest.status();
        if (before.state() != TargetState.UP) {
            log(TargetState.UP, snapshot.interfaces().size() + " interfaces, session " + session.id());
        }
        publish(TargetState.UP, snapshot.takenAt(), null, before.failure(), session, snapshot);
    }

    /** A poll failed, and the session lives on. */
    void degraded(NetconfException cause, SessionInfo session) {
        Observation before = latest;
        if (before.status().state() != TargetState.DEGRADED) {
            log(TargetState.DEGRADED, cause.kind().word() + ": " + cause.getMessage());
        }
        Failure failure = Failure.of(cause, clock.instant());
        publish(TargetState.DEGRADED, before.status().lastSuccess(), null, failure, session, before.snapshot());
    }

    /** There is no session. */
    void down(NetconfException cause, Instant nextAttempt) {
        Observation before = latest;
        if (before.status().state() != TargetState.DOWN) {
            log(TargetState.DOWN, cause.kind().word() + ": " + cause.getMessage() + "; next attempt at " + nextAttempt);
        }
        Failure failure = Failure.of(cause, clock.instant());
        publish(TargetState.DOWN, before.status().lastSuccess(), nextAttempt, failure, null, before.snapshot());
    }

    private void log(TargetState next, String why) {
        LOG.log(System.Logger.Level.INFO, "Target {0} is {1} ({2})", target, next.word(), why);
    }

    private void publish(
            TargetState next,
            @Nullable Instant lastSuccess,
            @Nullable Instant nextAttempt,
            @Nullable Failure failure,
            @Nullable SessionInfo session,
            @Nullable Snapshot snapshot) {
        TargetStatus before = latest.status();
        boolean stays = before.state() == next;
        if (!stays && !before.state().canBecome(next)) {
            throw new IllegalStateException("a target that is " + before.state() + " does not become " + next);
        }
        Instant since = stays ? before.since() : clock.instant();
        latest = new Observation(new TargetStatus(next, since, lastSuccess, nextAttempt, failure, session), snapshot);
    }
}
