package net.coreserver.api.history;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.TimeParameters;
import net.coreserver.api.http.Waiting;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.problem.StoreProblems;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.TopRequest;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.target.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which interfaces had most. */
@Path("/api/v1/interfaces/top")
@NonBlocking
@Tag(name = "History")
final class TopResource {

    private static final String TABLE = """
            target,interface,by,value,from,to\r
            edge-1,eth0,inUtilization,0.8312,2026-11-20T07:00:00Z,2026-11-20T08:00:00Z\r
            """;

    private final Past past;
    private final Ranks ranks;
    private final Monitor monitor;
    private final StoreProblems problems;
    private final Answers answers;
    private final InstantSource clock;

    TopResource(Past past, Ranks ranks, Monitor monitor, StoreProblems problems, Answers answers, InstantSource clock) {
        this.past = past;
        this.ranks = ranks;
        this.monitor = monitor;
        this.problems = problems;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listTopInterfaces",
            summary = "The interfaces that had most",
            description =
                    "Of all targets, ranked by a rate over some time: by its mean, or with `.max` or `.min` by its greatest"
                            + " or its least value, the highest first. Interfaces of which nothing is known for this time are"
                            + " left out; those of targets that are monitored no longer are there for as long as their history"
                            + " is kept. As `text/csv` (RFC 4180; rows end with CR LF): the same fields, and a header.")
    @APIResponse(
            responseCode = "200",
            description = "The interfaces, an empty array when there are none.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = RankedJson.class)),
                @Content(mediaType = MediaRanges.CSV, schema = @Schema(type = SchemaType.STRING, examples = TABLE))
            })
    public byte[] list(@Context HttpServerRequest request) {
        return answer(request, Rank::json);
    }

    @GET
    @Produces(MediaRanges.CSV)
    @Operation(hidden = true)
    public byte[] table(@Context HttpServerRequest request) {
        return answer(request, Rank::csv);
    }

    private byte[] answer(HttpServerRequest request, Function<Rank, byte[]> text) {
        Query query = Query.of(request, HistoryOperations.LIST_TOP);
        Instant now = clock.instant();
        Instant to = TimeParameters.time(query, TimeRange.TO, now).orElse(now);
        TopWish wish = TopWish.of(query);
        if (to.minus(wish.window()).isAfter(now)) {
            throw Problems.invalidParameter(
                    TimeRange.TO, "is so far in the future that nothing is known of the window");
        }
        HistoryReader history = past.reader();
        CompletableFuture<Rank> rank = ranks.of(wish, () -> make(history, wish, to));
        return Waiting.answer(
                Waiting.here(rank), made -> answers.answer(request, Representation.ofTheMoment(text.apply(made))));
    }

    private CompletableFuture<Rank> make(HistoryReader history, TopWish wish, Instant to) {
        List<Target> monitored =
                monitor.targets().stream().map(MonitoredTarget::target).toList();
        TopRequest request = wish.request(to, monitored);
        return problems.explain(history.top(request))
                .thenApply(ranked -> new Rank(ranked, wish.by().name(), request.from(), request.to()));
    }
}
