package net.coreserver.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RemovedEvent", description = "The data of an event `removed`: the stream tells no more of a target.")
record RemovedEventJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target) {}
