package net.coreserver.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.history.HistoryState;
import net.coreserver.history.Ranked;
import net.coreserver.history.SeriesKey;
import net.coreserver.history.TopRequest;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which interfaces had most. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class TopTest extends HistoryTest {

    private static final String TOP = "/api/v1/interfaces/top";

    private TopRequest asked() {
        assertThat(history.topRequests()).hasSize(1);
        return history.topRequests().getFirst();
    }

    private static CompletableFuture<List<Ranked>> ranked(Ranked... ranked) {
        return CompletableFuture.completedFuture(List.of(ranked));
    }

    private static Ranked ranked(String target, String name, double value) {
        return new Ranked(new SeriesKey(target, name), value);
    }

    @Test
    void theHighestComesFirst() {
        history.showTop(request -> ranked(ranked("edge-1", "eth0", 1e10), ranked("edge-2", "eth1", 0.5)));

        assertThat(get(TOP + "?by=inBitsPerSecond.max&window=PT30M")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("[{\"target\":\"edge-1\",\"interface\":\"eth0\",\"by\":\"inBitsPerSecond.max\","
                        + "\"value\":10000000000,\"from\":\"2026-11-20T07:30:00Z\",\"to\":\"2026-11-20T08:00:00Z\"},"
                        + "{\"target\":\"edge-2\",\"interface\":\"eth1\",\"by\":\"inBitsPerSecond.max\","
                        + "\"value\":0.5,\"from\":\"2026-11-20T07:30:00Z\",\"to\":\"2026-11-20T08:00:00Z\"}]");
    }

    @Test
    void aTableHasTheSameFields() {
        history.showTop(request -> ranked(ranked("edge-1", "a \"b\", c", 0.25)));

        Response response = csv(TOP + "?by=inUtilization");

        assertThat(response.contentType()).startsWith("text/csv");
        assertThat(response.asString())
                .isEqualTo(rows(
                        "target,interface,by,value,from,to",
                        "edge-1,\"a \"\"b\"\", c\",inUtilization,0.25,2026-11-20T07:00:00Z,2026-11-20T08:00:00Z"));
    }

    @Test
    void theMeanOfTheLastHourIsWantedWhereNothingMoreIsSaid() {
        assertThat(get(TOP + "?by=inUtilization").asString()).isEqualTo("[]");

        assertThat(words(asked().by())).containsExactly("inUtilization.mean");
        assertThat(asked().from()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(asked().to()).isEqualTo(NOW);
        assertThat(asked().limit()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "window=90d, 2026-08-22T08:00:00Z, 2026-11-20T08:00:00Z",
        "to=-1d, 2026-11-19T07:00:00Z, 2026-11-19T08:00:00Z",
        "to=2026-11-20T09:00:00Z&window=2h, 2026-11-20T07:00:00Z, 2026-11-20T09:00:00Z",
    })
    void theWindowEndsWhenItIsSaid(String query, Instant from, Instant to) {
        get(TOP + "?by=inUtilization&" + query).then().statusCode(200);

        assertThat(asked().from()).isEqualTo(from);
        assertThat(asked().to()).isEqualTo(to);
    }

    private List<String> wanted(String query) {
        history.forget();
        show(new FakeTarget("edge-1", Map.of("site", "berlin")), new FakeTarget("edge-2", Map.of("site", "bonn")));
        get(TOP + "?by=outErrorsPerSecond" + query).then().statusCode(200);
        return Stream.of("edge-1", "edge-2", "edge-3")
                .flatMap(target -> Stream.of("eth0", "lo").map(name -> new SeriesKey(target, name)))
                .filter(asked().wanted())
                .map(key -> key.target() + ' ' + key.interfaceName())
                .toList();
    }

    /** "edge-3" is monitored no longer. */
    @Test
    void filtersSayWhoIsLookedAt() {
        assertThat(wanted("")).hasSize(6);
        assertThat(wanted("&name=eth*")).containsExactly("edge-1 eth0", "edge-2 eth0", "edge-3 eth0");
        assertThat(wanted("&target=edge-3")).containsExactly("edge-3 eth0", "edge-3 lo");
        assertThat(wanted("&target=edge-1,edge-3&name=lo,x")).containsExactly("edge-1 lo", "edge-3 lo");
        assertThat(wanted("&label=site=bonn")).containsExactly("edge-2 eth0", "edge-2 lo");
        assertThat(wanted("&label=site&name=lo")).containsExactly("edge-1 lo", "edge-2 lo");
        assertThat(wanted("&label=site&target=edge-3")).isEmpty();
    }

    @Test
    void theLimitIsHandedOn() {
        get(TOP + "?by=inUtilization&limit=1000").then().statusCode(200);

        assertThat(asked().limit()).isEqualTo(1_000);
    }

    @Test
    void thePathIsNoInterfaceAndNoList() {
        show(FakeTarget.up("edge-1", Samples.bare("top")));

        assertThat(get("/api/v1/targets/edge-1/interfaces/top").jsonPath().getString("name"))
                .isEqualTo("top");
        assertThat(names(get("/api/v1/interfaces"))).containsExactly("top");
        assertThat(assertProblem(request().post(TOP), 405, "method-not-allowed").getString("instance"))
                .isEqualTo(TOP);
    }

    @Test
    void fewDifferentOnesAreMadeAtATime() throws Exception {
        CompletableFuture<List<Ranked>> made = new CompletableFuture<>();
        history.showTop(request -> made);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> served = new ArrayList<>();
            for (int i = 1; i <= Ranks.MAX; i++) {
                String url = TOP + "?by=inUtilization&limit=" + i;
                served.add(clients.submit(() -> get(url)));
            }
            await().until(() -> history.topRequests().size() == Ranks.MAX);

            Response refused = get(TOP + "?by=inUtilization&limit=100");
            assertProblem(refused, 503, "service-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("1");

            made.complete(List.of());
            for (Future<Response> each : served) {
                assertThat(each.get().statusCode()).isEqualTo(200);
            }
        }
        get(TOP + "?by=inUtilization&limit=100").then().statusCode(200);
    }

    @Test
    void whatFailsIsForgotten() {
        history.fail(new StoreUnavailableException("The database is locked.", NOW.plusSeconds(3)));
        for (int i = 0; i <= Ranks.MAX; i++) {
            Response response = get(TOP + "?by=inUtilization&limit=" + (i + 1));
            assertProblem(response, 503, "store-unavailable");
            assertThat(response.header("Retry-After")).isEqualTo("3");
        }
        history.fail(null);

        get(TOP + "?by=inUtilization").then().statusCode(200);
    }

    @Test
    void aHistoryThatIsOffIsAProblem() {
        history.isIn(HistoryState.Off.OFF);

        assertProblem(get(TOP + "?by=inUtilization"), 404, "history-off");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=10, by",
        "by=, by",
        "by=inOctets, by",
        "by=speed, by",
        "by=inUtilization.last, by",
        "by=inUtilization&by=outUtilization, by",
        "by=inUtilization&window=0s, window",
        "by=inUtilization&window=-1h, window",
        "by=inUtilization&window=-PT1H, window",
        "by=inUtilization&window=91d, window",
        "by=inUtilization&window=hour, window",
        "by=inUtilization&limit=0, limit",
        "by=inUtilization&limit=1001, limit",
        "by=inUtilization&to=292278994-08-17T07:12:55Z, to",
        "by=inUtilization&to=2026-11-20T09:00:01Z, to",
        "by=inUtilization&label=%3Dx, label",
        "by=inUtilization&name=, name",
        "by=inUtilization&from=-1h, from",
    })
    void whatMakesNoSenseIsRefused(String query, String parameter) {
        JsonPath problem = get(TOP + '?' + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(history.topRequests()).isEmpty();
    }

    @Test
    void anUnknownRateLearnsWhichThereAre() {
        assertThat(assertProblem(get(TOP + "?by=inOctets"), 400, "invalid-parameter")
                        .getList("allowed", String.class))
                .hasSize(10)
                .contains("inUtilization")
                .doesNotContain("inOctets");
    }
}
