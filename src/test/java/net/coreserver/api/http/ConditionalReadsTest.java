package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class ConditionalReadsTest extends ApiTest {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";

    private FakeTarget target = new FakeTarget("edge-1");

    @BeforeEach
    void showATarget() {
        target = FakeTarget.up("edge-1", Samples.full("eth0"), Samples.counting("eth1", 1));
        show(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INTERFACES,
                INTERFACES + "?counters=string",
                INTERFACES + "?name=eth1",
                INTERFACES + "/eth0",
                INTERFACES + "/eth0/statistics",
                "/api/v1/interfaces",
                "/api/v1/interfaces?limit=1",
            })
    void aReadOfASnapshotTellsHowOldItIs(String url) {
        clock.advance(Duration.ofMillis(4900));

        Response response = get(url);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(response.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 08:00:00 GMT");
        assertThat(response.header("Age")).isEqualTo("4");
        assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(response.header("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INTERFACES,
                INTERFACES + "?name=eth1",
                INTERFACES + "/eth0",
                INTERFACES + "/eth0/statistics",
                "/api/v1/interfaces",
                "/api/v1/interfaces?limit=1",
                "/api/v1/targets",
                "/api/v1/targets/edge-1",
            })
    void whatTheClientHasIsNotSentAgain(String url) {
        Response first = get(url);

        Response again = request().header("If-None-Match", first.header("ETag")).get(url);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        for (String name : new String[] {"ETag", "Cache-Control", "Vary", "Last-Modified", "Age", "Link"}) {
            assertThat(again.header(name)).as(name).isEqualTo(first.header(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/%s", "\"other\", %s", "\"other\",W/\"x\" , %s", " %s ", "\"a,b\",%s"})
    void tagsAreComparedWeaklyAndInLists(String fields) {
        String tag = get(INTERFACES).header("ETag");

        assertThat(request()
                        .header("If-None-Match", fields.replace("%s", tag))
                        .get(INTERFACES)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "nonsense", "\"unfinished", "w/%s", ""})
    void anotherTagGetsAllOfIt(String fields) {
        String tag = get(INTERFACES).header("ETag");

        assertThat(request()
                        .header("If-None-Match", fields.replace("%s", tag))
                        .get(INTERFACES)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void severalFieldsOfTagsCountAsOne() throws IOException {
        String tag = get(INTERFACES).header("ETag");

        assertThat(raw().send(
                                "GET " + INTERFACES + " HTTP/1.1",
                                "Host: localhost",
                                "If-None-Match: \"other\"",
                                "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 20 Nov 2026 08:00:00 GMT",
                "Fri, 20 Nov 2026 08:00:01 GMT",
                "Friday, 20-Nov-26 08:00:00 GMT",
                "Fri Nov 20 08:00:00 2026",
            })
    void whatDidNotChangeSinceIsNotSentAgain(String since) {
        assertThat(request().header("If-Modified-Since", since).get(INTERFACES).statusCode())
                .isEqualTo(304);
        assertThat(request()
                        .header("If-Modified-Since", since)
                        .get(INTERFACES + "/eth0")
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 20 Nov 2026 07:59:59 GMT", "yesterday", "2026-11-20T08:00:00Z"})
    void whatChangedSinceIsSent(String since) {
        assertThat(request().header("If-Modified-Since", since).get(INTERFACES).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDateDoesNotCountBesideATag() {
        assertThat(request()
                        .header("If-None-Match", "\"other\"")
                        .header("If-Modified-Since", "Fri, 20 Nov 2026 08:00:00 GMT")
                        .get(INTERFACES)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTagIsAnotherWhenTheOctetsAre() {
        String first = get(INTERFACES).header("ETag");

        target.isUp(FakeTarget.snapshot("edge-1", FakeClock.START, Samples.full("eth0"), Samples.counting("eth1", 2)));

        assertThat(get(INTERFACES).header("ETag")).isNotEqualTo(first);
    }

    @Test
    void theTagIsAnotherForEveryWayToLookAtASnapshot() {
        assertThat(new String[] {
                    get(INTERFACES).header("ETag"),
                    get(INTERFACES + "?counters=string").header("ETag"),
                    get(INTERFACES + "?name=eth0").header("ETag"),
                    get(INTERFACES + "?name=eth1").header("ETag"),
                    get(INTERFACES + "/eth0").header("ETag"),
                    get(INTERFACES + "/eth0/statistics").header("ETag"),
                    get(INTERFACES + "/eth0?counters=string").header("ETag"),
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameOctetsHaveTheSameTagHoweverTheyWereAskedFor() {
        assertThat(get("/api/v1/interfaces").header("ETag"))
                .isEqualTo(get(INTERFACES).header("ETag"))
                .isEqualTo(get(INTERFACES + "?name=*").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INTERFACES,
                INTERFACES + "/eth0",
                "/api/v1/interfaces?limit=1",
                "/api/v1/targets",
            })
    void aHeadHasTheHeaderOfTheGet(String url) {
        Response get = get(url);

        Response head = request().head(url);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        for (String name : new String[] {"ETag", "Last-Modified", "Link", "Content-Length", "Content-Type", "Vary"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        assertThat(request()
                        .header("If-None-Match", get.header("ETag"))
                        .head(url)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void theOldestSnapshotSaysTheAgeOfAllAndTheNewestWhenTheyChanged() {
        FakeTarget newer = new FakeTarget("edge-2");
        newer.isUp(FakeTarget.snapshot("edge-2", FakeClock.START.plusSeconds(3), Samples.bare("eth0")));
        show(target, newer);
        clock.advance(Duration.ofSeconds(5));

        Response response = get("/api/v1/interfaces");

        assertThat(response.header("Age")).isEqualTo("5");
        assertThat(response.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 08:00:03 GMT");
    }

    @Test
    void aClockThatWasSetBackMakesNoNegativeAge() {
        target.isUp(FakeTarget.snapshot("edge-1", FakeClock.START.plusSeconds(60), Samples.bare("eth0")));

        assertThat(get(INTERFACES).header("Age")).isEqualTo("0");
    }
}
