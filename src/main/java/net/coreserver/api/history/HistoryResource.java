package net.coreserver.api.history;

import static net.coreserver.api.problem.ProblemType.NOT_ACCEPTABLE;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.LongWork;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.http.Waiting;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.problem.StoreProblems;
import net.coreserver.history.Graph;
import net.coreserver.history.SeriesKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The past of one interface. */
@Path("/api/v1/targets/{target}/interfaces/{name}/history")
@NonBlocking
@Tag(name = "History")
final class HistoryResource {

    private static final String TABLE = """
            time,inBitsPerSecond\r
            2026-11-20T07:00:00Z,83123.2\r
            2026-11-20T07:05:00Z,\r
            """;

    private static final String SAMPLES = """
            sampledAt,adminStatus,operStatus,speed,inOctets,inUnicastPkts,inBroadcastPkts,inMulticastPkts,inDiscards,\
            inErrors,inUnknownProtos,outOctets,outUnicastPkts,outBroadcastPkts,outMulticastPkts,outDiscards,outErrors,\
            continuous,comparable\r
            2026-11-20T07:59:58.125Z,up,up,10000000000,1045388203,8100345,1204,99871,0,3,0,812399012,7100120,88,1310,0,0,\
            true,true\r
            """;

    /** So many values are written in a millisecond or two. */
    static final int MAX_VALUES_ON_EVENT_LOOP = 10_000;

    private final Past past;
    private final StoreProblems problems;
    private final Answers answers;
    private final LongWork longWork;
    private final InstantSource clock;

    HistoryResource(Past past, StoreProblems problems, Answers answers, LongWork longWork, InstantSource clock) {
        this.past = past;
        this.problems = problems;
        this.answers = answers;
        this.longWork = longWork;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getInterfaceHistory",
            summary = "What an interface was like",
            description =
                    "Its rates, counters, states and speed over some time, step by step; a gap, where nothing is known. Of"
                            + " a rate its mean in each step, with `.min` and `.max` the least and the greatest; of what is"
                            + " counted, of states and of the speed the last, with `.first` the first. What was kept of a"
                            + " target or an interface that is there no longer can be read for as long as it is kept.\n\n"
                            + "As `text/csv` (RFC 4180; rows end with CR LF): a header, and a row for each step with its"
                            + " begin and a field for each metric, which is empty where nothing is known.")
    @APIResponse(
            responseCode = "200",
            description = "The graph.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = GraphJson.class)),
                @Content(mediaType = MediaRanges.CSV, schema = @Schema(type = SchemaType.STRING, examples = TABLE))
            })
    public byte[] graph(
            @PathParam("target") String target, @PathParam("name") String name, @Context HttpServerRequest request) {
        return answer(target, name, GraphText.JSON, request);
    }

    @GET
    @Produces(MediaRanges.CSV)
    @Operation(hidden = true)
    public byte[] table(
            @PathParam("target") String target, @PathParam("name") String name, @Context HttpServerRequest request) {
        return answer(target, name, GraphText.CSV, request);
    }

    @GET
    @Path("samples")
    @Produces({MediaRanges.CSV, MediaRanges.NDJSON})
    @Operation(
            operationId = "listInterfaceSamples",
            summary = "The samples of an interface as they were kept",
            description =
                    "All of some time, the oldest first, for as long as samples are kept; written as the client takes"
                            + " them.\n\n"
                            + "As `text/csv` (RFC 4180; rows end with CR LF), also for who does not say: a header, and a row for"
                            + " each sample; what the target did not send is empty. As `application/x-ndjson`: a line for each.")
    @APIResponse(
            responseCode = "200",
            description = "The samples, none when there are none of this time.",
            content = {
                @Content(mediaType = MediaRanges.CSV, schema = @Schema(type = SchemaType.STRING, examples = SAMPLES)),
                @Content(mediaType = MediaRanges.NDJSON, schema = @Schema(implementation = SampleJson.class))
            })
    public byte[] samples(
            @PathParam("target") String target, @PathParam("name") String name, @Context HttpServerRequest request) {
        // SampleRoute has answered, unless the client takes neither.
        return Waiting.answer(
                CompletableFuture.failedFuture(new ProblemException(Problems.ofStatus(NOT_ACCEPTABLE.status()))));
    }

    private byte[] answer(String target, String name, GraphText text, HttpServerRequest request) {
        Query query = Query.of(request, HistoryOperations.GET_HISTORY);
        GraphWish wish = GraphWish.of(query, clock.instant());
        SeriesKey series = new SeriesKey(RequestTarget.segment(target), RequestTarget.segment(name));
        CompletableFuture<Graph> graph = Waiting.here(
                        problems.explain(past.reader().graph(series, wish.request())))
                .thenCompose(kept -> kept.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> past.findElsewhere(series).thenApply(found -> wish.ofNothing())));
        return Waiting.answer(graph.thenCompose(drawn -> written(drawn, () -> text.bytes(series, wish, drawn)))
                .thenCompose(representation -> answers.prepare(request, representation))
                .thenApply(representation -> answers.answer(request, representation)));
    }

    private CompletableFuture<Representation> written(Graph graph, Supplier<byte[]> text) {
        return GraphText.values(graph) > MAX_VALUES_ON_EVENT_LOOP
                ? longWork.run(() -> Representation.ofTheMoment(text.get()))
                : CompletableFuture.completedFuture(Representation.ofTheMoment(text.get()));
    }
}
