package net.coreserver.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.api.event.EventOperations;
import net.coreserver.api.history.HistoryOperations;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.http.Paging;
import net.coreserver.api.interfaces.InterfaceOperations;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.event.Event;
import net.coreserver.event.EventData;
import net.coreserver.event.EventJson;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class ApiDocumentTest extends ApiTest {

    private JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeEach
    void readTheDocument() throws IOException {
        document = new ObjectMapper()
                .readTree(get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    @Test
    void itIsOfThisServiceAndOfNobodyElse() {
        assertThat(document.at("/info/title").asText()).isEqualTo("CoreServer");
        assertThat(document.at("/info/version").asText()).isEqualTo(new BuildStamp().version());
        assertThat(document.at("/info/license/name").asText()).isEqualTo("Apache-2.0");
        assertThat(document.path("security").isArray()).isTrue();
    }

    @Test
    void itHasTheResourcesOfTheDesign() {
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/api/v1/targets",
                        "/api/v1/targets/{target}",
                        "/api/v1/connection-test",
                        "/api/v1/targets/{target}/explain",
                        "/api/v1/targets/{target}/poll",
                        "/api/v1/targets/{target}/settings",
                        "/api/v1/targets/{target}/interfaces",
                        "/api/v1/targets/{target}/interfaces/{name}",
                        "/api/v1/targets/{target}/interfaces/{name}/statistics",
                        "/api/v1/targets/{target}/interfaces/{name}/history",
                        "/api/v1/targets/{target}/interfaces/{name}/history/samples",
                        "/api/v1/interfaces",
                        "/api/v1/interfaces/top",
                        "/api/v1/events",
                        "/api/v1/events/{id}",
                        "/api/v1/sinks",
                        "/api/v1/sinks/{sink}",
                        "/api/v1/sinks/{sink}/test",
                        "/api/v1/sinks/{sink}/dead-letters",
                        "/api/v1/sinks/{sink}/dead-letters/{id}/redeliver",
                        "/api/v1/about",
                        "/metrics",
                        "/probe");
    }

    @Test
    void everyOperationSaysWhatItIsFor() {
        assertThat(operations()).hasSize(27).allSatisfy(operation -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("description").asText()).isNotBlank();
            assertThat(operation.path("operationId").asText()).isNotBlank();
            assertThat(operation.path("tags")).hasSize(1);
        });
    }

    @Test
    void everyParameterSaysWhatItIsWithAnExample() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation.path("parameters"))
                        .allSatisfy(reference -> {
                            JsonNode parameter = resolved(reference);
                            assertThat(parameter.path("description").asText()).isNotBlank();
                            JsonNode schema = parameter.path("schema");
                            JsonNode item = schema.has("items") ? schema.path("items") : schema;
                            assertThat(item.path("examples"))
                                    .as(parameter.toString())
                                    .isNotEmpty();
                        }));
    }

    @Test
    void everyFieldSaysWhatItIsWithAnExample() {
        JsonNode schemas = document.at("/components/schemas");

        assertThat(schemas.properties()).isNotEmpty().allSatisfy(schema -> {
            assertThat(schema.getValue().path("description").asText())
                    .as(schema.getKey())
                    .isNotBlank();
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                String name = schema.getKey() + "." + field.getKey();
                assertThat(field.getValue().path("description").asText())
                        .as(name)
                        .isNotBlank();
                assertThat(field.getValue().path("examples")).as(name).isNotEmpty();
            }
        });
    }

    @Test
    void everyErrorSaysItsTypesAndShowsThem() {
        assertThat(operations()).allSatisfy(operation -> {
            for (Map.Entry<String, JsonNode> response :
                    operation.path("responses").properties()) {
                if (Integer.parseInt(response.getKey()) < 400) {
                    continue;
                }
                JsonNode answer = resolved(response.getValue());
                JsonNode content = answer.path("content").path(PROBLEM);
                assertThat(content.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
                assertThat(content.path("examples")).isNotEmpty().allSatisfy(reference -> {
                    JsonNode problem = resolved(reference).path("value");
                    assertThat(problem.path("status").asText()).isEqualTo(response.getKey());
                    assertThat(answer.path("description").asText())
                            .contains(problem.path("type").asText());
                });
            }
        });
    }

    @Test
    void theDescriptionListsAllTypesOfProblems() {
        String description = document.at("/info/description").asText();

        for (ProblemType type : ProblemType.values()) {
            assertThat(description).contains("`" + type.uri() + "` | " + type.status());
        }
    }

    @Test
    void countersAreUnsigned() {
        JsonNode statistics = document.at("/components/schemas/Statistics/properties");

        assertThat(statistics.properties()).hasSize(14).allSatisfy(field -> {
            if (!field.getKey().equals("discontinuityTime")) {
                assertThat(field.getValue().path("type").asText()).isEqualTo("integer");
                assertThat(field.getValue().path("format").asText()).isEqualTo("uint64");
                assertThat(field.getValue().path("maximum").bigIntegerValue()).isEqualTo("18446744073709551615");
            }
        });
        assertThat(document.toString()).doesNotContain("\"format\":\"int64\",\"minimum\":0");
    }

    @Test
    void anOperationListsTheParametersThatItTakes() {
        JsonNode list = document.path("paths").path("/api/v1/interfaces").path("get");
        List<String> names = new ArrayList<>();
        list.path("parameters")
                .forEach(parameter -> names.add(resolved(parameter).path("name").asText()));

        assertThat(names).containsAll(InterfaceOperations.LIST_INTERFACES.parameters());
    }

    @Test
    void theListsOfInterfacesAreStreamsToo() {
        for (String path : List.of("/api/v1/interfaces", "/api/v1/targets/{target}/interfaces")) {
            JsonNode get = document.path("paths").path(path).path("get");
            JsonNode content = get.at("/responses/200/content");
            List<String> events = new ArrayList<>();
            content.path("text/event-stream")
                    .at("/schema/anyOf")
                    .forEach(event -> events.add(event.path("$ref").asText()));

            assertThat(content.path("application/json").at("/schema/type").asText())
                    .isEqualTo("array");
            assertThat(events)
                    .containsExactly(
                            "#/components/schemas/SnapshotEvent",
                            "#/components/schemas/StatusEvent",
                            "#/components/schemas/RemovedEvent");
            assertThat(get.path("parameters").toString()).contains("Last-Event-ID");
        }
    }

    @Test
    void eventsComeInThreeMediaTypes() {
        JsonNode get = document.path("paths").path("/api/v1/events").path("get");
        JsonNode content = get.at("/responses/200/content");
        List<String> parameters = new ArrayList<>();
        get.path("parameters")
                .forEach(parameter ->
                        parameters.add(resolved(parameter).path("name").asText()));

        assertThat(content.path("application/json").at("/schema/items/$ref").asText())
                .isEqualTo("#/components/schemas/Event");
        assertThat(content.path("text/event-stream").at("/schema/anyOf").toString())
                .contains("schemas/Event\"")
                .contains("schemas/GapEvent\"");
        assertThat(content.path("application/x-ndjson").at("/schema/$ref").asText())
                .isEqualTo("#/components/schemas/Event");
        assertThat(parameters)
                .doesNotHaveDuplicates()
                .containsAll(EventOperations.LIST_EVENTS.parameters())
                .contains("Last-Event-ID", "If-None-Match");
        assertThat(document.at("/components/parameters/listEvents.limit/schema/maximum")
                        .asInt())
                .isEqualTo(EventOperations.MAX_LIMIT);
        assertThat(document.at("/components/parameters/limit/schema/maximum").asInt())
                .isEqualTo(Paging.MAX_LIMIT);
    }

    @Test
    void theHistoryIsJsonAndTables() {
        JsonNode paths = document.path("paths");
        String below = "/api/v1/targets/{target}/interfaces/{name}/history";

        assertThat(names(paths.path(below).at("/get/responses/200/content")))
                .containsExactlyInAnyOrder("application/json", "text/csv");
        assertThat(names(paths.path(below + "/samples").at("/get/responses/200/content")))
                .containsExactlyInAnyOrder("text/csv", "application/x-ndjson");
        assertThat(names(paths.path("/api/v1/interfaces/top").at("/get/responses/200/content")))
                .containsExactlyInAnyOrder("application/json", "text/csv");
        for (ApiOperation operation : HistoryOperations.ALL) {
            JsonNode get = operations().stream()
                    .filter(each -> each.path("operationId").asText().equals(operation.id()))
                    .findFirst()
                    .orElseThrow();
            List<String> parameters = new ArrayList<>();
            get.path("parameters")
                    .forEach(parameter ->
                            parameters.add(resolved(parameter).path("name").asText()));
            assertThat(parameters).doesNotHaveDuplicates().containsAll(operation.parameters());
        }
    }

    @Test
    void aGraphHasTheFieldsThatAreWritten() throws IOException {
        JsonNode schema = document.at("/components/schemas/InterfaceHistory");
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));
        JsonNode written = new ObjectMapper()
                .readTree(get("/api/v1/targets/edge-1/interfaces/eth0/history").asString());

        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(names(written));
        assertThat(schema.at("/properties/series/additionalProperties/type").asText())
                .isEqualTo("array");
    }

    @Test
    void anEventHasTheFieldsThatAreWritten() throws IOException {
        Instant now = Instant.parse("2026-11-20T08:00:00Z");
        Occurrence full = new Occurrence(
                now,
                now,
                "edge-1",
                "eth0",
                EventKind.LINK_DOWN,
                Severity.WARNING,
                "eth0 is down",
                EventData.of(Map.of("operStatus", "down")));
        JsonNode written = new ObjectMapper().readTree(EventJson.bytes(new Event(1, full)));
        JsonNode bare = new ObjectMapper()
                .readTree(EventJson.bytes(
                        new Event(1, Occurrence.ofService(now, EventKind.TEST, "a test", EventData.NONE))));
        JsonNode schema = document.at("/components/schemas/Event");
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));

        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(names(written));
        assertThat(required).containsExactlyInAnyOrderElementsOf(names(bare));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void nothingThatOnlyTheBuildNeedsIsLeftInIt() {
        assertThat(document.toString()).doesNotContain("\"x-");
    }
}
