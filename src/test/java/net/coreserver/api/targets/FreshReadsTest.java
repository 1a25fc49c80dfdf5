package net.coreserver.api.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.TargetDisabledException;
import net.coreserver.monitor.TargetState;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.ProtocolException;
import net.coreserver.netconf.RpcError;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class FreshReadsTest extends ApiTest {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";
    private static final Snapshot LATER =
            FakeTarget.snapshot("edge-1", FakeClock.START.plusSeconds(20), Samples.counting("eth0", 2));

    private final FakeTarget target = FakeTarget.up("edge-1", Samples.counting("eth0", 1));

    private static Response getFresh(String url) {
        return request().header("Cache-Control", "no-cache").get(url);
    }

    private static CompletableFuture<HttpResponse<String>> getFreshLater(HttpClient client, String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + url))
                .header("Cache-Control", "no-cache")
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private void pollFails(NetconfException failure) {
        target.pollsFail(failure);
        show(target);
    }

    @Test
    void anOrdinaryReadCausesNoPoll() {
        show(target);

        get(INTERFACES);
        get("/api/v1/interfaces");
        get("/api/v1/targets/edge-1");
        request().header("Cache-Control", "max-stale=5, no-transform").get(INTERFACES);

        assertThat(target.polls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {INTERFACES, INTERFACES + "/eth0", INTERFACES + "/eth0/statistics", "/api/v1/interfaces"})
    void aFreshReadAnswersWithWhatANewPollSaw(String url) {
        target.pollsFind(LATER);
        show(target);

        Response response = getFresh(url);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains("\"inOctets\":2");
        assertThat(response.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 08:00:20 GMT");
        assertThat(target.polls()).isOne();
    }

    @Test
    void aReadOfMaximumAgePollsOnlyWhenTheSnapshotIsOlder() {
        target.pollsFind(LATER);
        show(target);
        clock.advance(Duration.ofSeconds(10));

        request().header("Cache-Control", "max-age=10").get(INTERFACES).then().statusCode(200);
        assertThat(target.polls()).isZero();

        clock.advance(Duration.ofMillis(1));
        request().header("Cache-Control", "max-age=10").get(INTERFACES).then().statusCode(200);
        assertThat(target.polls()).isOne();
    }

    @Test
    void aReadOfNoAgeAlwaysPolls() {
        target.pollsFind(LATER);
        show(target);

        request().header("Cache-Control", "max-age=0").get(INTERFACES).then().statusCode(200);

        assertThat(target.polls()).isOne();
    }

    @Test
    void aFreshReadWaitsForItsPollAndHoldsNobodyUp() {
        CompletableFuture<Snapshot> poll = new CompletableFuture<>();
        target.pollsFind(() -> poll);
        show(target);

        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                waiting.add(getFreshLater(client, INTERFACES));
            }
            await().until(() -> target.polls() == 50);
            assertThat(get(INTERFACES).asString()).contains("\"inOctets\":1");
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            poll.complete(LATER);

            assertThat(waiting)
                    .allSatisfy(response -> assertThat(response.join().body()).contains("\"inOctets\":2"));
        }
    }

    @Test
    void aClientThatGoesAwayTakesNobodysPollAlong() {
        CompletableFuture<Snapshot> poll = new CompletableFuture<>();
        target.pollsFind(() -> poll);
        show(target);

        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> impatient = getFreshLater(client, INTERFACES);
            CompletableFuture<HttpResponse<String>> patient = getFreshLater(client, INTERFACES);
            await().until(() -> target.polls() == 2);
            impatient.cancel(true);
            await().during(Duration.ofMillis(200)).until(() -> !poll.isDone());

            poll.complete(LATER);

            assertThat(patient.join().body()).contains("\"inOctets\":2");
        }
    }

    @Test
    void anRpcErrorIsABadGatewayWithWhatTheTargetSaid() {
        pollFails(new RpcErrorException(
                "edge-1",
                "get",
                List.of(
                        new RpcError(
                                "application",
                                "operation-failed",
                                "error",
                                "too-busy",
                                "/rpc/get",
                                "Try later",
                                "<session-id>7</session-id>"),
                        new RpcError(null, "in-use", null, null, null, null, null))));

        Response response = getFresh(INTERFACES);

        assertThat(response.asString())
                .isEqualTo("{\"type\":\"/problems/target-rpc-error\","
                        + "\"title\":\"The target answered with an rpc-error\",\"status\":502,"
                        + "\"detail\":\"The target edge-1, get: operation-failed: Try later (at /rpc/get); in-use\","
                        + "\"instance\":\"/api/v1/targets/edge-1/interfaces\",\"target\":\"edge-1\","
                        + "\"failureKind\":\"rpc-error\",\"rpcErrors\":[{\"type\":\"application\","
                        + "\"tag\":\"operation-failed\",\"severity\":\"error\",\"appTag\":\"too-busy\","
                        + "\"path\":\"/rpc/get\",\"message\":\"Try later\",\"info\":\"<session-id>7</session-id>\"},"
                        + "{\"tag\":\"in-use\"}]}");
        assertThat(response.contentType()).isEqualTo(PROBLEM);
        assertThat(response.statusCode()).isEqualTo(502);
    }

    @Test
    void everyFailureOfAPollHasItsProblem() {
        assertFailure(new ProtocolException("edge-1", "get", "no message-id", null), 502, "target-protocol-error");
        assertFailure(new ParseException("edge-1", "get", "cut off", null), 502, "target-parse-error");
        assertFailure(new DeadlineException("edge-1", "get", "silence", null), 504, "target-timeout");
        assertFailure(new TransportException("edge-1", "connect", "refused", null), 503, "target-unavailable");
        assertFailure(new AuthenticationException("edge-1", "connect", "refused", null), 503, "target-unavailable");
        assertFailure(new HostKeyException("edge-1", "connect", "changed", null), 503, "target-unavailable");
    }

    private void assertFailure(NetconfException failure, int status, String type) {
        pollFails(failure);
        for (Response response : List.of(
                getFresh(INTERFACES), getFresh(INTERFACES + "/eth0"), request().post("/api/v1/targets/edge-1/poll"))) {
            JsonPath problem = response.then()
                    .statusCode(status)
                    .contentType(PROBLEM)
                    .extract()
                    .jsonPath();
            assertThat(problem.getString("type")).isEqualTo("/problems/" + type);
            assertThat(problem.getString("failureKind"))
                    .isEqualTo(failure.kind().word());
            assertThat(problem.getString("target")).isEqualTo("edge-1");
            assertThat(problem.getString("detail")).contains(failure.getMessage());
            assertThat(problem.getString("rpcErrors")).isNull();
            assertThat(response.header("Retry-After")).isNull();
        }
    }

    @Test
    void aTargetThatIsDownSaysWhenToAskAgain() {
        pollFails(new TransportException("edge-1", "connect", "refused", null));
        target.becomes(TargetState.DOWN, FakeClock.START, FakeClock.START.plusMillis(20_001), null);

        Response response = getFresh(INTERFACES);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("21");
    }

    @Test
    void aPollOfADisabledTargetIsRefused() {
        target.pollsFail(new TargetDisabledException("edge-1"));
        show(target);

        JsonPath problem = request()
                .post("/api/v1/targets/edge-1/poll")
                .then()
                .statusCode(503)
                .extract()
                .jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/target-disabled");
    }

    @Test
    void ofManyTargetsOneThatFailsComesStaleAndFailsNobody() {
        FakeTarget broken = FakeTarget.up("edge-2", Samples.counting("eth0", 7));
        broken.pollsFail(new DeadlineException("edge-2", "get", "silence", null));
        FakeTarget unknown = new FakeTarget("edge-3");
        unknown.pollsFail(new TransportException("edge-3", "connect", "refused", null));
        target.pollsFind(LATER);
        show(target, broken, unknown);

        String body =
                getFresh("/api/v1/interfaces").then().statusCode(200).extract().asString();

        assertThat(body)
                .isEqualTo("[{\"target\":\"edge-1\",\"name\":\"eth0\",\"operStatus\":\"up\","
                        + "\"statistics\":{\"inOctets\":2},\"sampledAt\":\"2026-11-20T08:00:20Z\"},"
                        + "{\"target\":\"edge-2\",\"name\":\"eth0\",\"operStatus\":\"up\","
                        + "\"statistics\":{\"inOctets\":7},\"sampledAt\":\"2026-11-20T08:00:00Z\",\"stale\":true}]");
    }

    @Test
    void onlyTheTargetsThatAreAskedForArePolled() {
        FakeTarget other = FakeTarget.up("edge-2", Samples.bare("eth0"));
        target.pollsFind(LATER);
        show(target, other);

        getFresh("/api/v1/interfaces?target=edge-1").then().statusCode(200);

        assertThat(target.polls()).isOne();
        assertThat(other.polls()).isZero();
    }

    @Test
    void aMistakeInTheRequestCausesNoPoll() {
        show(target);

        assertThat(getFresh(INTERFACES + "?operStatus=x").statusCode()).isEqualTo(400);
        assertThat(getFresh("/api/v1/targets/edge-9/interfaces").statusCode()).isEqualTo(404);
        assertThat(target.polls()).isZero();
    }

    @Test
    void aFreshReadMayFindThatNothingHasChanged() {
        target.pollsFind(LATER);
        show(target);
        String tag = getFresh(INTERFACES).header("ETag");

        Response again = request()
                .header("Cache-Control", "no-cache")
                .header("If-None-Match", tag)
                .get(INTERFACES);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(target.polls()).isEqualTo(2);
    }

    @Test
    void aPollAnswersInShort() {
        target.pollsFind(FakeTarget.snapshot(
                "edge-1",
                FakeClock.START.plusMillis(500),
                Samples.inState("a", "up", "up"),
                Samples.inState("b", "up", "down"),
                Samples.inState("c", "up", "up"),
                Samples.bare("d")));
        show(target);

        Response response = request().post("/api/v1/targets/edge-1/poll");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString())
                .isEqualTo("{\"target\":\"edge-1\",\"takenAt\":\"2026-11-20T08:00:00.500Z\","
                        + "\"pollDurationSeconds\":0.125,\"interfaces\":4,\"operStatus\":{\"down\":1,\"up\":2}}");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aTargetOfWhichNothingIsKnownYetSaysWhenToAskAgain() {
        FakeTarget silent = new FakeTarget("edge-1");
        show(silent);

        Response response = get(INTERFACES);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/no-snapshot");
        assertThat(response.header("Retry-After")).as("its interval").isEqualTo("5");
        assertThat(get("/api/v1/interfaces").asString()).isEqualTo("[]");
    }

    @Test
    void aTargetThatNeverAnsweredSaysWhy() {
        FakeTarget silent = new FakeTarget("edge-1");
        silent.becomes(
                TargetState.DOWN,
                FakeClock.START,
                FakeClock.START.plusSeconds(40),
                new Failure(FailureKind.HOST_KEY, "The key is unknown", FakeClock.START, List.of()));
        show(silent);

        Response response = get(INTERFACES + "/eth0");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("40");
        assertThat(response.jsonPath().getString("failureKind")).isEqualTo("host-key");
        assertThat(response.jsonPath().getString("detail")).contains("The key is unknown");
    }

    @Test
    void aFreshReadOfATargetThatNeverAnsweredPollsIt() {
        FakeTarget first = new FakeTarget("edge-1");
        first.pollsFind(LATER);
        show(first);

        assertThat(getFresh(INTERFACES).statusCode()).isEqualTo(200);
        assertThat(request()
                        .header("Cache-Control", "max-age=60")
                        .get(INTERFACES)
                        .statusCode())
                .isEqualTo(200);
    }
}
