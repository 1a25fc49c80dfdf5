package net.coreserver.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Completes the API's document, once, while the service is built: a resource says what an operation is for and what it
 * answers with; parameters, headers and problems come from {@link ApiOperation}, so that the document and the service
 * cannot tell different stories.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    private static final String INTRODUCTION = """
            Interface status and counters of NETCONF targets, over HTTP.

            **Reads** answer from the latest snapshot of a target, which one poll per interval feeds, however many \
            clients ask. `Age` and `sampledAt` tell how old it is; `ETag` and `Last-Modified` let a client ask again for \
            next to nothing. With the request header `Cache-Control: no-cache`, or `max-age=SECONDS` where that is too \
            old, a read waits for a poll that starts after the request.

            **Absent** is what a target did not send: a member is never null, and a counter never 0 in its place. The \
            names are those of the YANG leaves, in camelCase. Counters are exact integers up to 2^64 - 1; \
            `?counters=string` gives strings, for readers that round above 2^53.

            **One shape**: devices describe their interfaces by many models, RFC 8343's, OpenConfig's, their vendors' own. \
            Whichever it is, speed is in bits per second, a time is RFC 3339, a state is a word of `ietf-interfaces`, an \
            address has the length of its prefix, and an interface that lies on another one names it in `lowerLayerIf`. \
            What cannot be, such as a negative counter, is absent and told in `anomalies`; what a model says beyond these \
            names comes as `extra` with `?extra=true`.

            **Streams**: the two lists of interfaces answer `Accept: text/event-stream` with server-sent events, for as \
            long as the client listens. An event `snapshot` has what a poll saw of one target, the latest one first; \
            `status` says that a target has come to another state, and where none is told, it is `up`; `removed` says that \
            a target is monitored no longer, and ends the stream of one target. Targets that appear join the stream over \
            all. The filters, `counters` and `extra` are those of the lists; `sort`, `limit` and `after` are not for streams. A \
            client that comes back with `Last-Event-ID` gets what it has missed, but not the removal of targets meanwhile. \
            A client that is slow gets the newest of each target; one that takes nothing for a minute is cut off. Every 15 \
            seconds comes a comment.

            **History**: `…/interfaces/{name}/history` has what an interface was like, step by step, with gaps where \
            nothing is known; `…/history/samples` has what was kept of it, as it was kept; `/api/v1/interfaces/top` has the \
            interfaces that had most.

            **Events**: `/api/v1/events` has what happened, in the order in which CoreServer learnt of it, as pages, as \
            server-sent events, or as lines. Each event has a number that only grows; it is on the disk before anybody is told of \
            it. So whoever comes back with the number of the last event that it has got misses nothing and gets nothing twice, also \
            when CoreServer was restarted meanwhile, for as long as the log keeps the events.

            **Names** of interfaces may hold any character, and stand percent-encoded in a path: \
            `GigabitEthernet0%2F0%2F1`.

            **Errors** are problem details (RFC 9457, `application/problem+json`). A `type` identifies the kind of \
            problem; there is nothing to fetch from it. These are all:

            | type | status | title | meaning |
            |---|---|---|---|
            """;

    /** Makes the filter. */
    public ApiDocument() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.info(OASFactory.createInfo()
                .title("CoreServer")
                .version(new BuildStamp().version())
                .description(INTRODUCTION + problemTable() + "\nAny other status comes with the type `about:blank`.\n")
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0.txt")));
        document.servers(List.of(OASFactory.createServer().url("/").description("The service that this comes from")));
        // Nobody is asked who they are; an empty list says so, where none at all says nothing.
        document.security(List.of());
        document.tags(List.of(
                OASFactory.createTag().name("Targets").description("The NETCONF servers that are monitored"),
                OASFactory.createTag().name("Interfaces").description("What the last polls saw of their interfaces"),
                OASFactory.createTag().name("History").description("What the interfaces were like"),
                OASFactory.createTag().name("Events").description("What happened to them, and to their targets"),
                OASFactory.createTag().name("Sinks").description("Where events are pushed to, and how that goes"),
                OASFactory.createTag()
                        .name("Metrics")
                        .description("The same for Prometheus, and how CoreServer itself is"),
                OASFactory.createTag().name("Service").description("CoreServer itself")));
        SharedParameters.declareIn(document.getComponents());
        EventParameters.declareIn(document.getComponents());
        MetricsParameters.declareIn(document.getComponents());
        HistoryParameters.declareIn(document.getComponents());
        SharedResponses responses = new SharedResponses(document.getComponents());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> complete(operation, responses, document.getComponents()));
    }

    private static String problemTable() {
        return Arrays.stream(ProblemType.values())
                .map(type -> "| `%s` | %d | %s | %s |\n"
                        .formatted(type.uri(), type.status(), type.title(), type.description()))
                .collect(Collectors.joining());
    }

    private static void complete(Operation operation, SharedResponses responses, Components components) {
        ApiOperation known = ServiceOperations.named(operation.getOperationId());
        SharedParameters.describePath(operation);
        SharedParameters.refer(operation, known, components);
        responses.addHeaders(operation, known);
        responses.addProblems(operation, known);
    }
}
