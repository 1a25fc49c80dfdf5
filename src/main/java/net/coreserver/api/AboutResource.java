package net.coreserver.api;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The service itself. */
@Path("/api/v1/about")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Service")
final class AboutResource {

    private final InstantSource clock;
    private final BuildStamp build;
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    AboutResource(InstantSource clock, BuildStamp build) {
        this.clock = clock;
        this.build = build;
    }

    @GET
    @Operation(operationId = "getAbout", summary = "Version, build and uptime", description = "Which service answers.")
    @APIResponse(
            responseCode = "200",
            description = "What this service is.",
            content = @Content(schema = @Schema(implementation = AboutJson.class)))
    public byte[] get(@Context HttpServerRequest request) {
        Query.of(request, ServiceOperations.GET_ABOUT);
        AboutJson about = new AboutJson(
                "CoreServer",
                build.version(),
                new AboutJson.Build(build.timestamp(), build.quarkus()),
                Runtime.version().toString(),
                startedAt,
                Math.max(0, Duration.between(startedAt, clock.instant()).toSeconds()));
        return Answers.answerOnce(request, Json.bytes(about));
    }
}
