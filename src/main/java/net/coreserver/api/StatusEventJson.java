package net.coreserver.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StatusEvent", description = "The data of an event `status`: how a target is from now on.")
record StatusEventJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                description = "Its health.",
                examples = "{\"state\": \"down\", \"since\": \"2026-11-20T08:00:00Z\"}",
                required = true)
        TargetStatusJson status) {}
