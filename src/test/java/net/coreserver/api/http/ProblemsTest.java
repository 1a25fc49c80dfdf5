package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.RawHttp;
import net.coreserver.api.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class ProblemsTest extends ApiTest {

    private static JsonPath assertProblem(Response response, int status, String type) {
        JsonPath problem = response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();
        assertThat(problem.getString("type")).isEqualTo("/problems/" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        return problem;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nonsense",
                "/api",
                "/api/v1",
                "/api/v1/nonsense",
                "/api/v2/targets",
                "/api/v1/targets/edge-1/nonsense",
                "/api/v1/targets/edge-1/interfaces/eth0/nonsense",
                "/q/nonsense",
                "/favicon.ico",
            })
    void aPathThatLeadsNowhereIsAProblem(String path) {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        JsonPath problem = assertProblem(get(path), 404, "unknown-path");

        assertThat(problem.getString("instance")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/targets/edge-9",
                "/api/v1/targets/edge-9/interfaces",
                "/api/v1/targets/edge-9/interfaces/eth0",
                "/api/v1/targets/edge-9/interfaces/eth0/statistics",
            })
    void anUnknownTargetIsNamed(String path) {
        JsonPath problem = assertProblem(get(path), 404, "unknown-target");

        assertThat(problem.getString("target")).isEqualTo("edge-9");
        assertThat(problem.getString("instance")).isEqualTo(path);
    }

    @Test
    void anUnknownTargetCannotBePolled() {
        assertProblem(request().post("/api/v1/targets/edge-9/poll"), 404, "unknown-target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/statistics"})
    void anUnknownInterfaceIsNamed(String below) {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        JsonPath problem =
                assertProblem(get("/api/v1/targets/edge-1/interfaces/eth9" + below), 404, "unknown-interface");

        assertThat(problem.getString("target")).isEqualTo("edge-1");
        assertThat(problem.getString("interface")).isEqualTo("eth9");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/targets, 'GET, HEAD, OPTIONS, POST'",
        "PUT, /api/v1/targets, 'GET, HEAD, OPTIONS, POST'",
        "PUT, /api/v1/targets/edge-1, 'DELETE, GET, HEAD, OPTIONS'",
        "DELETE, /api/v1/targets/edge-1/settings, 'GET, HEAD, OPTIONS, PATCH, PUT'",
        "GET, /api/v1/targets/edge-1/poll, 'OPTIONS, POST'",
        "HEAD, /api/v1/targets/edge-1/poll, 'OPTIONS, POST'",
        "PATCH, /api/v1/targets/edge-1/interfaces, 'GET, HEAD, OPTIONS'",
        "DELETE, /api/v1/targets/edge-1/interfaces/a%2Fb, 'GET, HEAD, OPTIONS'",
        "POST, /api/v1/targets/edge-1/interfaces/eth0/statistics, 'GET, HEAD, OPTIONS'",
        "POST, /api/v1/interfaces, 'GET, HEAD, OPTIONS'",
        "DELETE, /api/v1/events, 'GET, HEAD, OPTIONS'",
        "POST, /api/v1/events/1, 'GET, HEAD, OPTIONS'",
        "GET, /api/v1/sinks/pager/test, 'OPTIONS, POST'",
        "DELETE, /api/v1/sinks/pager, 'GET, HEAD, OPTIONS'",
        "TRACE, /api/v1/about, 'GET, HEAD, OPTIONS'",
        "BREW, /api/v1/about, 'GET, HEAD, OPTIONS'",
    })
    void aMethodThatIsNotThereIsAnsweredWithThoseThatAre(String method, String path, String allow) {
        Response response = request().request(method, path);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo(allow);
        if (!method.equals("HEAD")) {
            assertProblem(response, 405, "method-not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/event-stream", "application/xml;q=0.9", "image/*"})
    void aMediaTypeThatIsNotThereIsNotAcceptable(String accept) {
        assertProblem(request().header("Accept", accept).get("/api/v1/targets"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/*", "*/*", "text/html, application/json;q=0.1"})
    void aMediaTypeThatIncludesJsonIsAcceptable(String accept) {
        request().header("Accept", accept).get("/api/v1/targets").then().statusCode(200);
    }

    @Test
    void aBodyOfAnotherTypeIsUnsupported() {
        show(FakeTarget.up("edge-1"));

        assertProblem(
                request().contentType("text/xml").body("<poll/>").post("/api/v1/targets/edge-1/poll"),
                415,
                "unsupported-media-type");
    }

    @Test
    void aBodyThatIsNoneIsBorne() {
        FakeTarget target = FakeTarget.up("edge-1");
        target.pollsFind(FakeTarget.snapshot("edge-1", FakeClock.START));
        show(target);

        request().post("/api/v1/targets/edge-1/poll").then().statusCode(200);
        request()
                .contentType("application/json; charset=utf-8")
                .body("{}")
                .post("/api/v1/targets/edge-1/poll")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedUnread() throws Exception {
        RawHttp.Answer answer = raw().send(
                        "POST /api/v1/targets/edge-1/poll HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: " + (RequestLimits.MAX_CONTENT + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.field("Content-Type")).hasValue(PROBLEM);
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/content-too-large");
    }

    @Test
    void aClientThatSendsABodyThatIsTooLongToItsEndHearsWhy() throws Exception {
        String head = "POST /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        byte[] body = new byte[8 * RequestLimits.MAX_CONTENT];

        RawHttp.Answer answer = raw().sendBytes(head + "Content-Length: " + body.length + "\r\n\r\n", body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/content-too-large");
    }

    @Test
    void aClientThatNeverStopsSendingIsCutOff() {
        String head = "POST /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        byte[] body = new byte[64 * RequestLimits.MAX_CONTENT];

        assertThatThrownBy(() -> raw().sendBytes(head + "Content-Length: " + Long.MAX_VALUE + "\r\n\r\n", body))
                .isInstanceOf(SocketException.class);
    }

    @Test
    void aMistakeOfOursTellsNothingOfItself() {
        FakeTarget target = FakeTarget.up("edge-1");
        target.pollsFail(new IllegalStateException("the secret of this class"));
        show(target);

        Response response = request().post("/api/v1/targets/edge-1/poll");

        JsonPath problem = assertProblem(response, 500, "internal-error");
        assertThat(problem.getString("errorId")).matches("[0-9a-f]{8}");
        assertThat(response.asString())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("at net.");
    }

    @Test
    void aBrowserGetsNoPageOfErrorsEither() {
        FakeTarget target = FakeTarget.up("edge-1");
        target.pollsFind(() -> {
            throw new AssertionError("the secret of this class");
        });
        show(target);

        Response response = request().header("Accept", "*/*, text/html").post("/api/v1/targets/edge-1/poll");

        assertProblem(response, 500, "internal-error");
        assertThat(response.asString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeIsAStableName(ProblemType type) {
        assertThat(type.uri()).matches("/problems/[a-z]+(-[a-z]+)*");
        assertThat(type.status()).isBetween(400, 504);
    }

    @Test
    void theTypesAreAPartOfTheContract() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri))
                .containsExactlyElementsOf(List.of(
                        "/problems/malformed-request",
                        "/problems/invalid-parameter",
                        "/problems/unknown-parameter",
                        "/problems/malformed-content",
                        "/problems/invalid-settings",
                        "/problems/unknown-path",
                        "/problems/unknown-target",
                        "/problems/unknown-interface",
                        "/problems/unknown-event",
                        "/problems/unknown-sink",
                        "/problems/history-off",
                        "/problems/method-not-allowed",
                        "/problems/not-acceptable",
                        "/problems/target-exists",
                        "/problems/read-only-target",
                        "/problems/precondition-failed",
                        "/problems/content-too-large",
                        "/problems/uri-too-long",
                        "/problems/unsupported-media-type",
                        "/problems/misdirected-request",
                        "/problems/precondition-required",
                        "/problems/header-fields-too-large",
                        "/problems/internal-error",
                        "/problems/target-rpc-error",
                        "/problems/target-protocol-error",
                        "/problems/target-parse-error",
                        "/problems/target-unavailable",
                        "/problems/target-disabled",
                        "/problems/no-snapshot",
                        "/problems/service-busy",
                        "/problems/store-unavailable",
                        "/problems/target-timeout"));
    }
}
