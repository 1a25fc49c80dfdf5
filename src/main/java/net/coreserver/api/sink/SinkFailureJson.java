package net.coreserver.api.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import net.coreserver.event.sink.SinkFailure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a sink did not take events.
 *
 * @param message a sentence for a person
 * @param at when it did not the last time; null for that of a test
 * @param attempts how often in a row it did not; null for that of a test
 */
@Schema(name = "SinkFailure", description = "Why a sink did not take what was sent to it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SinkFailureJson(
        @Schema(
                description = "A sentence for a person.",
                examples = "https://pager.example/hook answered with 500",
                required = true)
        String message,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it did not the last time (RFC 3339); absent in the outcome of a test.",
                examples = "2026-11-20T08:00:00Z")
        @Nullable Instant at,

        @Schema(description = "How often in a row it did not; absent in the outcome of a test.", examples = "3")
        @Nullable Integer attempts) {

    static @Nullable SinkFailureJson of(@Nullable SinkFailure failure) {
        return failure == null ? null : new SinkFailureJson(failure.message(), failure.at(), failure.attempts());
    }
}
