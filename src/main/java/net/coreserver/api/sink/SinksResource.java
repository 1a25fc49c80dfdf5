package net.coreserver.api.sink;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.event.EventNumber;
import net.coreserver.api.event.EventProblems;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Links;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.RequestContent;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.Waiting;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.problem.StoreProblems;
import net.coreserver.event.sink.DeadLetter;
import net.coreserver.event.sink.SinkState;
import net.coreserver.event.sink.Sinks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sinks and their delivery state. */
@Path("/api/v1/sinks")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Sinks")
final class SinksResource {

    private final Sinks sinks;
    private final Answers answers;
    private final StoreProblems problems;

    SinksResource(Sinks sinks, Answers answers, StoreProblems problems) {
        this.sinks = sinks;
        this.answers = answers;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listSinks",
            summary = "All sinks with their delivery state",
            description = "Sinks are the operator's configuration. A secret never shows.")
    @APIResponse(
            responseCode = "200",
            description = "The sinks, an empty array when none is configured.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SinkJson.class)))
    public byte[] list(@Context HttpServerRequest request) {
        Query.of(request, SinkOperations.LIST_SINKS);
        List<SinkJson> all = sinks.all().stream().map(SinkJson::of).toList();
        return answers.answer(request, Representation.ofTheMoment(Json.bytes(all)));
    }

    @GET
    @Path("{sink}")
    @Operation(
            operationId = "getSink",
            summary = "One sink with its delivery state",
            description = "How far it is, what waits for it, and why it fails if it does.")
    @APIResponse(
            responseCode = "200",
            description = "The sink.",
            content = @Content(schema = @Schema(implementation = SinkJson.class)))
    public byte[] get(@PathParam("sink") String sink, @Context HttpServerRequest request) {
        Query.of(request, SinkOperations.GET_SINK);
        return answers.answer(request, Representation.ofTheMoment(Json.bytes(SinkJson.of(named(sink)))));
    }

    @POST
    @Path("{sink}/test")
    @Operation(
            operationId = "testSink",
            summary = "Try a sink now",
            description =
                    "Sends one event of the kind `test`, past whatever waits, also to a sink that is switched off. Who"
                            + " asks while a test of the same sink is under way gets what comes of that one.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it. A sink that does not take it is an answer, too.",
            content = @Content(schema = @Schema(implementation = DeliveryReportJson.class)))
    public byte[] test(@PathParam("sink") String sink, @Context HttpServerRequest request) {
        Query.of(request, SinkOperations.TEST_SINK);
        RequestContent.refuseForeign(request);
        return Waiting.answer(
                Waiting.here(sinks.test(named(sink).name())),
                report -> Answers.answerOnce(request, Json.bytes(DeliveryReportJson.of(report))));
    }

    @GET
    @Path("{sink}/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "The events that a sink did not take",
            description =
                    "Those that were given up: because the sink refused them, or took nothing for too long. The newest"
                            + " event comes first.")
    @APIResponse(
            responseCode = "200",
            description = "The dead letters, an empty array when there are none.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeadLetterJson.class)))
    public byte[] deadLetters(@PathParam("sink") String sink, @Context HttpServerRequest request) {
        Query query = Query.of(request, SinkOperations.LIST_DEAD_LETTERS);
        int limit = Paging.limit(query, SinkOperations.DEFAULT_LIMIT, SinkOperations.MAX_LIMIT);
        long before = Cursor.number(query).orElse(Long.MAX_VALUE);
        // One more than fit: only so it shows whether there is another page.
        CompletableFuture<List<DeadLetter>> letters =
                sinks.deadLetters(named(sink).name(), before, limit + 1);
        return Waiting.answer(Waiting.here(problems.explain(letters)).thenCompose(found -> {
            List<DeadLetter> page = found.subList(0, Math.min(limit, found.size()));
            byte[] body = Json.bytes(page.stream().map(DeadLetterJson::of).toList());
            String next =
                    page.size() < found.size() ? Cursor.encode(page.getLast().id()) : null;
            return answers.prepare(request, Representation.ofTheMoment(body))
                    .thenApply(representation ->
                            answers.answer(request, representation, Links.next(request, query, next)));
        }));
    }

    @POST
    @Path("{sink}/dead-letters/{id}/redeliver")
    @Operation(
            operationId = "redeliverDeadLetter",
            summary = "Send a dead letter again",
            description = "Now, past whatever waits. When the sink takes it, it is a dead letter no longer.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it. A sink that does not take it is an answer, too.",
            content = @Content(schema = @Schema(implementation = DeliveryReportJson.class)))
    public byte[] redeliver(
            @PathParam("sink") String sink, @PathParam("id") String segment, @Context HttpServerRequest request) {
        Query.of(request, SinkOperations.REDELIVER_DEAD_LETTER);
        RequestContent.refuseForeign(request);
        String name = named(sink).name();
        String text = RequestTarget.segment(segment);
        long id = EventNumber.parse(text).orElseThrow(() -> EventProblems.noDeadLetter(text, name));
        return Waiting.answer(
                Waiting.here(problems.explain(sinks.redeliver(name, id))),
                report -> Answers.answerOnce(
                        request,
                        Json.bytes(DeliveryReportJson.of(
                                report.orElseThrow(() -> EventProblems.noDeadLetter(text, name))))));
    }

    private SinkState named(String segment) {
        String name = RequestTarget.segment(segment);
        return sinks.find(name).orElseThrow(() -> Problems.unknownSink(name));
    }
}
