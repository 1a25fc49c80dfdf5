package net.coreserver.api.interfaces;

import static net.coreserver.api.testing.Walk.next;
import static net.coreserver.api.testing.Walk.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class PagingTest extends ApiTest {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";

    private static InterfaceSample[] samples(int count) {
        return IntStream.range(0, count).mapToObj(i -> Samples.bare("eth" + i)).toArray(InterfaceSample[]::new);
    }

    @Test
    void theLinksLeadThroughAllPages() {
        show(FakeTarget.up("edge-1", samples(7)));

        assertThat(pages(INTERFACES + "?limit=3"))
                .containsExactly(List.of("eth0", "eth1", "eth2"), List.of("eth3", "eth4", "eth5"), List.of("eth6"));
    }

    @Test
    void aPageThatIsTheLastHasNoLink() {
        show(FakeTarget.up("edge-1", samples(3)));

        assertThat(get(INTERFACES + "?limit=3").header("Link")).isNull();
        assertThat(get(INTERFACES).header("Link")).isNull();
    }

    @Test
    void aLinkKeepsTheRestOfTheQuery() {
        show(FakeTarget.up("edge-1", samples(7)));

        String next =
                next(get(INTERFACES + "?name=eth%3F&limit=2&counters=string")).orElseThrow();

        assertThat(next).startsWith(INTERFACES + "?name=eth%3F&limit=2&counters=string&after=");
        assertThat(pages(INTERFACES + "?name=*5,*6,*0&limit=2"))
                .containsExactly(List.of("eth0", "eth5"), List.of("eth6"));
    }

    @Test
    void pagesGoOnFromTargetToTarget() {
        show(
                FakeTarget.up("edge-10", Samples.bare("b")),
                FakeTarget.up("edge-2", Samples.bare("a"), Samples.bare("c")),
                FakeTarget.up("core-1", Samples.bare("d")),
                new FakeTarget("edge-3"));

        assertThat(pages("/api/v1/interfaces?limit=1"))
                .containsExactly(List.of("d"), List.of("a"), List.of("c"), List.of("b"));
        assertThat(pages("/api/v1/interfaces?limit=3")).containsExactly(List.of("d", "a", "c"), List.of("b"));
    }

    @Test
    void aPageSurvivesChangesUnderIt() {
        show(FakeTarget.up("edge-1", samples(6)), FakeTarget.up("edge-2", Samples.bare("z")));
        String next = next(get("/api/v1/interfaces?limit=3")).orElseThrow();

        // The element that the page ended with goes, and others come before it.
        show(
                FakeTarget.up("core-1", Samples.bare("new")),
                FakeTarget.up("edge-1", Samples.bare("eth00"), Samples.bare("eth3"), Samples.bare("eth5")),
                FakeTarget.up("edge-2", Samples.bare("z")));

        assertThat(names(get(next))).containsExactly("eth3", "eth5", "z");
    }

    @Test
    void aPageSurvivesThatItsTargetGoes() {
        show(FakeTarget.up("edge-1", samples(3)), FakeTarget.up("edge-2", Samples.bare("z")));
        String next = next(get("/api/v1/interfaces?limit=2")).orElseThrow();

        show(FakeTarget.up("edge-2", Samples.bare("z")));

        assertThat(names(get(next))).containsExactly("z");
    }

    @Test
    void noneOfTwoInterfacesOfOneNameIsLost() {
        show(FakeTarget.up(
                "edge-1",
                Samples.bare("a"),
                Samples.bare("b"),
                Samples.bare("b"),
                Samples.bare("b"),
                Samples.bare("c")));

        assertThat(pages(INTERFACES + "?limit=2")).containsExactly(List.of("a", "b"), List.of("b", "b"), List.of("c"));
    }

    @Test
    void targetsArePagedInNaturalOrder() {
        show(new FakeTarget("edge-10"), new FakeTarget("edge-9"), new FakeTarget("core-1"));

        assertThat(pages("/api/v1/targets?limit=2")).containsExactly(List.of("core-1", "edge-9"), List.of("edge-10"));
    }

    @Test
    void aThousandElementsAreAPageUnlessSaidOtherwise() {
        show(FakeTarget.up("edge-1", samples(1001)));

        Response first = get(INTERFACES);

        assertThat(names(first)).hasSize(1000);
        assertThat(names(get(next(first).orElseThrow()))).containsExactly("eth1000");
        assertThat(names(get(INTERFACES + "?limit=1001"))).hasSize(1001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "99999999999", "1.5", "x", ""})
    void aLimitOutOfBoundsIsRefusedWithTheBounds(String limit) {
        show(FakeTarget.up("edge-1", samples(1)));

        var problem = get(INTERFACES + "?limit=" + limit)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo("limit");
        assertThat(problem.getString("detail")).contains("1 to 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "AAAA", "ZWRnZS0xAGV0aDA", "_-_-"})
    void aCursorThatNoPageGaveOutIsRefused(String cursor) {
        show(FakeTarget.up("edge-1", samples(1)));

        assertThat(get(INTERFACES + "?after=" + cursor)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("parameter"))
                .isEqualTo("after");
    }

    @Test
    void aCursorThatSaysNoNumberIsRefused() {
        show(FakeTarget.up("edge-1", samples(1)));
        String cursor = Base64.getUrlEncoder().encodeToString("edge-1\0eth0\0many".getBytes(StandardCharsets.UTF_8));

        assertThat(get(INTERFACES + "?after=" + cursor.replace("=", "")).statusCode())
                .isEqualTo(400);
    }
}
