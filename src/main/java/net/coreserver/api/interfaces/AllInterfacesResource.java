package net.coreserver.api.interfaces;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import net.coreserver.api.http.MaxAge;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Waiting;
import net.coreserver.api.targets.Readings;
import net.coreserver.api.targets.TargetFilter;
import net.coreserver.api.targets.Targets;
import net.coreserver.monitor.MonitoredTarget;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The interfaces of all targets. */
@Path("/api/v1/interfaces")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Interfaces")
final class AllInterfacesResource {

    private final Targets targets;
    private final Readings readings;
    private final InterfaceLists lists;

    AllInterfacesResource(Targets targets, Readings readings, InterfaceLists lists) {
        this.targets = targets;
        this.readings = readings;
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listInterfaces",
            summary = "The interfaces of all targets",
            description =
                    "As the last poll of each target saw them, in natural order of the targets' names, then of the"
                            + " interfaces'. A target that was never polled has none here; `/api/v1/targets` tells why. When a"
                            + " poll was asked for and fails for a target, its interfaces come as last seen, with `stale`.")
    @APIResponse(
            responseCode = "200",
            description =
                    "The interfaces, an empty array when none matches; or the stream, with the data of its events.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = InterfaceJson.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        anyOf = {SnapshotEventJson.class, StatusEventJson.class, RemovedEventJson.class
                                        }))
            })
    public byte[] list(@Context HttpServerRequest request) {
        Query query = Query.of(request, InterfaceOperations.LIST_INTERFACES);
        Listing listing = Listing.of(query);
        List<MonitoredTarget> wanted = targets.all(TargetFilter.of(query));
        MaxAge maxAge = MaxAge.of(request.getHeader(HttpHeaders.CACHE_CONTROL));
        return Waiting.answer(
                readings.ofAll(wanted, maxAge).thenCompose(all -> lists.answer(request, query, listing, all)));
    }
}
