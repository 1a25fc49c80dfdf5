package net.coreserver.api.targets;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.MaxAge;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.RequestContent;
import net.coreserver.api.http.Waiting;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Polls on demand. */
@Path("/api/v1/targets/{target}/poll")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Targets")
final class PollResource {

    private static final MaxAge FRESH = MaxAge.of("no-cache");

    private final Targets targets;
    private final Readings readings;

    PollResource(Targets targets, Readings readings) {
        this.targets = targets;
        this.readings = readings;
    }

    @POST
    @Operation(
            operationId = "pollTarget",
            summary = "Poll a target now",
            description =
                    "The poll starts after the request. Requests that come while one runs share the next, so that a"
                            + " thousand who ask at once cause at most two.")
    @APIResponse(
            responseCode = "200",
            description = "The poll succeeded; this is what it saw, in short.",
            content = @Content(schema = @Schema(implementation = PollJson.class)))
    public byte[] poll(@PathParam("target") String target, @Context HttpServerRequest request) {
        Query.of(request, TargetOperations.POLL_TARGET);
        RequestContent.refuseForeign(request);
        return Waiting.answer(
                readings.of(targets.named(target), FRESH),
                reading -> Answers.answerOnce(request, Json.bytes(PollJson.of(reading.snapshot()))));
    }
}
