package net.coreserver.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeEvents;
import net.coreserver.api.testing.Walk;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventReader;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.Logs;
import net.coreserver.event.Occurrence;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a real log, and single events of it. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class EventPagesTest extends ApiTest {

    private static final String EVENTS = "/api/v1/events";

    @Inject
    FakeEvents events;

    @TempDir
    Path directory;

    private Logs logs;

    @BeforeEach
    void openTheLog() {
        logs = Logs.in(directory);
        events.show(logs.log);
    }

    @AfterEach
    void closeTheLog() {
        events.showEmpty();
        logs.close();
    }

    private void happens(Occurrence... occurrences) {
        Happenings.recordAndWait(logs.log, List.of(occurrences));
    }

    private static List<Integer> ids(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("id");
    }

    private static List<Integer> ids(String query) {
        return ids(get(EVENTS + query));
    }

    /** The ids on every page, from the first on. */
    private static List<List<Integer>> pages(String first) {
        List<List<Integer>> pages = new ArrayList<>();
        for (Optional<String> url = Optional.of(first); url.isPresent(); ) {
            Response page = get(url.get());
            pages.add(ids(page));
            url = Walk.next(page);
        }
        return pages;
    }

    private static List<Integer> down(int from, int to) {
        return IntStream.iterate(from, id -> id >= to, id -> id - 1).boxed().toList();
    }

    @Test
    void aLogInWhichNothingHappenedIsAnEmptyArray() {
        Response response = get(EVENTS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo("[]");
        assertThat(response.header("Link")).isNull();
    }

    @Test
    void anEventSaysAllThatIsKnownAndNothingElse() {
        happens(Happenings.full(), Happenings.occurrence(1, null, null, EventKind.SINK_FAILING, "no answer"));

        String first = "{\"id\":1,\"at\":\"2026-11-20T08:00:00Z\",\"eventTime\":\"2026-11-20T07:59:58Z\","
                + "\"target\":\"edge-1\",\"interface\":\"eth0\",\"kind\":\"link-down\",\"severity\":\"info\","
                + "\"message\":\"eth0 is down: \\\"west\\\"\\n\u2028 Łódź\",\"data\":{\"operStatus\":\"down\"}}";
        String second = "{\"id\":2,\"at\":\"2026-11-20T08:00:01Z\",\"kind\":\"sink-failing\",\"severity\":\"warning\","
                + "\"message\":\"no answer\"}";
        assertThat(get(EVENTS).asString()).isEqualTo("[" + second + "," + first + "]");
        assertThat(get(EVENTS + "/1").asString()).isEqualTo(first);
        assertThat(get(EVENTS + "/2").asString()).isEqualTo(second);
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWhateverHappensMeanwhile() {
        happens(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> Happenings.linkDown(i, "edge-1", "eth" + i))
                .toArray(Occurrence[]::new));

        Response first = get(EVENTS + "?limit=4");
        happens(Happenings.linkDown(11, "edge-1", "eth11"));
        String next = Walk.next(first).orElseThrow();

        assertThat(ids(first)).isEqualTo(down(10, 7));
        assertThat(pages(next)).containsExactly(down(6, 3), down(2, 1));
        assertThat(pages(EVENTS + "?limit=11")).containsExactly(down(11, 1));
        assertThat(pages(EVENTS + "?limit=1&target=edge-1")).hasSize(11);
    }

    @Test
    void aPageHasAHundredUnlessItSaysOtherwise() {
        happens(IntStream.rangeClosed(1, 1_101)
                .mapToObj(i -> Happenings.linkDown(i, "edge-1", "eth0"))
                .toArray(Occurrence[]::new));

        assertThat(pages(EVENTS).getFirst()).isEqualTo(down(1_101, 1_002));
        assertThat(pages(EVENTS + "?limit=1000")).containsExactly(down(1_101, 102), down(101, 1));
    }

    @Test
    void filtersOfSeveralKindsMustAllMatchAndOfOneAnyValueDoes() {
        happens(
                Happenings.linkDown(0, "edge-1", "eth0"),
                Happenings.linkDown(1, "edge-1", "Serial0,1\\a"),
                Happenings.linkDown(2, "edge-2", "eth0"),
                Happenings.occurrence(3, "edge-2", null, EventKind.TARGET_DOWN, "gone"),
                Happenings.occurrence(4, "edge-3", "eth0", EventKind.LINK_UP, "back"),
                Happenings.occurrence(5, null, null, EventKind.SINK_FAILING, "gone"));

        assertThat(ids("?target=edge-2")).containsExactly(4, 3);
        assertThat(ids("?target=edge-2,edge-3")).containsExactly(5, 4, 3);
        assertThat(ids("?target=edge-1&target=edge-3")).containsExactly(5, 2, 1);
        assertThat(ids("?target=nobody")).isEmpty();
        assertThat(ids("?interface=eth0")).containsExactly(5, 3, 1);
        assertThat(ids("?interface=Serial0%5C,1%5C%5Ca")).containsExactly(2);
        assertThat(ids("?kind=link-down,target-down&target=edge-2")).containsExactly(4, 3);
        assertThat(ids("?severity=critical")).containsExactly(4);
        assertThat(ids("?severity=critical,info")).containsExactly(5, 4);
        assertThat(ids("?severity=warning&interface=eth0&kind=link-down&target=edge-1"))
                .containsExactly(1);
    }

    @Test
    void timesAreAbsoluteOrCountBackFromNow() {
        happens(IntStream.range(0, 10)
                .mapToObj(i -> Happenings.linkDown(60 * i, "edge-1", "eth0"))
                .toArray(Occurrence[]::new));
        clock.advance(Duration.ofMinutes(10));

        assertThat(ids("?from=2026-11-20T08:07:00Z")).containsExactly(10, 9, 8);
        assertThat(ids("?to=2026-11-20T08:02:00Z")).containsExactly(2, 1);
        assertThat(ids("?from=2026-11-20T09:03:00%2B01:00&to=2026-11-20T08:05:00.5Z"))
                .containsExactly(6, 5, 4);
        assertThat(ids("?from=-2m")).containsExactly(10, 9);
        assertThat(ids("?from=-120s&to=-60000ms")).containsExactly(9);
        assertThat(ids("?to=-1d")).isEmpty();
        assertThat(ids("?from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59Z")).hasSize(10);
    }

    /** More numbers than one look at the log goes through, and more than a page ever looks at. */
    @Test
    void aPageFindsWhatIsRareHoweverFarBackItIs() {
        List<Occurrence> many = new ArrayList<>();
        for (int i = 0; i < 2 * EventReader.STRETCH + 100; i++) {
            many.add(Happenings.linkDown(0, i % 40_000 == 0 ? "rare" : "common", "eth0"));
        }
        Happenings.recordAndWait(logs.log, many);

        assertThat(pages(EVENTS + "?target=rare")).containsExactly(List.of(80_001, 40_001, 1));
        assertThat(pages(EVENTS + "?target=rare&limit=1"))
                .containsExactly(List.of(80_001), List.of(40_001), List.of(1));
        assertThat(pages(EVENTS + "?target=nobody")).containsExactly(List.of());
    }

    @Test
    void aPageThatHasLookedAtAMillionEndsAndTheNextGoesOn() {
        VastLog vast = new VastLog(2_100_000, 5);
        events.show(vast);

        Response first = get(EVENTS + "?target=rare");
        assertThat(vast.reads()).isEqualTo(1_000_000 / EventReader.STRETCH);
        assertThat(Walk.next(first)).isPresent();
        List<List<Integer>> pages = pages(EVENTS + "?target=rare");

        assertThat(pages).hasSize(3);
        assertThat(pages.subList(0, 2)).allSatisfy(page -> assertThat(page).isEmpty());
        assertThat(pages.getLast()).containsExactly(5);
    }

    @Test
    void aPageOfLargeEventsIsCutShortAndNothingIsMissing() {
        String large = "x".repeat(60_000);
        happens(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Happenings.occurrence(i, "edge-1", null, EventKind.NOTIFICATION, large))
                .toArray(Occurrence[]::new));

        Response first = get(EVENTS + "?limit=1000");
        List<List<Integer>> pages = pages(EVENTS + "?limit=1000");

        assertThat(first.asByteArray().length).isBetween(EventPage.MAX_OCTETS, EventPage.MAX_OCTETS + 200_000);
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().flatMap(List::stream)).isEqualTo(down(200, 1));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        happens(Happenings.linkDown(0, "edge-1", "eth0"));
        for (String url : List.of(EVENTS, EVENTS + "/1")) {
            Response first = get(url);
            String tag = first.header("ETag");

            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
            Response again = request().header("If-None-Match", tag).get(url);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
        }
        String tag = get(EVENTS).header("ETag");
        happens(Happenings.linkDown(1, "edge-1", "eth0"));
        assertThat(request().header("If-None-Match", tag).get(EVENTS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadHasTheHeaderOfAGet() {
        happens(Happenings.linkDown(0, "edge-1", "eth0"), Happenings.linkDown(1, "edge-1", "eth0"));
        for (String url : List.of(EVENTS + "?limit=1", EVENTS + "/1")) {
            Response head = request().head(url);
            Response body = get(url);

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.asByteArray()).isEmpty();
            for (String name : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control")) {
                assertThat(head.header(name)).as(name).isEqualTo(body.header(name));
            }
            assertThat(head.header("Link")).isEqualTo(body.header("Link"));
        }
    }

    @Test
    void anEventThatThereIsNotYetIsAProblem() {
        assertThat(unknown("1")).isEqualTo("The log has no event 1: nothing has happened yet.");
        happens(Happenings.linkDown(0, "edge-1", "eth0"));
        assertThat(unknown("2")).isEqualTo("The log has no event 2 yet: the newest is 1.");
        assertThat(unknown("0")).isEqualTo("The log has no event 0.");
        for (String text : List.of("x", "-1", "1.5", "99999999999999999999", "%2E")) {
            assertThat(unknown(text)).contains("whole numbers from 1");
        }
    }

    @Test
    void anEventThatThereIsNoMoreIsAProblem() {
        InMemoryEvents log = events.showEmpty();
        Happenings.record(log, Happenings.linkDown(0, "edge-1", "eth0"), Happenings.linkDown(1, "edge-1", "eth0"));
        log.removeUpTo(1);
        assertThat(unknown("1")).isEqualTo("The log has no event 1 any more: the oldest is 2.");
        log.removeUpTo(2);
        assertThat(unknown("1")).isEqualTo("The log has no event 1 any more: it has none at all now.");
    }

    private static String unknown(String id) {
        JsonPath problem = get(EVENTS + '/' + id)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();
        assertThat(problem.getString("type")).isEqualTo("/problems/unknown-event");
        return problem.getString("detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1"})
    void aLogThatCannotBeReadIsAProblem(String below) {
        events.fail(new StoreUnavailableException(
                "The database is locked.", FakeClock.START.plus(Duration.ofMillis(6_200))));

        Response response = get(EVENTS + below);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("7");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/store-unavailable");
        assertThat(response.jsonPath().getString("detail")).isEqualTo("The database is locked.");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=link-downn, kind",
        "kind=test, kind",
        "kind=link-down&kind=, kind",
        "severity=error, severity",
        "target=, target",
        "interface=, interface",
        "from=yesterday, from",
        "from=2026-11-20, from",
        "from=2026-11-20T08:00:00%2B1, from",
        "from=2026-11-20T08:00:00+01:00, from",
        "from=%2B10000-01-01T00:00:00Z, from",
        "from=2026-02-30T08:00:00Z, from",
        "from=-, from",
        "from=-5, from",
        "from=--5m, from",
        "from=-5y, from",
        "from=-36501d, from",
        "from=-1h&from=-2h, from",
        "from=-1h&to=-2h, from",
        "to=5m, to",
        "to=, to",
        "limit=0, limit",
        "limit=1001, limit",
        "limit=x, limit",
        "after=5, after",
        "after=x, after",
        "after=MA, after",
        "after=ZWRnZS0xAGV0aDAAMQ, after",
        "follow=true, follow",
        "lastEventId=5, lastEventId",
        "nonsense=1, nonsense",
    })
    void whatMakesNoSenseIsRefused(String query, String parameter) {
        JsonPath problem = get(EVENTS + '?' + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo(parameter);
    }

    @Test
    void anUnknownKindIsAnsweredWithThoseThatThereAre() {
        List<String> allowed = get(EVENTS + "?kind=nonsense").jsonPath().getList("allowed");

        assertThat(allowed).contains("link-down", "notifications-gap").hasSize(EventKind.values().length - 1);
        assertThat(get(EVENTS + "?severity=nonsense").jsonPath().getList("allowed", String.class))
                .containsExactly("info", "warning", "critical");
    }

    @Test
    void manyReadAtOnceAndAllGetTheSame() {
        happens(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> Happenings.linkDown(i, "edge-1", "eth0"))
                .toArray(Occurrence[]::new));

        List<String> bodies = LongStream.range(0, 50)
                .parallel()
                .mapToObj(ignored -> get(EVENTS + "?limit=300").asString())
                .distinct()
                .collect(Collectors.toList());

        assertThat(bodies).hasSize(1);
    }
}
