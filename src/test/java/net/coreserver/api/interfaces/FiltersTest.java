package net.coreserver.api.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.coreserver.api.http.Query;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.RawHttp;
import net.coreserver.api.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class FiltersTest extends ApiTest {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";

    @BeforeEach
    void showInterfacesOfManyKinds() {
        FakeTarget berlin = new FakeTarget("edge-1", Map.of("site", "berlin", "role", "edge"));
        berlin.isUp(FakeTarget.snapshot(
                "edge-1",
                FakeClock.START,
                Samples.inState("eth0", "up", "up"),
                Samples.inState("eth1", "up", "down"),
                Samples.inState("eth2", "down", "lower-layer-down"),
                Samples.inState("odd", "odd", "odd"),
                Samples.ofType("lo", "ianaift:softwareLoopback"),
                Samples.ofType("warp,1", "acme:warp-tunnel"),
                Samples.ofVendor("xe0"),
                Samples.bare("a*b")));
        FakeTarget paris = new FakeTarget("edge-2", Map.of("site", "paris"));
        paris.isUp(FakeTarget.snapshot("edge-2", FakeClock.START, Samples.inState("eth0", "up", "down")));
        FakeTarget plain = FakeTarget.up("core-1", Samples.inState("ge0", "up", "up"));
        show(berlin, paris, plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "operStatus=up -> eth0",
                "operStatus=up,down -> eth0 eth1",
                "operStatus=up&operStatus=down -> eth0 eth1",
                "operStatus=up%2Cdown -> eth0 eth1",
                "operStatus=lower-layer-down -> eth2",
                "adminStatus=up -> eth0 eth1",
                "adminStatus=up&operStatus=down -> eth1",
                "type=softwareLoopback -> lo",
                "type=iana-if-type:softwareLoopback -> lo",
                "type=acme:warp-tunnel -> warp,1",
                "type=softwareLoopback,acme:warp-tunnel -> lo warp,1",
                "type=ethernetCsmacd -> xe0",
                "type=ianaift:ethernetCsmacd -> xe0",
                "type=ACME_ETHER -> xe0",
                "type=acme_ether -> ''",
                "name=eth* -> eth0 eth1 eth2",
                "name=eth%3F -> eth0 eth1 eth2",
                "name=*1 -> eth1 warp,1",
                "name=eth0,lo -> eth0 lo",
                "name=eth0&name=lo -> eth0 lo",
                "name=warp%5C,1 -> warp,1",
                "name=a%5C*b -> a*b",
                "name=ETH0 -> ''",
                "name=eth -> ''",
            })
    void interfacesAreFiltered(String query, String expected) {
        List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1));

        assertThat(names(get(INTERFACES + "?" + query))).containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "target=edge-1&operStatus=up,down -> edge-1/eth0 edge-1/eth1",
                "target=edge-2,core-1 -> core-1/ge0 edge-2/eth0",
                "label=site=paris -> edge-2/eth0",
                "label=site&operStatus=down -> edge-1/eth1 edge-2/eth0",
                "label=site=berlin,site=paris&operStatus=down -> edge-1/eth1 edge-2/eth0",
                "label=site=paris&label=role=edge -> ''",
                "label=site=berlin&label=role&operStatus=up -> edge-1/eth0",
                "label=nosuch -> ''",
                "operStatus=up -> core-1/ge0 edge-1/eth0",
            })
    void interfacesOfAllTargetsAreFiltered(String query, String expected) {
        Response response = get("/api/v1/interfaces?" + query);
        List<Map<String, String>> found =
                response.then().statusCode(200).extract().jsonPath().getList("$");

        assertThat(found.stream().map(one -> one.get("target") + "/" + one.get("name")))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    @Test
    void aWordThatIsNoStateIsRefusedWithThoseThatAre() {
        var problem = get(INTERFACES + "?operStatus=upp")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-parameter");
        assertThat(problem.getString("parameter")).isEqualTo("operStatus");
        assertThat(problem.getString("detail"))
                .contains("operStatus")
                .contains("upp")
                .contains("lower-layer-down");
        assertThat(problem.getList("allowed"))
                .containsExactly("up", "down", "testing", "unknown", "dormant", "not-present", "lower-layer-down");
    }

    @Test
    void anUnknownTargetInAFilterIsRefusedWithThoseThatThereAre() {
        var problem = get("/api/v1/interfaces?target=edge-1,edge-9")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("parameter")).isEqualTo("target");
        assertThat(problem.getList("allowed")).containsExactly("core-1", "edge-1", "edge-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adminStatus=unknown",
                "operStatus=",
                "operStatus=up,",
                "operStatus",
                "operStatus=UP",
                "name=",
                "counters=text",
                "extra=yes",
                "extra=",
                "extra",
                "extra=TRUE",
                "extra=true&extra=true",
                "counters=string&counters=string",
                "type=,x",
            })
    void aValueThatCannotBeIsRefusedByTheNameOfItsParameter(String query) {
        String parameter = query.replaceAll("=.*", "");

        var problem =
                get(INTERFACES + "?" + query).then().statusCode(400).extract().jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-parameter");
        assertThat(problem.getString("parameter")).isEqualTo(parameter);
    }

    @Test
    void aLabelWithoutAKeyIsRefused() throws IOException {
        RawHttp.Answer answer = raw().get("/api/v1/interfaces?label==berlin");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(JsonPath.from(answer.body()).getString("parameter")).isEqualTo("label");
    }

    @Test
    void moreValuesThanAnyoneNeedsAreRefused() {
        String many = "x,".repeat(Query.MAX_VALUES) + "x";

        var problem = get(INTERFACES + "?name=" + many)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("detail")).contains("at most 100 values");
    }

    @Test
    void aPatternLongerThanAnyNameIsRefused() {
        assertThat(get(INTERFACES + "?name=" + "x".repeat(Glob.MAX_LENGTH + 1))
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains("256");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/targets/edge-1/interfaces, operStatus adminStatus type name counters extra sort limit after",
        "/api/v1/interfaces, target label operStatus adminStatus type name counters extra sort limit after",
        "/api/v1/targets/edge-1/interfaces/eth0, counters extra",
        "/api/v1/targets/edge-1/interfaces/eth0/statistics, counters",
        "/api/v1/targets, limit after",
        "/api/v1/targets/edge-1, ''",
        "/api/v1/about, ''",
    })
    void anUnknownParameterIsRefusedWithThoseThatAreKnown(String path, String known) {
        var problem = get(path + "?opperStatus=up")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/unknown-parameter");
        assertThat(problem.getString("parameter")).isEqualTo("opperStatus");
        assertThat(problem.getList("allowed")).isEqualTo(known.isEmpty() ? List.of() : List.of(known.split(" ", -1)));
    }
}
