package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.coreserver.agent.AgentServer;
import net.coreserver.agent.InterfaceSource;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Prometheus makes of the packaged service, which monitors this host and a target that nobody can reach. */
@RequiresPrometheus
@Timeout(180)
final class PrometheusIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    @AutoClose
    private static AgentServer agent;

    @AutoClose
    private static RunningService service;

    @AutoClose
    private static Prometheus prometheus;

    @BeforeAll
    static void start() throws IOException {
        agent = AgentServer.start(InterfaceSource.ofThisHost());
        Map<String, String> environment = new HashMap<>();
        environment.putAll(settings(agent.endpoint("edge-1")).environment());
        environment.putAll(settings(agent.endpoint("edge-2"))
                .with("PORT", Integer.toString(portOfNobody()))
                .environment());
        environment.put("CORESERVER_METRICS_TARGET_LABELS", "site-code");
        Logs logs = Logs.of(PrometheusIT.class);
        service = RunningService.start(logs, directory, environment);
        service.awaitState("edge-1", "up");
        service.awaitFailure("edge-2", "transport");
        prometheus = new Prometheus(directory, logs.file("prometheus"), configuration());
    }

    private static TargetSettings settings(Endpoint endpoint) throws IOException {
        Credentials credentials = endpoint.credentials();
        if (credentials.password() == null
                || !(endpoint.hostKeyPolicy() instanceof HostKeyPolicy.Pinned(String fingerprint))) {
            throw new IllegalStateException("the agent has a password and a host key");
        }
        return new TargetSettings(
                endpoint.target(),
                Map.of(
                        "HOST", endpoint.host(),
                        "PORT", Integer.toString(endpoint.port()),
                        "USERNAME", credentials.username(),
                        "PASSWORD", credentials.password().reveal(),
                        "HOST_KEY", fingerprint,
                        "POLL_INTERVAL", "1s",
                        "LABELS_SITE_CODE", "berlin"));
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** As the README has it, but for the interval and where the service is. */
    private static String configuration() {
        return """
            global: {scrape_interval: 1s}
            scrape_configs:
              - job_name: coreserver
                static_configs: [{targets: ["%1$s"]}]
              - job_name: if-mib
                metrics_path: /probe
                params: {module: [if_mib]}
                static_configs: [{targets: [edge-1, edge-2]}]
                relabel_configs:
                  - {source_labels: [__address__], target_label: __param_target}
                  - {source_labels: [__param_target], target_label: instance}
                  - {target_label: __address__, replacement: "%1$s"}
            """.formatted(service.uri("").getAuthority());
    }

    private static void await(String query, ThrowingConsumer<JsonNode> expectation) {
        Awaitility.await(query)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.query(query))
                        .as(query)
                        .isNotEmpty()
                        .allSatisfy(expectation));
    }

    private static double value(JsonNode sample) {
        return Double.parseDouble(sample.at("/value/1").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/probe?target=edge-1", "/probe?target=edge-2"})
    void theLinterHasNothingToSay(String path) throws Exception {
        String metrics = service.request().get(path).asString();

        assertThat(metrics).contains("netconf_target_up");
        assertThat(Prometheus.complaintsAbout(directory, metrics)).isEmpty();
    }

    /** Others have chosen those names long before there was a convention. */
    @Test
    void theLinterDislikesNothingAboutTheIfMibButItsNames() throws Exception {
        String complaints = Prometheus.complaintsAbout(
                directory,
                service.request().get("/probe?target=edge-1&module=if_mib").asString());

        assertThat(complaints.lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("camelCase") || line.contains("\"_total\" suffix"));
    }

    @Test
    void everyScrapeIsUnderstood() {
        await("up", sample -> assertThat(value(sample)).isEqualTo(1));
        await("count(up)", sample -> assertThat(value(sample)).isEqualTo(3));
        await(
                "scrape_samples_scraped{job=\"coreserver\"}",
                sample -> assertThat(value(sample)).isGreaterThan(100));
    }

    @Test
    void targetsAreThereAsTheyAre() {
        await(
                "netconf_target_up{target=\"edge-1\",site_code=\"berlin\"}",
                sample -> assertThat(value(sample)).isEqualTo(1));
        await(
                "netconf_target_up{target=\"edge-2\",site_code=\"berlin\"}",
                sample -> assertThat(value(sample)).isZero());
        await(
                "netconf_target_failures_total{target=\"edge-2\",kind=\"transport\"}",
                sample -> assertThat(value(sample)).isPositive());
        await(
                "netconf_target_poll_duration_seconds{target=\"edge-1\"}",
                sample -> assertThat(value(sample)).isPositive());
    }

    @Test
    void countersHaveRates() {
        // The agent itself is asked through it.
        await(
                "rate(netconf_interface_in_octets_total{target=\"edge-1\",site_code=\"berlin\",interface=\"lo\"}[10s])",
                sample -> assertThat(value(sample)).isPositive());
    }

    @Test
    void rulesMadeForSnmpWork() {
        await(
                "rate(ifHCInOctets{instance=\"edge-1\",ifName=\"lo\",ifDescr=\"lo\"}[10s])",
                sample -> assertThat(value(sample)).isPositive());
        await(
                "probe_success{instance=\"edge-1\"}",
                sample -> assertThat(value(sample)).isEqualTo(1));
        await(
                "probe_success{instance=\"edge-2\"}",
                sample -> assertThat(value(sample)).isZero());
    }

    @Test
    void aTargetThatCannotBeReachedHasNoInterfaces() throws Exception {
        await(
                "netconf_target_up{target=\"edge-2\"}",
                sample -> assertThat(value(sample)).isZero());

        assertThat(prometheus.query("{__name__=~\"netconf_interface_.*\",target=\"edge-2\"}"))
                .isEmpty();
        assertThat(Arrays.asList(service.log().split("\n", -1)))
                .as("nothing goes wrong with a scrape")
                .noneMatch(line -> line.contains("ERROR"));
    }
}
