package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.coreserver.event.sink.SyslogTransport;
import net.coreserver.testing.TestCertificate;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to netconfd and its links, as it is told: in the log, on the stream, and to the sinks. */
@RequiresNetconfd
@Timeout(300)
final class EventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So many polls later, a second each, netconfd has told what it has to tell. */
    private static final int LATER = 4;

    private final Logs logs = Logs.of(EventsIT.class);

    @TempDir
    private Path directory;

    @AutoClose
    private NetconfdRig rig;

    @AutoClose
    private WebhookReceiver webhook;

    @AutoClose
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        rig = NetconfdRig.start(logs);
        rig.links().addCable("lan0", "lan1");
        webhook = new WebhookReceiver();
        service = startService("1s");
        awaitInterfaces();
    }

    private RunningService startService(String pollInterval) {
        return startService(pollInterval, Map.of());
    }

    private RunningService startService(String pollInterval, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(
                rig.target("lab").with("POLL_INTERVAL", pollInterval).environment());
        environment.put("CORESERVER_SINKS_HOOK_TYPE", "webhook");
        environment.put("CORESERVER_SINKS_HOOK_URL", webhook.url());
        environment.put("CORESERVER_SINKS_HOOK_SECRET", "test-secret");
        environment.put("CORESERVER_SINKS_LINES_TYPE", "json-lines");
        environment.put("CORESERVER_SINKS_LINES_FILE", lines().toString());
        environment.putAll(more);
        return RunningService.start(logs, directory, environment);
    }

    private Path lines() {
        return directory.resolve("events.jsonl");
    }

    private void awaitInterfaces() {
        service.awaitState("lab", "up");
        service.awaitFresh(
                "/api/v1/targets/lab/interfaces",
                interfaces -> assertThat(interfaces)
                        .extracting(each -> each.path("name").asText())
                        .contains("lan0", "lan1"));
    }

    /** The events of the log that fit, the oldest first, a word each: the kind and, where there is one, the interface. */
    private List<String> logged(String query) {
        return StreamSupport.stream(
                        service.read("/api/v1/events?limit=1000&" + query).spliterator(), false)
                .map(EventsIT::word)
                .toList()
                .reversed();
    }

    static String word(JsonNode event) {
        String name = event.path("interface").asText();
        return event.path("kind").asText() + (name.isEmpty() ? "" : " " + name);
    }

    private static void awaitAsserted(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
    }

    @Test
    @RequiresRsyslog
    void aLinkThatGoesDownAndUpIsToldOnceEachToEverybody(@TempDir Path place) throws Exception {
        service.terminate();
        try (Rsyslog rsyslog = new Rsyslog(
                place, logs.file("rsyslogd"), SyslogTransport.TCP, TestCertificate.of(place, "127.0.0.1"))) {
            service = startService(
                    "1s",
                    Map.of(
                            "CORESERVER_SINKS_SYSLOG_TYPE",
                            "syslog",
                            "CORESERVER_SINKS_SYSLOG_HOST",
                            "127.0.0.1",
                            "CORESERVER_SINKS_SYSLOG_PORT",
                            Integer.toString(rsyslog.port()),
                            "CORESERVER_SINKS_SYSLOG_TRANSPORT",
                            "tcp"));
            awaitInterfaces();
            toldToEverybody(rsyslog);
        }
    }

    private void toldToEverybody(Rsyslog rsyslog) throws IOException {
        try (EventLines stream = EventLines.of(service, "interface=lan1")) {
            rig.links().setDown("lan1");
            awaitAsserted(() -> assertThat(stream.words()).containsExactly("link-down lan1"));
            // Until netconfd has told of it as well, which takes it up to 1.6 seconds.
            service.awaitPolls("lab", LATER);
            rig.links().setUp("lan1");
            awaitAsserted(() -> assertThat(stream.words()).contains("link-up lan1"));
            service.awaitPolls("lab", LATER);

            List<String> expected = List.of("link-down lan1", "link-up lan1");
            assertThat(stream.words()).isEqualTo(expected);
            assertThat(logged("interface=lan1&kind=link-down,link-up,oper-status-changed,link-flapped"))
                    .isEqualTo(expected);
            awaitAsserted(() -> assertThat(webhook.words("lan1")).isEqualTo(expected));
            awaitAsserted(() -> assertThat(Files.readAllLines(lines()).stream()
                            .filter(line -> line.contains("\"interface\":\"lan1\""))
                            .toList())
                    .hasSize(2));
            assertThat(webhook.unsigned()).isZero();
            awaitAsserted(() -> assertThat(rsyslog.messages())
                    .filteredOn(message -> message.contains("interface=\"lan1\""))
                    .satisfiesExactly(
                            down -> assertThat(down).contains("|link-down|", "Interface lan1 went down"),
                            up -> assertThat(up).contains("|link-up|", "Interface lan1 came up")));
        }
    }

    @Test
    void whatNetconfdTellsIsConfirmedByAPollAtOnce() {
        service.terminate();
        service = startService("10m");
        awaitInterfaces();
        rig.links().setDown("lan1");
        awaitAsserted(() -> assertThat(logged("interface=lan1")).containsExactly("link-down lan1"));
        rig.links().setUp("lan1");
        awaitAsserted(() -> assertThat(logged("interface=lan1")).containsExactly("link-down lan1", "link-up lan1"));

        // The other one may have been found by a poll for what netconfd tells of the other end.
        JsonNode down =
                service.read("/api/v1/events?interface=lan1&kind=link-down").get(0);
        JsonNode told = down.path("data").path("notification");
        assertThat(told.path("name").asText()).as(down.toString()).isEqualTo("link-down");
        assertThat(told.path("body").path("if-name").asText()).isEqualTo("lan1");
        assertThat(down.path("eventTime").asText()).isNotEmpty();
    }

    @Test
    void anOutageIsToldWithItsEndAndWhatWasMissedIsReplayedOrSaidToBeMissing() {
        awaitAsserted(() -> assertThat(logged("kind=target-up")).hasSize(1));
        rig.links().setDown("lan1");
        awaitAsserted(() -> assertThat(logged("interface=lan1")).containsExactly("link-down lan1"));
        service.awaitPolls("lab", LATER);

        rig.netconfd().kill();
        awaitAsserted(() -> assertThat(logged("kind=target-down")).containsExactly("target-down"));
        rig.netconfd().ensureRunning();
        service.awaitState("lab", "up");

        awaitAsserted(() -> assertThat(logged("target=lab&kind=target-up,target-down,notifications-gap"))
                .startsWith("target-up", "target-down", "target-up")
                .contains("notifications-gap"));
        rig.links().setUp("lan1");
        awaitAsserted(() -> assertThat(logged("interface=lan1")).contains("link-up lan1"));
        assertThat(logged("kind=target-down,target-up")).containsExactly("target-up", "target-down", "target-up");
    }

    @Test
    void whatASinkHasNotGotItGetsAfterAKill() {
        webhook.refuse();
        rig.links().setDown("lan1");
        awaitAsserted(() -> assertThat(logged("interface=lan1")).containsExactly("link-down lan1"));
        JsonNode told = service.read("/api/v1/events?interface=lan1").get(0);
        service.kill();
        assertThat(webhook.words("lan1")).isEmpty();

        rig.links().setUp("lan1");
        webhook.accept();
        service = startService("1s");
        awaitInterfaces();
        awaitAsserted(() -> assertThat(logged("interface=lan1")).containsExactly("link-down lan1", "link-up lan1"));
        assertThat(service.read("/api/v1/events/" + told.path("id").asText())).isEqualTo(told);
        awaitAsserted(() -> assertThat(webhook.words("lan1")).containsExactly("link-down lan1", "link-up lan1"));
        assertThat(service.log()).doesNotContain("test-secret");
    }
}
