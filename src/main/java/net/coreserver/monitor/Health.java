package net.coreserver.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
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
    private final Consumer<Observation> publisher;
    private volatile Observation latest;

    /**
     * Makes the health of a target of which nothing is known.
     *
     * @param publisher is told of every change, by the thread that writes
     */
    Health(Target target, InstantSource clock, Consumer<Observation> publisher) {
        this.target = target.name();
        this.clock = clock;
        this.publisher = publisher;
        TargetState first = target.enabled() ? TargetState.CONNECTING : TargetState.DISABLED;
        this.latest = new Observation(new TargetStatus(first, clock.instant(), null, null, null, null), null);
    }

    Observation latest() {
        return latest;
    }

    /** What was known of it is of another device. */
    void forget() {
        TargetStatus before = latest.status();
        latest = new Observation(new TargetStatus(before.state(), clock.instant(), null, null, null, null), null);
    }

    /** It is not to be polled. */
    void disabled() {
        Observation before = latest;
        if (before.status().state() != TargetState.DISABLED) {
            log(TargetState.DISABLED, "by its configuration");
        }
        TargetStatus status = before.status();
        publish(TargetState.DISABLED, status.lastSuccess(), null, status.failure(), null, before.snapshot());
    }

    /** It is to be reached, for the first time or with other settings. */
    void connecting() {
        Observation before = latest;
        TargetStatus status = before.status();
        publish(TargetState.CONNECTING, status.lastSuccess(), null, status.failure(), null, before.snapshot());
    }

    /** A poll succeeded. */
    void polled(Snapshot snapshot, SessionInfo session, boolean lagging) {
        TargetStatus before = latest.status();
        TargetState next = lagging ? TargetState.DEGRADED : TargetState.UP;
        if (before.state() != next) {
            log(
                    next,
                    lagging
                            ? "it takes longer to answer than its poll interval"
                            : snapshot.interfaces().size() + " interfaces, session " + session.id());
        }
        publish(next, snapshot.takenAt(), null, before.failure(), session, snapshot);
    }

    /** A poll failed, and the session lives on. */
    void pollFailed(NetconfException cause, SessionInfo session) {
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
        Observation published =
                new Observation(new TargetStatus(next, since, lastSuccess, nextAttempt, failure, session), snapshot);
        latest = published;
        publisher.accept(published);
    }
}
