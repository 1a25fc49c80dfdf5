package net.coreserver.api.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.coreserver.api.http.RequestLimits;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.RawHttp;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.target.EventSelection;
import net.coreserver.target.LiveInventory;
import net.coreserver.target.StoredInventory;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class InventoryTest extends ApiTest {

    private static final String TARGETS = "/api/v1/targets";
    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String PASSWORD = "test-password-of-nobody";

    private static final String EDGE_1 = """
            {"name": "edge-1", "host": "192.0.2.1", "username": "test-user", "password": "%s",
             "pollInterval": "1m", "port": 2022, "enabled": false,
             "interfaceNames": ["eth0", "a,b"], "labels": {"site": "berlin", "role": "edge"}}
            """.formatted(PASSWORD);

    @Inject
    LiveInventory live;

    @Inject
    StoredInventory stored;

    @ConfigProperty(name = "coreserver.data-dir")
    Path dataDirectory = Path.of("");

    @BeforeEach
    @AfterEach
    void deleteAll() {
        live.replace(TargetSource.CONFIGURATION, List.of());
        live.current().targets().keySet().forEach(name -> stored.delete(name, OptionalLong.empty()));
    }

    private static Response post(String body) {
        return post(JSON, body);
    }

    private static Response post(String type, String body) {
        return request()
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(TARGETS);
    }

    private static String settings(String name) {
        return TARGETS + "/" + name + "/settings";
    }

    private static Response put(String tag, String body) {
        return request().contentType(JSON).header("If-Match", tag).body(body).put(settings("edge-1"));
    }

    private static Response patch(String tag, String body) {
        return request().contentType(PATCH).header("If-Match", tag).body(body).patch(settings("edge-1"));
    }

    private static String tag() {
        return get(settings("edge-1")).then().statusCode(200).extract().header("ETag");
    }

    private static Map<String, String> errors(Response response) {
        response.then().statusCode(400).body("type", equalTo("/problems/invalid-settings"));
        List<Map<String, String>> errors = response.jsonPath().getList("errors");
        return errors.stream().collect(Collectors.toMap(error -> error.get("pointer"), error -> error.get("detail")));
    }

    private static void expect(Response response, int status, String type) {
        response.then().statusCode(status).contentType(PROBLEM).body("type", equalTo("/problems/" + type));
    }

    private Target monitored(String name) {
        return Objects.requireNonNull(live.current().targets().get(name), name);
    }

    private void configure(String name) {
        Endpoint endpoint = new Endpoint(
                name,
                "192.0.2.9",
                830,
                Credentials.ofPassword("operator", Secret.of(PASSWORD)),
                new HostKeyPolicy.Pinned("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
        live.replace(
                TargetSource.CONFIGURATION, List.of(new Target(endpoint, Duration.ofMillis(1500), true, Map.of())));
    }

    @Test
    void aTargetIsMadeAndItsSettingsAreAnsweredWithoutItsSecrets() {
        Response made = post(EDGE_1);

        made.then().statusCode(201);
        assertThat(made.header("Location")).endsWith("/api/v1/targets/edge-1");
        assertThat(made.header("Content-Location")).isEqualTo("/api/v1/targets/edge-1/settings");
        Response read = get(settings("edge-1"));
        assertThat(read.asString())
                .isEqualTo(made.asString())
                .isEqualTo("{\"host\":\"192.0.2.1\",\"port\":2022,\"username\":\"test-user\",\"pollInterval\":\"1m\","
                        + "\"interfaceNames\":[\"eth0\",\"a,b\"],\"enabled\":false,"
                        + "\"labels\":{\"role\":\"edge\",\"site\":\"berlin\"},"
                        + "\"hasPassword\":true,\"hasPrivateKey\":false,\"hasPrivateKeyPassphrase\":false}");
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag")).doesNotStartWith("W/");
        assertThat(monitored("edge-1").pollInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(monitored("edge-1").interfaces().names()).containsExactly("eth0", "a,b");
        request()
                .header("If-None-Match", made.header("ETag"))
                .get(settings("edge-1"))
                .then()
                .statusCode(304);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Map<String, String> errors = errors(post("""
                {"name": "Edge 1", "hots": "192.0.2.1", "port": "830", "enabled": "yes", "username": "",
                 "password": "env:HOME", "privateKeyFile": "/etc/shadow", "pollInterval": "1 fortnight",
                 "interfaceNames": "eth0", "interfaceTypes": ["no-such-type"], "hostKey": 7,
                 "labels": {"Site": "x", "role": 1}, "password-file": "x"}
                """));

        assertThat(errors)
                .containsOnlyKeys(
                        "/name",
                        "/hots",
                        "/host",
                        "/port",
                        "/enabled",
                        "/username",
                        "/password",
                        "/privateKeyFile",
                        "/pollInterval",
                        "/interfaceNames",
                        "/interfaceTypes",
                        "/hostKey",
                        "/labels/Site",
                        "/labels/role",
                        "/password-file");
        assertThat(errors.get("/hots")).contains("`host`");
        assertThat(errors.get("/password")).contains("operator");
        assertThat(errors.get("/privateKeyFile")).contains("operator");
    }

    @Test
    void aListIsMadeAsAWholeOrNotAtAll() {
        Response refused = post("""
                [{"name": "edge-1", "host": "192.0.2.1", "username": "test-user", "password": "%s"},
                 {"name": "edge-1", "host": "192.0.2.2", "username": "test-user", "password": "%s"},
                 {"name": "edge-3", "username": "test-user"},
                 7]
                """.formatted(PASSWORD, PASSWORD));
        assertThat(errors(refused)).containsOnlyKeys("/1/name", "/2/host", "/2", "/3");
        assertThat(live.current().targets()).isEmpty();

        Response made = post("""
                [{"name": "edge-1", "host": "192.0.2.1", "username": "test-user", "password": "%s"},
                 {"name": "edge-2", "host": "192.0.2.2", "username": "test-user", "password": "%s"}]
                """.formatted(PASSWORD, PASSWORD));
        made.then().statusCode(201);
        assertThat(made.jsonPath().getList("name")).containsExactly("edge-1", "edge-2");
        assertThat(made.jsonPath().getString("[0].location")).isEqualTo("/api/v1/targets/edge-1");
        assertThat(made.jsonPath().getString("[0].etag")).isEqualTo(tag());
        assertThat(live.current().targets()).containsOnlyKeys("edge-1", "edge-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml; charset=utf-8"})
    void yamlMakesListsAndMappings(String type) {
        post(type, """
                edge-1:
                  host: 192.0.2.1
                  username: test-user
                  password: "%s"
                  labels: {site: berlin}
                """.formatted(PASSWORD)).then().statusCode(201).body("name", equalTo(List.of("edge-1")));
        post(type, """
                - name: edge-2
                  host: 192.0.2.2
                  port: 2022
                  enabled: false
                  username: test-user
                  password: "%s"
                """.formatted(PASSWORD)).then().statusCode(201).body("name", equalTo(List.of("edge-2")));

        assertThat(monitored("edge-1").labels()).containsEntry("site", "berlin");
        assertThat(monitored("edge-2").endpoint().port()).isEqualTo(2022);
    }

    @Test
    void yamlErrorsPointAtTheirPlace() {
        assertThat(errors(post(
                        "text/yaml",
                        "edge-1:\n  host: 192.0.2.1\n  username: test-user\n  password: 12345\nEdge: {}\n")))
                .containsKeys("/edge-1/password", "/Edge", "/Edge/host")
                .doesNotContainKeys("/edge-1/host", "/edge-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"name\": \"edge-1\"",
                "application/json | {\"host\": \"a\", \"host\": \"b\"}",
                "application/json | {} {}",
                "application/json | 7",
                "application/json | []",
                "application/json | ''",
                "application/json | [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
                "text/yaml | a: &x {host: b}%nc: *x",
                "text/yaml | a: {host: b}%na: {host: c}",
                "text/yaml | 'a: [}'",
                "text/yaml | ''"
            })
    void aBodyThatIsNotWellFormedIsRefused(String type, String body) {
        expect(post(type, body.replace("%n", "\n")), 400, "malformed-content");
    }

    @Test
    void noErrorShowsASecret() {
        assertThat(post("{\"name\": \"edge-1\", \"password\": " + PASSWORD + "}")
                        .asString())
                .doesNotContain(PASSWORD);
        assertThat(post("{\"name\": \"edge-1\", \"password\": [\"" + PASSWORD + "\"]}")
                        .asString())
                .doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "X-Content-Type: none at all"
            })
    void whatAFormOfAForeignPageCanSendMakesNoTarget(String field) throws IOException {
        RawHttp.Answer refused = raw().sendBytes(
                        ("POST /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + field
                                        + "\r\nContent-Length: " + EDGE_1.length() + "\r\n\r\n" + EDGE_1)
                                .getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.body()).contains("/problems/unsupported-media-type");
        assertThat(refused.field("Accept").orElse("")).contains(JSON).contains("application/yaml");
        assertThat(live.current().targets()).isEmpty();
    }

    @Test
    void tooManyTargetsAreRefused() {
        String many = IntStream.rangeClosed(0, TargetsContent.MAX_ENTRIES)
                .mapToObj(i -> "{}")
                .collect(Collectors.joining(",", "[", "]"));
        expect(post(many), 413, "content-too-large");
        expect(post("\"" + "x".repeat(RequestLimits.MAX_CONTENT) + "\""), 413, "content-too-large");
    }

    @Test
    void aNameThatIsThereIsAConflictThatSaysWhose() {
        configure("core-1");
        post(EDGE_1).then().statusCode(201);

        Response conflict = post("""
                [{"name": "new", "host": "192.0.2.1", "username": "test-user", "password": "p"},
                 {"name": "edge-1", "host": "192.0.2.1", "username": "test-user", "password": "p"},
                 {"name": "core-1", "host": "192.0.2.1", "username": "test-user", "password": "p"}]
                """);

        expect(conflict, 409, "target-exists");
        assertThat(conflict.jsonPath().getList("errors.pointer")).containsExactly("/2/name", "/1/name");
        assertThat(conflict.jsonPath().getString("errors[0].detail")).contains("configuration");
        assertThat(conflict.jsonPath().getString("errors[1].detail")).contains("api");
        assertThat(live.current().targets()).doesNotContainKey("new");
    }

    @Test
    void aTargetIsDeleted() {
        post(EDGE_1).then().statusCode(201);
        expect(request().header("If-Match", "\"stale\"").delete(TARGETS + "/edge-1"), 412, "precondition-failed");

        request().header("If-Match", tag()).delete(TARGETS + "/edge-1").then().statusCode(204);

        assertThat(live.current().targets()).isEmpty();
        expect(request().delete(TARGETS + "/edge-1"), 404, "unknown-target");
        expect(get(settings("edge-1")), 404, "unknown-target");
        post(EDGE_1).then().statusCode(201);
        request().delete(TARGETS + "/edge-1").then().statusCode(204);
    }

    @Test
    void whatTheOperatorConfiguredIsReadAndNotChanged() {
        configure("edge-1");

        assertThat(get(settings("edge-1")).asString())
                .isEqualTo(
                        "{\"host\":\"192.0.2.9\",\"port\":830,\"username\":\"operator\","
                                + "\"hostKey\":\"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"sshAlgorithms\":\"modern\","
                                + "\"pollInterval\":\"1500ms\",\"connectTimeout\":\"10s\",\"rpcTimeout\":\"1m\","
                                + "\"eventStreams\":[\"NETCONF\"],\"eventFilter\":\"all\",\"model\":\"auto\",\"enabled\":true,"
                                + "\"labels\":{},\"hasPassword\":true,\"hasPrivateKey\":false,\"hasPrivateKeyPassphrase\":false}");
        expect(request().delete(TARGETS + "/edge-1"), 409, "read-only-target");
        expect(put("*", "{}"), 409, "read-only-target");
        expect(patch("*", "{}"), 409, "read-only-target");
    }

    @Test
    void aChangeNeedsTheTagOfWhatItChanges() {
        post(EDGE_1).then().statusCode(201);
        String first = tag();

        expect(request().contentType(PATCH).body("{}").patch(settings("edge-1")), 428, "precondition-required");
        expect(request().contentType(JSON).body("{}").put(settings("edge-1")), 428, "precondition-required");
        expect(patch("\"other\"", "{}"), 412, "precondition-failed");
        expect(patch("W/" + first, "{}"), 412, "precondition-failed");
        Response changed = patch("\"other\", " + first, "{\"pollInterval\": \"2m\"}");
        changed.then().statusCode(200).header("ETag", tag());
        assertThat(tag()).isNotEqualTo(first);
        expect(patch(first, "{\"pollInterval\": \"3m\"}"), 412, "precondition-failed");
        patch("*", "{\"pollInterval\": \"4m\"}").then().statusCode(200);
        assertThat(monitored("edge-1").pollInterval()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void aPatchChangesWhatItMentionsAndNullRemoves() {
        post(EDGE_1).then().statusCode(201);

        patch("*", """
                {"pollInterval": null, "enabled": true, "interfaceNames": null,
                 "labels": {"site": null, "rack": "7"}, "hasPassword": false}
                """).then().statusCode(200);

        assertThat(get(settings("edge-1")).asString())
                .isEqualTo("{\"host\":\"192.0.2.1\",\"port\":2022,\"username\":\"test-user\",\"enabled\":true,"
                        + "\"labels\":{\"rack\":\"7\",\"role\":\"edge\"},"
                        + "\"hasPassword\":true,\"hasPrivateKey\":false,\"hasPrivateKeyPassphrase\":false}");
        assertThat(monitored("edge-1").endpoint().credentials().password()).isEqualTo(Secret.of(PASSWORD));
    }

    @Test
    void theModelByWhichATargetIsAskedIsSaidAndAnswered() {
        post(EDGE_1).then().statusCode(201);

        patch("*", "{\"model\": \"ietf-interfaces-state\"}").then().statusCode(200);
        assertThat(get(settings("edge-1")).asString()).contains("\"model\":\"ietf-interfaces-state\"");
        assertThat(monitored("edge-1").model()).isEqualTo("ietf-interfaces-state");
        configure("core-1");
        assertThat(get(settings("core-1")).asString()).contains("\"model\":\"auto\"");

        assertThat(errors(patch("*", "{\"model\": \"ietf-interface-state\"}")).get("/model"))
                .contains("the nearest one is `ietf-interfaces-state`");
        assertThat(errors(patch("*", "{\"model\": 7223}"))).containsOnlyKeys("/model");

        patch("*", "{\"model\": null}").then().statusCode(200);
        assertThat(monitored("edge-1").model()).isNull();
    }

    @Test
    void theNotificationsThatATargetIsAskedForAreSaidAndAnswered() {
        post(EDGE_1).then().statusCode(201);
        String filter = "<link-down xmlns='urn:y'/>";

        patch("*", "{\"eventStreams\": [\"NETCONF\", \"alarms\"], \"eventFilter\": \"" + filter + "\"}")
                .then()
                .statusCode(200);

        assertThat(get(settings("edge-1")).asString())
                .contains("\"eventStreams\":[\"NETCONF\",\"alarms\"],\"eventFilter\":\"" + filter + "\"");
        assertThat(monitored("edge-1").events()).isEqualTo(new EventSelection(List.of("NETCONF", "alarms"), filter));
        assertThat(errors(patch("*", "{\"eventStreams\": [], \"eventFilter\": \"link-down\"}")))
                .containsOnlyKeys("/eventStreams", "/eventFilter");
        configure("core-1");
        assertThat(get(settings("core-1")).asString())
                .contains("\"eventStreams\":[\"NETCONF\"],\"eventFilter\":\"all\"");
    }

    @Test
    void aPatchThatChangesNothingIsNoChange() {
        post(EDGE_1).then().statusCode(201);
        String tag = tag();

        patch(tag, "{}").then().statusCode(200).header("ETag", tag);
        patch(tag, "{\"pollInterval\": \"1m\"}").then().statusCode(200).header("ETag", tag);
    }

    @Test
    void whatWasReadCanBeSentBackAndLosesNoSecret() {
        post(EDGE_1).then().statusCode(201);
        String read = get(settings("edge-1")).asString();

        put(tag(), read.replace("\"1m\"", "\"5m\"")).then().statusCode(200);

        assertThat(get(settings("edge-1")).asString()).isEqualTo(read.replace("\"1m\"", "\"5m\""));
        assertThat(monitored("edge-1").endpoint().credentials().password()).isEqualTo(Secret.of(PASSWORD));
    }

    @Test
    void aSecretIsRemovedByNull() {
        post(EDGE_1).then().statusCode(201);

        assertThat(errors(patch("*", "{\"password\": null}"))).containsOnlyKeys("");
        patch("*", "{\"password\": null, \"privateKey\": \"a private key for tests\"}")
                .then()
                .statusCode(200)
                .body("hasPassword", equalTo(false))
                .body("hasPrivateKey", equalTo(true));
        assertThat(monitored("edge-1").endpoint().credentials().password()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"host\": \"192.0.2.66\"",
                "\"port\": 22",
                "\"username\": \"other\"",
                "\"hostKey\": \"accept-new\""
            })
    void whoeverMovesATargetGivesItsCredentialsAgain(String change) {
        post(EDGE_1).then().statusCode(201);

        assertThat(errors(patch("*", "{" + change + "}"))).containsOnlyKeys("/password");

        patch("*", "{" + change + ", \"password\": \"test-password-2\"}").then().statusCode(200);
        assertThat(monitored("edge-1").endpoint().credentials().password()).isEqualTo(Secret.of("test-password-2"));
    }

    @Test
    void aChangeOfAnotherTypeIsRefused() {
        post(EDGE_1).then().statusCode(201);

        expect(
                request().contentType(JSON).header("If-Match", "*").body("{}").patch(settings("edge-1")),
                415,
                "unsupported-media-type");
        expect(patch("*", "[]"), 400, "malformed-content");
        expect(put("*", "null"), 400, "malformed-content");
        expect(
                request().contentType(JSON).header("If-Match", "*").body("{}").put(settings("edge-9")),
                404,
                "unknown-target");
    }

    @Test
    void theDatabaseIsPartOfTheReadiness() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'database' }.status", equalTo("UP"));
    }

    @Test
    void aLockedDatabaseIsToldAndNothingElseSuffers() throws SQLException {
        post(EDGE_1).then().statusCode(201);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + dataDirectory.resolve("coreserver.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            Response refused = request().delete(TARGETS + "/edge-1");

            expect(refused, 503, "store-unavailable");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(refused.jsonPath().getString("detail")).contains("locked");
            get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'database' }.data.reason", containsString("locked"));
            get(settings("edge-1")).then().statusCode(200);
            monitored("edge-1");
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
        request().delete(TARGETS + "/edge-1").then().statusCode(204);
    }
}
