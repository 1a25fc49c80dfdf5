package net.coreserver.monitor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health of a target.
 *
 * @param state where it stands
 * @param since when it came to stand there
 * @param lastSuccess when the last successful poll ended; null when there was none
 * @param nextAttempt when it is tried again; null while it is connected or disabled
 * @param failure the last failure, kept after recovery; null when there was none
 * @param session the open session; null when there is none
 * @param consecutiveFailures how many polls and attempts to connect have failed since the last success
 * @param lastPoll how the last poll went; null when there was none
 * @param stretchedInterval the interval at which polls come, when that is longer than the configured one because the target
 *     answers slowly; else null
 * @param isRemembered whether the last success, the failures and the last poll are those of an earlier run of this service,
 *     since nothing newer has happened yet
 */
public record TargetStatus(
        TargetState state,
        Instant since,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextAttempt,
        @Nullable Failure failure,
        @Nullable SessionInfo session,
        int consecutiveFailures,
        @Nullable PollReport lastPoll,
        @Nullable Duration stretchedInterval,
        boolean isRemembered) {

    /** {@return whether the last poll succeeded, and it is only that polls come less often than configured} */
    public boolean isMerelyLagging() {
        return state == TargetState.DEGRADED && consecutiveFailures == 0 && stretchedInterval != null;
    }
}
