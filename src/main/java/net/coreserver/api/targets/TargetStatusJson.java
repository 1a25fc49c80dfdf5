package net.coreserver.api.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import net.coreserver.api.http.Seconds;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.SessionInfo;
import net.coreserver.monitor.TargetStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The health of a target. What there is not is null.
 *
 * @param state the word for its state
 * @param since when it came to that state
 * @param lastSuccess when the last successful poll ended
 * @param nextAttempt when it is tried again
 * @param failure the last one, kept after recovery
 * @param session the open one
 * @param consecutiveFailures since the last success
 * @param lastPoll how it went
 * @param effectivePollIntervalSeconds when that is more than configured
 * @param remembered true when it is from before the start; else null
 */
@Schema(name = "TargetStatus", description = "The health of a target.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetStatusJson(
        @Schema(
                description =
                        "`disabled`: not polled, because its configuration says so. `connecting`: the first attempt"
                                + " is under way: the first of all, or since it was reconfigured. `up`: a session is open, and the"
                                + " last poll succeeded. `degraded`: a session is open, but the last poll failed, or polls lag"
                                + " (`effectivePollIntervalSeconds`). `down`: no session is open; it is tried again.",
                enumeration = {"disabled", "connecting", "up", "degraded", "down"},
                examples = "up",
                required = true)
        String state,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it came to this state (RFC 3339).",
                examples = "2026-11-20T07:30:00Z",
                required = true)
        Instant since,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When the last successful poll ended (RFC 3339); absent when there was none.",
                examples = "2026-11-20T08:00:00.125Z")
        @Nullable Instant lastSuccess,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it is tried again (RFC 3339); absent while it is connected or disabled.",
                examples = "2026-11-20T08:00:20Z")
        @Nullable Instant nextAttempt,

        @Schema(
                description = "The last failure, kept after recovery; absent when there was none.",
                examples =
                        "{\"kind\": \"timeout\", \"message\": \"No answer within 10 s\", \"at\": \"2026-11-20T07:59:40Z\"}")
        @Nullable FailureJson failure,

        @Schema(
                description = "The open session; absent when there is none.",
                examples = "{\"id\": 4711, \"framing\": \"chunked\", \"openedAt\": \"2026-11-20T07:30:00Z\","
                        + " \"connectDurationSeconds\": 0.085}")
        @Nullable SessionJson session,

        @Schema(
                description = "How many polls and attempts to connect have failed since the last success.",
                examples = "0",
                minimum = "0",
                required = true)
        int consecutiveFailures,

        @Schema(
                description = "How the last poll went; absent when there was none.",
                examples = "{\"plannedAt\": \"2026-11-20T08:00:00Z\", \"startedAt\": \"2026-11-20T08:00:00.001Z\","
                        + " \"latenessSeconds\": 0.001, \"durationSeconds\": 0.0125, \"octetsReceived\": 48213,"
                        + " \"octetsSent\": 287, \"interfaces\": 52}")
        @Nullable PollReportJson lastPoll,

        @Schema(
                description =
                        "How far apart polls are, when that is more than configured because the target takes longer"
                                + " to answer than its poll interval; else absent. Unit: seconds.",
                examples = "12.5",
                minimum = "0")
        @Nullable Double effectivePollIntervalSeconds,

        @Schema(
                description =
                        "Whether `lastSuccess`, `failure`, `consecutiveFailures` and `lastPoll` are what was known"
                                + " before the service was started, since nothing newer has happened yet; only when true.",
                examples = "true")
        @Nullable Boolean remembered) {

    /**
     * The health of a target, as a list has it.
     *
     * @param status what the monitor knows
     * @return its JSON, without the lengthy parts of the session
     */
    public static TargetStatusJson inShort(TargetStatus status) {
        return of(status, SessionJson::inShort);
    }

    static TargetStatusJson inFull(TargetStatus status) {
        return of(status, SessionJson::inFull);
    }

    private static TargetStatusJson of(TargetStatus status, Function<SessionInfo, SessionJson> sessionJson) {
        Failure failure = status.failure();
        SessionInfo session = status.session();
        PollReport lastPoll = status.lastPoll();
        Duration stretched = status.stretchedInterval();
        return new TargetStatusJson(
                status.state().word(),
                status.since(),
                status.lastSuccess(),
                status.nextAttempt(),
                failure == null ? null : FailureJson.of(failure),
                session == null ? null : sessionJson.apply(session),
                status.consecutiveFailures(),
                lastPoll == null ? null : PollReportJson.of(lastPoll),
                stretched == null ? null : Seconds.of(stretched),
                status.isRemembered() ? true : null);
    }
}
