package net.coreserver.api.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import net.coreserver.event.sink.SinkState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sink, and how it goes with it; the members are those of {@link SinkState}.
 *
 * @param deliveredUpTo the number up to which every event is delivered, given up, or of no interest to it
 */
@Schema(name = "Sink", description = "A place that events are pushed to, and how that goes.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SinkJson(
        @Schema(description = "Its name.", examples = "pager", required = true)
        String name,

        @Schema(
                description = "What kind of place it is.",
                examples = "webhook",
                enumeration = {"webhook", "syslog", "json-lines"},
                required = true)
        String type,

        @Schema(
                description = "The place, for a person, without anything secret.",
                examples = "https://pager.example/hook",
                required = true)
        String where,

        @Schema(description = "Whether events are sent to it.", examples = "true", required = true)
        boolean enabled,

        @Schema(
                description =
                        "How it goes: nothing waits for it, events are being sent, it does not take them so that they"
                                + " wait, or it is switched off.",
                examples = "idle",
                enumeration = {"idle", "delivering", "failing", "disabled"},
                required = true)
        String state,

        @Schema(description = "How many events it has taken, ever.", examples = "4012", required = true)
        long delivered,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it took one the last time (RFC 3339); absent for never.",
                examples = "2026-11-20T08:00:00Z")
        @Nullable Instant lastSuccess,

        @Schema(
                description = "Why it does not take events now; absent when it does.",
                examples = "{\"message\": \"https://pager.example/hook answered with 500\","
                        + " \"at\": \"2026-11-20T08:00:00Z\", \"attempts\": 3}")
        @Nullable SinkFailureJson failure,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it is tried again (RFC 3339); absent when nothing is being waited for.",
                examples = "2026-11-20T08:00:16Z")
        @Nullable Instant nextAttempt,

        @Schema(
                description = "The `id` up to which every event is delivered, given up, or of no interest to it.",
                examples = "4711",
                required = true)
        long deliveredUpTo,

        @Schema(
                description = "How many events wait for it at most: of those, its filter selects some.",
                examples = "0",
                required = true)
        long backlog,

        @Schema(
                description = "How many events are kept that it did not take and that have been given up.",
                examples = "0",
                required = true)
        long deadLetters,

        @Schema(description = "How many more were given up, and are kept no longer.", examples = "0", required = true)
        long discarded,

        @Schema(
                description = "How many events, at most, the log dropped before the sink could have them.",
                examples = "0",
                required = true)
        long lost,

        @Schema(
                description = "What else there is to know, a sentence for a person; absent for nothing.",
                examples = "It is a new sink, and begins with what happens from now on")
        @Nullable String notice) {

    static SinkJson of(SinkState state) {
        return new SinkJson(
                state.name(),
                state.type().word(),
                state.where(),
                state.isEnabled(),
                state.state().word(),
                state.delivered(),
                state.lastSuccess(),
                SinkFailureJson.of(state.failure()),
                state.nextAttempt(),
                state.cursor(),
                state.backlog(),
                state.deadLetters(),
                state.discarded(),
                state.lost(),
                state.notice());
    }
}
