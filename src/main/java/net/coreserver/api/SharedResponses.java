package net.coreserver.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.RouterProblems;
import net.coreserver.api.inventory.InventoryOperations;
import net.coreserver.api.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers, the 304 and the problems of the API's document, which the operations refer to by name. */
final class SharedResponses {

    private static final String NOT_MODIFIED = "not-modified";

    private final Components components;

    SharedResponses(Components components) {
        this.components = components;
        header("ETag", "Identifies these very bytes, compressed or not; strong.", "\"pZPUmSYkSUkxIBDAMJJQ3w\"");
        header("Last-Modified", "When the answer came to be what it is.", "Fri, 20 Nov 2026 08:00:00 GMT");
        header("Age", "For how long it has been known. Unit: seconds.", "4");
        header("Cache-Control", "What caches may do with it.", "no-cache");
        header("Vary", "The request headers that the answer depends on.", "Accept, Accept-Encoding");
        header(
                "Link",
                "Leads to the next page (`rel=\"next\"`); absent on the last.",
                "</api/v1/interfaces?limit=1000&after=ZWRnZS0xAGV0aDAAMQ>; rel=\"next\"");
        header("Content-Encoding", "`gzip` when the answer is compressed; else absent.", "gzip");
        header("Location", "Where the target is; absent when several were made.", "/api/v1/targets/edge-1");
        header("Retry-After", "When to try again. Unit: seconds; absent where nobody knows.", "10");
        APIResponse notModified = OASFactory.createAPIResponse()
                .description("What the client has is still right.")
                .headers(headers(List.of("ETag", "Cache-Control", "Vary")));
        components.addResponse(NOT_MODIFIED, notModified);
    }

    /** Adds the headers of what an operation answers with, and the answer that nothing has changed. */
    void addHeaders(Operation operation, ApiOperation known) {
        if (known.kind().isOfChange()) {
            addHeadersOfChange(operation, known);
            return;
        }
        APIResponse success = operation.getResponses().getAPIResponse("200");
        success.addHeader("Cache-Control", reference("Cache-Control"));
        if (known.kind().isConditional()) {
            success.addHeader("ETag", reference("ETag"));
            success.addHeader("Vary", reference("Vary"));
            success.addHeader("Content-Encoding", reference("Content-Encoding"));
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().ref(NOT_MODIFIED));
        }
        if (known.kind().isOfSnapshots()) {
            success.addHeader("Last-Modified", reference("Last-Modified"));
            success.addHeader("Age", reference("Age"));
        }
        if (known.parameters().contains("after")) {
            success.addHeader("Link", reference("Link"));
        }
    }

    private static void addHeadersOfChange(Operation operation, ApiOperation known) {
        APIResponse success = Stream.of("200", "201", "204")
                .map(operation.getResponses()::getAPIResponse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        if (!known.equals(InventoryOperations.DELETE_TARGET)) {
            success.addHeader("ETag", reference("ETag"));
            success.addHeader("Cache-Control", reference("Cache-Control"));
        }
        if (known.equals(InventoryOperations.CREATE_TARGETS)) {
            success.addHeader("Location", reference("Location"));
        }
    }

    /** Adds the problems of an operation, those of one status as one answer. */
    void addProblems(Operation operation, ApiOperation known) {
        known.allProblems().stream()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
                .forEach((status, types) -> operation
                        .getResponses()
                        .addAPIResponse(
                                Integer.toString(status),
                                OASFactory.createAPIResponse().ref(problem(types))));
    }

    /** The name of the answer with a problem of one of these types. */
    private String problem(List<ProblemType> types) {
        String name = types.stream().map(SharedResponses::shortName).collect(Collectors.joining("-or-"));
        if (components.getResponses().containsKey(name)) {
            return name;
        }
        MediaType content =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        for (ProblemType type : types) {
            components.addExample(
                    shortName(type),
                    OASFactory.createExample().summary(type.title()).value(example(type)));
            content.addExample(shortName(type), OASFactory.createExample().ref(shortName(type)));
        }
        APIResponse response = OASFactory.createAPIResponse()
                .description(types.stream()
                        .map(type -> "`%s`: %s".formatted(type.uri(), type.description()))
                        .collect(Collectors.joining("\n\n")))
                .content(OASFactory.createContent().addMediaType(RouterProblems.MEDIA_TYPE, content));
        if (types.getFirst().status() == ProblemType.TARGET_UNAVAILABLE.status()) {
            response.addHeader("Retry-After", reference("Retry-After"));
        }
        components.addResponse(name, response);
        return name;
    }

    private static Object example(ProblemType type) {
        try {
            return new ObjectMapper().readValue(Json.bytes(ProblemExamples.of(type)), LinkedHashMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortName(ProblemType type) {
        return type.uri().substring(type.uri().lastIndexOf('/') + 1);
    }

    private void header(String name, String description, String example) {
        components.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .schema(OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .examples(List.of(example))));
    }

    private static Map<String, Header> headers(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, SharedResponses::reference));
    }

    private static Header reference(String name) {
        return OASFactory.createHeader().ref(name);
    }
}
