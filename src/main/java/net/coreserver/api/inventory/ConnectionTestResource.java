package net.coreserver.api.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.concurrent.Semaphore;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.RequestContent;
import net.coreserver.api.problem.Problems;
import net.coreserver.monitor.ConnectionTest;
import net.coreserver.target.StoredInventory;
import net.coreserver.target.Target;
import net.coreserver.target.TargetDraft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tries settings before anything is made of them. */
@Path("/api/v1/connection-test")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
final class ConnectionTestResource {

    /** Each holds a thread and a connection for as long as the server takes; this is for persons, and not for scans. */
    private static final int MAX_AT_ONCE = 16;

    private static final String NAME = "name";
    private static final String NAMELESS = "connection-test";

    private final ConnectionTest test;
    private final StoredInventory inventory;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);

    ConnectionTestResource(ConnectionTest test, StoredInventory inventory) {
        this.test = test;
        this.inventory = inventory;
    }

    @POST
    @RunOnVirtualThread
    @Operation(
            operationId = "testConnection",
            summary = "Try a target's settings",
            description =
                    "Goes through everything that monitoring takes, step by step: resolve the name, connect, check the"
                            + " host key, authenticate, exchange hellos, choose a model, poll once. A model is"
                            + " chosen by what comes of polling by it; why, and what came of others, stands in the detail of"
                            + " its step. Nothing is kept: no target,"
                            + " no session, and with `accept-new` no host key. The settings are those of a new target;"
                            + " its `name` is not needed, and does not matter.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewTargetJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "What came of each step. A test that failed is an answer, too.",
            content = @Content(schema = @Schema(implementation = ConnectionReportJson.class)))
    public byte[] test(byte @Nullable [] body, @Context HttpServerRequest request) throws InterruptedException {
        Query.of(request, InventoryOperations.TEST_CONNECTION);
        Target target = target(RequestContent.of(request, RequestContent.JSON).read(body));
        if (!places.tryAcquire()) {
            throw Problems.busy("As many connection tests run as it bears.");
        }
        try {
            return Answers.answerOnce(request, Json.bytes(ConnectionReportJson.of(test.run(target))));
        } finally {
            places.release();
        }
    }

    private Target target(JsonNode content) {
        if (!content.isObject()) {
            throw RequestContent.unexpected("is no target");
        }
        ContentErrors errors = new ContentErrors();
        TargetDraft draft =
                SettingsContent.of(content, "", Set.of(NAME), errors).made(NAMELESS);
        Target target = inventory.preview(draft, problem -> errors.add("", problem));
        errors.throwIfAny();
        if (target == null) {
            throw new IllegalStateException("nothing was wrong with what makes no target");
        }
        return target;
    }
}
