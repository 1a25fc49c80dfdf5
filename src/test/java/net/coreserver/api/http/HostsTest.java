package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class HostsTest extends ApiTest {

    private static RawHttp.Answer ask(String path, String host) throws IOException {
        return raw().send("GET " + path + " HTTP/1.1", "Host: " + host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost",
                "localhost.",
                "grafana.localhost",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.9.9.9",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "monitoring.example",
                "MONITORING.example:443",
                "192.0.2.7",
            })
    void theLoopbackAndTheConfiguredHostsAreAnswered(String host) throws IOException {
        assertThat(ask("/api/v1/about", host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example",
                "localhost.attacker.example",
                "notlocalhost",
                "127.0.0.1.attacker.example",
                "sub.monitoring.example",
                "192.0.2.8",
                "10.0.0.1:8080",
                "128.0.0.1",
                "0.0.0.0",
                "[::2]",
                "[2001:db8::1]:80",
            })
    void anyOtherHostIsMisdirected(String host) throws IOException {
        RawHttp.Answer answer = ask("/api/v1/about", host);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.field("Content-Type")).hasValue(PROBLEM);
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/misdirected-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/openapi", "/q/swagger-ui/", "/q/health", "/nonsense", "/api/v1/targets/x"})
    void nothingAtAllIsAnsweredToAnotherHost(String path) throws IOException {
        assertThat(ask(path, "attacker.example").status()).isEqualTo(421);
    }

    @Test
    void aHostInTheTargetCountsToo() throws IOException {
        assertThat(raw().send("GET http://attacker.example/api/v1/about HTTP/1.1", "Host: localhost")
                        .status())
                .isEqualTo(421);
        assertThat(raw().send("GET http://localhost/api/v1/about HTTP/1.1", "Host: localhost")
                        .status())
                .isEqualTo(200);
    }
}
