package net.coreserver.api.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.coreserver.api.http.Seconds;
import net.coreserver.monitor.PollReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PollReport", description = "How a poll of a target went, whether or not it succeeded.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PollReportJson(
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it was planned to start (RFC 3339).",
                examples = "2026-11-20T08:00:00Z",
                required = true)
        Instant plannedAt,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When its request was sent (RFC 3339).",
                examples = "2026-11-20T08:00:00.001Z",
                required = true)
        Instant startedAt,

        @Schema(
                description =
                        "How much later than planned it started; 0 for a poll that was asked for before the next was"
                                + " due. Unit: seconds.",
                examples = "0.001",
                minimum = "0",
                required = true)
        double latenessSeconds,

        @Schema(
                description = "From the request to the end of the reply, or until it was given up. Unit: seconds.",
                examples = "0.0125",
                minimum = "0",
                required = true)
        double durationSeconds,

        @Schema(
                description = "Octets received meanwhile, framing included.",
                examples = "48213",
                minimum = "0",
                required = true)
        long octetsReceived,

        @Schema(
                description = "Octets sent meanwhile, framing included.",
                examples = "287",
                minimum = "0",
                required = true)
        long octetsSent,

        @Schema(
                description = "How many interfaces the reply had; absent when the poll failed.",
                examples = "52",
                minimum = "0")
        @Nullable Integer interfaces) {

    static PollReportJson of(PollReport report) {
        return new PollReportJson(
                report.plannedAt().truncatedTo(ChronoUnit.MILLIS),
                report.startedAt().truncatedTo(ChronoUnit.MILLIS),
                Seconds.of(report.lateness()),
                Seconds.of(report.duration()),
                report.octetsReceived(),
                report.octetsSent(),
                report.interfaces());
    }
}
