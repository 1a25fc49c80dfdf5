package net.coreserver.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "About", description = "Which service this is, and since when it runs.")
record AboutJson(
        @Schema(description = "The name of the service.", examples = "CoreServer", required = true)
        String name,

        @Schema(description = "Its version (semver.org).", examples = "0.1.0", required = true)
        String version,

        @Schema(
                description = "What it was built with, and as of when.",
                examples = "{\"timestamp\": \"2026-11-20T00:00:00Z\", \"quarkus\": \"3.33.2\"}",
                required = true)
        Build build,

        @Schema(description = "The version of the Java that it runs on.", examples = "25.0.1+8", required = true)
        String java,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it was started (RFC 3339).",
                examples = "2026-11-20T07:30:00Z",
                required = true)
        Instant startedAt,

        @Schema(description = "For how long it has been running. Unit: seconds.", examples = "1800", required = true)
        long uptimeSeconds) {

    @Schema(name = "Build", description = "The build that this is.")
    record Build(
            @Schema(
                    implementation = String.class,
                    format = "date-time",
                    description = "The time that the build states, the same for every build of one source (RFC 3339).",
                    examples = "2026-11-20T00:00:00Z",
                    required = true)
            Instant timestamp,

            @Schema(description = "The version of Quarkus in it.", examples = "3.33.2", required = true)
            String quarkus) {}
}
