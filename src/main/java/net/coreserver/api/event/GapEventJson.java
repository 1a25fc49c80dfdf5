package net.coreserver.api.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The data of the event of a gap.
 *
 * @param after the number that the client was to go on from; null when what it said is none
 * @param oldest the number of the oldest event that the log still has
 * @param reason why it cannot go on from there, and from where it goes on
 */
@Schema(
        name = "GapEvent",
        description = "The data of an event `gap`: the stream does not go on right behind what the client has got.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GapEventJson(
        @Schema(
                description = "The `id` that the client was to go on from; absent when it is none of this log.",
                examples = "12")
        @Nullable Long after,

        @Schema(
                description =
                        "The `id` of the oldest event that the log still has; one more than the newest when it has none.",
                examples = "4001",
                required = true)
        long oldest,

        @Schema(
                description = "Why, and from where it goes on: a sentence for a person.",
                examples = "The events 13 to 4000 are not kept any more; it goes on from the oldest.",
                required = true)
        String reason) {}
