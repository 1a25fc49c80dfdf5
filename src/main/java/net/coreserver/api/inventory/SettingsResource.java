package net.coreserver.api.inventory;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.function.BiFunction;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.RequestContent;
import net.coreserver.api.problem.Problems;
import net.coreserver.target.InventoryOutcome;
import net.coreserver.target.StoredTarget;
import net.coreserver.target.TargetDraft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is said of a target. */
@Path("/api/v1/targets/{target}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
final class SettingsResource {

    private static final String AGAIN =
            " Whoever changes `host`, `port`, `username` or `hostKey` has to give every secret again, or remove it with"
                    + " null, so that no stored secret is ever sent anywhere else.";

    /** What an answer tells of secrets; sent back, it is passed over. */
    private static final Set<String> READ_ONLY = Set.of("hasPassword", "hasPrivateKey", "hasPrivateKeyPassphrase");

    private final EditableTargets targets;
    private final Answers answers;

    SettingsResource(EditableTargets targets, Answers answers) {
        this.targets = targets;
        this.answers = answers;
    }

    @GET
    @NonBlocking
    @Operation(
            operationId = "getSettings",
            summary = "The settings of a target",
            description =
                    "As they were said by a client of this API; of other targets as they count, with all defaults."
                            + " Secrets never come out: `hasPassword` and its like tell that they are there.")
    @APIResponse(
            responseCode = "200",
            description = "The settings.",
            content = @Content(schema = @Schema(implementation = SettingsJson.class)))
    public byte[] get(@PathParam("target") String target, @Context HttpServerRequest request) {
        Query.of(request, InventoryOperations.GET_SETTINGS);
        return answers.answer(request, targets.settings(target));
    }

    @PUT
    @RunOnVirtualThread
    @Operation(
            operationId = "replaceSettings",
            summary = "Replace the settings of a target",
            description = "What the body does not say has its default again, but for secrets: one that is not mentioned"
                    + " stays, so that what was read can be sent back; null removes it." + AGAIN)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingsRequestJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now.",
            content = @Content(schema = @Schema(implementation = SettingsJson.class)))
    public byte[] replace(
            @PathParam("target") String target, byte @Nullable [] body, @Context HttpServerRequest request) {
        Query.of(request, InventoryOperations.REPLACE_SETTINGS);
        return change(target, body, request, RequestContent.JSON, SettingsContent::inPlaceOf);
    }

    @PATCH
    @RunOnVirtualThread
    @Operation(
            operationId = "patchSettings",
            summary = "Change some settings of a target",
            description = "A merge patch (RFC 7396): what the body does not mention stays, null removes." + AGAIN)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = SettingsRequestJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now.",
            content = @Content(schema = @Schema(implementation = SettingsJson.class)))
    public byte[] patch(
            @PathParam("target") String target, byte @Nullable [] body, @Context HttpServerRequest request) {
        Query.of(request, InventoryOperations.PATCH_SETTINGS);
        return change(target, body, request, RequestContent.MERGE_PATCH, SettingsContent::patched);
    }

    private byte[] change(
            String target,
            byte @Nullable [] body,
            HttpServerRequest request,
            RequestContent form,
            BiFunction<SettingsContent, StoredTarget, TargetDraft> change) {
        RequestContent.of(request, form);
        StoredTarget before = targets.named(target);
        EditableTargets.requireMatch(request, before);
        var content = form.read(body);
        if (!content.isObject()) {
            throw RequestContent.unexpected("is no object");
        }
        ContentErrors errors = new ContentErrors();
        TargetDraft draft = change.apply(SettingsContent.of(content, "", READ_ONLY, errors), before);
        targets.stored().check(draft, problem -> errors.add("", problem));
        errors.throwIfAny();
        StoredTarget after = changed(draft, before);
        Representation representation = EditableTargets.representation(after);
        request.response().putHeader(HttpHeaders.ETAG, representation.entityTag());
        return Answers.answerOnce(request, representation.body());
    }

    private StoredTarget changed(TargetDraft draft, StoredTarget before) {
        if (draft.stated().equals(before.stated()) && draft.kept().equals(before.secrets())) {
            return before;
        }
        return switch (targets.change(() -> targets.stored().replace(draft, before.revision()))) {
            case InventoryOutcome.Done done -> done.targets().getFirst();
            case InventoryOutcome.Refused refused ->
                throw switch (refused) {
                    case CHANGED_MEANWHILE -> InventoryProblems.changedMeanwhile(draft.name());
                    case UNKNOWN -> Problems.unknownTarget(draft.name());
                };
            case InventoryOutcome.Exists _ -> throw new IllegalStateException("nothing was to be made");
        };
    }
}
