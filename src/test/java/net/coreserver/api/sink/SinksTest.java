package net.coreserver.api.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.TestSinks;
import net.coreserver.api.testing.Walk;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class SinksTest extends ApiTest {

    private static final String SINKS = "/api/v1/sinks";
    private static final String DEAD_LETTERS = SINKS + "/picky/dead-letters";

    @Inject
    TestSinks sinks;

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            sinks.log()
                    .record(Occurrence.ofTarget(
                                    FakeClock.START,
                                    "edge-1",
                                    EventKind.LINK_DOWN,
                                    "down",
                                    EventData.of(Map.of("number", i)))
                            .entry());
        }
    }

    private static List<Map<String, Object>> letters(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("");
    }

    @Test
    void allAreListedWithHowItGoes() {
        JsonPath all = get(SINKS).then().statusCode(200).extract().jsonPath();

        assertThat(all.getList("name")).isEqualTo(List.of("lines", "off", "picky"));
        assertThat(all.getList("type")).isEqualTo(List.of("json-lines", "webhook", "webhook"));
        assertThat(all.getString("[0].where")).isEqualTo(sinks.lines().toString());
        assertThat(all.getBoolean("[1].enabled")).isFalse();
        assertThat(all.getString("[1].state")).isEqualTo("disabled");
        assertThat(get(SINKS + "/off").jsonPath().getMap("")).isEqualTo(all.getMap("[1]"));
    }

    @Test
    void nothingSecretShows() {
        request().post(SINKS + "/picky/test");

        for (String url : List.of(SINKS, SINKS + "/picky", DEAD_LETTERS)) {
            assertThat(get(url).asString())
                    .doesNotContain("test-signing-secret")
                    .doesNotContain("test-bearer-token");
        }
    }

    @Test
    void aSinkCountsWhatItTook() {
        long before = get(SINKS + "/lines").jsonPath().getLong("delivered");
        happen(3);

        await().until(() -> get(SINKS + "/lines").jsonPath().getLong("delivered") == before + 3);
        JsonPath lines = get(SINKS + "/lines").jsonPath();
        assertThat(lines.getString("lastSuccess")).isNotNull();
        assertThat(lines.getMap("failure")).isNull();
        await().until(() -> get(SINKS + "/lines").jsonPath().getLong("backlog") == 0);
    }

    @Test
    void aTestThatWorksSaysHowLongItTook() throws Exception {
        JsonPath report = request()
                .post(SINKS + "/lines/test")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();

        assertThat(report.getBoolean("delivered")).isTrue();
        assertThat(report.getDouble("durationSeconds")).isPositive();
        assertThat(report.getMap("failure")).isNull();
        assertThat(Files.readString(sinks.lines())).contains("\"kind\":\"test\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picky", "off"})
    void aTestThatFailsIsAnAnswerToo(String sink) {
        JsonPath report = request()
                .contentType("application/json")
                .body("{}")
                .post(SINKS + '/' + sink + "/test")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(report.getBoolean("delivered")).isFalse();
        assertThat(report.getString("failure.message")).contains("422");
        assertThat(report.getMap("failure")).containsOnlyKeys("message");
    }

    @Test
    void whatWasRefusedIsKeptAndComesInPages() {
        int before = letters(get(DEAD_LETTERS + "?limit=100")).size();
        happen(5);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> letters(get(DEAD_LETTERS + "?limit=100")).size() == before + 5);

        List<Integer> ids = get(DEAD_LETTERS + "?limit=100").jsonPath().getList("id");
        List<Integer> walked = new ArrayList<>();
        for (Optional<String> url = Optional.of(DEAD_LETTERS + "?limit=2"); url.isPresent(); ) {
            Response page = get(url.get());
            walked.addAll(page.jsonPath().getList("id"));
            url = Walk.next(page);
        }
        assertThat(walked).isEqualTo(ids).hasSize(before + 5).isSortedAccordingTo((a, b) -> b - a);
        JsonPath newest = get(DEAD_LETTERS + "?limit=1").jsonPath();
        assertThat(newest.getString("[0].reason")).contains("422");
        assertThat(newest.getInt("[0].attempts")).isPositive();
        assertThat(newest.getMap("[0].event"))
                .containsEntry("id", ids.getFirst())
                .containsEntry("kind", "link-down");
        assertThat(newest.getInt("[0].event.data.number")).isEqualTo(4);
        assertThat(letters(get(SINKS + "/lines/dead-letters"))).isEmpty();
    }

    @Test
    void aDeadLetterIsSentAgainAndIsNoneOnceItIsTaken() {
        int before = letters(get(DEAD_LETTERS + "?limit=100")).size();
        happen(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> letters(get(DEAD_LETTERS + "?limit=100")).size() == before + 1);
        String again = DEAD_LETTERS + '/' + get(DEAD_LETTERS).jsonPath().getLong("[0].id") + "/redeliver";

        JsonPath refused =
                request().post(again).then().statusCode(200).extract().jsonPath();
        assertThat(refused.getBoolean("delivered")).isFalse();
        assertThat(refused.getString("failure.message")).contains("422");
        assertThat(letters(get(DEAD_LETTERS + "?limit=100"))).hasSize(before + 1);

        sinks.takingEverything(() -> assertThat(request()
                        .post(again)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getBoolean("delivered"))
                .isTrue());
        assertThat(letters(get(DEAD_LETTERS + "?limit=100"))).hasSize(before);
        assertThat(request()
                        .post(again)
                        .then()
                        .statusCode(404)
                        .extract()
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("/problems/unknown-event");
        request().post(DEAD_LETTERS + "/x/redeliver").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/dead-letters"})
    void anUnknownSinkIsAProblem(String below) {
        JsonPath problem = get(SINKS + "/pager" + below)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/unknown-sink");
        assertThat(problem.getString("detail")).isEqualTo("No sink \"pager\" is configured.");
        request().post(SINKS + "/pager/test").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=101, limit", "after=x, after", "after=5, after", "nonsense=1, nonsense"})
    void whatMakesNoSenseIsRefused(String query, String parameter) {
        assertThat(get(DEAD_LETTERS + '?' + query)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("parameter"))
                .isEqualTo(parameter);
        get(SINKS + "?name=x").then().statusCode(400);
    }

    @Test
    void aTestWithAFormOfAnotherPageIsRefused() {
        request()
                .contentType("application/x-www-form-urlencoded")
                .body("a=b")
                .post(SINKS + "/lines/test")
                .then()
                .statusCode(415);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String tag = get(SINKS + "/off").header("ETag");

        assertThat(request().header("If-None-Match", tag).get(SINKS + "/off").statusCode())
                .isEqualTo(304);
        assertThat(request().head(SINKS + "/off").header("ETag")).isEqualTo(tag);
    }
}
