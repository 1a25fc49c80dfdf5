package net.coreserver.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.history.Graph;
import net.coreserver.history.GraphRequest;
import net.coreserver.history.HistoryState;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Line;
import net.coreserver.history.series.Points;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an interface was like, step by step. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class GraphsTest extends HistoryTest {

    private GraphRequest asked() {
        assertThat(history.graphRequests()).hasSize(1);
        return history.graphRequests().getFirst();
    }

    private static List<String> lines(GraphRequest request) {
        return words(request.lines().toArray(Line[]::new));
    }

    @Test
    void aGraphIsLinesOfPairs() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 83123.25, Double.NaN, 1e10));

        assertThat(get(ETH0).then().statusCode(200).extract().asString())
                .isEqualTo("{\"target\":\"edge-1\",\"interface\":\"eth0\",\"from\":\"2026-11-20T07:45:00Z\","
                        + "\"to\":\"2026-11-20T08:00:00Z\",\"stepSeconds\":300,\"series\":{"
                        + "\"inBitsPerSecond\":[[1795160700,83123.25],[1795161000,null],[1795161300,10000000000]],"
                        + "\"outBitsPerSecond\":[[1795160700,83123.25],[1795161000,null],[1795161300,10000000000]]}}");
    }

    @Test
    void theLastHourIsWantedWhereNothingIsSaid() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));

        get(ETH0).then().statusCode(200);

        assertThat(asked().from()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(asked().to()).isEqualTo(NOW);
        assertThat(asked().step()).isNull();
        assertThat(lines(asked())).containsExactly("inBitsPerSecond.mean", "outBitsPerSecond.mean");
    }

    @ParameterizedTest
    @CsvSource({
        "from=-24h, 2026-11-19T08:00:00Z, 2026-11-20T08:00:00Z",
        "from=-90d&to=-1d, 2026-08-22T08:00:00Z, 2026-11-19T08:00:00Z",
        "from=-PT15M&to=now, 2026-11-20T07:45:00Z, 2026-11-20T08:00:00Z",
        "from=2026-11-20T08:30:00%2B01:00, 2026-11-20T07:30:00Z, 2026-11-20T08:00:00Z",
        "from=2026-11-20T07:00:00Z&to=2026-11-21T00:00:00Z, 2026-11-20T07:00:00Z, 2026-11-21T00:00:00Z",
        "from=0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z, 2026-11-20T08:00:00Z",
    })
    void timesAreAbsoluteOrRelative(String query, Instant from, Instant to) {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));

        get(ETH0 + '?' + query).then().statusCode(200);

        assertThat(asked().from()).isEqualTo(from);
        assertThat(asked().to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5m, PT5M", "PT1H, PT1H", "1d, PT24H", "1000ms, PT1S"})
    void aStepCanBeAskedFor(String step, Duration expected) {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));

        get(ETH0 + "?step=" + step).then().statusCode(200);

        assertThat(asked().step()).isEqualTo(expected);
    }

    @Test
    void everyMetricHasItsAggregatesAndIsFoundByItsName() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 7));

        JsonPath answer = get(ETH0 + "?metric=inUtilization,inUtilization.max&metric=operStatus&metric=inOctets.first")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(lines(asked()))
                .containsExactly("inUtilization.mean", "inUtilization.max", "operStatus.last", "inOctets.first");
        assertThat(answer.getMap("series").keySet().stream().map(String::valueOf))
                .containsExactly("inUtilization", "inUtilization.max", "operStatus", "inOctets.first");
    }

    @Test
    void allLinesThatThereAreCanBeAskedForAtOnce() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 7));
        String all = String.join(
                ",",
                HistoryOperations.METRICS.stream()
                        .filter(name -> name.contains("."))
                        .toList());

        get(ETH0 + "?metric=" + all).then().statusCode(200);

        assertThat(asked().lines()).hasSize(10 * 3 + 3 * 2 + 13 * 2).doesNotHaveDuplicates();
    }

    private static Graph ofLargestCounters(GraphRequest request) {
        BitSet known = new BitSet();
        known.set(0);
        return new Graph(
                new Grid(NOW.toEpochMilli(), 1_000, 2),
                request.lines(),
                request.lines().stream()
                        .map(line -> Points.of(new long[] {-1, 0}, (BitSet) known.clone()))
                        .toList());
    }

    @Test
    void countersAreExactOverAllBits() {
        history.showGraph("edge-1", "eth0", GraphsTest::ofLargestCounters);

        assertThat(get(ETH0 + "?metric=inOctets,speed").asString())
                .contains("\"inOctets\":[[1795161600,18446744073709551615],[1795161601,null]]");
        assertThat(get(ETH0 + "?metric=inOctets,speed&counters=string").asString())
                .contains("\"inOctets\":[[1795161600,\"18446744073709551615\"],[1795161601,null]]")
                .contains("\"speed\":[[1795161600,18446744073709551615],[1795161601,null]]");
        assertThat(csv(ETH0 + "?metric=inOctets").asString()).contains("2026-11-20T08:00:00Z,18446744073709551615\r\n");
    }

    @Test
    void aTableHasARowForEachStep() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 0.000012, Double.NaN));

        Response response = csv(ETH0 + "?metric=inUtilization,operStatus.first");

        assertThat(response.contentType()).startsWith("text/csv");
        assertThat(response.asString())
                .isEqualTo(rows(
                        "time,inUtilization,operStatus.first",
                        "2026-11-20T07:50:00Z,0.000012,0",
                        "2026-11-20T07:55:00Z,,"));
    }

    @Test
    void jsonComesToWhoDoesNotSay() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));

        assertThat(get(ETH0).contentType()).startsWith("application/json");
        assertThat(request().header("Accept", "*/*").get(ETH0).contentType()).startsWith("application/json");
        assertThat(request().header("Accept", "text/html, */*;q=0.8").get(ETH0).contentType())
                .startsWith("application/json");
        assertThat(request()
                        .header("Accept", "text/csv, application/json;q=0.5")
                        .get(ETH0)
                        .contentType())
                .startsWith("text/csv");
        assertProblem(request().header("Accept", "image/png").get(ETH0), 406, "not-acceptable");
    }

    @Test
    void whoHasItAlreadyDoesNotGetItAgain() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));
        Response first = get(ETH0);

        Response again = request().header("If-None-Match", first.header("ETag")).get(ETH0);

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(csv(ETH0).header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(request().head(ETH0).header("Content-Length"))
                .isEqualTo(Integer.toString(first.asByteArray().length));
    }

    @Test
    void aLongGraphIsWrittenElsewhereAndCompressed() throws Exception {
        double[] values = new double[GraphRequest.MAX_POINTS];
        Arrays.fill(values, 1.5);
        history.showGraph("edge-1", "eth0", request -> graph(request, values));

        Response response = request().header("Accept-Encoding", "gzip").get(ETH0);

        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.jsonPath().getList("series.inBitsPerSecond")).hasSize(GraphRequest.MAX_POINTS);
        assertThat(csv(ETH0).asString().lines()).hasSize(1 + GraphRequest.MAX_POINTS);
    }

    @Test
    void anInterfaceWithoutAPastIsAllGaps() {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        JsonPath answer = get(ETH0 + "?from=-15m&step=5m&metric=inOctets,inErrorsPerSecond")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("from")).isEqualTo("2026-11-20T07:45:00Z");
        assertThat(answer.getString("to")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(answer.getList("series.inOctets"))
                .containsExactly(
                        Arrays.asList(1795160700, null),
                        Arrays.asList(1795161000, null),
                        Arrays.asList(1795161300, null));
        assertThat(get(ETH0).jsonPath().getList("series.inBitsPerSecond")).hasSizeBetween(400, 501);
    }

    @Test
    void whatIsMonitoredNoLongerStillHasAPast() {
        history.showGraph("edge-1", "ge-0/0/1;a", request -> graph(request, 1));

        assertThat(get("/api/v1/targets/edge-1/interfaces/ge-0%2F0%2F1;a/history")
                        .jsonPath()
                        .getString("interface"))
                .isEqualTo("ge-0/0/1;a");
    }

    @Test
    void whatNobodyKnowsIsUnknown() {
        assertThat(assertProblem(get(ETH0), 404, "unknown-target").getString("target"))
                .isEqualTo("edge-1");
        show(FakeTarget.up("edge-1", Samples.bare("eth1")));
        assertThat(assertProblem(get(ETH0), 404, "unknown-interface").getString("interface"))
                .isEqualTo("eth0");
        show(new FakeTarget("edge-1"));
        assertProblem(get(ETH0), 503, "no-snapshot");
    }

    @Test
    void aHistoryThatIsOffIsAProblem() {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));
        history.isIn(HistoryState.Off.OFF);

        assertThat(assertProblem(get(ETH0), 404, "history-off").getString("instance"))
                .isEqualTo(ETH0);
    }

    @Test
    void aHistoryThatIsNotWrittenCanBeRead() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));
        history.isIn(new HistoryState.Stopped("The disk is full.", NOW));

        get(ETH0).then().statusCode(200);
    }

    @Test
    void aHistoryThatCannotBeReadIsAProblem() {
        history.fail(new StoreUnavailableException("The database is locked.", NOW.plusSeconds(3)));

        Response response = get(ETH0);

        assertProblem(response, 503, "store-unavailable");
        assertThat(response.header("Retry-After")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "from=292278994-08-17T07:12:55Z, from",
        "from=%2B292278994-08-17T07:12:55Z, from",
        "from=--1h, from",
        "from=-0s, from",
        "from=-99999999999999999d, from",
        "from=, from",
        "from=-1h&from=-2h, from",
        "from=now, from",
        "from=2026-11-20T08:00:01Z, from",
        "from=2027-01-01T00:00:00Z&to=2028-01-01T00:00:00Z, from",
        "from=-1h&to=-2h, from",
        "from=-1h&to=-1h, from",
        "to=-2h, to",
        "to=1795161600, to",
        "step=, step",
        "step=0s, step",
        "step=-5m, step",
        "step=5, step",
        "step=1ms, step",
        "step=1500ms, step",
        "step=99999999999999d, step",
        "metric=, metric",
        "'metric=inOctets,', metric",
        "metric=inoctets, metric",
        "metric=inOctets.mean, metric",
        "metric=inBitsPerSecond.first, metric",
        "metric=inBitsPerSecond., metric",
        "metric=operStatus.max, metric",
        "'metric=inOctets,inOctets', metric",
        "metric=inOctets&metric=inOctets.last, metric",
        "counters=roman, counters",
        "nonsense=1, nonsense",
    })
    void whatMakesNoSenseIsRefused(String query, String parameter) {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));

        JsonPath problem = get(ETH0 + '?' + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(csv(ETH0 + '?' + query).contentType()).isEqualTo(PROBLEM);
        assertThat(history.graphRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=-365d&step=1ms, 3154s",
        "from=-365d&step=3153s, 3154s",
        "from=-10s&step=1ms, 1s",
        "'from=-3h&step=1s', 2s",
    })
    void aStepThatIsTooShortLearnsWhichWouldDo(String query, String least) {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));

        assertThat(assertProblem(get(ETH0 + '?' + query), 400, "invalid-parameter")
                        .getString("detail"))
                .contains(" it is " + least + " or longer");
        get(ETH0 + '?' + query.replaceFirst("step=.*", "step=" + least)).then().statusCode(200);
    }

    @Test
    void manyMetricsHaveFewerPointsEach() {
        history.showGraph("edge-1", "eth0", request -> graph(request, 1));
        String rates = String.join(
                ",",
                HistoryOperations.RATES.stream()
                        .filter(name -> name.contains("."))
                        .toList());

        assertThat(assertProblem(get(ETH0 + "?from=-10000s&step=1s&metric=" + rates), 400, "invalid-parameter")
                        .getString("detail"))
                .contains("it is 2s or longer");
        get(ETH0 + "?from=-10000s&step=1s").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inoctets", "in.Octets"})
    void anUnknownMetricLearnsWhichThereAre(String metric) {
        List<String> allowed = assertProblem(get(ETH0 + "?metric=" + metric), 400, "invalid-parameter")
                .getList("allowed", String.class);

        assertThat(allowed).hasSize(26).contains("inOctets", "speed", "inUtilization");
    }

    @Test
    void anAggregateThatAMetricHasNotLearnsWhichItHas() {
        assertThat(assertProblem(get(ETH0 + "?metric=inOctets.max"), 400, "invalid-parameter")
                        .getList("allowed", String.class))
                .containsExactly("inOctets", "inOctets.last", "inOctets.first");
    }
}
