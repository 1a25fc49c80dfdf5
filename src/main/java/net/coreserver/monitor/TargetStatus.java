package net.coreserver.monitor;

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
 */
public record TargetStatus(
        TargetState state,
        Instant since,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextAttempt,
        @Nullable Failure failure,
        @Nullable SessionInfo session) {}
