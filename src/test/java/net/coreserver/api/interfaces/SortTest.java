package net.coreserver.api.interfaces;

import static net.coreserver.api.testing.Walk.next;
import static net.coreserver.api.testing.Walk.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.http.LongWork;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.Rates;
import net.coreserver.testing.CountedSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class SortTest extends ApiTest {

    private static final String ALL = "/api/v1/interfaces";
    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";

    private static Rates inUtilization(double part) {
        double none = Rates.GAP;
        return new Rates(none, none, none, none, part, none, none, none, none, none, 10);
    }

    private static InterfaceSample counting(String name, String inOctets) {
        return CountedSamples.sample(name, null, null, CountedSamples.inOctets(null, Counter64.parse(inOctets)));
    }

    private static InterfaceSample changed(String name, @Nullable String operStatus, @Nullable Instant lastChange) {
        InterfaceSample bare = Samples.inState(name, "up", operStatus == null ? "up" : operStatus);
        return new InterfaceSample(
                name,
                null,
                InterfaceType.of("ethernetCsmacd"),
                bare.adminStatus(),
                operStatus == null ? null : bare.operStatus(),
                lastChange,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The names of all targets and interfaces on one page. */
    private static List<String> elements(Response page) {
        JsonPath json = page.then().statusCode(200).extract().jsonPath();
        List<String> targets = json.getList("target");
        List<String> names = json.getList("name");
        return IntStream.range(0, names.size())
                .mapToObj(i -> targets.get(i) + ' ' + names.get(i))
                .toList();
    }

    /** Two targets whose interfaces take turns in how busy they are. */
    private void showBusyTargets() {
        FakeTarget one = new FakeTarget("edge-1");
        one.isUp(FakeTarget.snapshot(
                "edge-1",
                FakeClock.START,
                Map.of("eth2", inUtilization(0.9), "eth10", inUtilization(0.5)),
                Samples.bare("eth2"),
                Samples.bare("eth10"),
                Samples.bare("lo")));
        FakeTarget two = new FakeTarget("edge-2");
        two.isUp(FakeTarget.snapshot(
                "edge-2",
                FakeClock.START,
                Map.of("eth0", inUtilization(0.7), "eth1", inUtilization(0.5)),
                Samples.bare("eth0"),
                Samples.bare("eth1")));
        show(two, one);
    }

    @Test
    void theBusiestComeFirstOverAllTargets() {
        showBusyTargets();

        assertThat(elements(get(ALL + "?sort=-inUtilization")))
                .containsExactly("edge-1 eth2", "edge-2 eth0", "edge-1 eth10", "edge-2 eth1", "edge-1 lo");
    }

    @Test
    void whatHasNoValueComesLastUpwardsToo() {
        showBusyTargets();

        assertThat(elements(get(ALL + "?sort=inUtilization")))
                .containsExactly("edge-1 eth10", "edge-2 eth1", "edge-2 eth0", "edge-1 eth2", "edge-1 lo");
    }

    @Test
    void ofSeveralKeysTheFirstThatTellsApartDecides() {
        showBusyTargets();

        assertThat(elements(get(ALL + "?sort=-inUtilization,-target")))
                .containsExactly("edge-1 eth2", "edge-2 eth0", "edge-2 eth1", "edge-1 eth10", "edge-1 lo");
        assertThat(elements(get(ALL + "?sort=-name&sort=target")))
                .containsExactly("edge-1 lo", "edge-1 eth10", "edge-1 eth2", "edge-2 eth1", "edge-2 eth0");
    }

    @Test
    void aSortedListHoldsTheSameAsTheOther() {
        FakeTarget target = FakeTarget.up("edge-1", Samples.full("b"), Samples.full("a"));
        show(target);
        String unsorted = get(INTERFACES).asString();

        Response sorted = get(INTERFACES + "?sort=name");

        assertThat(sorted.asString()).isEqualTo(unsorted);
        assertThat(sorted.header("ETag")).isEqualTo(get(INTERFACES).header("ETag"));
        assertThat(get(INTERFACES + "?sort=name&counters=string").asString())
                .isEqualTo(get(INTERFACES + "?counters=string").asString());
        for (String name : new String[] {"Last-Modified", "Age", "Vary", "Cache-Control"}) {
            assertThat(sorted.header(name)).as(name).isEqualTo(get(INTERFACES).header(name));
        }
    }

    @Test
    void countersAreComparedOverTheirWholeRange() {
        show(FakeTarget.up(
                "edge-1",
                counting("a", "9223372036854775808"),
                counting("b", "18446744073709551615"),
                counting("c", "9223372036854775807"),
                counting("d", "0"),
                Samples.bare("e")));

        assertThat(names(get(INTERFACES + "?sort=-inOctets"))).containsExactly("b", "a", "c", "d", "e");
        assertThat(pages(INTERFACES + "?sort=-inOctets&limit=1"))
                .containsExactly(List.of("b"), List.of("a"), List.of("c"), List.of("d"), List.of("e"));
    }

    @Test
    void statesAreInTheOrderOfTheModelAndOthersBehindThem() {
        show(FakeTarget.up(
                "edge-1",
                Samples.inState("a", "testing", "zebra"),
                Samples.inState("b", "down", "lower-layer-down"),
                Samples.inState("c", "up", "down"),
                Samples.inState("d", "other", "up"),
                Samples.bare("e")));

        assertThat(names(get(INTERFACES + "?sort=operStatus"))).containsExactly("d", "c", "b", "a", "e");
        assertThat(names(get(INTERFACES + "?sort=-operStatus"))).containsExactly("a", "b", "c", "d", "e");
        assertThat(names(get(INTERFACES + "?sort=adminStatus"))).containsExactly("c", "b", "a", "d", "e");
    }

    @Test
    void theLatestChangesComeFirst() {
        show(FakeTarget.up(
                "edge-1",
                changed("a", "up", FakeClock.START.minusSeconds(9)),
                changed("b", "up", FakeClock.START.minusNanos(1)),
                changed("c", "up", null),
                changed("d", "up", FakeClock.START)));

        assertThat(names(get(INTERFACES + "?sort=-lastChange"))).containsExactly("d", "b", "a", "c");
        assertThat(pages(INTERFACES + "?sort=lastChange&limit=2"))
                .containsExactly(List.of("a", "b"), List.of("d", "c"));
    }

    @ParameterizedTest
    @EnumSource(SortKey.class)
    void everyKeyLeadsThroughAllPagesInItsOrder(SortKey key) {
        FakeTarget full = new FakeTarget("edge-1");
        Rates rates = new Rates(1.5, 2.5, 3.5, 4.5, 0.25, 0.75, 0.1, 0.2, 1e-9, 1e300, 10);
        full.isUp(FakeTarget.snapshot(
                "edge-1",
                FakeClock.START,
                Map.of("a", rates, "c", rates),
                Samples.full("a"),
                Samples.bare("b"),
                Samples.full("c")));
        show(full, FakeTarget.up("edge-2", Samples.ofType("a", "acme:warp-tunnel"), Samples.full("d")));
        String second = key == SortKey.NAME ? "-target" : "-name";
        for (String sort : List.of(key.word(), "-" + key.word(), "-" + key.word() + "," + second)) {
            List<String> whole = names(get(ALL + "?sort=" + sort));

            assertThat(whole).as(sort).containsExactlyInAnyOrder("a", "b", "c", "a", "d");
            assertThat(pages(ALL + "?limit=1&sort=" + sort))
                    .as(sort)
                    .hasSize(5)
                    .flatExtracting(page -> page)
                    .containsExactlyElementsOf(whole);
        }
    }

    @Test
    void aSortedListIsFilteredToo() {
        showBusyTargets();

        assertThat(pages(ALL + "?sort=-inUtilization&name=eth*&target=edge-1&limit=1"))
                .containsExactly(List.of("eth2"), List.of("eth10"));
        assertThat(get(ALL + "?sort=-inUtilization&name=none").asString()).isEqualTo("[]");
    }

    @Test
    void noneOfTwoInterfacesOfOneNameIsLost() {
        show(FakeTarget.up("edge-1", Samples.bare("b"), Samples.bare("b"), Samples.bare("b"), Samples.bare("a")));

        assertThat(pages(INTERFACES + "?sort=-name&limit=2")).containsExactly(List.of("b", "b"), List.of("b", "a"));
    }

    @Test
    void whatDoesNotMoveIsNeitherMissedNorSeenTwiceWhateverTheOthersDo() {
        show(FakeTarget.up(
                "edge-1", counting("a", "50"), counting("b", "40"), counting("c", "30"), counting("d", "20")));
        String next = next(get(INTERFACES + "?sort=-inOctets&limit=2")).orElseThrow();

        // The one that the page ended with goes, one overtakes it, one falls behind, and one is new.
        show(FakeTarget.up(
                "edge-1", counting("a", "10"), counting("c", "45"), counting("d", "20"), counting("e", "25")));

        assertThat(pages(next)).containsExactly(List.of("e", "d"), List.of("a"));
    }

    @Test
    void aWalkEndsThoughValuesRunAheadOfIt() {
        List<String> seen = new ArrayList<>();
        Optional<String> url = Optional.of(INTERFACES + "?sort=inOctets&limit=1");
        int pages = 0;
        for (long now = 0; url.isPresent(); now += 10) {
            show(FakeTarget.up(
                    "edge-1",
                    counting("fast", Long.toString(now + 2)),
                    counting("faster", Long.toString(now + 5)),
                    counting("first", "1"),
                    counting("last", "1000000")));
            Response page = get(url.get());
            seen.addAll(names(page));
            url = next(page);
            assertThat(++pages).as("pages").isLessThanOrEqualTo(8);
        }

        assertThat(seen).containsOnlyOnce("first", "last").contains("fast", "faster");
    }

    @Test
    void aWalkInWhichInterfacesVanishStaysSorted() {
        show(FakeTarget.up(
                "edge-1", counting("a", "60"), counting("b", "50"), counting("c", "40"), counting("d", "30")));
        String next = next(get(INTERFACES + "?sort=-inOctets&limit=2")).orElseThrow();

        show(FakeTarget.up("edge-1", counting("x", "10"), counting("y", "20"), counting("z", "25")));

        assertThat(pages(next)).containsExactly(List.of("z", "y"), List.of("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=name, sort=-name",
        "sort=name, sort=name&sort=target",
        "sort=inOctets, sort=outOctets",
        "sort=name, counters=string",
        "counters=string, sort=name",
    })
    void aCursorOfAnotherOrderIsRefused(String first, String second) {
        show(FakeTarget.up("edge-1", Samples.bare("a"), Samples.bare("b")));
        String next = next(get(INTERFACES + "?limit=1&" + first)).orElseThrow();
        String after = next.substring(next.indexOf("after="));

        JsonPath problem = get(INTERFACES + "?limit=1&" + second + '&' + after)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo("after");
        assertThat(problem.getString("detail")).contains("another order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!!",
                "AAAA",
                "name",
                "name|1|2|edge-1|a|1|||",
                "name|x|2|edge-1|a|1||||+a",
                "name|1|2|edge-1|a|x||||+a",
                "name|1|2|edge-1|a|1||||",
                "name|1|2|edge-1|a|1||||+a|+b",
                "speed|1|2|edge-1|a|1||||+fast",
            })
    void aCursorThatNoPageGaveOutIsRefused(String plain) {
        show(FakeTarget.up("edge-1", Samples.bare("a")));
        String after = plain.contains("|") ? Cursor.encode(Arrays.asList(plain.split("\\|", -1))) : plain;
        String sort = plain.startsWith("speed") ? "speed" : "name";

        assertThat(get(INTERFACES + "?sort=" + sort + "&after=" + after)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("parameter"))
                .isEqualTo("after");
    }

    @Test
    void countsThatSomebodyMadeUpDoNoHarm() {
        show(FakeTarget.up("edge-1", Samples.bare("a"), Samples.bare("b"), Samples.bare("c")));
        for (String counts : List.of("2147483647|2147483647", "-5|-5", "0|2147483647")) {
            String cursor = Cursor.encode(Arrays.asList(("name|" + counts + "|edge-1|a|1||||+a").split("\\|", -1)));

            assertThat(pages(INTERFACES + "?sort=name&limit=1&after=" + cursor))
                    .containsExactly(List.of("b"), List.of("c"));
        }
    }

    @ParameterizedTest
    @CsvSource({"size, 'one of target, name'", "-size, 'one of target, name'", "--name, 'one of'", "'name,-name', twice"
    })
    void anOrderThatThereIsNotIsRefused(String sort, String rule) {
        JsonPath problem =
                get(ALL + "?sort=" + sort).then().statusCode(400).extract().jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo("sort");
        assertThat(problem.getString("detail")).contains(rule);
    }

    @Test
    void aLongListIsSortedAwayFromTheEventLoopAndComesAllTheSame() {
        InterfaceSample[] samples = IntStream.range(0, LongWork.MAX_INTERFACES_ON_EVENT_LOOP)
                .mapToObj(i -> counting("eth" + i, Integer.toString(i)))
                .toArray(InterfaceSample[]::new);
        show(FakeTarget.up("edge-1", samples), FakeTarget.up("edge-2", counting("top", "1000000")));

        assertThat(names(get(ALL + "?sort=-inOctets&limit=3"))).containsExactly("top", "eth4999", "eth4998");
        assertThat(names(get(ALL + "?name=eth42?7"))).hasSize(10);
        assertThat(pages(ALL + "?sort=inOctets&limit=1000").stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()))
                .hasSize(LongWork.MAX_INTERFACES_ON_EVENT_LOOP + 1);
        get(ALL + "?sort=-inOctets&after=x").then().statusCode(400);
    }

    @Test
    void aSortedReadMayBeFresh() {
        FakeTarget target = FakeTarget.up("edge-1", counting("a", "1"), counting("b", "2"));
        target.pollsFind(FakeTarget.snapshot(
                "edge-1", FakeClock.START.plus(Duration.ofSeconds(5)), counting("a", "3"), counting("b", "2")));
        show(target);

        assertThat(names(request().header("Cache-Control", "no-cache").get(INTERFACES + "?sort=-inOctets")))
                .containsExactly("a", "b");
    }
}
