package net.coreserver.api.targets;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Links;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.Waiting;
import net.coreserver.monitor.MonitoredTarget;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The targets and their health. */
@Path("/api/v1/targets")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Targets")
final class TargetsResource {

    private final Targets targets;
    private final Answers answers;

    TargetsResource(Targets targets, Answers answers) {
        this.targets = targets;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listTargets",
            summary = "All targets with their status",
            description = "In natural order of their names.")
    @APIResponse(
            responseCode = "200",
            description = "The targets.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TargetJson.class)))
    public byte[] list(@Context HttpServerRequest request) {
        Query query = Query.of(request, TargetOperations.LIST_TARGETS);
        Paging paging = Paging.of(query);
        List<MonitoredTarget> left = targets.all().stream()
                .filter(monitored ->
                        paging.isBehind(Cursor.ofTarget(monitored.target().name())))
                .toList();
        List<MonitoredTarget> page = left.subList(0, Math.min(paging.limit(), left.size()));
        String next = page.size() < left.size()
                ? Cursor.ofTarget(page.getLast().target().name()).encode()
                : null;
        byte[] body = Json.bytes(page.stream().map(TargetJson::inShort).toList());
        return Waiting.answer(
                answers.prepare(request, Representation.ofTheMoment(body)),
                representation -> answers.answer(request, representation, Links.next(request, query, next)));
    }

    @GET
    @Path("{target}")
    @Operation(
            operationId = "getTarget",
            summary = "One target with its status",
            description = "With the capabilities of its open session, and with what SSH agreed on.")
    @APIResponse(
            responseCode = "200",
            description = "The target.",
            content = @Content(schema = @Schema(implementation = TargetJson.class)))
    public byte[] get(@PathParam("target") String target, @Context HttpServerRequest request) {
        Query.of(request, TargetOperations.GET_TARGET);
        byte[] body = Json.bytes(TargetJson.inFull(targets.named(target)));
        return answers.answer(request, Representation.ofTheMoment(body));
    }

    @GET
    @Path("{target}/explain")
    @Operation(
            operationId = "explainTarget",
            summary = "The conversation with a target in short",
            description =
                    "What was connected to, both hellos, the model that was chosen and why, the request, how the last"
                            + " poll went, the last failure and the next attempt. After a restart of the service it is the"
                            + " conversation held before, marked as `remembered`, until there is another.")
    @APIResponse(
            responseCode = "200",
            description = "The conversation.",
            content = @Content(schema = @Schema(implementation = ExplanationJson.class)))
    public byte[] explain(@PathParam("target") String target, @Context HttpServerRequest request) {
        Query.of(request, TargetOperations.EXPLAIN_TARGET);
        byte[] body = Json.bytes(ExplanationJson.of(targets.named(target)));
        return answers.answer(request, Representation.ofTheMoment(body));
    }
}
