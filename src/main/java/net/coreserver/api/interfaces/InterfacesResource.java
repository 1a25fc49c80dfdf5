package net.coreserver.api.interfaces;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.MaxAge;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.Waiting;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.targets.Reading;
import net.coreserver.api.targets.Readings;
import net.coreserver.api.targets.Targets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The interfaces of one target. */
@Path("/api/v1/targets/{target}/interfaces")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Interfaces")
final class InterfacesResource {

    private final Targets targets;
    private final Readings readings;
    private final Renderings renderings;
    private final Answers answers;
    private final InterfaceLists lists;

    InterfacesResource(
            Targets targets, Readings readings, Renderings renderings, Answers answers, InterfaceLists lists) {
        this.targets = targets;
        this.readings = readings;
        this.renderings = renderings;
        this.answers = answers;
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listTargetInterfaces",
            summary = "The interfaces of a target",
            description =
                    "As the last poll saw them, in natural order of their names (`eth2` before `eth10`). Filters of"
                            + " several kinds must all match; of one kind, any value does.")
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
    public byte[] list(@PathParam("target") String target, @Context HttpServerRequest request) {
        Query query = Query.of(request, InterfaceOperations.LIST_TARGET_INTERFACES);
        Listing listing = Listing.of(query);
        return Waiting.answer(reading(target, request)
                .thenCompose(reading -> lists.answer(request, query, listing, List.of(reading))));
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "getInterface",
            summary = "One interface of a target",
            description = "As the last poll saw it.")
    @APIResponse(
            responseCode = "200",
            description = "The interface.",
            content = @Content(schema = @Schema(implementation = InterfaceJson.class)))
    public byte[] get(
            @PathParam("target") String target, @PathParam("name") String name, @Context HttpServerRequest request) {
        Query query = Query.of(request, InterfaceOperations.GET_INTERFACE);
        return one(target, name, Form.ofInterface(query), request);
    }

    @GET
    @Path("{name}/statistics")
    @Operation(
            operationId = "getInterfaceStatistics",
            summary = "The counters of an interface",
            description = "As the last poll saw them; an empty object when the target sent none.")
    @APIResponse(
            responseCode = "200",
            description = "The counters.",
            content = @Content(schema = @Schema(implementation = StatisticsJson.class)))
    public byte[] statistics(
            @PathParam("target") String target, @PathParam("name") String name, @Context HttpServerRequest request) {
        Query query = Query.of(request, InterfaceOperations.GET_INTERFACE_STATISTICS);
        return one(target, name, Form.ofStatistics(query), request);
    }

    private byte[] one(String target, String pathName, Form form, HttpServerRequest request) {
        String name = RequestTarget.segment(pathName);
        return Waiting.answer(reading(target, request), reading -> {
            Rendering rendering = renderings.of(reading);
            int index = rendering.find(name).orElseThrow(() -> Problems.unknownInterface(target, name));
            return answers.answer(request, rendering.one(form, index));
        });
    }

    private CompletableFuture<Reading> reading(String target, HttpServerRequest request) {
        return readings.of(targets.named(target), MaxAge.of(request.getHeader(HttpHeaders.CACHE_CONTROL)));
    }
}
