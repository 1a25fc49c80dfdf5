package net.coreserver.api.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import net.coreserver.api.http.Seconds;
import net.coreserver.event.sink.DeliveryReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test of a sink.
 *
 * @param delivered whether the sink took the event
 * @param durationSeconds how long that took
 * @param failure why it did not; null when it did
 */
@Schema(name = "DeliveryReport", description = "What came of sending an event to a sink.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryReportJson(
        @Schema(description = "Whether the sink took the event.", examples = "true", required = true)
        boolean delivered,

        @Schema(description = "How long it took. Unit: seconds.", examples = "0.042", required = true)
        double durationSeconds,

        @Schema(
                description = "Why the sink did not take it; absent when it did.",
                examples = "{\"message\": \"https://pager.example/hook answered with 500\"}")
        @Nullable SinkFailureJson failure) {

    static DeliveryReportJson of(DeliveryReport report) {
        String failure = report.failure();
        return new DeliveryReportJson(
                report.isDelivered(),
                Seconds.of(report.took()),
                failure == null ? null : new SinkFailureJson(failure, null, null));
    }
}
