package net.coreserver.api.inventory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CreatedTarget", description = "A target of a list that was made.")
record CreatedTargetJson(
        @Schema(description = "Its name.", examples = "edge-1", required = true)
        String name,

        @Schema(
                description = "Where it is.",
                examples = "/api/v1/targets/edge-1",
                format = "uri-reference",
                required = true)
        String location,

        @Schema(
                description = "The `ETag` of its settings.",
                examples = "\"\\\"pZPUmSYkSUkxIBDAMJJQ3w\\\"\"",
                required = true)
        String etag) {}
