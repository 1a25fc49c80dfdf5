package net.coreserver.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.EventClient;
import net.coreserver.api.testing.FakePulse;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.history.HistoryState;
import net.coreserver.history.series.RawSample;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was kept of an interface, as it was kept. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class SamplesTest extends HistoryTest {

    private static final String SAMPLES = ETH0 + "/samples";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HEADER =
            "sampledAt,adminStatus,operStatus,speed,inOctets,inUnicastPkts,inBroadcastPkts,"
                    + "inMulticastPkts,inDiscards,inErrors,inUnknownProtos,outOctets,outUnicastPkts,outBroadcastPkts,"
                    + "outMulticastPkts,outDiscards,outErrors,continuous,comparable";

    @Inject
    SampleStreams streams;

    @Inject
    FakePulse pulse;

    @AfterEach
    void nothingIsLeft() {
        await().until(() -> streams.open().isEmpty());
        assertThat(pulse.intervals()).isEmpty();
    }

    private static Response lines(String query) {
        return request().header("Accept", NDJSON).get(SAMPLES + query);
    }

    private static RawSample full(Instant at) {
        return RawSample.of(at, Samples.full("eth0"), true, false);
    }

    private static RawSample bare(Instant at) {
        return RawSample.of(at, Samples.bare("eth0"), false, true);
    }

    /** One for each second, the last of them a second ago. */
    private void keep(int count) {
        history.showSamples(
                "edge-1",
                "eth0",
                IntStream.range(0, count)
                        .mapToObj(i -> full(NOW.minusSeconds(count - i)))
                        .toList());
    }

    @Test
    void aTableIsGivenToWhoDoesNotSay() {
        history.showSamples(
                "edge-1",
                "eth0",
                List.of(full(NOW.minus(Duration.ofMinutes(5)).plusMillis(125)), bare(NOW.minusSeconds(1))));

        Response response = get(SAMPLES);

        assertThat(response.contentType()).startsWith("text/csv");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Vary")).isEqualTo("Accept");
        assertThat(response.asString())
                .isEqualTo(rows(
                        HEADER,
                        "2026-11-20T07:55:00.125Z,up,lower-layer-down,10000000000,18446744073709551615,1,2,3,4,5,6,7,8,9,10,11,12,true,false",
                        "2026-11-20T07:59:59Z,,,,,,,,,,,,,,,,,false,true"));
    }

    @Test
    void linesAreForPrograms() {
        history.showSamples("edge-1", "eth0", List.of(full(NOW.minusSeconds(2)), bare(NOW.minusSeconds(1))));

        Response response = lines("");

        assertThat(response.contentType()).startsWith(NDJSON);
        assertThat(response.asString().lines())
                .containsExactly(
                        "{\"sampledAt\":\"2026-11-20T07:59:58Z\",\"adminStatus\":\"up\","
                                + "\"operStatus\":\"lower-layer-down\",\"speed\":10000000000,\"statistics\":{"
                                + "\"inOctets\":18446744073709551615,\"inUnicastPkts\":1,\"inBroadcastPkts\":2,"
                                + "\"inMulticastPkts\":3,\"inDiscards\":4,\"inErrors\":5,\"inUnknownProtos\":6,\"outOctets\":7,"
                                + "\"outUnicastPkts\":8,\"outBroadcastPkts\":9,\"outMulticastPkts\":10,\"outDiscards\":11,"
                                + "\"outErrors\":12},\"continuous\":true,\"comparable\":false}",
                        "{\"sampledAt\":\"2026-11-20T07:59:59Z\",\"statistics\":{},\"continuous\":false,"
                                + "\"comparable\":true}");
        assertThat(response.asString()).endsWith("}\n");
        assertThat(lines("?counters=string").asString()).contains("\"inOctets\":\"18446744073709551615\"");
    }

    @Test
    void everyStateHasItsWord() {
        RawSample odd = new RawSample(
                NOW.minusSeconds(1).toEpochMilli(),
                true,
                true,
                AdminStatus.Known.TESTING.number(),
                OperStatus.Known.NOT_PRESENT.number(),
                0,
                0,
                new long[13]);
        history.showSamples("edge-1", "eth0", List.of(odd));

        assertThat(get(SAMPLES).asString()).contains("Z,testing,not-present,0,,");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SampleStream.PAGE - 1, SampleStream.PAGE, SampleStream.PAGE + 1, 3 * SampleStream.PAGE})
    void allOfThemComeInTheirOrder(int count) {
        keep(count);

        List<String> times = lines("?from=-1h")
                .asString()
                .lines()
                .map(line -> line.split("\"", 5)[3])
                .toList();

        assertThat(times).hasSize(count).isSorted().doesNotHaveDuplicates();
        assertThat(get(SAMPLES).asString().lines()).hasSize(1 + count);
    }

    @Test
    void theRangeIsHandedOn() {
        keep(100);

        assertThat(lines("?from=-10s&to=-5s").asString().lines()).hasSize(5);
        assertThat(history.sampleRequests()).containsExactly(NOW.minusSeconds(10));
    }

    @Test
    void whatAClientDoesNotTakeIsNotRead() throws Exception {
        int pages = 200;
        keep(pages * SampleStream.PAGE);
        try (EventClient client = new EventClient("text/csv", RestAssured.port, SAMPLES + "?from=-365d")) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.line()).startsWith(HEADER);

            // Until what lies between both ends is full, the service cannot know.
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                pulse.beat();
                return streams.open().isEmpty();
            });
            assertThat(history.sampleRequests()).as("pages that were read").hasSizeLessThan(pages);
        }
    }

    @Test
    void afterAFailureItGoesOnWhereItWas() throws Exception {
        int count = 80 * SampleStream.PAGE;
        keep(count);
        try (EventClient client = new EventClient(NDJSON, RestAssured.port, SAMPLES + "?from=-365d")) {
            List<String> lines = new ArrayList<>();
            lines.add(client.line());
            history.failSamples(2, new StoreUnavailableException("The database is locked.", NOW.plusSeconds(3)));
            while (lines.size() < count) {
                lines.add(client.line());
            }

            assertThat(lines).isSorted().doesNotHaveDuplicates();
            assertThatThrownBy(client::line).isInstanceOf(EOFException.class);
            assertThat(history.sampleRequests()).hasSizeGreaterThanOrEqualTo(82);
        }
    }

    @Test
    void anInterfaceWithoutAPastHasNoSamples() {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        assertThat(get(SAMPLES).then().statusCode(200).extract().asString()).isEqualTo(rows(HEADER));
        assertThat(lines("").then().statusCode(200).extract().asString()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsUnknown() {
        assertProblem(get(SAMPLES), 404, "unknown-target");
        show(FakeTarget.up("edge-1", Samples.bare("eth1")));
        assertThat(assertProblem(get(SAMPLES), 404, "unknown-interface").getString("instance"))
                .isEqualTo(SAMPLES);
        show(new FakeTarget("edge-1"));
        assertProblem(lines(""), 503, "no-snapshot");
    }

    @Test
    void namesAreThoseOfThePath() {
        String name = "ge-0/0/1;a +b";
        history.showSamples("edge-1", name, List.of(full(NOW.minusSeconds(1))));

        assertThat(get("/api/v1/targets/edge-1/interfaces/ge-0%2F0%2F1;a%20+b/history/samples")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void aHistoryThatIsOffOrCannotBeReadIsAProblem() {
        history.fail(new StoreUnavailableException("The database is locked.", NOW.plusSeconds(3)));
        Response response = get(SAMPLES);
        assertProblem(response, 503, "store-unavailable");
        assertThat(response.header("Retry-After")).isEqualTo("3");

        history.isIn(HistoryState.Off.OFF);
        assertProblem(get(SAMPLES), 404, "history-off");
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        keep(1);

        assertThat(request().head(SAMPLES).then().statusCode(200).extract().contentType())
                .startsWith("text/csv");
        assertProblem(request().header("Accept", "application/json").get(SAMPLES), 406, "not-acceptable");
        Response post = request().post(SAMPLES);
        assertProblem(post, 405, "method-not-allowed");
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "from=x, from",
        "from=-1h&to=-2h, from",
        "from=2026-11-20T08:00:01Z, from",
        "to=292278994-08-17T07:12:55Z, to",
        "counters=roman, counters",
        "step=5m, step",
        "limit=5, limit",
    })
    void whatMakesNoSenseIsRefused(String query, String parameter) {
        keep(1);

        assertThat(assertProblem(
                                get(SAMPLES + '?' + query),
                                400,
                                query.startsWith("step") || query.startsWith("limit")
                                        ? "unknown-parameter"
                                        : "invalid-parameter")
                        .getString("parameter"))
                .isEqualTo(parameter);
        assertThat(history.sampleRequests()).isEmpty();
    }
}
