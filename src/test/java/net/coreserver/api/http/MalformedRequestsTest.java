package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class MalformedRequestsTest extends ApiTest {

    private static void assertProblem(RawHttp.Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("Content-Type")).hasValue(PROBLEM);
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/" + type);
        assertThat(JsonPath.from(answer.body()).getInt("status")).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/targets/%zz",
                "/api/v1/targets/%",
                "/api/v1/targets/%4",
                "/api/v1/targets/a%",
                "/api/v1/targets/%+1",
                "/api/v1/targets/%ff",
                "/api/v1/targets/%C3",
                "/api/v1/targets/%C0%AF",
                "/api/v1/targets/%ED%A0%80",
                "/api/v1/targets/a%00b",
                "/api/v1/targets/%2E%2E%00",
                "/api/v1/targets/\u00e4",
                "/api/v1/targets/\u007f",
                "/api/v1/targets/<x>",
                "/api/v1/targets/\"x\"",
                "/api/v1/targets#top",
                "/api/v1/targets?limit=%zz",
                "/api/v1/interfaces?name=%ff",
                "/%zz",
                "/q/health/%zz",
                "/q/swagger-ui/%zz",
            })
    void aUrlThatIsNotWellFormedIsAProblem(String target) throws IOException {
        assertProblem(raw().get(target), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "*", "/\\..\\x"})
    void aTargetThatIsNoPathLeadsNowhere(String target) throws IOException {
        RawHttp.Answer answer = raw().get(target);

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.field("Content-Type")).hasValue(PROBLEM);
    }

    @Test
    void aRequestWithoutAHostIsAProblem() throws IOException {
        assertProblem(raw().send("GET /api/v1/about HTTP/1.1"), 400, "malformed-request");
    }

    @Test
    void aRequestWithAHostThatIsNoneIsAProblem() throws IOException {
        assertProblem(raw().send("GET /api/v1/about HTTP/1.1", "Host: a b"), 400, "malformed-request");
    }

    @Test
    void aRequestWithTwoHostsIsAProblem() throws IOException {
        assertProblem(
                raw().send("GET /api/v1/about HTTP/1.1", "Host: localhost", "Host: localhost"),
                400,
                "malformed-request");
    }

    @Test
    void anOldClientNeedsNoHost() throws IOException {
        assertThat(raw().send("GET /api/v1/about HTTP/1.0").status()).isEqualTo(200);
    }

    @Test
    void aUrlMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        String prefix = "/api/v1/targets/";
        String longest = prefix + "x".repeat(RequestLimits.MAX_TARGET - prefix.length());

        assertProblem(raw().get(longest), 404, "unknown-target");
        assertProblem(raw().get(longest + "x"), 414, "uri-too-long");
        assertProblem(raw().get(prefix + "x".repeat(60_000)), 414, "uri-too-long");
    }

    @Test
    void aHeaderMayNotBeTooLong() throws IOException {
        String field = "X-Long: " + "x".repeat(RequestLimits.MAX_HEADER / 2);

        assertThat(raw().send("GET /api/v1/about HTTP/1.1", "Host: localhost", field)
                        .status())
                .isEqualTo(200);
        assertProblem(
                raw().send("GET /api/v1/about HTTP/1.1", "Host: localhost", field, field),
                431,
                "header-fields-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n",
                "POST /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
            })
    void whatIsNoHttpIsRefusedBeforeAnythingElse(String request) throws IOException {
        // By the decoder, which knows nothing of problems; the connection does not outlive it.
        RawHttp.Answer answer = raw().sendBytes(request.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aUrlFarBeyondTheLimitIsRefusedByTheDecoder() throws IOException {
        assertThat(raw().get("/" + "x".repeat(70_000)).status()).isEqualTo(414);
    }
}
