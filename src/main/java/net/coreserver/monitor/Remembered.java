package net.coreserver.monitor;

import java.time.Instant;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a target over a restart of this service. It is of the device at that host and port, and of no other.
 *
 * @param target the name of the target
 * @param host the host as configured
 * @param port the port as configured
 * @param lastSuccess when the last successful poll ended; null when there was none
 * @param consecutiveFailures how many polls and attempts to connect had failed since
 * @param failure the last failure; null when there was none
 * @param lastPoll how the last poll went; null when there was none
 * @param session the last session; null when there was none
 * @param choice by which model interfaces were asked for over that session; null when there was none
 */
public record Remembered(
        String target,
        String host,
        int port,
        @Nullable Instant lastSuccess,
        int consecutiveFailures,
        @Nullable Failure failure,
        @Nullable PollReport lastPoll,
        @Nullable SessionInfo session,
        @Nullable ModelChoice choice) {

    static Remembered of(MonitoredTarget monitored) {
        TargetStatus status = monitored.latest().status();
        Explanation explanation = monitored.explain();
        return new Remembered(
                monitored.target().name(),
                explanation.host(),
                explanation.port(),
                status.lastSuccess(),
                status.consecutiveFailures(),
                status.failure(),
                status.lastPoll(),
                explanation.session(),
                explanation.choice());
    }

    boolean isOf(Target described) {
        return target.equals(described.name())
                && host.equals(described.endpoint().host())
                && port == described.endpoint().port();
    }

    @Nullable Conversation conversation() {
        return session == null || choice == null ? null : new Conversation(session, choice, true);
    }
}
