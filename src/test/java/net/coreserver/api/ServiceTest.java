package net.coreserver.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.history.HistoryReport;
import net.coreserver.history.HistoryState;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.ModelChoice;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.RpcError;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class ServiceTest extends ApiTest {

    @Test
    void theRootLeadsToSwaggerUi() {
        Response response = get("/");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/q/swagger-ui/");
        assertThat(get("/q/swagger-ui/").then().statusCode(200).extract().asString())
                .contains("swagger-ui");
    }

    @Test
    void aboutTellsVersionBuildAndUptime() {
        JsonPath about = get("/api/v1/about").then().statusCode(200).extract().jsonPath();

        assertThat(about.getString("name")).isEqualTo("CoreServer");
        assertThat(about.getString("version")).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Instant.parse(about.getString("build.timestamp"))).isBefore(Instant.now());
        assertThat(about.getString("build.quarkus")).matches("\\d+\\.\\d+.*");
        assertThat(about.getString("java"))
                .startsWith(Integer.toString(Runtime.version().feature()));
        assertThat(Instant.parse(about.getString("startedAt"))).isBefore(Instant.now());
        assertThat(about.getLong("uptimeSeconds")).isNotNegative();
    }

    @Test
    void readinessTellsOfTargetsThatAreDownAndDoesNotFail() {
        FakeTarget down = new FakeTarget("edge-2");
        down.becomes(TargetState.DOWN, FakeClock.START, null, null);
        show(FakeTarget.up("edge-1"), down, new FakeTarget("edge-3"));

        JsonPath ready = get("/q/health/ready").then().statusCode(200).extract().jsonPath();

        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getMap("checks.find { it.name == 'targets' }.data"))
                .isEqualTo(Map.of("disabled", 0, "connecting", 1, "up", 1, "degraded", 0, "down", 1));
    }

    @Test
    void aHistoryThatStopsIsANoteAndKeepsNobodyFromBeingServed() {
        String data = "checks.find { it.name == 'history' }.data";
        assertThat(get("/q/health/ready").jsonPath().getMap(data))
                .isEqualTo(Map.of("state", "kept", "samplesDropped", 0, "samplesWaiting", 0));
        history.reports(new HistoryReport(
                new HistoryState.Stopped("The disk is full.", FakeClock.START), 3, 100, 7, 20, 50, 1_000, 2_000));

        JsonPath ready = get("/q/health/ready").then().statusCode(200).extract().jsonPath();

        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getMap(data))
                .isEqualTo(Map.of(
                        "state",
                        "stopped",
                        "reason",
                        "The disk is full.",
                        "since",
                        "2026-11-20T08:00:00Z",
                        "samplesDropped",
                        7,
                        "samplesWaiting",
                        20));
        history.isIn(HistoryState.Off.OFF);
        assertThat(get("/q/health/ready").jsonPath().getString(data + ".state")).isEqualTo("off");
    }

    @Test
    void livenessAsksNobody() {
        assertThat(get("/q/health/live")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("UP");
    }

    @Test
    void aTargetIsShownWithItsStatus() {
        FakeTarget target = new FakeTarget("edge-1", Map.of("site", "berlin", "role", "edge"));
        target.isUp(FakeTarget.snapshot("edge-1", FakeClock.START));
        show(target);

        assertThat(get("/api/v1/targets/edge-1").asString())
                .isEqualTo("{\"name\":\"edge-1\",\"host\":\"192.0.2.10\",\"port\":830,\"pollIntervalSeconds\":5.0,"
                        + "\"labels\":{\"role\":\"edge\",\"site\":\"berlin\"},\"source\":\"configuration\","
                        + "\"status\":{\"state\":\"up\",\"since\":\"2026-11-20T07:30:00Z\","
                        + "\"lastSuccess\":\"2026-11-20T08:00:00Z\",\"session\":{\"id\":4711,\"framing\":\"chunked\","
                        + "\"openedAt\":\"2026-11-20T07:30:00Z\",\"connectDurationSeconds\":0.085,"
                        + "\"capabilities\":[\"urn:ietf:params:netconf:base:1.0\",\"urn:ietf:params:netconf:base:1.1\"],"
                        + "\"negotiated\":{\"cipher\":\"aes128-ctr\",\"keyExchange\":\"curve25519-sha256\"}},"
                        + "\"consecutiveFailures\":0}}");
    }

    @Test
    void aListOfTargetsLeavesTheLengthyPartsOut() {
        FakeTarget target = FakeTarget.up("edge-1");
        show(target);

        assertThat(get("/api/v1/targets").asString())
                .isEqualTo("[{\"name\":\"edge-1\",\"host\":\"192.0.2.10\",\"port\":830,\"pollIntervalSeconds\":5.0,"
                        + "\"labels\":{},\"source\":\"configuration\",\"status\":{\"state\":\"up\",\"since\":\"2026-11-20T07:30:00Z\","
                        + "\"lastSuccess\":\"2026-11-20T08:00:00Z\","
                        + "\"session\":{\"id\":4711,\"framing\":\"chunked\",\"openedAt\":\"2026-11-20T07:30:00Z\","
                        + "\"connectDurationSeconds\":0.085},\"consecutiveFailures\":0}}]");
    }

    @Test
    void aTargetThatIsDownSaysWhyAndWhenItIsTriedAgain() {
        FakeTarget target = new FakeTarget("edge-1");
        target.becomes(
                TargetState.DOWN,
                FakeClock.START,
                FakeClock.START.plusSeconds(20),
                new Failure(
                        FailureKind.RPC_ERROR,
                        "access-denied",
                        FakeClock.START.plusSeconds(1),
                        List.of(new RpcError("protocol", "access-denied", "error", null, null, null, null))));
        show(target);

        assertThat(get("/api/v1/targets/edge-1").asString())
                .endsWith(
                        "\"status\":{\"state\":\"down\",\"since\":\"2026-11-20T08:00:00Z\","
                                + "\"nextAttempt\":\"2026-11-20T08:00:20Z\",\"failure\":{\"kind\":\"rpc-error\","
                                + "\"message\":\"access-denied\",\"at\":\"2026-11-20T08:00:01Z\",\"rpcErrors\":"
                                + "[{\"type\":\"protocol\",\"tag\":\"access-denied\",\"severity\":\"error\"}]},\"consecutiveFailures\":1}}");
    }

    @Test
    void theHealthOfATargetIsData() {
        FakeTarget target = new FakeTarget("edge-1");
        PollReport poll = new PollReport(
                FakeClock.START.plusMillis(1), Duration.ofMillis(1), Duration.ofMillis(12_500), 48_213, 287, 52);
        target.isKnownBy(new Observation(
                new TargetStatus(
                        TargetState.DEGRADED,
                        FakeClock.START,
                        FakeClock.START,
                        null,
                        null,
                        null,
                        0,
                        poll,
                        Duration.ofMillis(15_625),
                        true),
                null));
        show(target);

        assertThat(get("/api/v1/targets/edge-1").asString())
                .endsWith("\"consecutiveFailures\":0,\"lastPoll\":{\"plannedAt\":\"2026-11-20T08:00:00Z\","
                        + "\"startedAt\":\"2026-11-20T08:00:00.001Z\",\"latenessSeconds\":0.001,\"durationSeconds\":12.5,"
                        + "\"octetsReceived\":48213,\"octetsSent\":287,\"interfaces\":52},"
                        + "\"effectivePollIntervalSeconds\":15.625,\"remembered\":true}}");
    }

    @Test
    void aTargetExplainsItsConversation() {
        FakeTarget target = FakeTarget.up("edge-1");
        target.explains(new Explanation(
                TargetState.UP,
                "192.0.2.10",
                830,
                target.latest().status().session(),
                true,
                List.of("urn:ietf:params:netconf:base:1.1"),
                new ModelChoice("openconfig-interfaces", "The server says so", true, true),
                "<rpc/>",
                null,
                null,
                null,
                false));
        show(target);

        assertThat(get("/api/v1/targets/edge-1/explain").asString())
                .isEqualTo("{\"target\":\"edge-1\",\"state\":\"up\",\"connect\":{\"host\":\"192.0.2.10\",\"port\":830,"
                        + "\"address\":\"192.0.2.10\",\"hostKey\":\"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
                        + "\"negotiated\":{\"cipher\":\"aes128-ctr\",\"keyExchange\":\"curve25519-sha256\"},"
                        + "\"durationSeconds\":0.06},\"hello\":{\"sessionId\":4711,\"framing\":\"chunked\",\"open\":true,"
                        + "\"durationSeconds\":0.025,\"clientCapabilities\":[\"urn:ietf:params:netconf:base:1.1\"],"
                        + "\"serverCapabilities\":[\"urn:ietf:params:netconf:base:1.0\","
                        + "\"urn:ietf:params:netconf:base:1.1\"]},\"model\":{\"name\":\"openconfig-interfaces\","
                        + "\"reason\":\"The server says so\",\"remembered\":true},\"request\":\"<rpc/>\"}");
    }

    @Test
    void aTargetThatWasNeverReachedExplainsWhy() {
        FakeTarget target = new FakeTarget("edge-1");
        Failure failure = new Failure(FailureKind.TRANSPORT, "Connection refused", FakeClock.START, List.of());
        target.explains(new Explanation(
                TargetState.DOWN,
                "192.0.2.10",
                830,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                failure,
                FakeClock.START.plusSeconds(2),
                false));
        show(target);

        assertThat(get("/api/v1/targets/edge-1/explain").asString())
                .isEqualTo(
                        "{\"target\":\"edge-1\",\"state\":\"down\",\"connect\":{\"host\":\"192.0.2.10\",\"port\":830},"
                                + "\"failure\":{\"kind\":\"transport\",\"message\":\"Connection refused\","
                                + "\"at\":\"2026-11-20T08:00:00Z\"},\"nextAttempt\":\"2026-11-20T08:00:02Z\"}");
        assertThat(get("/api/v1/targets/edge-9/explain").statusCode()).isEqualTo(404);
    }

    @Test
    void noSecretOfATargetIsShown() {
        show(FakeTarget.up("edge-1"));

        assertThat(get("/api/v1/targets/edge-1").asString())
                .doesNotContain("test-password")
                .doesNotContain("test-user");
    }
}
