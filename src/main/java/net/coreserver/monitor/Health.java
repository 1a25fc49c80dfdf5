package net.coreserver.monitor;

import java.time.Duration;
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
     * Makes the health of a target.
     *
     * @param remembered what was known of it when the service ran last; null for nothing
     * @param publisher is told of every change, by the thread that writes
     */
    Health(Target target, @Nullable Remembered remembered, InstantSource clock, Consumer<Observation> publisher) {
        this.target = target.name();
        this.clock = clock;
        this.publisher = publisher;
        TargetState first = target.enabled() ? TargetState.CONNECTING : TargetState.DISABLED;
        this.latest = new Observation(remembered == null ? unknown(first) : known(first, remembered), null);
    }

    private TargetStatus unknown(TargetState state) {
        return new TargetStatus(state, clock.instant(), null, null, null, null, 0, null, null, false);
    }

    private TargetStatus known(TargetState state, Remembered remembered) {
        return new TargetStatus(
                state,
                clock.instant(),
                remembered.lastSuccess(),
                null,
                remembered.failure(),
                null,
                remembered.consecutiveFailures(),
                remembered.lastPoll(),
                null,
                true);
    }

    Observation latest() {
        return latest;
    }

    /** What was known of it is of another device. */
    void forget() {
        latest = new Observation(unknown(latest.status().state()), null);
    }

    /** It is not to be polled. */
    void disabled() {
        if (latest.status().state() != TargetState.DISABLED) {
            log(TargetState.DISABLED, "by its configuration");
        }
        withoutSession(TargetState.DISABLED);
    }

    /** It is to be reached, for the first time or with other settings. */
    void connecting() {
        withoutSession(TargetState.CONNECTING);
    }

    private void withoutSession(TargetState next) {
        TargetStatus before = latest.status();
        publish(
                new TargetStatus(
                        next,
                        sinceOf(next),
                        before.lastSuccess(),
                        null,
                        before.failure(),
                        null,
                        before.consecutiveFailures(),
                        before.lastPoll(),
                        null,
                        before.isRemembered()),
                latest.snapshot());
    }

    /**
     * A poll succeeded.
     *
     * @param stretched the interval at which polls come, when it is not the configured one
     */
    void polled(Snapshot snapshot, SessionInfo session, PollReport report, @Nullable Duration stretched) {
        TargetStatus before = latest.status();
        TargetState next = stretched == null ? TargetState.UP : TargetState.DEGRADED;
        if (before.state() != next) {
            log(
                    next,
                    stretched == null
                            ? snapshot.interfaces().size() + " interfaces, session " + session.id()
                            : "it takes longer to answer than its poll interval; it is polled every " + stretched);
        }
        publish(
                new TargetStatus(
                        next,
                        sinceOf(next),
                        snapshot.takenAt(),
                        null,
                        before.failure(),
                        session,
                        0,
                        report,
                        stretched,
                        false),
                snapshot);
    }

    /** A poll failed, and the session lives on. */
    void pollFailed(NetconfException cause, SessionInfo session, PollReport report, @Nullable Duration stretched) {
        TargetStatus before = latest.status();
        if (before.state() != TargetState.DEGRADED || before.isMerelyLagging()) {
            log(TargetState.DEGRADED, cause.kind().word() + ": " + cause.getMessage());
        }
        publish(
                new TargetStatus(
                        TargetState.DEGRADED,
                        sinceOf(TargetState.DEGRADED),
                        before.lastSuccess(),
                        null,
                        Failure.of(cause, clock.instant()),
                        session,
                        before.consecutiveFailures() + 1,
                        report,
                        stretched,
                        false),
                latest.snapshot());
    }

    /**
     * There is no session.
     *
     * @param report of the poll that has failed with the session; null when it is not a poll that has
     */
    void down(NetconfException cause, Instant nextAttempt, @Nullable PollReport report) {
        TargetStatus before = latest.status();
        if (before.state() != TargetState.DOWN) {
            log(TargetState.DOWN, cause.kind().word() + ": " + cause.getMessage() + "; next attempt at " + nextAttempt);
        }
        publish(
                new TargetStatus(
                        TargetState.DOWN,
                        sinceOf(TargetState.DOWN),
                        before.lastSuccess(),
                        nextAttempt,
                        Failure.of(cause, clock.instant()),
                        null,
                        before.consecutiveFailures() + 1,
                        report == null ? before.lastPoll() : report,
                        null,
                        false),
                latest.snapshot());
    }

    private void log(TargetState next, String why) {
        LOG.log(System.Logger.Level.INFO, "Target {0} is {1} ({2})", target, next.word(), why);
    }

    private Instant sinceOf(TargetState next) {
        TargetStatus before = latest.status();
        return before.state() == next ? before.since() : clock.instant();
    }

    private void publish(TargetStatus status, @Nullable Snapshot snapshot) {
        TargetState before = latest.status().state();
        if (before != status.state() && !before.canBecome(status.state())) {
            throw new IllegalStateException("a target that is " + before + " does not become " + status.state());
        }
        Observation published = new Observation(status, snapshot);
        latest = published;
        publisher.accept(published);
    }
}
