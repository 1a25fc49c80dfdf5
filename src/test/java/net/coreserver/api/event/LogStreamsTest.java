package net.coreserver.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.OpenResponses;
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

/** Clients on sockets of their own, who follow the log. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class LogStreamsTest extends LogStreamTest {

    private static final String EVENT_STREAM = "text/event-stream";

    private static EventClient listen(String url, String... fields) throws IOException {
        EventClient client = new EventClient(RestAssured.port, url, fields);
        assertThat(client.status()).isEqualTo(200);
        return client;
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            Happenings.record(log, Happenings.linkDown(0, "edge-1", "eth0"));
        }
    }

    private static List<String> ids(EventClient client, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventClient.Event event = client.next();
            assertThat(event.name()).isEmpty();
            ids.add(event.id());
        }
        return ids;
    }

    @Test
    void whatHappensIsToldAsItHappens() throws Exception {
        happen(3);
        try (EventClient client = listen(EVENTS)) {
            Happenings.record(log, Happenings.full());

            EventClient.Event event = client.next();

            assertThat(event.name()).as("of the type that onmessage sees").isEmpty();
            assertThat(event.id()).isEqualTo("4");
            assertThat(event.data()).isEqualTo(get(EVENTS + "/4").asString());
        }
    }

    @Test
    void theHeaderKeepsProxiesFromHoldingItBack() throws Exception {
        happen(3);
        try (EventClient client = listen(EVENTS)) {
            assertThat(client.field("Content-Type")).hasValue(EVENT_STREAM);
            assertThat(client.field("Cache-Control")).hasValue("no-store");
            assertThat(client.field("X-Accel-Buffering")).hasValue("no");
            assertThat(client.field("Vary")).hasValue("Accept");
            assertThat(client.line()).matches("retry: [2-4]\\d{3}");
            assertThat(client.line()).isEmpty();
            assertThat(client.line())
                    .as("whoever is cut off before anything happened has to know, too")
                    .isEqualTo("id: 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last-Event-ID: 2", "?after=2", "?lastEventId=2", "?after=1&lastEventId=2"})
    void whoComesBackGetsWhatWasMissedAndThenWhatHappens(String from) throws Exception {
        happen(4);
        boolean isField = from.startsWith("Last");
        try (EventClient client = isField ? listen(EVENTS, from) : listen(EVENTS + from)) {
            assertThat(ids(client, 2)).containsExactly("3", "4");
            happen(1);
            assertThat(ids(client, 1)).containsExactly("5");
        }
    }

    @Test
    void theHeaderGoesBeforeWhatTheUrlSaidTheFirstTime() throws Exception {
        happen(4);
        try (EventClient client = listen(EVENTS + "?after=1", "Last-Event-ID: 3")) {
            assertThat(ids(client, 1)).containsExactly("4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last-Event-ID: 0", "?after=0"})
    void zeroBeginsAtTheOldestThatThereIs(String from) throws Exception {
        happen(5);
        log.removeUpTo(2);
        boolean isField = from.startsWith("Last");
        try (EventClient client = isField ? listen(EVENTS, from) : listen(EVENTS + from)) {
            assertThat(ids(client, 3)).containsExactly("3", "4", "5");
        }
    }

    @Test
    void theFiltersOfTheListApply() throws Exception {
        try (EventClient client = listen(EVENTS + "?target=edge-1&kind=link-down,target-down&severity=warning")) {
            Happenings.record(
                    log,
                    Happenings.linkDown(0, "edge-2", "eth0"),
                    Happenings.occurrence(0, "edge-1", null, EventKind.TARGET_DOWN, "gone"),
                    Happenings.occurrence(0, "edge-1", "eth0", EventKind.LINK_UP, "back"),
                    Happenings.linkDown(0, "edge-1", "eth0"));

            assertThat(ids(client, 1)).containsExactly("4");
        }
    }

    /** Who comes back after a long time in which there was nothing for it would have all of that searched once more. */
    @Test
    void whoHearsNothingForLongIsToldHowFarItHasCome() throws Exception {
        try (EventClient client = listen(EVENTS + "?target=nobody")) {
            client.line();
            client.line();
            assertThat(client.line()).isEqualTo("id: 0");
            assertThat(client.line()).isEmpty();

            happen(LogStream.SILENT_STRETCH);
            List<String> lines = new ArrayList<>();
            while (!lines.contains("id: " + LogStream.SILENT_STRETCH)) {
                lines.add(client.line());
            }
            Happenings.record(log, Happenings.linkDown(0, "nobody", "eth0"));

            assertThat(lines).hasSize(1);
            assertThat(client.line()).isEmpty();
            assertThat(client.next().id()).isEqualTo("1001");
        }
    }

    @Test
    void whoComesBackForWhatIsNotKeptAnyMoreIsToldSo() throws Exception {
        happen(9);
        log.removeUpTo(6);
        try (EventClient client = listen(EVENTS, "Last-Event-ID: 2")) {
            EventClient.Event gap = client.next();

            assertThat(gap.name()).isEqualTo("gap");
            assertThat(gap.id()).as("it is told once").isEqualTo("6");
            assertThat(gap.data())
                    .isEqualTo(
                            "{\"after\":2,\"oldest\":7,\"reason\":\"The events 3 to 6 are not kept any more; it goes on"
                                    + " from the oldest.\"}");
            assertThat(ids(client, 3)).containsExactly("7", "8", "9");
        }
    }

    @Test
    void whereNothingIsKeptAtAllThereIsAGapToo() throws Exception {
        happen(9);
        log.removeUpTo(9);
        try (EventClient client = listen(EVENTS, "Last-Event-ID: 2")) {
            assertThat(client.next().data()).startsWith("{\"after\":2,\"oldest\":10,");
            happen(1);
            assertThat(ids(client, 1)).containsExactly("10");
        }
        try (EventClient client = listen(EVENTS, "Last-Event-ID: 10")) {
            log.removeUpTo(10);
            happen(1);
            assertThat(ids(client, 1)).as("nothing was missed").containsExactly("11");
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, '\"after\":5000,'", "5f0c1d3e.4711, ''", "99999999999999999999, ''", "-1, ''"})
    void whoComesFromAnotherLogIsToldSo(String id, String after) throws Exception {
        happen(9);
        log.removeUpTo(6);
        try (EventClient client = listen(EVENTS, "Last-Event-ID: " + id)) {
            EventClient.Event gap = client.next();

            assertThat(gap.name()).isEqualTo("gap");
            assertThat(gap.id()).isEqualTo("9");
            assertThat(gap.data()).startsWith("{" + after + "\"oldest\":7,\"reason\":\"This log has given no event");
            happen(1);
            assertThat(ids(client, 1)).containsExactly("10");
        }
    }

    /** Ten thousand, recorded by several threads, while the client is cut off again and again. */
    @Test
    void whoIsCutOffAtRandomGetsEveryEventOnceAndInOrder() throws Exception {
        int threads = 4;
        int each = 2_500;
        try (Logs logs = Logs.in(directory)) {
            events.show(logs.log);
            // So many events are ahead of the client at most: of some it hears live, of others from the log.
            Semaphore ahead = new Semaphore(600);
            List<Thread> recorders = IntStream.range(0, threads)
                    .mapToObj(thread -> Thread.ofPlatform().unstarted(() -> {
                        for (int i = 0; i < each; i++) {
                            ahead.acquireUninterruptibly();
                            Happenings.record(
                                    logs.log,
                                    Happenings.occurrence(
                                            i, "edge-" + thread, null, EventKind.CONFIG_CHANGED, thread + " " + i));
                        }
                    }))
                    .toList();
            Random random = new Random(20_261_121);
            List<EventClient.Event> got = new ArrayList<>();
            int connections = 0;
            String last = "0";
            while (got.size() < threads * each) {
                try (EventClient client = listen(EVENTS, "Last-Event-ID: " + last)) {
                    if (++connections == 1) {
                        recorders.forEach(Thread::start);
                    }
                    int more = Math.min(random.nextInt(1, 400), threads * each - got.size());
                    for (int i = 0; i < more; i++) {
                        got.add(client.next());
                        ahead.release();
                    }
                }
                last = got.getLast().id();
            }
            for (Thread recorder : recorders) {
                recorder.join();
            }

            assertThat(connections).isGreaterThan(threads * each / 400);
            assertThat(got.stream().map(EventClient.Event::id))
                    .isEqualTo(IntStream.rangeClosed(1, threads * each)
                            .mapToObj(Integer::toString)
                            .toList());
            for (int thread = 0; thread < threads; thread++) {
                String target = "\"target\":\"edge-" + thread + "\"";
                int of = thread;
                assertThat(got.stream()
                                .map(EventClient.Event::data)
                                .filter(data -> data.contains(target))
                                .map(data -> data.replaceFirst(".*\"message\":\"(.*?)\".*", "$1")))
                        .isEqualTo(IntStream.range(0, each)
                                .mapToObj(i -> of + " " + i)
                                .toList());
            }
            try (EventClient client = listen(EVENTS, "Last-Event-ID: " + last)) {
                Happenings.record(logs.log, Happenings.full());
                assertThat(client.next().id()).as("nothing comes twice").isEqualTo("10001");
            }
            await().until(() -> streams.open().isEmpty());
            events.showEmpty();
        }
    }

    @Test
    void whoReadsSlowlyGetsEverythingAndHoldsNobodyUp() throws Exception {
        int count = 20_000;
        try (Logs logs = Logs.in(directory)) {
            CountingLog counting = new CountingLog(logs.log);
            events.show(counting);
            try (EventClient slow = listen(EVENTS);
                    EventClient quick = listen(EVENTS + "?target=last")) {
                List<Occurrence> many = new ArrayList<>();
                for (int i = 1; i < count; i++) {
                    many.add(Happenings.occurrence(i, "edge-1", null, EventKind.NOTIFICATION, "x".repeat(1_000)));
                }
                many.add(Happenings.linkDown(count, "last", "eth0"));
                Happenings.recordAndWait(logs.log, many);

                assertThat(quick.next().id()).isEqualTo("" + count);
                assertThat(counting.given())
                        .as("what is read for a client that does not take it")
                        .isLessThan(count);
                assertThat(ids(slow, count))
                        .isEqualTo(IntStream.rangeClosed(1, count)
                                .mapToObj(Integer::toString)
                                .toList());
            }
            await().until(() -> streams.open().isEmpty());
            events.showEmpty();
        }
    }

    @Test
    void heartbeatsAreComments() throws Exception {
        try (EventClient client = listen(EVENTS)) {
            happen(1);
            client.next();
            assertThat(pulse.intervals()).containsExactly(Duration.ofSeconds(15));

            pulse.beat();
            assertThat(client.line()).isEqualTo(":");
            assertThat(client.line()).isEmpty();
        }
    }

    @Test
    void aClientThatTakesNothingForAMinuteIsCutOff() throws Exception {
        String large = "x".repeat(60_000);
        try (EventClient client = listen(EVENTS)) {
            assertThat(client.comments()).isZero();
            AtomicInteger beats = new AtomicInteger();

            // Until what lies between both ends is full, the service cannot know.
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                for (int i = 0; i < 10; i++) {
                    Happenings.record(log, Happenings.occurrence(0, "edge-1", null, EventKind.NOTIFICATION, large));
                }
                beats.incrementAndGet();
                pulse.beat();
                return streams.open().isEmpty();
            });

            assertThat(beats.get()).isGreaterThan(OpenResponse.MAX_SILENT_BEATS);
        }
    }

    @Test
    void aLogThatCannotBeReadIsAProblem() {
        events.fail(new StoreUnavailableException("The database is locked.", FakeClock.START.plusSeconds(3)));

        Response response = request().header("Accept", EVENT_STREAM).get(EVENTS);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.contentType()).isEqualTo(PROBLEM);
        assertThat(response.header("Retry-After")).isEqualTo("3");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/store-unavailable");
        assertThat(response.jsonPath().getString("instance")).isEqualTo(EVENTS);
    }

    @Test
    void aLogThatCannotBeReadForAWhileCostsWhoFollowsItNothing() throws Exception {
        try (EventClient client = listen(EVENTS)) {
            happen(1);
            assertThat(ids(client, 1)).containsExactly("1");
            events.fail(new StoreUnavailableException("The database is locked.", FakeClock.START));
            happen(2);
            pulse.beat();
            assertThat(client.line()).isEqualTo(":");
            events.fail(null);

            assertThat(ids(client, 2)).containsExactly("2", "3");
        }
    }

    @Test
    void moreStreamsThanThereMayBeAreRefused() throws Exception {
        List<EventClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < OpenResponses.MAX; i++) {
                clients.add(listen(EVENTS));
            }

            for (String type : List.of(EVENT_STREAM, "application/x-ndjson")) {
                Response refused = request().header("Accept", type).get(EVENTS);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/service-busy");
                assertThat(refused.header("Retry-After")).isEqualTo("1");
            }
            assertThat(get(EVENTS).statusCode()).isEqualTo(200);
            happen(1);
            for (EventClient client : clients) {
                assertThat(client.next().id()).isEqualTo("1");
            }
        } finally {
            for (EventClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void whenTheServiceStopsStreamsEnd() throws Exception {
        try (EventClient client = listen(EVENTS)) {
            streams.onStop(new ShutdownEvent());

            assertThatThrownBy(client::next).isInstanceOf(EOFException.class);
        } finally {
            streams.onStart(new StartupEvent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENT_STREAM, "application/x-ndjson"})
    void aHeadHasTheHeaderAndOpensNothing(String type) {
        Response head = request().header("Accept", type).head(EVENTS);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo(type);
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(streams.open()).isEmpty();
        assertThat(request().header("Accept", type).head(EVENTS + "?kind=x").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=10, limit",
        "from=-1h, from",
        "to=-1h, to",
        "follow=true, follow",
        "after=x, after",
        "after=-1, after",
        "after=99999999999999999999, after",
        "after=1&after=2, after",
        "lastEventId=, lastEventId",
        "kind=x, kind",
        "severity=x, severity",
        "target=, target",
        "interface=, interface",
        "nonsense=1, nonsense"
    })
    void whatMakesNoSenseInAStreamIsRefused(String query, String parameter) {
        assertThat(request()
                        .header("Accept", EVENT_STREAM)
                        .get(EVENTS + '?' + query)
                        .then()
                        .statusCode(400)
                        .contentType(PROBLEM)
                        .extract()
                        .jsonPath()
                        .getString("parameter"))
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/event-stream|text/event-stream",
                "application/x-ndjson|application/x-ndjson",
                "application/x-ndjson, text/event-stream|text/event-stream",
                "text/event-stream;q=0.5, application/x-ndjson|application/x-ndjson",
                "application/x-ndjson, application/json|application/json",
                "application/x-ndjson, */*;q=0.1|application/x-ndjson",
                "*/*|application/json",
                "text/html, application/*|application/json",
                "text/*|text/event-stream",
            })
    void theMediaTypeIsWhatTheRequestWantsMost(String accept, String type) {
        Response head = request().header("Accept", accept).head(EVENTS);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith(type);
    }

    @Test
    void otherResourcesHaveNoLines() {
        for (String path : List.of("/api/v1/interfaces", "/api/v1/targets", EVENTS + "/1")) {
            assertThat(request()
                            .header("Accept", "application/x-ndjson")
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(406);
        }
    }
}
