package net.coreserver.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.OpenResponses;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.EventClient;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakePulse;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.monitor.TargetState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients on sockets of their own. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class LiveStreamsTest extends ApiTest {

    private static final String ALL = "/api/v1/interfaces";
    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";
    private static final String EVENTS = "text/event-stream";

    @Inject
    LiveStreams streams;

    @Inject
    FakePulse pulse;

    private final FakeTarget target = FakeTarget.up("edge-1", Samples.counting("eth0", 1));

    /** A client that has left leaves nothing behind, whatever the test was about. */
    @AfterEach
    void nothingIsLeft() {
        await().until(() -> streams.open().isEmpty());
        assertThat(pulse.intervals()).isEmpty();
    }

    private static EventClient listen(String url, String... fields) throws IOException {
        EventClient client = new EventClient(RestAssured.port, url, fields);
        assertThat(client.status()).isEqualTo(200);
        return client;
    }

    private static void poll(FakeTarget polled, int seconds, InterfaceSample... samples) {
        String name = polled.target().name();
        polled.isUp(FakeTarget.snapshot(name, FakeClock.START.plusSeconds(seconds), samples));
    }

    private static String name(EventClient.Event event) {
        return event.name() + ' ' + JsonPath.from(event.data()).getString("target");
    }

    @Test
    void theCurrentSnapshotComesFirstThenEveryNewOne() throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES)) {
            EventClient.Event first = client.next();

            assertThat(first.name()).isEqualTo("snapshot");
            assertThat(first.data())
                    .isEqualTo("{\"target\":\"edge-1\",\"takenAt\":\"2026-11-20T08:00:00Z\",\"interfaces\":"
                            + get(INTERFACES).asString() + "}");

            poll(target, 10, Samples.counting("eth0", 2));
            EventClient.Event second = client.next();

            assertThat(second.name()).isEqualTo("snapshot");
            assertThat(second.data())
                    .isEqualTo("{\"target\":\"edge-1\",\"takenAt\":\"2026-11-20T08:00:10Z\",\"interfaces\":"
                            + get(INTERFACES).asString() + "}");
            assertThat(second.id()).isNotEmpty().isNotEqualTo(first.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {INTERFACES, ALL})
    void theHeaderKeepsProxiesFromHoldingItBack(String url) throws Exception {
        show(target);
        try (EventClient client = listen(url)) {
            assertThat(client.field("Content-Type")).hasValue(EVENTS);
            assertThat(client.field("Cache-Control")).hasValue("no-store");
            assertThat(client.field("X-Accel-Buffering")).hasValue("no");
            assertThat(client.field("Vary")).hasValue("Accept");
            assertThat(client.line()).matches("retry: [2-4]\\d{3}");
        }
    }

    @Test
    void whoComesBackWithTheCurrentSnapshotDoesNotGetItAgain() throws Exception {
        show(target);
        String id;
        try (EventClient client = listen(INTERFACES)) {
            id = client.next().id();
        }
        try (EventClient client = listen(INTERFACES, "Last-Event-ID: " + id)) {
            poll(target, 10, Samples.counting("eth0", 2));

            assertThat(client.next().data()).contains("\"inOctets\":2");
        }
    }

    @Test
    void whoComesBackGetsWhatHeMissedOfEachTargetAndNoMore() throws Exception {
        FakeTarget other = FakeTarget.up("edge-2", Samples.counting("eth0", 1));
        FakeTarget third = FakeTarget.up("edge-3", Samples.counting("eth0", 1));
        show(target, other, third);
        String id;
        try (EventClient client = listen(ALL)) {
            assertThat(List.of(name(client.next()), name(client.next())))
                    .containsExactly("snapshot edge-1", "snapshot edge-2");
            id = client.next().id();
        }
        poll(other, 10, Samples.counting("eth0", 2));
        target.becomes(TargetState.DEGRADED, FakeClock.START.plusSeconds(11), null, null);
        try (EventClient client = listen(ALL, "Last-Event-ID: " + id)) {
            assertThat(name(client.next())).isEqualTo("snapshot edge-2");
            assertThat(name(client.next())).isEqualTo("status edge-1");
            poll(third, 12, Samples.counting("eth0", 2));
            assertThat(name(client.next())).isEqualTo("snapshot edge-3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000.1", "1", "ffffffff.99999999999999999999"})
    void whoComesBackWithAnIdOfNobodysGetsEverything(String id) throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES, "Last-Event-ID: " + id)) {
            assertThat(name(client.next())).isEqualTo("snapshot edge-1");
        }
    }

    @Test
    void aChangeOfStateIsToldWithoutTheSnapshot() throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES)) {
            client.next();
            target.becomes(TargetState.DOWN, FakeClock.START.plusSeconds(3), FakeClock.START.plusSeconds(9), null);

            EventClient.Event event = client.next();

            assertThat(event.name()).isEqualTo("status");
            assertThat(event.data())
                    .isEqualTo(
                            "{\"target\":\"edge-1\",\"status\":{\"state\":\"down\",\"since\":\"2026-11-20T08:00:03Z\","
                                    + "\"lastSuccess\":\"2026-11-20T08:00:00Z\",\"nextAttempt\":\"2026-11-20T08:00:09Z\",\"consecutiveFailures\":0}}");

            poll(target, 20, Samples.counting("eth0", 2));

            EventClient.Event up = client.next();
            assertThat(up.name()).isEqualTo("status");
            assertThat(up.id())
                    .as("told before the snapshot that belongs to it")
                    .isEmpty();
            assertThat(up.data()).contains("\"state\":\"up\"");
            assertThat(client.next().data()).contains("\"inOctets\":2").doesNotContain("stale");
        }
    }

    @Test
    void aTargetThatIsNotUpSaysSoBeforeItsLastSnapshot() throws Exception {
        target.becomes(TargetState.DOWN, FakeClock.START.plusSeconds(3), null, null);
        show(target, new FakeTarget("edge-2"));
        try (EventClient client = listen(ALL)) {
            List<EventClient.Event> events = List.of(client.next(), client.next(), client.next());

            assertThat(events)
                    .extracting(LiveStreamsTest::name)
                    .containsExactly("status edge-1", "snapshot edge-1", "status edge-2");
            assertThat(events.get(1).data())
                    .startsWith("{\"target\":\"edge-1\",\"takenAt\":\"2026-11-20T08:00:00Z\",\"stale\":true,");
            assertThat(events.get(2).data()).contains("\"state\":\"connecting\"");
        }
    }

    @Test
    void aTargetThatAppearsJoinsAndOneThatGoesIsToldOnce() throws Exception {
        show(target);
        try (EventClient client = listen(ALL)) {
            client.next();
            FakeTarget other = FakeTarget.up("edge-2", Samples.bare("eth0"));

            show(target, other);
            assertThat(name(client.next())).isEqualTo("snapshot edge-2");

            show(other);
            EventClient.Event removed = client.next();
            assertThat(removed.name()).isEqualTo("removed");
            assertThat(removed.data()).isEqualTo("{\"target\":\"edge-1\"}");

            poll(other, 10, Samples.bare("eth1"));
            assertThat(name(client.next())).isEqualTo("snapshot edge-2");
        }
    }

    @Test
    void theStreamOfOneTargetEndsWithIt() throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES)) {
            client.next();
            show();

            assertThat(client.next().name()).isEqualTo("removed");
            assertThatThrownBy(client::next).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void filtersAndFormsAreThoseOfTheList() throws Exception {
        FakeTarget labelled = new FakeTarget("edge-2", Map.of("site", "berlin"));
        labelled.isUp(FakeTarget.snapshot(
                "edge-2",
                FakeClock.START,
                Samples.counting("eth0", 7),
                Samples.inState("eth1", "up", "down"),
                Samples.ofVendor("eth2")));
        show(target, labelled);
        for (String query : List.of(
                "?label=site=berlin&operStatus=up&counters=string",
                "?target=edge-2&name=eth2&extra=true",
                "?target=edge-2&name=none")) {
            try (EventClient client = listen(ALL + query)) {
                poll(target, 1, Samples.bare("eth0"));

                EventClient.Event event = client.next();

                assertThat(name(event)).isEqualTo("snapshot edge-2");
                assertThat(event.data())
                        .endsWith("\"interfaces\":" + get(ALL + query).asString() + "}");
            }
        }
    }

    @Test
    void allClientsShareTheOctetsThatWereRendered() throws Exception {
        show(target);
        try (EventClient one = listen(INTERFACES);
                EventClient two = listen(ALL)) {
            assertThat(one.next().data()).isEqualTo(two.next().data());
        }
    }

    @Test
    void heartbeatsAreComments() throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES)) {
            client.next();
            assertThat(pulse.intervals()).containsExactly(Duration.ofSeconds(15));

            pulse.beat();

            assertThat(client.line()).isEqualTo(":");
            assertThat(client.line()).isEmpty();
            poll(target, 10, Samples.bare("eth0"));
            assertThat(client.next().name()).isEqualTo("snapshot");
        }
    }

    private static InterfaceSample[] many(int inOctets) {
        return IntStream.range(0, 400)
                .mapToObj(i -> i == 0 ? Samples.counting("a", inOctets) : Samples.full("eth" + i))
                .toArray(InterfaceSample[]::new);
    }

    /** The value that {@link #many} was given. */
    private static int value(EventClient.Event event) {
        return JsonPath.from(event.data()).getInt("interfaces[0].statistics.inOctets");
    }

    @Test
    void aClientThatDoesNotReadGetsTheNewestOfEachTargetAndHoldsNothingUp() throws Exception {
        int last = 100;
        FakeTarget small = FakeTarget.up("edge-2", Samples.counting("eth0", 0));
        show(target, small);
        try (EventClient slow = listen(ALL);
                EventClient quick = listen(ALL + "?target=edge-2")) {
            for (int i = 1; i <= last; i++) {
                poll(target, i, many(i));
                poll(small, i, Samples.counting("eth0", i));
                int waiting = streams.open().stream()
                        .mapToInt(LiveStream::waiting)
                        .max()
                        .orElseThrow();
                assertThat(waiting).isLessThanOrEqualTo(2);
            }
            for (EventClient.Event event = quick.next(); !event.data().contains("\"inOctets\":" + last + "}"); ) {
                event = quick.next();
            }
            List<Integer> values = new ArrayList<>();
            while (values.isEmpty() || values.getLast() < last) {
                EventClient.Event event = slow.next();
                if (name(event).equals("snapshot edge-1") && event.data().contains("eth399")) {
                    values.add(value(event));
                }
            }

            assertThat(values).isSorted().doesNotHaveDuplicates().hasSizeLessThan(last / 2);
        }
    }

    @Test
    void aClientThatTakesNothingForAMinuteIsCutOff() throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES)) {
            client.next();
            AtomicInteger polls = new AtomicInteger();

            // Until what lies between both ends is full, the service cannot know.
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                poll(target, polls.incrementAndGet(), many(1));
                pulse.beat();
                return streams.open().isEmpty();
            });

            assertThat(polls.get()).isGreaterThan(OpenResponse.MAX_SILENT_BEATS);
        }
    }

    @Test
    void aClientThatLeavesWithoutHavingReadFreesEverythingToo() throws Exception {
        show(target);
        try (EventClient client = listen(INTERFACES)) {
            assertThat(client.comments()).isZero();
            AtomicInteger polls = new AtomicInteger();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                boolean isStalled = streams.open().getFirst().waiting() == 1;
                poll(target, polls.incrementAndGet(), many(1));
                return isStalled;
            });
        }
        await().until(() -> streams.open().isEmpty());
    }

    @Test
    void aClientThatLeavesFreesEverythingAtOnce() throws Exception {
        show(target);
        try (EventClient stays = listen(ALL)) {
            try (EventClient leaves = listen(ALL)) {
                leaves.next();
                assertThat(streams.open()).hasSize(2);
            }
            await().until(() -> streams.open().size() == 1);
            assertThat(pulse.intervals()).as("one timer for all").hasSize(1);
            stays.next();
        }
        await().until(() -> streams.open().isEmpty());
        assertThat(pulse.intervals()).isEmpty();
    }

    @Test
    void moreStreamsThanThereMayBeAreRefused() throws Exception {
        show(target);
        List<EventClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < OpenResponses.MAX; i++) {
                clients.add(listen(INTERFACES));
            }

            Response refused = request().header("Accept", EVENTS).get(INTERFACES);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/service-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(get(INTERFACES).statusCode()).isEqualTo(200);
        } finally {
            for (EventClient client : clients) {
                client.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {INTERFACES, ALL})
    void aHeadHasTheHeaderAndOpensNothing(String url) {
        show(target);

        Response head = request().header("Accept", EVENTS).head(url);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo(EVENTS);
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(streams.open()).isEmpty();
    }

    @Test
    void anUnknownTargetIsAProblem() {
        JsonPath problem = request()
                .header("Accept", EVENTS)
                .get(INTERFACES)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/unknown-target");
        assertThat(problem.getString("instance")).isEqualTo(INTERFACES);
        request().header("Accept", EVENTS).get(ALL + "?target=edge-1").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=name, sort",
        "limit=10, limit",
        "after=x, after",
        "nonsense=1, nonsense",
        "operStatus=x, operStatus"
    })
    void whatBelongsToAListIsRefused(String query, String parameter) {
        show(target);
        for (String url : List.of(INTERFACES, ALL)) {
            assertThat(request()
                            .header("Accept", EVENTS)
                            .get(url + '?' + query)
                            .then()
                            .statusCode(400)
                            .extract()
                            .jsonPath()
                            .getString("parameter"))
                    .isEqualTo(parameter);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/event-stream|text/event-stream",
                "TEXT/Event-Stream; charset=utf-8|text/event-stream",
                "text/*|text/event-stream",
                "text/event-stream, */*;q=0.1|text/event-stream",
                "application/json;q=0.4, text/event-stream;q=0.5|text/event-stream",
                "application/json;q=0, */*|text/event-stream",
                "text/event-stream, application/json|application/json",
                "application/json, text/event-stream|application/json",
                "text/event-stream;q=0.4, application/json;q=0.5|application/json",
                "text/event-stream;q=0, */*|application/json",
                "*/*|application/json",
                "text/html, application/*|application/json",
            })
    void theMediaTypeIsWhatTheRequestWantsMost(String accept, String type) {
        show(target);
        for (String url : List.of(INTERFACES, ALL)) {
            Response head = request().header("Accept", accept).head(url);

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.header("Content-Type")).startsWith(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream;q=0", "text/html", "image/*, text/event-stream;q=0.0"})
    void whatIsNeitherIsNotAcceptable(String accept) {
        show(target);

        assertThat(request().header("Accept", accept).get(INTERFACES).statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/targets", "/api/v1/about", "/api/v1/targets/edge-1/interfaces/eth0"})
    void otherResourcesHaveNoStream(String url) {
        show(target);

        assertThat(request().header("Accept", EVENTS).get(url).statusCode()).isEqualTo(406);
    }

    @Test
    void anotherMethodIsNotAllowedWhateverItAccepts() {
        assertThat(request().header("Accept", EVENTS).post(ALL).statusCode()).isEqualTo(405);
    }
}
