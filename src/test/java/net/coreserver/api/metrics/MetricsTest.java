package net.coreserver.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.metrics.ExpositionFormat;
import net.coreserver.metrics.ExpositionText;
import net.coreserver.monitor.TargetState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class MetricsTest extends ApiTest {

    private static final String OF_PROMETHEUS = "application/openmetrics-text;version=1.0.0,"
            + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    private static ExpositionText read(Response response) {
        String type = response.then().statusCode(200).extract().contentType();
        ExpositionFormat format =
                type.startsWith("text/plain") ? ExpositionFormat.CLASSIC : ExpositionFormat.OPEN_METRICS;
        assertThat(type).isEqualTo(format.contentType());
        return ExpositionText.read(format, response.asString());
    }

    private static InterfaceSample[] interfaces(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Samples.full("eth" + number))
                .toArray(InterfaceSample[]::new);
    }

    @Test
    void aScraperThatSaysNothingGetsTheClassicFormat() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")));

        Response response = get("/metrics");

        assertThat(read(response).values())
                .containsEntry("netconf_target_up{target=\"edge-1\"}", "1")
                .containsEntry(
                        "netconf_interface_in_octets_total{target=\"edge-1\",interface=\"eth0\"}",
                        Samples.LARGEST.toString());
        assertThat(response.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Vary")).contains("Accept").contains("Accept-Encoding");
    }

    @Test
    void prometheusGetsOpenMetrics() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")));

        Response response = request().accept(OF_PROMETHEUS).get("/metrics");

        assertThat(response.contentType()).isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.asString()).endsWith("\n# EOF\n");
        assertThat(read(response).values()).containsEntry("netconf_target_up{target=\"edge-1\"}", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,*/*;q=0.8|text/plain",
                "*/*|text/plain",
                "text/plain;version=0.0.4|text/plain",
                "application/openmetrics-text|application/openmetrics-text",
                "application/openmetrics-text;q=0.4,text/plain;q=0.5|text/plain"
            })
    void theFormatIsTheOneThatIsWanted(String accept, String type) {
        assertThat(request().accept(accept).get("/metrics").contentType()).startsWith(type + ";");
    }

    @Test
    void whatIsNeitherIsNotAcceptable() {
        request()
                .accept("application/json")
                .get("/metrics")
                .then()
                .statusCode(406)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_000})
    void itComesCompressedForWhoTakesThat(int count) {
        show(FakeTarget.up("edge-1", interfaces(count)));

        Response response = request().header("Accept-Encoding", "gzip").get("/metrics");

        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(read(response).values().keySet())
                .filteredOn(series -> series.startsWith("netconf_interface_in_octets_total"))
                .hasSize(count);
    }

    @Test
    void itIsWholeHoweverLongItIs() {
        show(FakeTarget.up("edge-1", interfaces(5_000)), FakeTarget.up("edge-2", interfaces(5_000)));

        assertThat(read(get("/metrics")).values().keySet())
                .filteredOn(series -> series.startsWith("netconf_interface_"))
                .hasSize(2 * 5_000 * 20);
    }

    @Test
    void headersCanBeAskedForAlone() {
        request().head("/metrics").then().statusCode(200).contentType("text/plain; version=0.0.4; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics?target=edge-1", "/probe?target=edge-1&interface=eth0"})
    void whatNobodyKnowsIsRefused(String url) {
        show(FakeTarget.up("edge-1"));

        get(url).then().statusCode(400).contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/probe",
                "/probe?target=",
                "/probe?module=if_mib",
                "/probe?target=edge-1&module=snmp",
                "/probe?target=edge-1&target=edge-2"
            })
    void aProbeThatMakesNoSenseIsRefused(String url) {
        show(FakeTarget.up("edge-1"), FakeTarget.up("edge-2"));

        get(url).then().statusCode(400).contentType(PROBLEM);
    }

    @Test
    void aProbeOfNobodyIsRefused() {
        get("/probe?target=edge-9").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void aProbeIsOfOneTarget() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")), FakeTarget.up("edge-2", Samples.full("eth1")));

        Map<String, String> values = read(get("/probe?target=edge-2")).values();

        assertThat(values)
                .containsEntry("probe_success", "1")
                .containsEntry("netconf_interface_out_errors_total{interface=\"eth1\"}", "12");
        assertThat(values.keySet()).noneMatch(series -> series.contains("eth0") || series.contains("edge"));
    }

    @Test
    void aProbeSpeaksAsTheIfMib() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")));

        assertThat(read(get("/probe?target=edge-1&module=if_mib")).values())
                .containsEntry(
                        "ifHCOutOctets{ifAlias=\"uplink \\\"west\\\"\",ifDescr=\"eth0\",ifIndex=\"3\",ifName=\"eth0\"}",
                        "7");
    }

    @Test
    void aProbeOfADeadTargetIsAnAnswer() {
        FakeTarget dead = FakeTarget.up("edge-1", Samples.full("eth0"));
        dead.becomes(TargetState.DOWN, FakeClock.START, null, null);
        show(dead);

        assertThat(read(get("/probe?target=edge-1&module=if_mib")).values()).isEqualTo(Map.of("probe_success", "0"));
        assertThat(dead.polls()).isZero();
    }

    @Test
    void otherHostsGetNothing() throws IOException {
        assertThat(raw().send("GET /metrics HTTP/1.1", "Host: attacker.example").status())
                .isEqualTo(421);
    }

    @Test
    void nothingCanBeChangedThere() {
        request().post("/metrics").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/openmetrics-text"})
    void theServiceTellsOfItself(String type) {
        Map<String, String> values =
                read(request().accept(type).get("/metrics")).values();

        assertThat(values)
                .containsEntry("coreserver_targets", "0.0")
                .containsKeys(
                        "coreserver_sessions_open",
                        "coreserver_events_total",
                        "coreserver_history_samples_waiting",
                        "coreserver_history_samples_dropped_total",
                        "process_cpu_seconds_total",
                        "process_uptime_seconds",
                        "jvm_threads_live_threads");
        assertThat(values.keySet())
                .anyMatch(series -> series.startsWith("coreserver_sink_backlog{sink="))
                .anyMatch(series -> series.startsWith("jvm_memory_used_bytes{area=\"heap\""));
    }

    @Test
    void aRequestIsTimedByItsTemplate() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")));
        String count = "http_server_requests_seconds_count";
        get("/api/v1/targets/edge-1/interfaces/eth0").then().statusCode(200);
        get("/api/v1/targets/edge-9/interfaces/eth%2F0").then().statusCode(404);
        get("/nowhere/at-all").then().statusCode(404);
        get("/metrics?nothing=known").then().statusCode(400);

        // A request is timed when its client has got the answer, so maybe a moment later.
        await().untilAsserted(() -> assertThat(read(get("/metrics")).values())
                .containsKeys(
                        count
                                + "{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/api/v1/targets/{target}/interfaces/{name}\"}",
                        count
                                + "{method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"/api/v1/targets/{target}/interfaces/{name}\"}",
                        count + "{method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"other\"}",
                        count + "{method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"400\",uri=\"/metrics\"}"));
    }

    @Test
    void pathsAndMethodsThatClientsMakeUpMakeNoSeries() throws IOException {
        for (int i = 0; i < 50; i++) {
            get("/made-up-" + i).then().statusCode(404);
            raw().send("MADEUP" + i + " /metrics HTTP/1.1", "Host: localhost");
        }

        assertThat(read(get("/metrics")).values().keySet())
                .noneMatch(series -> series.contains("made-up") || series.contains("MADEUP"));
    }

    @Test
    void thereIsOneEndpointAndNoOther() {
        get("/q/metrics").then().statusCode(404);
    }
}
