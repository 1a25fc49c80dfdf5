package net.coreserver.api.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.RawHttp;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class InterfaceNamesTest extends ApiTest {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "GigabitEthernet0/0/1 -> GigabitEthernet0%2F0%2F1",
                "GigabitEthernet0/0/1 -> GigabitEthernet0%2f0%2f1",
                "ae0.100 -> ae0.100",
                "ae0.100 -> ae0%2E100",
                "1:2:3 -> 1:2:3",
                "1:2:3 -> 1%3A2%3A3",
                "x y -> x%20y",
                "ä -> %C3%A4",
                "光 -> %E5%85%89",
                "a+b -> a+b",
                "a+b -> a%2Bb",
                "100% -> 100%25",
                "%2F -> %252F",
                "a;b=c -> a;b=c",
                "a;b=c -> a%3Bb=c",
                "a/../b -> a%2F..%2Fb",
                "a/../b -> a%2F%2E%2E%2Fb",
                ". -> %2E",
                ".. -> %2E%2E",
                ".. -> .%2e",
                ".. -> %2e.",
                "... -> ...",
                "// -> %2F%2F",
                "a\\b -> a%5Cb",
                "a?b#c -> a%3Fb%23c",
                "[1]{2}|3 -> %5B1%5D%7B2%7D%7C3",
                "[1]{2}|3 -> [1]{2}|3",
                "statistics -> statistics",
                "eth0,eth1 -> eth0,eth1",
            })
    void aNameOfAnyCharactersIsFound(String name, String segment) throws IOException {
        show(FakeTarget.up("edge-1", Samples.counting(name, 5), Samples.bare("another")));

        RawHttp.Answer whole = raw().get(INTERFACES + "/" + segment);
        RawHttp.Answer statistics = raw().get(INTERFACES + "/" + segment + "/statistics");

        assertThat(whole.status()).isEqualTo(200);
        assertThat(JsonPath.from(whole.body()).getString("name")).isEqualTo(name);
        assertThat(statistics.status()).isEqualTo(200);
        assertThat(statistics.body()).isEqualTo("{\"inOctets\":5}");
    }

    @Test
    void dotSegmentsThatNobodyEscapedAreRemovedAsAlways() throws IOException {
        show(FakeTarget.up("edge-1", Samples.bare("..")));

        RawHttp.Answer parent = raw().get(INTERFACES + "/..");

        assertThat(JsonPath.from(parent.body()).getString("status.state")).isEqualTo("up");
    }

    @Test
    void aNameThatIsNotThereIsNamedInTheProblemAsItIs() throws IOException {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        RawHttp.Answer answer = raw().get(INTERFACES + "/a%2F..%2Fb;c");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(JsonPath.from(answer.body()).getString("interface")).isEqualTo("a/../b;c");
        assertThat(JsonPath.from(answer.body()).getString("instance")).isEqualTo(INTERFACES + "/a%2F..%2Fb%3Bc");
    }

    @Test
    void anEscapedDotSegmentThatIsNotThereIsNamedAsItIs() throws IOException {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        RawHttp.Answer answer = raw().get(INTERFACES + "/%2E%2E");

        assertThat(JsonPath.from(answer.body()).getString("interface")).isEqualTo("..");
        assertThat(JsonPath.from(answer.body()).getString("instance")).isEqualTo(INTERFACES + "/%2E%2E");
    }

    @Test
    void aTargetOfDotsIsNamedAsItIs() throws IOException {
        assertThat(JsonPath.from(raw().get("/api/v1/targets/%2E%2E/interfaces").body())
                        .getString("target"))
                .isEqualTo("..");
    }

    @Test
    void aQuerySurvivesTheEscapingOfThePath() throws IOException {
        show(FakeTarget.up("edge-1", Samples.counting("a;b", 5)));

        assertThat(raw().get(INTERFACES + "/a;b/statistics?counters=string").body())
                .isEqualTo("{\"inOctets\":\"5\"}");
    }

    @Test
    void namesAreComparedExactly() {
        show(FakeTarget.up("edge-1", Samples.bare("Eth0")));

        for (String other : List.of("eth0", "Eth0%20", "Eth0%0A", "Eth")) {
            assertThat(get(INTERFACES + "/" + other).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void ofManyInterfacesEachIsFound() {
        InterfaceSample[] samples = new InterfaceSample[50];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Samples.counting("eth" + i, i);
        }
        show(FakeTarget.up("edge-1", samples));

        for (int i = 0; i < samples.length; i++) {
            assertThat(get(INTERFACES + "/eth" + i + "/statistics").asString()).isEqualTo("{\"inOctets\":" + i + "}");
        }
    }
}
