package net.coreserver.api.interfaces;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The data of the event of a removal.
 *
 * @param target the name of the target
 */
@Schema(name = "RemovedEvent", description = "The data of an event `removed`: the stream tells no more of a target.")
public record RemovedEventJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target) {}
