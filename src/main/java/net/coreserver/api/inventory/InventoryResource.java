package net.coreserver.api.inventory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalLong;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.RequestContent;
import net.coreserver.api.problem.Problems;
import net.coreserver.target.InventoryOutcome;
import net.coreserver.target.StoredTarget;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Makes targets, and takes them away. */
@Path("/api/v1/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
final class InventoryResource {

    private static final String TARGETS = "/api/v1/targets/";
    private static final int CREATED = 201;

    private final EditableTargets targets;

    InventoryResource(EditableTargets targets) {
        this.targets = targets;
    }

    @POST
    @RunOnVirtualThread
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "createTargets",
            summary = "Make a target, or many",
            description =
                    "A JSON object makes one target. A JSON array, a YAML list, or a YAML mapping by name makes many:"
                            + " all of them, or, when anything is wrong with any, none. They are on the disk before this is"
                            + " answered, and monitored from then on. Credentials go in and never come out; references"
                            + " (`file:`, `env:`) are the operator's alone.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {NewTargetJson.class, NewTargetJson[].class})),
                @Content(
                        mediaType = "application/yaml",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = NewTargetJson.class))
            })
    @APIResponse(
            responseCode = "201",
            description = "Of one target its settings, which are also at `Content-Location`; of a list what was made.",
            content = @Content(schema = @Schema(oneOf = {SettingsJson.class, CreatedTargetJson[].class})))
    public byte[] create(byte @Nullable [] body, @Context HttpServerRequest request) {
        Query.of(request, InventoryOperations.CREATE_TARGETS);
        RequestContent form = RequestContent.of(request, RequestContent.JSON, RequestContent.YAML);
        TargetsContent content = TargetsContent.of(form.read(body), form, targets.stored());
        InventoryOutcome outcome = targets.change(() -> targets.stored().create(content.drafts()));
        List<StoredTarget> made = switch (outcome) {
            case InventoryOutcome.Done done -> done.targets();
            case InventoryOutcome.Exists exists -> throw InventoryProblems.exists(exists.sources(), content.places());
            case InventoryOutcome.Refused _ -> throw new IllegalStateException("nothing was to be changed");
        };
        return content.isList() ? answerList(request, made) : answerOne(request, made.getFirst());
    }

    private static byte[] answerOne(HttpServerRequest request, StoredTarget made) {
        String location = TARGETS + made.name();
        Representation settings = EditableTargets.representation(made);
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.LOCATION, location);
        response.putHeader(HttpHeaders.CONTENT_LOCATION, location + "/settings");
        response.putHeader(HttpHeaders.ETAG, settings.entityTag());
        return Answers.answerOnce(request, settings.body());
    }

    private static byte[] answerList(HttpServerRequest request, List<StoredTarget> made) {
        return Answers.answerOnce(
                request,
                Json.bytes(made.stream()
                        .map(target -> new CreatedTargetJson(
                                target.name(),
                                TARGETS + target.name(),
                                EditableTargets.representation(target).entityTag()))
                        .toList()));
    }

    @DELETE
    @Path("{target}")
    @RunOnVirtualThread
    @Operation(
            operationId = "deleteTarget",
            summary = "Take a target away",
            description =
                    "It is not monitored any more, and its settings and credentials are gone. With `If-Match`, only"
                            + " when its settings still have that `ETag`.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void delete(@PathParam("target") String target, @Context HttpServerRequest request) {
        Query.of(request, InventoryOperations.DELETE_TARGET);
        StoredTarget stored = targets.named(target);
        EditableTargets.refuseMismatch(request, stored);
        OptionalLong revision = request.headers().contains(HttpHeaders.IF_MATCH)
                ? OptionalLong.of(stored.revision())
                : OptionalLong.empty();
        switch (targets.change(() -> targets.stored().delete(stored.name(), revision))) {
            case InventoryOutcome.Done _ -> {}
            case InventoryOutcome.Exists _ -> throw new IllegalStateException("nothing was to be made");
            case InventoryOutcome.Refused refused ->
                throw switch (refused) {
                    case CHANGED_MEANWHILE -> InventoryProblems.changedMeanwhile(stored.name());
                    case UNKNOWN -> Problems.unknownTarget(stored.name());
                };
        }
    }
}
