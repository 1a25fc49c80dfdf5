package net.coreserver.api.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.testing.ScriptedServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class ConnectionTestsTest extends ApiTest {

    private static final String PASSWORD = "test-password";

    private static void answerOnce(ScriptedServer.Conversation peer) throws IOException, InterruptedException {
        peer.helloChunked();
        peer.sendChunked("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='"
                + peer.readRequest("\n##\n")
                + "'><data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
                + "<interface><name>eth0</name></interface><interface><name>eth1</name></interface>"
                + "</interfaces-state></data></rpc-reply>");
        peer.stayUntilClientLeaves();
    }

    private static Response test(String body) {
        return request().contentType("application/json").body(body).post("/api/v1/connection-test");
    }

    private static String settings(ScriptedServer server, String password) {
        String fingerprint = ((HostKeyPolicy.Pinned) server.endpoint().hostKeyPolicy()).fingerprint();
        return """
                {"name": "edge-1", "host": "127.0.0.1", "port": %d, "username": "test-user", "password": "%s",
                 "hostKey": "%s", "model": "ietf-interfaces-state"}""".formatted(server.endpoint().port(), password, fingerprint);
    }

    @Test
    void everyStepIsToldAndNothingIsKept() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ConnectionTestsTest::answerOnce)) {
            Response response = test(settings(server, PASSWORD));
            response.then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("passed", equalTo(true))
                    .body(
                            "steps.step",
                            equalTo(List.of(
                                    "resolve", "connect", "host-key", "authenticate", "hello", "model", "poll")))
                    .body("steps.outcome.unique()", equalTo(List.of("passed")))
                    .body("steps.detail", hasItem("2 interfaces"))
                    .body("steps.durationSeconds", not(hasItem((Object) null)));
            assertThat(response.asString()).doesNotContain(PASSWORD);
        }
        get("/api/v1/targets").then().body("name", not(hasItem("edge-1")));
    }

    @Test
    void whatFailsIsAnAnswerToo() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ConnectionTestsTest::answerOnce)) {
            Response response = test(settings(server, "another-test-password"));
            response.then()
                    .statusCode(200)
                    .body("passed", equalTo(false))
                    .body(
                            "steps.outcome",
                            equalTo(List.of("passed", "passed", "passed", "failed", "skipped", "skipped", "skipped")))
                    .body("steps[3].step", equalTo("authenticate"))
                    .body("steps[3].failure.kind", equalTo("authentication"));
            assertThat(response.asString()).doesNotContain("another-test-password");
        }
    }

    @Test
    void settingsThatAreWrongAreNamedAllTogether() {
        Response response = test("{\"host\": \"a b\", \"port\": 0, \"prot\": 1, \"password\": \"file:/etc/passwd\"}");
        response.then().statusCode(400).body("type", equalTo("/problems/invalid-settings"));
        assertThat(response.jsonPath().getList("errors.pointer", String.class))
                .contains("/host", "/port", "/prot", "/password", "/username");
    }

    @Test
    void aBodyThatIsNoTargetIsRefused() {
        test("[]").then().statusCode(400);
        test("{").then().statusCode(400).body("type", equalTo("/problems/malformed-content"));
        request()
                .contentType("text/plain")
                .body("{}")
                .post("/api/v1/connection-test")
                .then()
                .statusCode(415);
    }
}
