package net.coreserver.api.interfaces;

import net.coreserver.api.targets.TargetStatusJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The data of the event of another state.
 *
 * @param target the name of the target
 * @param status how it is from now on
 */
@Schema(name = "StatusEvent", description = "The data of an event `status`: how a target is from now on.")
public record StatusEventJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                description = "Its health.",
                examples = "{\"state\": \"down\", \"since\": \"2026-11-20T08:00:00Z\"}",
                required = true)
        TargetStatusJson status) {}
