package net.coreserver.api.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.coreserver.event.Event;
import net.coreserver.event.EventJson;
import net.coreserver.event.sink.DeadLetter;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event that a sink did not take, and that has been given up.
 *
 * @param id the number of the event
 * @param since from when on the sink did not take it
 * @param attempts how often in a row the sink had failed by then
 * @param reason why it did not take it
 * @param event as the log writes it; null when the log does not have it any more
 */
@Schema(name = "DeadLetter", description = "An event that a sink did not take, and that has been given up.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterJson(
        @Schema(description = "The `id` of the event.", examples = "4711", required = true)
        long id,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "From when on the sink did not take it (RFC 3339).",
                examples = "2026-11-20T08:00:00Z",
                required = true)
        Instant since,

        @Schema(
                description = "How often in a row the sink had failed when it was given up.",
                examples = "1",
                required = true)
        int attempts,

        @Schema(
                description = "Why the sink did not take it: a sentence for a person.",
                examples = "https://pager.example/hook answered with 413",
                required = true)
        String reason,

        @Schema(
                description =
                        "The event, as `/api/v1/events/{id}` has it; absent when the log does not keep it any more.",
                type = SchemaType.OBJECT,
                examples = "{\"id\": 4711, \"at\": \"2026-11-20T08:00:00.125Z\", \"target\": \"edge-1\","
                        + " \"kind\": \"target-down\", \"severity\": \"critical\", \"message\": \"edge-1 is down\"}")
        @JsonRawValue
        @Nullable String event) {

    static DeadLetterJson of(DeadLetter letter) {
        Event event = letter.event();
        return new DeadLetterJson(
                letter.id(),
                letter.since(),
                letter.attempts(),
                letter.reason(),
                event == null ? null : new String(EventJson.bytes(event), StandardCharsets.UTF_8));
    }
}
