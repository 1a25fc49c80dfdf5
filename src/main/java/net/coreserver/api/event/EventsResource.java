package net.coreserver.api.event;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Links;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.Waiting;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.problem.StoreProblems;
import net.coreserver.event.Event;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventJson;
import net.coreserver.event.EventReader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events of the log. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Events")
final class EventsResource {

    private final EventReader log;
    private final StoreProblems problems;
    private final Answers answers;
    private final InstantSource clock;

    EventsResource(EventReader log, StoreProblems problems, Answers answers, InstantSource clock) {
        this.log = log;
        this.problems = problems;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listEvents",
            summary = "What happened",
            description =
                    "As JSON: pages of events, the newest first. Filters of several kinds must all match; of one kind, any"
                            + " value does. A page may have fewer events than `limit`, even none, and still have a next one: where"
                            + " few of very many events match, it ends for having looked at a million.\n\n"
                            + "As `text/event-stream`: the events from now on, as they happen; or those behind"
                            + " `Last-Event-ID`, and then those that happen, none missing and none twice. They are of the type"
                            + " `message`, and their `id` is that of the event. An event of the type `gap` comes before them where"
                            + " what a client is to go on from is not known, or not kept any more. All filters apply but `from` and"
                            + " `to`.\n\n"
                            + "As `application/x-ndjson`: all events that match, the oldest first, one on each line; with"
                            + " `follow=true`, those that happen, too. It begins at the oldest, or behind `after`.")
    @APIResponse(
            responseCode = "200",
            description = "The events, an empty array when none matches; or the stream, or the lines.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = EventSchema.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema = @Schema(anyOf = {EventSchema.class, GapEventJson.class})),
                @Content(mediaType = MediaRanges.NDJSON, schema = @Schema(implementation = EventSchema.class))
            })
    public byte[] list(@Context HttpServerRequest request) {
        Query query = Query.of(request, EventOperations.LIST_EVENTS);
        for (String name : List.of(StreamWish.FOLLOW, StreamWish.LAST_EVENT_ID)) {
            if (query.has(name)) {
                throw Problems.invalidParameter(name, "belongs to a stream, and not to a list");
            }
        }
        EventFilter filter = Filtering.of(query, clock.instant());
        int limit = Paging.limit(query, EventOperations.DEFAULT_LIMIT, EventOperations.MAX_LIMIT);
        CompletableFuture<EventPage> page = EventPage.read(log, filter, EventPage.before(query), limit);
        return Waiting.answer(Waiting.here(problems.explain(page))
                .thenCompose(read -> answers.prepare(request, read.representation())
                        .thenApply(representation ->
                                answers.answer(request, representation, Links.next(request, query, read.next())))));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getEvent",
            summary = "One event",
            description = "It never changes; the day comes when the log does not keep it any more.")
    @APIResponse(
            responseCode = "200",
            description = "The event.",
            content = @Content(schema = @Schema(implementation = EventSchema.class)))
    public byte[] get(@PathParam("id") String segment, @Context HttpServerRequest request) {
        Query.of(request, EventOperations.GET_EVENT);
        String text = RequestTarget.segment(segment);
        long id = EventNumber.parse(text).orElseThrow(() -> EventProblems.noEvent(text));
        CompletableFuture<Event> event = log.find(id)
                .thenCompose(
                        found -> found.map(CompletableFuture::completedFuture).orElseGet(() -> unknown(id)));
        return Waiting.answer(
                Waiting.here(problems.explain(event)),
                read -> answers.answer(request, Representation.ofTheMoment(EventJson.bytes(read))));
    }

    private CompletableFuture<Event> unknown(long id) {
        return log.after(log.newest(), EventFilter.ALL, 1).thenApply(end -> {
            throw EventProblems.unknownEvent(id, end.oldest(), log.newest());
        });
    }
}
