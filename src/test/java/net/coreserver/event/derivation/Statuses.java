package net.coreserver.event.derivation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.Opening;
import net.coreserver.monitor.SessionInfo;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.FailureKind;
import org.jspecify.annotations.Nullable;

/** The ways in which a target can be. */
final class Statuses {

    private Statuses() {}

    static TargetStatus connecting() {
        return status(TargetState.CONNECTING, null, null, 0, null, false);
    }

    static TargetStatus disabled() {
        return status(TargetState.DISABLED, null, null, 0, null, false);
    }

    static TargetStatus up() {
        return status(TargetState.UP, null, null, 0, null, false);
    }

    static TargetStatus up(SessionInfo session) {
        return status(TargetState.UP, null, session, 0, null, false);
    }

    static TargetStatus lagging() {
        return status(TargetState.DEGRADED, null, null, 0, Duration.ofSeconds(15), false);
    }

    static TargetStatus degraded(FailureKind kind) {
        return status(TargetState.DEGRADED, kind, null, 1, null, false);
    }

    static TargetStatus down(FailureKind kind) {
        return status(TargetState.DOWN, kind, null, 1, null, false);
    }

    static TargetStatus remembered() {
        return status(TargetState.CONNECTING, FailureKind.TRANSPORT, null, 3, null, true);
    }

    static SessionInfo session(long id, String... capabilities) {
        return new SessionInfo(
                id, "chunked", List.of(capabilities), Map.of(), new Opening(Seen.START, null, Duration.ZERO));
    }

    private static TargetStatus status(
            TargetState state,
            @Nullable FailureKind failure,
            @Nullable SessionInfo session,
            int failures,
            @Nullable Duration stretched,
            boolean remembered) {
        return new TargetStatus(
                state,
                Seen.START,
                null,
                null,
                failure == null ? null : new Failure(failure, "it failed", Seen.START, List.of()),
                session,
                failures,
                null,
                stretched,
                remembered);
    }
}
