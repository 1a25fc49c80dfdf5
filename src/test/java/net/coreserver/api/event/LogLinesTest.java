package net.coreserver.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.EventClient;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.event.EventKind;
import net.coreserver.event.Logs;
import net.coreserver.event.Occurrence;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as lines, for pipes. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class LogLinesTest extends LogStreamTest {

    private static final String NDJSON = "application/x-ndjson";

    private static Response lines(String query) {
        return request().header("Accept", NDJSON).get(EVENTS + query);
    }

    private static EventClient listen(String query, String... fields) throws IOException {
        EventClient client = new EventClient(NDJSON, RestAssured.port, EVENTS + query, fields);
        assertThat(client.status()).isEqualTo(200);
        return client;
    }

    private static List<Integer> ids(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString()
                .lines()
                .map(line -> JsonPath.from(line).getInt("id"))
                .toList();
    }

    private static int id(String line) {
        return JsonPath.from(line).getInt("id");
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            Happenings.record(log, Happenings.linkDown(60 * i, i % 2 == 0 ? "edge-1" : "edge-2", "eth0"));
        }
    }

    @Test
    void everyEventIsALineTheOldestFirst() {
        Happenings.record(log, Happenings.full(), Happenings.linkDown(1, "edge-1", "eth0"));

        Response response = lines("");

        assertThat(response.contentType()).isEqualTo(NDJSON);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Vary")).isEqualTo("Accept");
        assertThat(response.asString())
                .isEqualTo(get(EVENTS + "/1").asString() + "\n"
                        + get(EVENTS + "/2").asString() + "\n");
    }

    @Test
    void aLogInWhichNothingHappenedHasNoLines() {
        assertThat(lines("").statusCode()).isEqualTo(200);
        assertThat(lines("").asString()).isEmpty();
    }

    @Test
    void allFiltersApply() {
        happen(10);
        clock.advance(Duration.ofMinutes(9));

        assertThat(ids(lines("?target=edge-2"))).containsExactly(2, 4, 6, 8, 10);
        assertThat(ids(lines("?from=2026-11-20T08:02:00Z&to=-4m&target=edge-1")))
                .containsExactly(3, 5);
        assertThat(ids(lines("?kind=link-up"))).isEmpty();
        assertThat(ids(lines("?severity=warning&interface=eth0"))).hasSize(10);
        assertThat(ids(lines("?after=7&from=-2m"))).containsExactly(8, 9, 10);
    }

    @Test
    void whoHasTheFirstOnesGetsTheOthers() {
        happen(5);

        assertThat(ids(lines("?after=3"))).containsExactly(4, 5);
        assertThat(ids(lines("?lastEventId=4"))).containsExactly(5);
        assertThat(ids(request()
                        .header("Accept", NDJSON)
                        .header("Last-Event-ID", "2")
                        .get(EVENTS)))
                .containsExactly(3, 4, 5);
        assertThat(ids(lines("?after=5"))).isEmpty();
        log.removeUpTo(3);
        assertThat(ids(lines("?after=1"))).containsExactly(4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&follow=true"})
    void whatIsOfAnotherLogIsRefused(String more) {
        happen(5);

        JsonPath problem =
                lines("?after=6" + more).then().statusCode(400).extract().jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo("after");
        assertThat(problem.getString("detail")).contains("whose newest event is 5");
        request()
                .header("Accept", NDJSON)
                .header("Last-Event-ID", "5f0c1d3e.4711")
                .get(EVENTS)
                .then()
                .statusCode(400);
    }

    @Test
    void whoFollowsGetsWhatThereIsAndThenWhatHappensAndNoHeartbeats() throws Exception {
        happen(3);
        try (EventClient client = listen("?follow=true&target=edge-1")) {
            assertThat(id(client.line())).isEqualTo(1);
            assertThat(id(client.line())).isEqualTo(3);
            pulse.beat();
            happen(3);
            assertThat(id(client.line())).isEqualTo(4);
            assertThat(id(client.line())).isEqualTo(6);
        }
        try (EventClient client = listen("?follow=true&after=6")) {
            happen(1);
            assertThat(id(client.line())).isEqualTo(7);
        }
    }

    /** While lines are written more happens, which belongs to whoever asks next: or it would never end. */
    @Test
    void theEndIsWhatTheNewestEventWasWhenItBegan() throws Exception {
        int count = 20_000;
        try (Logs logs = Logs.in(directory)) {
            CountingLog counting = new CountingLog(logs.log);
            events.show(counting);
            Happenings.recordAndWait(logs.log, many(count));
            try (EventClient client = listen("")) {
                assertThat(id(client.line())).isEqualTo(1);
                Happenings.recordAndWait(logs.log, many(100));

                assertThat(counting.given())
                        .as("what is read for a client that does not take it")
                        .isLessThan(count);
                for (int expected = 2; expected <= count; expected++) {
                    assertThat(client.line()).startsWith("{\"id\":" + expected + ",");
                }
                assertThatThrownBy(client::line).isInstanceOf(EOFException.class);
            }
            await().until(() -> streams.open().isEmpty());
            events.showEmpty();
        }
    }

    private static List<Occurrence> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Happenings.occurrence(i, "edge-1", null, EventKind.NOTIFICATION, "x".repeat(1_000)))
                .toList();
    }

    @Test
    void aLogThatCannotBeReadIsAProblem() {
        events.fail(new StoreUnavailableException("The database is locked.", FakeClock.START.plusSeconds(3)));

        Response response = lines("");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("3");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/store-unavailable");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=10, limit",
        "follow=yes, follow",
        "follow=, follow",
        "follow=true&to=-1h, to",
        "from=-1h&to=-2h, from",
        "from=x, from",
        "to=x, to",
        "after=x, after",
        "lastEventId=x, lastEventId",
        "kind=x, kind",
        "severity=x, severity",
        "target=, target",
        "interface=, interface",
        "nonsense=1, nonsense"
    })
    void whatMakesNoSenseIsRefused(String query, String parameter) {
        assertThat(lines('?' + query)
                        .then()
                        .statusCode(400)
                        .contentType(PROBLEM)
                        .extract()
                        .jsonPath()
                        .getString("parameter"))
                .isEqualTo(parameter);
    }

    @Test
    void linesAreReadInPieces() {
        List<Occurrence> some = new ArrayList<>(many(3 * LogStream.BATCH));
        Happenings.record(log, some.toArray(Occurrence[]::new));

        assertThat(ids(lines(""))).hasSize(3 * LogStream.BATCH).isSorted();
    }
}
